#include <utility>

#include "mirror/write_parts.hpp"

namespace shell {

namespace {

struct OptionWords {
    std::string label;
    std::string hint;
    bool on = false;
};

// <div class=option><input><label></div>; the input covers the whole target.
Node make_option(const std::string& id, const std::string& group, const char* type, std::size_t part,
                 const OptionWords& words, TextStyle style, const Box* box) {
    Node option = make_node(id + "-o", "div", "option", box);
    Node input = make_node(id, "input", "", box);
    set(input, "type", type);
    // Else Chromium writes down what was answered, readably, to give it back after a crash (safekeeping.md, E11).
    set(input, "autocomplete", "off");
    input.element = group;
    input.part = part;
    input.focusable = true;
    input.properties.push_back({PropertyName::checked, words.on ? "1" : "0"});
    Node label = make_text(id + "-l", "label", "", style, find_text(box), plain(words.label));
    set(label, "for", id);
    option.children.push_back(std::move(input));
    option.children.push_back(std::move(label));
    if (!words.hint.empty()) {
        const TextBlock* block = find_text(box, 1);
        option.children.push_back(make_text(id + "-hint", "p", "hint", TextStyle::hint, block, plain(words.hint)));
        set(option.children.front(), "aria-describedby", id + "-hint");
    }
    return option;
}

// What is written on the drawing: the summary says the same aloud.
void add_notes(Node& node, const core::Element& element, const core::Ruler& ruler, const Box* figure,
               std::size_t block) {
    const auto add = [&](const char* name, bool shown, const std::string& words) {
        if (!shown || words.empty()) return;
        Node note = make_text(element.id + "-" + name, "span", "note", TextStyle::ruler_note, find_text(figure, block),
                              plain(words));
        set(note, "aria-hidden", "true");
        node.children.push_back(std::move(note));
        ++block;
    };
    add("mark", ruler.mark.has_value(), ruler.mark_label);
    add("feeling", ruler.feeling.has_value(), ruler.feeling_label);
    add("span", ruler.span.has_value(), ruler.span_label);
}

}  // namespace

Node write(const core::Element& element, const core::Choices& choices, const Box* box) {
    const char* classes = choices.kind == core::ChoicesKind::segments ? "choices is-segments"
                          : choices.kind == core::ChoicesKind::stack  ? "choices is-stack"
                                                                      : "choices is-list";
    Node node = make_node(element.id, "fieldset", classes, box);
    set(node, "role", "radiogroup");  // so that aria-invalid may stand on it
    const TextStyle style = choices.quiet_legend ? TextStyle::quiet_label : TextStyle::question;
    const TextBlock* legend = find_text(find_box(box, BoxRole::legend));
    node.children.push_back(make_text(element.id + "-legend", "legend", "", style, legend, choices.legend));
    add_hint_and_error(node, node, box, element.id, choices.hint, choices.error);
    for (std::size_t i = 0; i < choices.options.size(); ++i) {
        const core::Option& option = choices.options[i];
        const OptionWords words{option.label, option.hint, choices.chosen == i};
        node.children.push_back(make_option(element.id + "-" + std::to_string(i), element.id, "radio", i, words,
                                            TextStyle::option, find_box(box, BoxRole::option, i)));
    }
    return node;
}

Node write(const core::Element& element, const core::Checkbox& checkbox, const Box* box) {
    const OptionWords words{checkbox.label, checkbox.hint, checkbox.checked};
    const Box* option_box = find_box(box, BoxRole::option, 0);
    Node option = make_option(element.id, element.id, "checkbox", 0, words, TextStyle::option,
                              option_box != nullptr ? option_box : box);
    option.classes = "option is-checkbox";
    return option;
}

Node write(const core::Element& element, const core::Ruler& ruler, const Box* box) {
    const bool can_be_chosen = !ruler.actions.empty();
    Node node = make_node(element.id, can_be_chosen ? "fieldset" : "div", "ruler", box);
    const Box* figure = find_box(box, BoxRole::figure);
    if (can_be_chosen) {
        set(node, "role", "radiogroup");
        const TextBlock* legend = find_text(find_box(box, BoxRole::legend));
        node.children.push_back(
            make_text(element.id + "-legend", "legend", "", TextStyle::question, legend, plain(ruler.legend)));
        add_hint_and_error(node, node, box, element.id, "", ruler.error);
    } else {
        set(node, "role", "img");
        set(node, "aria-label", ruler.summary.empty() ? ruler.legend : ruler.summary);
    }
    if (!ruler.summary.empty()) {
        Node summary = make_node(element.id + "-summary", "p", "in-words");
        summary.plain_text = true;
        summary.text = one_line(ruler.summary);
        set(summary, "aria-hidden", "true");  // said already, by name or description
        if (can_be_chosen && ruler.error.empty()) set(node, "aria-describedby", element.id + "-summary");
        node.children.push_back(std::move(summary));
    }
    for (std::size_t i = 0; i < ruler.levels.size(); ++i) {
        const std::string id = element.id + "-" + std::to_string(i);
        const Box* zone = find_box(box, BoxRole::option, i);
        if (zone == nullptr) zone = find_box(figure, BoxRole::option, i);
        const bool in_span = ruler.span && i >= ruler.span->lowest && i <= ruler.span->highest;
        std::string classes = "level is-level-" + std::to_string(i + 1) + "-of-" + std::to_string(ruler.levels.size());
        if (in_span) classes += " in-span";
        if (ruler.mark == i) classes += " is-marked";
        if (ruler.feeling == i) classes += " is-felt";
        if (can_be_chosen) {
            const OptionWords words{ruler.levels[i], "", ruler.mark == i};
            Node option = make_option(id, element.id, "radio", i, words, TextStyle::ruler_level, zone);
            option.classes = "option " + classes;
            node.children.push_back(std::move(option));
            continue;
        }
        Node level = make_node(id, "div", classes, zone);
        set(level, "aria-hidden", "true");
        const TextBlock* name = zone != nullptr ? find_text(zone) : find_text(figure, i);
        level.children.push_back(
            make_text(id + "-l", "span", "", TextStyle::ruler_level, name, plain(ruler.levels[i])));
        node.children.push_back(std::move(level));
    }
    add_notes(node, element, ruler, figure, can_be_chosen ? 0 : ruler.levels.size());
    return node;
}

}  // namespace shell
