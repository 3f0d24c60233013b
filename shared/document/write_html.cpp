#include "document/document_style.hpp"
#include "document/html_parts.hpp"
#include "document/write_document.hpp"
#include "figure/ruler_drawing.hpp"
#include "figure/write_svg.hpp"

namespace core {

namespace {

constexpr float ruler_width = 760;

std::string rows_html(const std::vector<DocumentRow>& rows) {
    std::string out = "<dl>";
    for (const DocumentRow& row : rows)
        out += "<dt>" + escape_html(row.term) + "</dt><dd>" + escape_html(row.said) + "</dd>";
    return out + "</dl>\n";
}

std::string block_html(const Block& block) {
    switch (block.kind) {
        case BlockKind::paragraph: return html_element("p", block.text);
        case BlockKind::notice: return "<p class=\"notice\">" + escape_html(block.text) + "</p>\n";
        case BlockKind::sub_heading: return html_element("h3", block.text);
        case BlockKind::own_words:
            return "<p class=\"term\">" + escape_html(block.term) + "</p><blockquote><p>" + escape_html(block.text) +
                   "</p></blockquote>\n";
        case BlockKind::list: {
            std::string out = "<ul>";
            for (const std::string& item : block.items) out += "<li>" + escape_html(item) + "</li>";
            return out + "</ul>\n";
        }
        case BlockKind::rows: return rows_html(block.rows);
    }
    return "";
}

std::string mark_html(const Document& document) {
    if (document.mark.empty()) return "";
    std::string out = "<section class=\"mark\"><p>" + escape_html(document.mark_label) + "</p><p class=\"level\">" +
                      escape_html(document.mark) + "</p>";
    if (!document.mark_reason.empty())
        out += "<blockquote><p>" + escape_html(document.mark_reason) + "</p></blockquote>";
    return out + "</section>\n";
}

}  // namespace

std::string html_element(const char* tag, std::string_view text) {
    return std::string("<") + tag + ">" + escape_html(text) + "</" + tag + ">\n";
}

std::string open_html(const Content& content, std::string_view title, Paper paper) {
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"da\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-";
    out += document_style_hash;
    out +=
        "'; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" "
        "content=\"width=device-width\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
    out += escape_html(content.texts[Text::app_name]) + ": " + escape_html(title) + "</title>\n<style>" +
           document_style + "</style>\n</head>\n<body" + (paper == Paper::sheet ? " class=\"sheet\"" : "") +
           ">\n<main>\n";
    return out;
}

std::string close_html(std::string_view footer) {
    return "</main>\n<footer>" + html_element("p", footer) + "</footer>\n</body>\n</html>\n";
}

std::string write_html(const Content& content, const Document& document) {
    std::string out = open_html(content, document.title);
    out += html_element("h1", document.title) + html_element("p", document.lead) + rows_html(document.facts) +
           mark_html(document);
    if (document.ruler) out += write_svg(draw_ruler(*document.ruler, ruler_width), document.ruler_summary) + "\n";
    for (const DocumentSection& section : document.sections) {
        out += "<section>\n" + html_element("h2", section.heading);
        for (const Block& block : section.blocks) out += block_html(block);
        out += "</section>\n";
    }
    return out + close_html(document.footer);
}

}  // namespace core
