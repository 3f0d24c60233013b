#include "view/interpret.hpp"

#include <utility>
#include <vector>

#include "view/address.hpp"

namespace core {

namespace {

const Element* find_element(const Elements& elements, const std::string& id) {
    for (const Element& element : elements) {
        if (element.id == id) return &element;
        if (const Element* found = find_element(element.children, id)) return found;
    }
    return nullptr;
}

// Behind a dialog nothing can be used, so nothing there means anything.
const Element* find_element(const View& view, const std::string& id) {
    if (view.dialog) return find_element(view.dialog->elements, id);
    for (const Elements* part : {&view.header, &view.main, &view.footer}) {
        if (const Element* found = find_element(*part, id)) return found;
    }
    return nullptr;
}

std::optional<Action> use(const Body& body, std::size_t part) {
    if (const auto* button = std::get_if<Button>(&body)) {
        if (button->disabled) return std::nullopt;
        return button->action;
    }
    if (const auto* link = std::get_if<Link>(&body)) return link->action;
    if (const auto* brand = std::get_if<Brand>(&body)) return brand->action;
    const auto* summary = std::get_if<Summary>(&body);
    if (summary == nullptr || part >= summary->rows.size()) return std::nullopt;
    return summary->rows[part].action;
}

void list_links(const Rich& rich, std::vector<const Run*>& links) {
    for (const Run& run : rich) {
        if (run.kind == RunKind::link && run.target.starts_with("#/")) links.push_back(&run);
    }
}

std::vector<const Run*> list_links(const Body& body) {
    std::vector<const Run*> links;
    if (const auto* heading = std::get_if<Heading>(&body)) list_links(heading->text, links);
    if (const auto* paragraph = std::get_if<Paragraph>(&body)) list_links(paragraph->text, links);
    if (const auto* choices = std::get_if<Choices>(&body)) list_links(choices->legend, links);
    if (const auto* list = std::get_if<List>(&body)) {
        for (const Rich& item : list->items) list_links(item, links);
    }
    if (const auto* table = std::get_if<Table>(&body)) {
        for (const auto& row : table->rows) {
            for (const Rich& cell : row) list_links(cell, links);
        }
    }
    if (const auto* summary = std::get_if<Summary>(&body)) {
        for (const SummaryRow& row : summary->rows) list_links(row.said, links);
    }
    return links;
}

// A link inside a text: the place, and there the element it names.
std::optional<Action> follow(const View& view, const Body& body, std::size_t part, const std::string& target) {
    const std::vector<const Run*> links = list_links(body);
    if (part >= links.size() || links[part]->target != target) return std::nullopt;
    const std::optional<Place> place = place_of(target);
    if (!place) return std::nullopt;
    // A term in a text is opened there; in the list of all terms it is a page like the others.
    const bool is_in_list = view.address == address_of(Place{Screen::terms, {}});
    if (place->screen == Screen::term && !is_in_list) return TermOpened{TermId{place->part}};
    return PlaceOpened{*place, links[part]->element};
}

// Choosing again what is chosen changes nothing.
std::optional<Action> choose_option(const std::vector<Option>& options, const std::optional<std::size_t>& chosen,
                                    std::size_t part) {
    if (part >= options.size() || chosen == part) return std::nullopt;
    return options[part].action;
}

std::optional<Action> choose(const Body& body, std::size_t part) {
    if (const auto* choices = std::get_if<Choices>(&body))
        return choose_option(choices->options, choices->chosen, part);
    if (const auto* select = std::get_if<Select>(&body)) return choose_option(select->options, select->chosen, part);
    const auto* ruler = std::get_if<Ruler>(&body);
    if (ruler == nullptr || part >= ruler->actions.size() || ruler->mark == part) return std::nullopt;
    return ruler->actions[part];
}

std::optional<Action> toggle(const Body& body, bool on) {
    const auto* checkbox = std::get_if<Checkbox>(&body);
    if (checkbox == nullptr || checkbox->checked == on) return std::nullopt;
    return checkbox->action;
}

std::optional<Action> type(const Body& body, const std::string& text) {
    const auto* field = std::get_if<Field>(&body);
    if (field == nullptr || field->value == text) return std::nullopt;
    Action action = field->action;
    std::visit(
        [&](auto& happened) {
            if constexpr (requires { happened.text = text; }) happened.text = text;
        },
        action);
    return action;
}

std::optional<Action> go_to(const View& view, const std::string& address) {
    if (address == view.address) return std::nullopt;
    const std::optional<Place> place = place_of(address);
    if (!place) return std::nullopt;
    return PlaceOpened{*place, {}};
}

}  // namespace

std::optional<Action> interpret(const View& view, const UserEvent& event) {
    if (event.kind == UserEventKind::address) return go_to(view, event.text);
    if (event.kind == UserEventKind::hide) {
        if (view.hidden && event.on) return std::nullopt;
        return ScreenHidden{!view.hidden};
    }
    if (event.kind == UserEventKind::dismissed) {
        if (!view.dialog) return std::nullopt;
        return QuestionAnswered{false};
    }
    const Element* element = find_element(view, event.element);
    if (element == nullptr) return std::nullopt;
    switch (event.kind) {
        case UserEventKind::used:
            return event.text.empty() ? use(element->body, event.part)
                                      : follow(view, element->body, event.part, event.text);
        case UserEventKind::chosen: return choose(element->body, event.part);
        case UserEventKind::toggled: return toggle(element->body, event.on);
        case UserEventKind::typed: return type(element->body, event.text);
        case UserEventKind::reached:
            if (!std::holds_alternative<Heading>(element->body)) break;
            return HeadingReached{element->id};
        case UserEventKind::address:
        case UserEventKind::hide:
        case UserEventKind::dismissed: break;
    }
    return std::nullopt;
}

}  // namespace core
