// A document, shown as it will read: sections to copy, a file to take along.

#include "document/write_document.hpp"
#include "flow/route.hpp"
#include "view/screens/screens.hpp"

namespace core {

namespace {

Recipient recipient_of(const Scene& scene) {
    return find_recipient(scene.session.place.part).value_or(Recipient::own_notes);
}

// "Hvor ofte? **Hver uge**": a list reads better than a table of two columns, on a phone and by ear.
List describe_rows(const std::vector<DocumentRow>& rows) {
    List list;
    for (const DocumentRow& row : rows) {
        const bool is_question = !row.term.empty() && row.term.back() == '?';
        list.items.push_back({Run{row.term + (is_question ? " " : ": ")}, strong(row.said)});
    }
    return list;
}

Ruler describe_figure(const Scene& scene, const Document& document) {
    Ruler ruler;
    static_cast<RulerFigure&>(ruler) = *document.ruler;
    ruler.legend = scene.say(Text::indication_title);
    ruler.summary = document.ruler_summary;
    return ruler;
}

void add_block(const Block& block, const std::string& id, Elements& to) {
    switch (block.kind) {
        case BlockKind::paragraph: to.push_back(paragraph(id, block.text)); return;
        case BlockKind::sub_heading: to.push_back(heading(id, 3, block.text)); return;
        case BlockKind::notice: {
            Elements children;
            children.push_back(paragraph(id + "-text", block.text));
            to.push_back(group(id, GroupKind::notice, std::move(children)));
            return;
        }
        case BlockKind::own_words:
            if (!block.term.empty()) to.push_back(paragraph(id + "-term", block.term, ParagraphTone::small_muted));
            to.push_back(paragraph(id, block.text, ParagraphTone::quote));
            return;
        case BlockKind::list: {
            if (!block.term.empty()) to.push_back(paragraph(id + "-term", block.term));
            List list;
            for (const std::string& item : block.items) list.items.push_back(words(item));
            to.push_back(Element{id, std::move(list), {}});
            return;
        }
        case BlockKind::rows: to.push_back(Element{id, describe_rows(block.rows), {}}); return;
    }
}

Element describe_section(const Scene& scene, const Document& document, std::size_t number) {
    const DocumentSection& section = document.sections[number];
    const std::string id = "section-" + section.id;
    Elements head;
    head.push_back(heading(id + "-title", 2, section.heading));
    head.push_back(button("copy-" + section.id, scene.say(Text::copy_section), ButtonKind::quiet,
                          SectionCopied{document.recipient, number}, section.heading));
    Elements children;
    children.push_back(group(id + "-head", GroupKind::head, std::move(head)));
    for (std::size_t at = 0; at < section.blocks.size(); ++at) {
        add_block(section.blocks[at], id + "-" + std::to_string(at), children);
    }
    return group(id, GroupKind::card, std::move(children));
}

Element describe_actions(const Scene& scene, Recipient recipient) {
    Elements row;
    row.push_back(button("print", scene.say(Text::print), ButtonKind::primary, DocumentPrinted{recipient}));
    const auto add = [&](const char* id, Text label, DocumentFormat format) {
        row.push_back(button(id, scene.say(label), ButtonKind::secondary, DocumentDownloaded{recipient, format}));
    };
    add("download-html", Text::download_html, DocumentFormat::html);
    add("download-text", Text::download_text, DocumentFormat::text);
    add("download-json", Text::download_json, DocumentFormat::json);
    return group("document-actions", GroupKind::row, std::move(row));
}

void add_mark(const Document& document, Elements& to) {
    if (document.mark.empty()) return;
    Elements children;
    children.push_back(paragraph("mark-label", document.mark_label, ParagraphTone::muted));
    children.push_back(rich_paragraph("mark", strong_words(document.mark), ParagraphTone::lead));
    if (!document.mark_reason.empty()) {
        children.push_back(paragraph("mark-reason", document.mark_reason, ParagraphTone::quote));
    }
    to.push_back(group("mark-card", GroupKind::card, std::move(children)));
}

}  // namespace

std::string heading_of_document(const Scene& scene) { return title_of(scene.content, recipient_of(scene)); }

void describe_document(const Scene& scene, Elements& to) {
    const Recipient recipient = recipient_of(scene);
    const Session& session = scene.session;
    const Indication indication = indicate(scene.content, session.subject);
    const Document document = compose(scene.content, session.subject, indication, recipient,
                                      DocumentChoices{session.indicator_in_notification, session.today});
    to.push_back(paragraph("document-lead", document.lead));
    add_cpr_warning(scene, to);
    if (recipient == Recipient::notification) {
        const bool included = session.indicator_in_notification;
        to.push_back(
            checkbox("with-indicator", scene.say(Text::with_indicator), included, IndicatorIncluded{!included}));
    }
    to.push_back(describe_actions(scene, recipient));
    add_mark(document, to);
    if (document.ruler) to.push_back(Element{"ruler", describe_figure(scene, document), {}});
    if (!document.facts.empty()) { to.push_back(Element{"facts", describe_rows(document.facts), {}}); }
    for (std::size_t at = 0; at < document.sections.size(); ++at) {
        to.push_back(describe_section(scene, document, at));
    }
    to.push_back(paragraph("document-footer", document.footer, ParagraphTone::muted));
    Elements row;
    row.push_back(link("to-overview", scene.say(Text::to_overview), LinkKind::plain, Place{Screen::overview, {}}));
    to.push_back(group("document-end", GroupKind::row, std::move(row)));
}

}  // namespace core
