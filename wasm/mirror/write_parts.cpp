#include "mirror/write_parts.hpp"

#include <utility>
#include <variant>

namespace shell {

namespace {

const char* name_of(TextStyle style) {
    switch (style) {
        case TextStyle::h1: return "t-h1";
        case TextStyle::h2: return "t-h2";
        case TextStyle::h3: return "t-h3";
        case TextStyle::body: return "t-body";
        case TextStyle::lead: return "t-lead";
        case TextStyle::small: return "t-small";
        case TextStyle::tag: return "t-tag";
        case TextStyle::label: return "t-label";
        case TextStyle::quiet_label: return "t-quiet-label";
        case TextStyle::question: return "t-question";
        case TextStyle::option: return "t-option";
        case TextStyle::option_small: return "t-option-small";
        case TextStyle::button: return "t-button";
        case TextStyle::link: return "t-link";
        case TextStyle::back: return "t-back";
        case TextStyle::nav: return "t-nav";
        case TextStyle::brand: return "t-brand";
        case TextStyle::door_heading: return "t-door-heading";
        case TextStyle::field: return "t-field";
        case TextStyle::hint: return "t-hint";
        case TextStyle::error: return "t-error";
        case TextStyle::table_head: return "t-table-head";
        case TextStyle::table_cell: return "t-table-cell";
        case TextStyle::ruler_level: return "t-ruler-level";
        case TextStyle::ruler_note: return "t-ruler-note";
        case TextStyle::progress: return "t-progress";
    }
    return "t-body";
}

std::vector<TextLine> lines_of(const TextBlock& block) {
    std::vector<TextLine> lines;
    for (const Line& line : block.lines) {
        TextLine written;
        written.width = line.width;
        if (line.ends_in_word) written.end = LineEnd::in_word;
        if (line.forced) written.end = LineEnd::forced;
        if (line.before_cut) written.end = LineEnd::before_cut;
        for (const Piece& piece : line.pieces) {
            written.runs.push_back({piece.text, piece.kind, piece.target, piece.outside_face});
        }
        lines.push_back(std::move(written));
    }
    return lines;
}

std::vector<TextLine> lines_of(const core::Rich& words) {
    TextLine line;
    for (const core::Run& run : words) line.runs.push_back({run.text, run.kind, run.target, false});
    return {std::move(line)};
}

}  // namespace

std::vector<TextLine> one_line(const std::string& text) {
    TextLine line;
    line.runs.push_back({text, core::RunKind::plain, "", false});
    return {std::move(line)};
}

Node make_node(std::string id, std::string tag, std::string classes, const Box* box) {
    Node node;
    node.id = std::move(id);
    node.tag = std::move(tag);
    node.classes = std::move(classes);
    if (box != nullptr) {
        node.placement = Placement{box->rect, 0, 0, 0, 0};
        node.box = box->id;
    }
    return node;
}

Node make_text(std::string id, std::string tag, const std::string& classes, TextStyle style, const TextBlock* block,
               const core::Rich& words) {
    const TextStyle used = block != nullptr ? block->style : style;
    std::string all = std::string("t ") + name_of(used);
    if (!classes.empty()) all += " " + classes;
    if (block != nullptr && block->align == Align::centre) all += " at-centre";
    if (block != nullptr && block->align == Align::right) all += " at-right";
    if (block != nullptr) all += block->look.weight == Weight::strong ? " is-strong" : " is-regular";
    Node node = make_node(std::move(id), std::move(tag), std::move(all));
    if (block == nullptr) {
        node.text = lines_of(words);
        return node;
    }
    node.placement = Placement{block->rect, block->look.size, block->look.line_height, 0, 0};
    node.text = lines_of(*block);
    return node;
}

void set(Node& node, const char* name, std::string value) { node.attributes.push_back({name, std::move(value)}); }

const Box* find_box(const Box* box, BoxRole role, std::size_t index) {
    if (box == nullptr) return nullptr;
    for (const Box& child : box->children) {
        if (child.role == role && child.index == index) return &child;
    }
    return nullptr;
}

const Box* find_cell(const Box* row, BoxRole role, std::size_t column) {
    if (row == nullptr) return nullptr;
    for (const Box& child : row->children) {
        if (child.role == role && child.column == column) return &child;
    }
    return nullptr;
}

const TextBlock* find_text(const Box* box, std::size_t index) {
    if (box == nullptr || index >= box->texts.size()) return nullptr;
    return &box->texts[index];
}

core::Rich plain(const std::string& words) { return {core::Run{words, core::RunKind::plain, ""}}; }

std::string words_of(const core::Rich& rich) {
    std::string words;
    for (const core::Run& run : rich) words += run.text;
    return words;
}

void add_hint_and_error(Node& parent, Node& described, const Box* box, const std::string& id, const std::string& hint,
                        const std::string& error) {
    std::string described_by;
    if (!hint.empty()) {
        const TextBlock* block = find_text(find_box(box, BoxRole::hint));
        parent.children.push_back(make_text(id + "-hint", "p", "hint", TextStyle::hint, block, plain(hint)));
        described_by = id + "-hint";
    }
    if (!error.empty()) {
        const TextBlock* block = find_text(find_box(box, BoxRole::error));
        parent.children.push_back(make_text(id + "-error", "p", "error", TextStyle::error, block, plain(error)));
        described_by += (described_by.empty() ? "" : " ") + id + "-error";
        set(described, "aria-invalid", "true");
    }
    if (!described_by.empty()) set(described, "aria-describedby", described_by);
}

void add_description(Node& node, const std::string& id, const std::string& description) {
    if (description.empty()) return;
    Node words = make_node(id + "-ear", "span", "ear");
    words.plain_text = true;
    words.text = one_line(" " + description);
    node.children.push_back(std::move(words));
}

Node write_element(const core::Element& element, const Box* box) {
    Node node = std::visit([&](const auto& body) { return write(element, body, box); }, element.body);
    node.element = element.id;
    return node;
}

void write_elements(Node& parent, const core::Elements& elements, const Box* box) {
    std::size_t next = 0;
    for (const core::Element& element : elements) {
        const Box* own = nullptr;
        const std::size_t count = box == nullptr ? 0 : box->children.size();
        for (std::size_t tried = 0; tried < count && own == nullptr; ++tried) {
            const std::size_t at = (next + tried) % count;  // the boxes stand in the View's order
            if (box->children[at].id != element.id) continue;
            own = &box->children[at];
            next = at + 1;
        }
        parent.children.push_back(write_element(element, own));
    }
}

}  // namespace shell
