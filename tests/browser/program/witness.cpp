// The witness: says in JSON what the page should be, from the View and the
// layout, so that a test can hold the browser's own answers against it.

#include <emscripten/emscripten.h>

#include <cmath>
#include <string>

#include "app.hpp"
#include "base/text.hpp"
#include "support/every_view.hpp"

extern "C" void witness_say(const char* text, std::size_t length);

namespace {

// std::to_string of a fraction needs printf, which the page does without (short_library.cpp).
std::string decimal(float number) { return std::to_string(std::lround(number * 1000)) + "e-3"; }

using shell::Node;

std::string quoted(const std::string& text) {
    std::string json = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') json += '\\';
        if (c == '\n') {
            json += "\\n";
        } else {
            json += c;
        }
    }
    return json + "\"";
}

std::string words_in(const Node& node) {
    std::string words;
    for (const shell::TextLine& line : node.text) {
        for (const shell::TextRun& run : line.runs) words += run.text;
        words += line.end == shell::LineEnd::in_word ? "" : " ";
    }
    for (const Node& child : node.children) words += words_in(child);
    return words;
}

std::string write_lines(const Node& node) {
    std::string json;
    for (const shell::TextLine& line : node.text) { json += (json.empty() ? "" : ",") + decimal(line.width); }
    return json;
}

void write_node(std::string& json, const Node& node, float x, float y) {
    if (node.placement) {
        x += node.placement->rect.x;
        y += node.placement->rect.y;
        if (json.size() > 1) json += ",";
        json += "{\"id\":" + quoted(node.id) + ",\"tag\":" + quoted(node.tag) + ",\"x\":" + decimal(x) +
                ",\"y\":" + decimal(y) + ",\"width\":" + decimal(node.placement->rect.width) +
                ",\"height\":" + decimal(node.placement->rect.height) + ",\"lines\":[" + write_lines(node) +
                "],\"words\":" + quoted(words_in(node)) + "}";
    }
    for (const Node& child : node.children) write_node(json, child, x, y);
}

// What an ear should meet, in order: role, name, state.
void write_heard(std::string& json, const core::Elements& elements);

struct Heard {
    std::string& json;

    void say(const std::string& role, const std::string& name, const std::string& state = "") const {
        if (json.size() > 1) json += ",";
        json += "{\"role\":" + quoted(role) + ",\"name\":" + quoted(name) + ",\"state\":" + quoted(state) + "}";
    }
    static std::string plain(const core::Rich& rich) {
        std::string words;
        for (const core::Run& run : rich) words += run.text;
        return words;
    }
    void say_links(const core::Rich& rich) const {
        for (const core::Run& run : rich) {
            if (run.kind == core::RunKind::link && run.target.starts_with("#/")) say("link", run.text);
        }
    }
    static std::string after(const std::string& label, const std::string& description) {
        return description.empty() ? label : label + " " + description;
    }

    void operator()(const core::Heading& heading) const {
        say("heading", plain(heading.text), std::to_string(heading.level));
    }
    void operator()(const core::Paragraph& paragraph) const { say_links(paragraph.text); }
    void operator()(const core::List& list) const {
        for (const core::Rich& item : list.items) say_links(item);
    }
    void operator()(const core::Tag&) const {}
    void operator()(const core::Group&) const {}
    void operator()(const core::Button& button) const {
        std::string state;
        if (button.pressed) state = *button.pressed ? "pressed" : "not pressed";
        if (button.expanded) state = *button.expanded ? "expanded" : "collapsed";
        if (button.disabled) state = "disabled";
        say("button", after(button.label, button.description), state);
    }
    void operator()(const core::Link& link) const {
        const bool is_door = link.kind == core::LinkKind::door;
        std::string name = is_door ? link.heading + " " + link.text + " " + link.label : link.label;
        say("link", after(name, link.description));
    }
    void operator()(const core::Brand& brand) const { say("link", brand.label); }
    void operator()(const core::Choices& choices) const {
        for (std::size_t i = 0; i < choices.options.size(); ++i) {
            say("radio", choices.options[i].label, choices.chosen == i ? "checked" : "");
        }
    }
    void operator()(const core::Checkbox& checkbox) const {
        say("checkbox", checkbox.label, checkbox.checked ? "checked" : "");
    }
    void operator()(const core::Ruler& ruler) const {
        for (std::size_t i = 0; i < ruler.actions.size(); ++i)
            say("radio", ruler.levels[i], ruler.mark == i ? "checked" : "");
    }
    void operator()(const core::Illustration&) const {}
    void operator()(const core::Field& field) const {
        std::string dots;
        for (std::size_t left = core::count_characters(field.value); left > 0; --left) dots += "\u2022";
        say(field.kind == core::FieldKind::search ? "searchbox" : "textbox", field.label,
            core::is_secret(field.kind) ? dots : field.value);
    }
    void operator()(const core::Select& select) const { say("combobox", select.label); }
    void operator()(const core::Table& table) const {
        for (const auto& row : table.rows) {
            for (const core::Rich& cell : row) say_links(cell);
        }
    }
    void operator()(const core::Summary& summary) const {
        for (const core::SummaryRow& row : summary.rows) {
            say_links(row.said);
            if (!row.link_label.empty()) say("link", after(row.link_label, row.link_description));
        }
    }
    void operator()(const core::Progress&) const {}
};

void write_heard(std::string& json, const core::Elements& elements) {
    for (const core::Element& element : elements) {
        std::visit(Heard{json}, element.body);
        write_heard(json, element.children);
    }
}

}  // namespace

extern "C" EMSCRIPTEN_KEEPALIVE void page_views() {
    std::string json = "[";
    for (const support::NamedVisit& visit : support::every_view()) {
        json += (json.size() > 1 ? "," : "") + quoted(visit.name);
    }
    json += "]";
    witness_say(json.data(), json.size());
}

extern "C" EMSCRIPTEN_KEEPALIVE void page_witness() {
    const shell::App& app = shell::app();
    std::string nodes = "[";
    write_node(nodes, app.mirror().page(), 0, 0);
    std::string heard = "[";
    const core::View& view = app.view();
    if (view.dialog) {
        write_heard(heard, view.dialog->elements);
    } else {
        for (const core::Elements* part : {&view.header, &view.main, &view.footer}) write_heard(heard, *part);
    }
    const std::string json = "{\"address\":" + quoted(view.address) + ",\"height\":" + decimal(app.layout().height) +
                             ",\"nodes\":" + nodes + "],\"heard\":" + heard + "]}";
    witness_say(json.data(), json.size());
}
