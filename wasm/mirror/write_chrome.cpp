#include <algorithm>

#include "mirror/write_parts.hpp"

namespace shell {

namespace {

std::string yes_or_no(bool value) { return value ? "true" : "false"; }

Node make_link(const core::Element& element, const std::string& address, std::string classes, const Box* box) {
    Node node = make_node(element.id, "a", std::move(classes), box);
    set(node, "href", address);
    node.element = element.id;
    node.focusable = true;
    return node;
}

}  // namespace

Node write(const core::Element& element, const core::Group& group, const Box* box) {
    using core::GroupKind;
    const char* classes = "";
    switch (group.kind) {
        case GroupKind::plain: classes = "group"; break;
        case GroupKind::card: classes = "group card"; break;
        case GroupKind::row: classes = "group row"; break;
        case GroupKind::columns: classes = "group columns"; break;
        case GroupKind::doors: classes = "group doors"; break;
        case GroupKind::head: classes = "group head"; break;
        case GroupKind::notice: classes = "group notice"; break;
        case GroupKind::alarm: classes = "group alarm"; break;
        case GroupKind::info: classes = "group info"; break;
        case GroupKind::section: classes = "group"; break;
    }
    Node node = make_node(element.id, group.kind == GroupKind::section ? "section" : "div", classes, box);
    const bool is_box =
        group.kind == GroupKind::notice || group.kind == GroupKind::alarm || group.kind == GroupKind::info;
    // Not <aside>: inside <main> that would be a landmark in a landmark.
    if (is_box) set(node, "role", "note");
    if (!group.label.empty()) {
        if (!is_box && group.kind != GroupKind::section) set(node, "role", "group");
        set(node, "aria-label", group.label);
    }
    write_elements(node, element.children, box);
    return node;
}

Node write(const core::Element& element, const core::Button& button, const Box* box) {
    const char* classes = button.kind == core::ButtonKind::primary ? "button is-primary"
                          : button.kind == core::ButtonKind::quiet ? "button is-quiet"
                                                                   : "button";
    Node node = make_node(element.id, "button", classes, box);
    set(node, "type", "button");
    if (button.pressed) set(node, "aria-pressed", yes_or_no(*button.pressed));
    if (button.expanded) {
        set(node, "aria-expanded", yes_or_no(*button.expanded));
        // What is folded does not exist in the page, and must not be pointed at.
        if (*button.expanded && !button.controls.empty()) set(node, "aria-controls", button.controls);
    }
    if (button.disabled) set(node, "disabled", "");
    node.element = element.id;
    node.focusable = !button.disabled;
    node.children.push_back(
        make_text(element.id + "-t", "span", "", TextStyle::button, find_text(box), plain(button.label)));
    add_description(node, element.id, button.description);
    return node;
}

Node write(const core::Element& element, const core::Link& link, const Box* box) {
    using core::LinkKind;
    const char* classes = "link";
    TextStyle style = TextStyle::link;
    switch (link.kind) {
        case LinkKind::plain: break;
        case LinkKind::back:
            classes = "link is-back";
            style = TextStyle::back;
            break;
        case LinkKind::nav:
            classes = "link is-nav";
            style = TextStyle::nav;
            break;
        case LinkKind::quiet: classes = "link is-quiet"; break;
        case LinkKind::primary:
            classes = "button is-primary";
            style = TextStyle::button;
            break;
        case LinkKind::door:
            classes = "door";
            style = TextStyle::button;
            break;
    }
    Node node = make_link(element, link.address, classes, box);
    if (link.current) set(node, "aria-current", "page");
    if (link.kind != LinkKind::door) {
        node.children.push_back(make_text(element.id + "-t", "span", "", style, find_text(box), plain(link.label)));
        add_description(node, element.id, link.description);
        return node;
    }
    const std::string* words[] = {&link.heading, &link.text, &link.label};
    const TextStyle styles[] = {TextStyle::door_heading, TextStyle::body, TextStyle::button};
    std::size_t block = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        if (words[i]->empty()) continue;
        const std::string id = element.id + "-t" + std::to_string(i);
        node.children.push_back(make_text(id, "span", "", styles[i], find_text(box, block), plain(*words[i])));
        ++block;
    }
    add_description(node, element.id, link.description);
    return node;
}

Node write(const core::Element& element, const core::Brand& brand, const Box* box) {
    Node node = make_link(element, brand.address, "brand", box);
    node.children.push_back(
        make_text(element.id + "-t", "span", "", TextStyle::brand, find_text(box), plain(brand.label)));
    return node;
}

Node write(const core::Element& element, const core::Progress& progress, const Box* box) {
    Node node = make_node(element.id, "div", "progress", box);
    const TextBlock* words = find_text(find_box(box, BoxRole::text));
    if (words == nullptr) words = find_text(box);
    node.children.push_back(make_text(element.id + "-t", "p", "", TextStyle::progress, words, plain(progress.label)));
    Node bar = make_node(element.id + "-bar", "progress", "", find_box(box, BoxRole::cover));
    // The words say it; the bar would say it once more.
    set(bar, "aria-hidden", "true");
    set(bar, "max", std::to_string(std::max(progress.of, 1)));
    set(bar, "value", std::to_string(progress.done));
    node.children.push_back(std::move(bar));
    return node;
}

}  // namespace shell
