#include "base/text.hpp"
#include "document/write_document.hpp"

namespace core {

namespace {

void add_indented(std::string& out, const std::string& text) {
    out += "    ";
    for (const char c : text) {
        out += c;
        if (c == '\n') out += "    ";
    }
    out += "\n";
}

void add_rows(std::string& out, const std::vector<DocumentRow>& rows) {
    for (const DocumentRow& row : rows) {
        // A question keeps its question mark instead of a colon.
        const bool is_question = !row.term.empty() && row.term.back() == '?';
        out += row.term + (is_question ? " " : ": ") + row.said + "\n";
    }
}

void add_block(std::string& out, const Block& block) {
    switch (block.kind) {
        case BlockKind::paragraph:
        case BlockKind::notice: out += block.text + "\n\n"; return;
        case BlockKind::sub_heading: out += block.text + "\n"; return;
        case BlockKind::own_words:
            out += block.term + "\n";
            add_indented(out, block.text);
            out += "\n";
            return;
        case BlockKind::list:
            for (const std::string& item : block.items) out += "- " + item + "\n";
            out += "\n";
            return;
        case BlockKind::rows:
            add_rows(out, block.rows);
            out += "\n";
            return;
    }
}

}  // namespace

std::string write_section_text(const DocumentSection& section) {
    std::string out = section.heading + "\n\n";
    for (const Block& block : section.blocks) add_block(out, block);
    while (out.size() > 1 && out[out.size() - 1] == '\n' && out[out.size() - 2] == '\n') out.pop_back();
    return out;
}

std::string write_text(const Document& document) {
    std::string out =
        document.title + "\n" + std::string(count_characters(document.title), '=') + "\n\n" + document.lead + "\n\n";
    add_rows(out, document.facts);
    if (!document.mark.empty()) {
        out += "\n" + document.mark_label + ": " + document.mark + "\n";
        if (!document.mark_reason.empty()) add_indented(out, document.mark_reason);
    }
    if (document.ruler) out += "\n" + document.ruler_summary + "\n";
    for (const DocumentSection& section : document.sections) out += "\n" + write_section_text(section);
    return out + "\n" + document.footer + "\n";
}

}  // namespace core
