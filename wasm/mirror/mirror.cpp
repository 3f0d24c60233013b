#include "mirror/mirror.hpp"

#include <algorithm>
#include <utility>

#include "mirror/difference.hpp"
#include "mirror/write_page.hpp"

namespace shell {

namespace {

constexpr std::uint32_t page_handle = 1;

Node* find_by_handle(Node& root, std::uint32_t handle) {
    if (root.handle == handle) return &root;
    for (Node& child : root.children) {
        if (Node* found = find_by_handle(child, handle)) return found;
    }
    return nullptr;
}

bool is_checked(const Node& node) {
    return std::any_of(node.properties.begin(), node.properties.end(), [](const Property& property) {
        return property.name == PropertyName::checked && property.value == "1";
    });
}

// Is not reached by Tab, and may be given the focus: what is read next begins there.
bool is_heading(const Node& node) { return node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] != 'r'; }

// A group is entered at what is chosen in it, else at its first.
const Node* find_entrance(const Node& node) {
    if (node.focusable) return &node;
    const Node* first = nullptr;
    for (const Node& child : node.children) {
        const Node* found = find_entrance(child);
        if (found == nullptr) continue;
        if (is_checked(*found)) return found;
        if (first == nullptr) first = found;
    }
    return first;
}

void list_focusable(const Node& node, std::vector<const Node*>& list) {
    if (node.focusable) list.push_back(&node);
    for (const Node& child : node.children) list_focusable(child, list);
}

const Node* find_tag(const Node& node, const char* tag) {
    if (node.tag == tag) return &node;
    for (const Node& child : node.children) {
        if (const Node* found = find_tag(child, tag)) return found;
    }
    return nullptr;
}

void set_property(Node& node, PropertyName name, const std::string& value) {
    for (Property& property : node.properties) {
        if (property.name == name) property.value = value;
    }
}

void uncheck_group(Node& node, const std::string& element) {
    if (node.element == element) set_property(node, PropertyName::checked, "0");
    for (Node& child : node.children) uncheck_group(child, element);
}

}  // namespace

Mirror::Mirror() {
    page_.id = "page";
    page_.tag = "div";
    page_.handle = page_handle;
}

const Node* Mirror::find(std::uint32_t handle) const {
    return find_by_handle(const_cast<Node&>(page_), handle);  // NOLINT: the same search for both
}

namespace {

// A link that goes on in the next line is one link; page.mjs makes one <a> of it.
std::size_t count_links(const Node& node) {
    std::size_t count = 0;
    std::string open;
    for (const TextLine& line : node.text) {
        for (std::size_t i = 0; i < line.runs.size(); ++i) {
            const TextRun& run = line.runs[i];
            const bool is_link = run.kind == core::RunKind::link && run.target.rfind("#/", 0) == 0;
            if (is_link && !(i == 0 && run.target == open)) ++count;
            open = is_link && i + 1 == line.runs.size() ? run.target : "";
        }
    }
    for (const Node& child : node.children) count += count_links(child);
    return count;
}

// Adds the links before the node; true when it was met.
bool count_links_before(const Node& node, std::uint32_t handle, std::size_t& count) {
    if (node.handle == handle) return true;
    for (const Node& child : node.children) {
        if (count_links_before(child, handle, count)) return true;
    }
    if (node.children.empty()) count += count_links(node);
    return false;
}

const Node* find_element_around(const Node& node, std::uint32_t handle) {
    for (const Node& child : node.children) {
        if (const Node* found = find_element_around(child, handle)) return found;
    }
    return !node.element.empty() && find_by_handle(const_cast<Node&>(node), handle) != nullptr ? &node
                                                                                               : nullptr;  // NOLINT
}

}  // namespace

Mirror::FollowedLink Mirror::find_link(std::uint32_t handle, std::size_t at) const {
    const Node* around = find_element_around(page_, handle);
    if (around == nullptr) return {};
    std::size_t before = 0;
    count_links_before(*around, handle, before);
    return {around->element, before + at};
}

void Mirror::note_typed(std::uint32_t handle, const std::string& text) {
    if (Node* node = find_by_handle(page_, handle)) set_property(*node, PropertyName::value, text);
}

