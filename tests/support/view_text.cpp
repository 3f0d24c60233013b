#include "support/view_text.hpp"

#include <set>

#include "base/id.hpp"
#include "view/address.hpp"

namespace support {
namespace {

using namespace core;

void collect(const Elements& from, std::vector<const Element*>& to) {
    for (const Element& element : from) {
        to.push_back(&element);
        collect(element.children, to);
    }
}

void add(std::string& to, const std::string& text) {
    if (text.empty()) return;
    if (!to.empty()) to += "\n";
    to += text;
}

std::string options_of(const std::vector<Option>& options, const std::optional<std::size_t>& chosen) {
    std::string made;
    for (std::size_t at = 0; at < options.size(); ++at) {
        std::string line = (chosen == at ? "(x) " : "( ) ") + options[at].label;
        if (!options[at].hint.empty()) line += " — " + options[at].hint;
        add(made, line);
    }
    return made;
}

struct Words {
    std::string operator()(const Heading& body) const { return text_of(body.text); }
    std::string operator()(const Paragraph& body) const { return text_of(body.text); }
    std::string operator()(const List& body) const {
        std::string made;
        for (const Rich& item : body.items) add(made, "* " + text_of(item));
        return made;
    }
    std::string operator()(const Tag& body) const { return body.text; }
    std::string operator()(const Group& body) const { return body.label; }
    std::string operator()(const Button& body) const {
        std::string made = "[" + body.label + "]";
        if (body.pressed) made += *body.pressed ? " on" : " off";
        if (body.expanded) made += *body.expanded ? " open" : " closed";
        if (!body.description.empty()) made += " (" + body.description + ")";
        return made;
    }
    std::string operator()(const Link& body) const {
        std::string made;
        add(made, body.heading);
        add(made, body.text);
        add(made, "<" + body.label + "> " + body.address + (body.current ? " here" : ""));
        return made;
    }
    std::string operator()(const Choices& body) const {
        std::string made = text_of(body.legend);
        add(made, body.hint);
        add(made, body.error);
        add(made, options_of(body.options, body.chosen));
        return made;
    }
    std::string operator()(const Checkbox& body) const { return (body.checked ? "[x] " : "[ ] ") + body.label; }
    std::string operator()(const Ruler& body) const {
        std::string made = body.legend;
        for (std::size_t at = 0; at < body.levels.size(); ++at) {
            std::string line = body.levels[at];
            if (body.mark == at) line += " <- " + body.mark_label;
            if (body.feeling == at) line += " <- " + body.feeling_label;
            if (body.span && at >= body.span->lowest && at <= body.span->highest) line += " | " + body.span_label;
            add(made, line);
        }
        add(made, body.error);
        add(made, body.summary);
        return made;
    }
    std::string operator()(const Illustration& body) const { return body.summary; }
    std::string operator()(const Field& body) const {
        std::string made = body.label + ": " + body.value;
        add(made, body.hint);
        add(made, body.error);
        return made;
    }
    std::string operator()(const Select& body) const {
        return body.label + "\n" + options_of(body.options, body.chosen);
    }
    std::string operator()(const Table& body) const {
        std::string made = body.caption;
        for (const auto& row : body.rows) {
            std::string line;
            for (const Rich& cell : row) line += (line.empty() ? "" : " | ") + text_of(cell);
            add(made, line);
        }
        return made;
    }
    std::string operator()(const Summary& body) const {
        std::string made;
        for (const SummaryRow& row : body.rows) {
            add(made, row.term + " | " + text_of(row.said) + " | <" + row.link_label + "> " + row.address);
        }
        return made;
    }
    std::string operator()(const Progress& body) const { return body.label; }
    std::string operator()(const Brand& body) const { return body.label; }
};

struct Name {
    std::string operator()(const Heading& body) const { return text_of(body.text); }
    std::string operator()(const Paragraph& body) const { return text_of(body.text); }
    std::string operator()(const List& body) const { return body.items.empty() ? "" : "list"; }
    std::string operator()(const Tag& body) const { return body.text; }
    std::string operator()(const Group& body) const { return body.kind == GroupKind::section ? body.label : "group"; }
    std::string operator()(const Button& body) const { return body.label; }
    std::string operator()(const Link& body) const { return body.address.empty() ? "" : body.label; }
    std::string operator()(const Choices& body) const { return body.options.empty() ? "" : text_of(body.legend); }
    std::string operator()(const Checkbox& body) const { return body.label; }
    std::string operator()(const Ruler& body) const {
        const bool says_more = body.mark || body.feeling || body.span || !body.actions.empty();
        return body.levels.empty() || (says_more && body.summary.empty()) ? "" : body.legend;
    }
    std::string operator()(const Illustration& body) const { return body.figure.parts.empty() ? "" : body.summary; }
    std::string operator()(const Field& body) const { return body.label; }
    std::string operator()(const Select& body) const { return body.label; }
    std::string operator()(const Table& body) const { return body.columns.empty() ? "" : body.caption; }
    std::string operator()(const Summary& body) const {
        for (const SummaryRow& row : body.rows) {
            if (row.term.empty() || row.link_label.empty() || row.address.empty()) return "";
            if (text_of(row.said).empty()) return "";
        }
        return body.rows.empty() ? "" : "summary";
    }
    std::string operator()(const Progress& body) const { return body.label; }
    std::string operator()(const Brand& body) const { return body.label; }
};

const char* kind_of(const Body& body) {
    constexpr const char* names[] = {"heading", "paragraph", "list",     "tag",      "group",        "button",
                                     "link",    "choices",   "checkbox", "ruler",    "illustration", "field",
                                     "select",  "table",     "summary",  "progress", "brand"};
    static_assert(std::size(names) == std::variant_size_v<BodyKinds>);
    return names[body.index()];
}

void dump_into(const Elements& elements, std::size_t depth, std::string& to) {
    for (const Element& element : elements) {
        const std::string indent(depth * 2, ' ');
        to += indent + kind_of(element.body);
        if (const auto* heading = std::get_if<Heading>(&element.body)) to += " " + std::to_string(heading->level);
        std::string words = words_of(element);
        for (std::size_t at = words.find('\n'); at != std::string::npos; at = words.find('\n', at + 1)) {
            words.insert(at + 1, indent + "    ");
        }
        to += words.empty() ? "\n" : ": " + words + "\n";
        dump_into(element.children, depth + 1, to);
    }
}

void check_ids(const Element& element, std::set<std::string>& ids, std::vector<std::string>& broken) {
    if (!is_valid_id(element.id) && element.id.size() <= 64) broken.push_back("id not of the kind: " + element.id);
    if (!ids.insert(element.id).second) broken.push_back("id twice: " + element.id);
    const auto* summary = std::get_if<Summary>(&element.body);
    if (summary == nullptr) return;
    for (const SummaryRow& row : summary->rows) {
        if (!ids.insert(row.id).second) broken.push_back("id twice: " + row.id);
    }
}

}  // namespace

std::vector<const Element*> all_elements(const View& view) {
    std::vector<const Element*> all;
    collect(view.header, all);
    collect(view.main, all);
    collect(view.footer, all);
    if (view.dialog) collect(view.dialog->elements, all);
    return all;
}

namespace {

void add_ways(const std::string& from, const Rich& rich, std::vector<Way>& ways) {
    for (const Run& run : rich) {
        if (run.kind == RunKind::link && run.target.starts_with("#/")) ways.push_back({from, run.target, run.element});
    }
}

}  // namespace

std::vector<Way> ways_from(const View& view) {
    std::vector<Way> ways;
    for (const Element* one : all_elements(view)) {
        const Body& body = one->body;
        if (const auto* link = std::get_if<Link>(&body)) {
            const auto* opened = std::get_if<PlaceOpened>(&link->action);
            if (link->address.starts_with("#/"))
                ways.push_back({one->id, link->address, opened == nullptr ? std::string{} : opened->element});
        }
        if (const auto* heading = std::get_if<Heading>(&body)) add_ways(one->id, heading->text, ways);
        if (const auto* paragraph = std::get_if<Paragraph>(&body)) add_ways(one->id, paragraph->text, ways);
        if (const auto* choices = std::get_if<Choices>(&body)) add_ways(one->id, choices->legend, ways);
        if (const auto* list = std::get_if<List>(&body)) {
            for (const Rich& item : list->items) add_ways(one->id, item, ways);
        }
        if (const auto* table = std::get_if<Table>(&body)) {
            for (const std::vector<Rich>& row : table->rows) {
                for (const Rich& cell : row) add_ways(one->id, cell, ways);
            }
        }
        if (const auto* summary = std::get_if<Summary>(&body)) {
            for (const SummaryRow& row : summary->rows) {
                add_ways(one->id, row.said, ways);
                const auto* opened = std::get_if<PlaceOpened>(&row.action);
                if (opened != nullptr) ways.push_back({row.id, core::address_of(opened->place), opened->element});
            }
        }
    }
    return ways;
}

std::string text_of(const Rich& rich) {
    std::string text;
    for (const Run& run : rich) text += run.text;
    return text;
}

std::string words_of(const Element& element) { return std::visit(Words{}, element.body); }

std::string dump(const View& view) {
    std::string made = view.title + "\n" + view.address + "\n\nheader\n";
    dump_into(view.header, 1, made);
    made += "main\n";
    dump_into(view.main, 1, made);
    made += "footer\n";
    dump_into(view.footer, 1, made);
    if (view.dialog) {
        made += "dialog\n";
        dump_into(view.dialog->elements, 1, made);
    }
    return made;
}

std::vector<std::string> broken_promises(const View& view) {
    std::vector<std::string> broken;
    std::set<std::string> ids;
    int level = 0;
    int first_headings = 0;
    for (const Element* element : all_elements(view)) {
        check_ids(*element, ids, broken);
        if (std::visit(Name{}, element->body).empty()) broken.push_back("no name or nothing in it: " + element->id);
        const auto* heading = std::get_if<Heading>(&element->body);
        if (heading == nullptr) continue;
        if (heading->level == 1) ++first_headings;
        if (heading->level > level + 1) broken.push_back("heading level skipped: " + element->id);
        level = heading->level;
    }
    if (first_headings != 1) broken.push_back("not one h1");
    if (view.title.empty() || view.address.empty() || view.skip_label.empty()) broken.push_back("no title or address");
    return broken;
}

}  // namespace support
