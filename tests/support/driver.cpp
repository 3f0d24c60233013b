#include "support/driver.hpp"

#include <stdexcept>

#include "support/view_text.hpp"
#include "view/describe.hpp"

namespace support {

using namespace core;

namespace {

void collect(const Element& element, std::vector<const Element*>& to) {
    to.push_back(&element);
    for (const Element& child : element.children) collect(child, to);
}

bool says(const Element& element, const std::string& words) {
    if (words_of(element).find(words) != std::string::npos) return true;
    for (const Element& child : element.children) {
        if (!std::holds_alternative<Group>(child.body) && words_of(child).find(words) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

Driver::Driver(const Content& content) : Driver(content, Session{}) {}

Driver::Driver(const Content& content, Session session) : content_(content), session_(std::move(session)) {
    view_ = describe(content_, session_);
}

void Driver::fail(const std::string& what) const { throw std::runtime_error(what + "\n\n" + dump(view_)); }

std::vector<const Element*> Driver::in_scope() const {
    const std::vector<const Element*> all = all_elements(view_);
    if (scope_.empty() && view_.dialog) {
        std::vector<const Element*> dialog;
        for (const Element& element : view_.dialog->elements) collect(element, dialog);
        return dialog;
    }
    if (scope_.empty()) return all;
    for (const Element* element : all) {
        if (!std::holds_alternative<Group>(element->body) || !says(*element, scope_)) continue;
        std::vector<const Element*> inside;
        collect(*element, inside);
        return inside;
    }
    fail("no group says »" + scope_ + "«");
}

template <class Body>
std::vector<const Element*> Driver::find(const std::string& words, std::string (*label_of)(const Body&)) const {
    std::vector<const Element*> found;
    for (const Element* element : in_scope()) {
        const Body* body = std::get_if<Body>(&element->body);
        if (body != nullptr && label_of(*body) == words) found.push_back(element);
    }
    return found;
}

namespace {

// Two links to the same place are one way to go.
bool lead_alike(const std::vector<const Element*>& found) {
    for (const Element* element : found) {
        const auto* link = std::get_if<Link>(&element->body);
        const auto* first = std::get_if<Link>(&found.front()->body);
        if (link == nullptr || first == nullptr || link->address != first->address) return false;
    }
    return true;
}

}  // namespace

const Element& Driver::one(std::vector<const Element*> found, const std::string& what) {
    scope_.clear();
    if (found.empty()) fail("there is no " + what);
    if (found.size() > 1 && !lead_alike(found)) fail("there is more than one " + what);
    return *found.front();
}

Driver& Driver::within(const std::string& words) {
    scope_ = words;
    return *this;
}

Driver& Driver::happens(const Action& action) {
    Step step = update(content_, std::move(session_), action);
    session_ = std::move(step.session);
    effects_ = std::move(step.effects);
    view_ = describe(content_, session_);
    const std::vector<std::string> broken = broken_promises(view_);
    if (!broken.empty()) fail(broken.front());
    for (const Effect& effect : effects_) {
        if (listener) listener(effect);
    }
    return *this;
}

Driver& Driver::send(const UserEvent& event) {
    const std::optional<Action> action = interpret(view_, event);
    if (!action) fail("nothing is meant by using " + event.element);
    return happens(*action);
}

Driver& Driver::press(const std::string& label) {
    std::vector<const Element*> found = find<Button>(label, [](const Button& body) { return body.label; });
    for (const Element* link : find<Link>(label, [](const Link& body) { return body.label; })) found.push_back(link);
    return send({UserEventKind::used, one(std::move(found), "button or link »" + label + "«").id, 0, false, {}});
}

Driver& Driver::open(const std::string& term) {
    for (const Element* element : in_scope()) {
        const auto* summary = std::get_if<Summary>(&element->body);
        if (summary == nullptr) continue;
        for (std::size_t row = 0; row < summary->rows.size(); ++row) {
            if (summary->rows[row].term != term) continue;
            scope_.clear();
            return send({UserEventKind::used, element->id, row, false, {}});
        }
    }
    fail("no row says »" + term + "«");
}

Driver& Driver::choose(const std::string& legend, const std::string& option) {
    const Element& element = one(find<Choices>(legend, [](const Choices& body) { return text_of(body.legend); }),
                                 "question »" + legend + "«");
    const Choices& choices = std::get<Choices>(element.body);
    for (std::size_t at = 0; at < choices.options.size(); ++at) {
        if (choices.options[at].label == option) return send({UserEventKind::chosen, element.id, at, false, {}});
    }
    fail("»" + legend + "« does not offer »" + option + "«");
}

Driver& Driver::pick(const std::string& label, const std::string& option) {
    const Element& element =
        one(find<Select>(label, [](const Select& body) { return body.label; }), "list »" + label + "«");
    const Select& select = std::get<Select>(element.body);
    for (std::size_t at = 0; at < select.options.size(); ++at) {
        if (select.options[at].label == option) return send({UserEventKind::chosen, element.id, at, false, {}});
    }
    fail("»" + label + "« does not list »" + option + "«");
}

Driver& Driver::mark(const std::string& level) {
    for (const Element* element : in_scope()) {
        const auto* ruler = std::get_if<Ruler>(&element->body);
        if (ruler == nullptr) continue;
        for (std::size_t at = 0; at < ruler->levels.size(); ++at) {
            if (ruler->levels[at] == level) return send({UserEventKind::chosen, element->id, at, false, {}});
        }
    }
    fail("no ruler with »" + level + "«");
}

Driver& Driver::tick(const std::string& label) {
    const Element& element =
        one(find<Checkbox>(label, [](const Checkbox& body) { return body.label; }), "checkbox »" + label + "«");
    const bool checked = std::get<Checkbox>(element.body).checked;
    return send({UserEventKind::toggled, element.id, 0, !checked, {}});
}

Driver& Driver::type(const std::string& label, const std::string& text) {
    const Element& element =
        one(find<Field>(label, [](const Field& body) { return body.label; }), "field »" + label + "«");
    return send({UserEventKind::typed, element.id, 0, false, text});
}

Driver& Driver::go_to(const std::string& address) { return send({UserEventKind::address, {}, 0, false, address}); }

Driver& Driver::dismiss() { return send({UserEventKind::dismissed, {}, 0, false, {}}); }

Driver& Driver::see(const std::string& words) {
    for (const Element* element : in_scope()) {
        if (words_of(*element).find(words) == std::string::npos) continue;
        scope_.clear();
        return *this;
    }
    fail("»" + words + "« is not to be seen");
}

Driver& Driver::see_not(const std::string& words) {
    for (const Element* element : in_scope()) {
        if (words_of(*element).find(words) != std::string::npos) fail("»" + words + "« is to be seen");
    }
    scope_.clear();
    return *this;
}

Driver& Driver::see_heading(const std::string& words) {
    for (const Element* element : in_scope()) {
        const auto* heading = std::get_if<Heading>(&element->body);
        if (heading != nullptr && text_of(heading->text) == words) {
            scope_.clear();
            return *this;
        }
    }
    fail("no heading »" + words + "«");
}

DownloadFile save_unprotected(Driver& visit) {
    visit.press("Gem kladden som fil").choose("Hvem skal kunne læse filen?", "Alle, der får fat i filen");
    visit.see("Send den ikke med almindelig e-mail").press("Gem filen");
    return visit.effect<DownloadFile>();
}

}  // namespace support