void Mirror::note_chosen(std::uint32_t handle, std::size_t part) {
    Node* node = find_by_handle(page_, handle);
    if (node == nullptr) return;
    if (node->tag == "select") {
        set_property(*node, PropertyName::selected_index, std::to_string(part));
        return;
    }
    uncheck_group(page_, std::string(node->element));
    set_property(*node, PropertyName::checked, "1");
}

void Mirror::note_toggled(std::uint32_t handle, bool on) {
    if (Node* node = find_by_handle(page_, handle)) set_property(*node, PropertyName::checked, on ? "1" : "0");
}

void Mirror::note_focused(std::uint32_t handle) {
    const Node* node = find(handle);
    focused_ = node == nullptr ? "" : node->id;
}

Operations Mirror::reflect(const core::View& view, const Layout& layout, std::vector<Attribute> window) {
    Operations operations;
    Node after = write_page(view, layout);
    const bool is_other_case = view.case_number != std::exchange(case_number_, view.case_number);
    write_difference(operations, page_, after, DifferenceOf{focused_, is_other_case}, next_handle_);
    for (const Attribute& wanted : window) {
        const bool same = std::find(window_.begin(), window_.end(), wanted) != window_.end();
        if (!same) operations.window(wanted.name, wanted.value);
    }
    window_ = std::move(window);
    if (!leaves_focus_to_browser(view, after)) write_focus(operations, view, page_, after);
    if (view.announcement.serial != announced_) {
        announced_ = view.announcement.serial;
        if (!view.announcement.text.empty()) operations.announce(view.announcement.text, view.announcement.urgent);
    }
    page_ = std::move(after);
    return operations;
}

// A dialog that was opened from a link in a text: the browser gives the focus back by itself when the dialog closes.
bool Mirror::leaves_focus_to_browser(const core::View& view, const Node& after) {
    const bool was_open = find_tag(page_, "dialog") != nullptr;
    const bool is_open = find_tag(after, "dialog") != nullptr;
    if (!was_open && is_open) {
        const Node* opener = find_node(page_, focused_);
        opener_of_dialog_ = focused_;
        is_opened_from_text_ = opener != nullptr && !opener->focusable;
    }
    const bool is_closed = was_open && !is_open && view.focus.serial == focus_serial_;
    if (is_closed && is_opened_from_text_) focused_ = opener_of_dialog_;
    return is_closed && is_opened_from_text_;
}

// The View's wish first. Else, when what has the focus goes: the next that can
// have it, in the order of the page before; then the heading; then main.
void Mirror::write_focus(Operations& operations, const core::View& view, const Node& before, const Node& after) {
    const Node* heading = find_tag(after, "h1");
    if (heading == nullptr) heading = find_tag(after, "main");
    if (view.focus.serial != focus_serial_) {
        focus_serial_ = view.focus.serial;
        const Node* wanted = view.focus.id.empty() ? heading : find_node(after, view.focus.id);
        const Node* entrance = wanted == nullptr ? heading : find_entrance(*wanted);
        if (entrance == nullptr) entrance = wanted != nullptr && is_heading(*wanted) ? wanted : heading;
        if (entrance != nullptr) {
            operations.focus(entrance->handle, view.focus.id.empty());
            focused_ = entrance->id;
        }
        return;
    }
    if (focused_.empty()) return;
    const Node* old = find_node(before, focused_);
    const Node* kept = find_node(after, focused_);
    const bool may_stay = kept != nullptr && (kept->focusable || is_heading(*kept));
    if (may_stay && old != nullptr && kept->handle == old->handle) return;
    std::vector<const Node*> order;
    list_focusable(before, order);
    auto at = std::find_if(order.begin(), order.end(), [&](const Node* node) { return node->id == focused_; });
    const Node* next = kept != nullptr && kept->focusable ? kept : nullptr;
    for (; next == nullptr && at != order.end(); ++at) {
        const Node* candidate = find_node(after, (*at)->id);
        // Not out of <main> into the footer: the heading is nearer to the task.
        if (candidate != nullptr && candidate->focusable &&
            find_node(*find_tag(after, "main"), candidate->id) != nullptr) {
            next = candidate;
        }
    }
    if (next == nullptr) next = heading;
    if (next == nullptr) return;
    operations.focus(next->handle, false);
    focused_ = next->id;
}

}  // namespace shell
