// document.hpp -- how a case reads on paper, as a value.
//
// One composed summary, four recipients. write_html, write_text, write_json
// and the view on screen all read this value, so that none can say more than
// another.
// Knows: content, session, assessment, figure. Never: a file, a clock.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/recipient.hpp"
#include "figure/ruler_figure.hpp"

namespace core {

// paragraph, notice: text. own_words: what the user wrote, word for word, under
// `term`. list: items. rows: term and said.
enum class BlockKind { paragraph, notice, own_words, list, rows, sub_heading };

struct DocumentRow {
    std::string term;
    std::string said;
};

struct Block {
    BlockKind kind = BlockKind::paragraph;
    std::string term = {};
    std::string text = {};
    std::vector<std::string> items = {};
    std::vector<DocumentRow> rows = {};
};

struct DocumentSection {
    std::string id;  // stable: "judgement", "observations" …
    std::string heading;
    std::vector<Block> blocks;
};

struct Document {
    Recipient recipient = Recipient::own_notes;
    std::string title;
    std::string lead;  // whom it is for and what it is not
    std::string mark;  // the own mark in words, first and largest; empty when not set or not shown
    std::string mark_label;
    std::string mark_reason;
    std::vector<DocumentRow> facts;  // age, role, date
    std::vector<DocumentSection> sections;
    std::optional<RulerFigure> ruler;  // right after the mark
    std::string ruler_summary;         // the same in words
    std::string content_version;
    std::string rules_hash;
    std::string date;    // ISO
    std::string footer;  // one line for the foot of each page
};

}  // namespace core
