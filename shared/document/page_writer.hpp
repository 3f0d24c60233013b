// page_writer.hpp -- a page for paper, part by part, as HTML.
//
// Inside the room: for write_page.cpp and write_self_page.cpp.
// Knows: html_parts, figure, content. Never: which page it is.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "document/html_parts.hpp"
#include "figure/arrange.hpp"
#include "figure/figure_table.hpp"
#include "figure/write_svg.hpp"

namespace core {

class PageWriter {
public:
    PageWriter(const Content& content, const std::string& title, Paper paper)
        : content_(content), paper_(paper), out_(open_html(content, title, paper) + html_element("h1", title)) {}

    void say(std::string_view text) {
        if (!text.empty()) out_ += html_element("p", text);
    }
    void heading(Text title) { out_ += html_element("h2", content_.texts[title]); }
    void heading(std::string_view title) { out_ += html_element("h2", title); }
    void notice(std::string_view title, std::string_view text) {
        out_ += "<div class=\"notice\"><p><strong>" + escape_html(title) + "</strong></p>" + html_element("p", text) +
                "</div>\n";
    }
    void warning(std::string_view text) {
        out_ += "<div class=\"notice\"><p><strong>" + escape_html(text) + "</strong></p></div>\n";
    }
    void list(const std::vector<std::string>& items, bool ordered = false) {
        if (items.empty()) return;
        out_ += ordered ? "<ol>" : "<ul>";
        for (const std::string& item : items) out_ += "<li>" + escape_html(item) + "</li>";
        out_ += ordered ? "</ol>\n" : "</ul>\n";
    }
    void part(Text title, const std::vector<std::string>& items) {
        if (items.empty()) return;
        heading(title);
        list(items);
    }
    void part(std::string_view title, const std::vector<std::string>& items) {
        if (items.empty()) return;
        heading(title);
        list(items);
    }
    void part(Text title, std::string_view text) {
        if (text.empty()) return;
        heading(title);
        say(text);
    }
    // One line of "Hvornår: i dag".
    void row(Text term, std::string_view said) {
        if (said.empty()) return;
        out_ += "<p><strong>" + escape_html(content_.texts[term]) + "</strong> " + escape_html(said) + "</p>\n";
    }
    void table(std::string_view caption, const std::vector<std::string>& columns,
               const std::vector<std::vector<std::string>>& rows) {
        out_ += "<table><caption>" + escape_html(caption) + "</caption><thead><tr>";
        for (const std::string& column : columns) out_ += "<th scope=\"col\">" + escape_html(column) + "</th>";
        out_ += "</tr></thead><tbody>";
        for (const std::vector<std::string>& cells : rows) {
            out_ += "<tr>";
            for (const std::string& cell : cells) out_ += "<td>" + escape_html(cell) + "</td>";
            out_ += "</tr>";
        }
        out_ += "</tbody></table>\n";
    }
    // With the table that says the same. marks: as for arrange().
    void figure(const Figure& figure, const std::vector<int>& marks) {
        heading(figure.title);
        say(figure.says);
        drawing(figure, marks, figure.title);
        table(figure.table_title, figure.columns, rows_of(figure));
        say(figure.note);
    }
    void drawing(const Figure& figure, const std::vector<int>& marks, const std::string& summary) {
        constexpr float figure_width = 700;
        if (figure.kind != FigureKind::table)
            out_ += write_svg(draw_figure(figure, marks, figure_width), summary) + "\n";
    }
    void quote(std::string_view from, std::string_view text) {
        say(from);
        out_ += "<blockquote><p>»" + escape_html(text) + "«</p></blockquote>\n";
    }
    void duty() {
        out_ += "<div class=\"notice\">" + html_element("p", content_.texts[Text::duty]) +
                html_element("p", content_.texts[Text::duty_alone]) +
                html_element("p", content_.texts[Text::duty_source]) + "</div>\n";
    }
    // Where the sheet has no room for more.
    void duty_in_short() {
        const std::string text = content_.texts[Text::duty] + " " + content_.texts[Text::duty_source];
        out_ += "<div class=\"notice\">" + html_element("p", text) + "</div>\n";
    }
    std::string end(const Review& review, const std::string& address) {
        heading(Text::sources_and_date);
        std::vector<std::string> titles;
        for (const SourceKey& key : review.sources) {
            const Source* source = find_source(content_, key);
            // A sheet says where the page stands, and their addresses are there.
            if (source != nullptr) titles.push_back(paper_ == Paper::sheet ? source->title : with_address(*source));
        }
        list(titles);
        say(fill(content_.texts[text_of(review.state)], {{"date", written_date(review.date)}}));
        return end(address);
    }
    std::string end(const std::string& address) const {
        return out_ + close_html(fill(content_.texts[Text::paper_footer],
                                      {{"version", content_.version}, {"address", address}}));
    }

private:
    const Content& content_;
    Paper paper_;
    std::string out_;
};

}  // namespace core
