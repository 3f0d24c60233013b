#include "base/json_writer.hpp"
#include "document/write_document.hpp"

namespace core {

namespace {

constexpr int document_schema = 1;

const char* name_of_kind(BlockKind kind) {
    switch (kind) {
        case BlockKind::paragraph: return "paragraph";
        case BlockKind::notice: return "notice";
        case BlockKind::own_words: return "own_words";
        case BlockKind::list: return "list";
        case BlockKind::rows: return "rows";
        case BlockKind::sub_heading: return "sub_heading";
    }
    return "";
}

void add_rows(JsonWriter& write, const char* name, const std::vector<DocumentRow>& rows) {
    write.key(name).begin_list();
    for (const DocumentRow& row : rows)
        write.begin_object().field("term", row.term).field("said", row.said).end_object();
    write.end_list();
}

void add_block(JsonWriter& write, const Block& block) {
    write.begin_object().field("kind", name_of_kind(block.kind));
    if (!block.term.empty()) write.field("term", block.term);
    if (!block.text.empty()) write.field("text", block.text);
    if (!block.items.empty()) {
        write.key("items").begin_list();
        for (const std::string& item : block.items) write.text(item);
        write.end_list();
    }
    if (!block.rows.empty()) add_rows(write, "rows", block.rows);
    write.end_object();
}

}  // namespace

std::string write_json(const Document& document) {
    JsonWriter write(JsonWriter::Layout::indented);
    write.begin_object().field("format", "linealen-document").field("schema", document_schema);
    write.field("recipient", slug_of(document.recipient)).field("title", document.title).field("lead", document.lead);
    write.field("date", document.date)
        .field("content_version", document.content_version)
        .field("rules_hash", document.rules_hash);
    if (!document.mark.empty()) write.field("own_mark", document.mark);
    if (!document.mark_reason.empty()) write.field("own_mark_reason", document.mark_reason);
    add_rows(write, "facts", document.facts);
    write.key("sections").begin_list();
    for (const DocumentSection& section : document.sections) {
        write.begin_object().field("id", section.id).field("heading", section.heading).key("blocks").begin_list();
        for (const Block& block : section.blocks) add_block(write, block);
        write.end_list().end_object();
    }
    write.end_list().field("footer", document.footer).end_object();
    return write.take();
}

}  // namespace core
