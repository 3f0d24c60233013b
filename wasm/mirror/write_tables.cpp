#include <utility>

#include "mirror/write_parts.hpp"

namespace shell {

namespace {

// Roles are said aloud: laid out by coordinates, the browser would no longer
// take these for parts of a table.
Node make_table_part(std::string id, const char* tag, const char* role, const Box* box = nullptr) {
    Node node = make_node(std::move(id), tag, "", box);
    set(node, "role", role);
    return node;
}

Node make_row(const core::Element& element, const core::Table& table, std::size_t row, const Box* box) {
    const std::string id = element.id + "-r" + std::to_string(row);
    Node line = make_table_part(id, "tr", "row");
    for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
        const bool heads = column == 0;
        const Box* cell = find_cell(box, BoxRole::cell, column);
        if (cell == nullptr) cell = find_cell(box, BoxRole::head_cell, column);
        const std::string cell_id = id + "c" + std::to_string(column);
        Node part = make_table_part(cell_id, heads ? "th" : "td", heads ? "rowheader" : "cell", cell);
        if (heads) set(part, "scope", "row");
        part.children.push_back(
            make_text(cell_id + "t", "span", "", TextStyle::table_cell, find_text(cell), table.rows[row][column]));
        // Stacked on a phone, each cell has its column's name above it; the ear has it from the head.
        if (const TextBlock* name = find_text(cell, 1)) {
            Node column_name = make_text(cell_id + "n", "span", "column-name", TextStyle::quiet_label, name, {});
            set(column_name, "aria-hidden", "true");
            part.children.insert(part.children.begin(), std::move(column_name));
        }
        line.children.push_back(std::move(part));
    }
    return line;
}

// The row whose cells head the columns: the one that holds head cells.
const Box* find_head(const Box* box) {
    if (box == nullptr) return nullptr;
    for (const Box& row : box->children) {
        for (const Box& cell : row.children) {
            if (cell.role == BoxRole::head_cell) return &row;
        }
    }
    return nullptr;
}

const Box* find_body_row(const Box* box, const Box* head, std::size_t row) {
    if (box == nullptr) return nullptr;
    std::size_t seen = 0;
    for (const Box& child : box->children) {
        if (child.role != BoxRole::row || &child == head) continue;
        if (seen == row) return &child;
        ++seen;
    }
    return nullptr;
}

}  // namespace

Node write(const core::Element& element, const core::Table& table, const Box* box) {
    Node node = make_table_part(element.id, "table", "table", box);
    node.classes = "table";
    if (!table.caption.empty()) {
        const TextBlock* block = find_text(find_box(box, BoxRole::caption));
        node.children.push_back(
            make_text(element.id + "-caption", "caption", "", TextStyle::label, block, plain(table.caption)));
    }
    const Box* head_box = find_head(box);
    Node head = make_table_part(element.id + "-head", "thead", "rowgroup");
    Node head_row = make_table_part(element.id + "-h", "tr", "row");
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const Box* cell = find_cell(head_box, BoxRole::head_cell, column);
        const std::string id = element.id + "-h" + std::to_string(column);
        Node part = make_table_part(id, "th", "columnheader", cell);
        set(part, "scope", "col");
        part.children.push_back(
            make_text(id + "t", "span", "", TextStyle::table_head, find_text(cell), plain(table.columns[column])));
        head_row.children.push_back(std::move(part));
    }
    head.children.push_back(std::move(head_row));
    node.children.push_back(std::move(head));
    Node body = make_table_part(element.id + "-body", "tbody", "rowgroup");
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        body.children.push_back(make_row(element, table, row, find_body_row(box, head_box, row)));
    }
    node.children.push_back(std::move(body));
    return node;
}

Node write(const core::Element& element, const core::Summary& summary, const Box* box) {
    Node node = make_node(element.id, "dl", "summary", box);
    for (std::size_t i = 0; i < summary.rows.size(); ++i) {
        const core::SummaryRow& row = summary.rows[i];
        const Box* row_box = find_box(box, BoxRole::row, i);
        const Box* link_box = find_box(row_box, BoxRole::option);
        if (link_box == nullptr) link_box = find_box(row_box, BoxRole::option, i);
        const Box* term_box = find_box(row_box, BoxRole::label);
        if (term_box == nullptr) term_box = find_box(row_box, BoxRole::label, i);
        const Box* said_box = find_box(row_box, BoxRole::text);
        if (said_box == nullptr) said_box = find_box(row_box, BoxRole::text, i);
        Node line = make_node(row.id + "-row", "div", "summary-row", row_box);
        line.children.push_back(
            make_text(row.id + "-term", "dt", "", TextStyle::label, find_text(term_box), plain(row.term)));
        line.children.push_back(make_text(row.id + "-said", "dd", "", TextStyle::body, find_text(said_box), row.said));
        if (!row.link_label.empty()) {
            Node holder = make_node(row.id + "-back", "dd", "");
            Node link = make_node(row.id, "a", "link", link_box);
            set(link, "href", row.address);
            link.element = element.id;
            link.part = i;
            link.focusable = true;
            link.children.push_back(
                make_text(row.id + "-t", "span", "", TextStyle::link, find_text(link_box), plain(row.link_label)));
            add_description(link, row.id, row.link_description);
            holder.children.push_back(std::move(link));
            line.children.push_back(std::move(holder));
        }
        node.children.push_back(std::move(line));
    }
    return node;
}

// A picture with a name; its words stand there for the eye, and the table that follows says them to all.
Node write(const core::Element& element, const core::Illustration& shown, const Box* box) {
    Node node = make_node(element.id, "div", "illustration", box);
    set(node, "role", "img");
    set(node, "aria-label", shown.summary);
    for (std::size_t at = 0; box != nullptr && at < box->texts.size(); ++at) {
        Node label =
            make_text(element.id + "-" + std::to_string(at), "span", "", TextStyle::ruler_note, &box->texts[at], {});
        set(label, "aria-hidden", "true");
        node.children.push_back(std::move(label));
    }
    return node;
}

}  // namespace shell
