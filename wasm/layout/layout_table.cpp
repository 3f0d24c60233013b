#include <algorithm>
#include <cmath>

#include "layout/families.hpp"

namespace shell {

namespace {

constexpr float gap_x = 20;    // between columns
constexpr float padding = 10;  // above and below in a row
constexpr float row_gap = 12;

struct Columns {
    std::vector<float> widths;  // empty: stacked
};

Columns measure_columns(const Context& context, const core::Table& table, float most) {
    const std::size_t count = table.columns.size();
    std::vector<float> natural(count, 0);
    std::vector<float> least(count, 0);
    const auto widen = [&](std::size_t column, TextStyle style, const core::Rich& text) {
        natural[column] = std::max(natural[column], text_width(context, style, text));
        least[column] = std::max(least[column], word_width(context, style, text));
    };
    for (std::size_t column = 0; column < count; ++column) {
        widen(column, TextStyle::table_head, plain_text(table.columns[column]));
        for (const auto& row : table.rows) {
            if (column < row.size()) widen(column, TextStyle::table_cell, row[column]);
        }
    }
    float sum_natural = 0;
    float sum_least = 0;
    for (std::size_t column = 0; column < count; ++column) {
        sum_natural += natural[column];
        sum_least += least[column];
    }
    const float room = most - gap_x * static_cast<float>(count > 0 ? count - 1 : 0);
    // Columns of one or two words each cannot be read on a phone.
    const bool cramped = context.narrow && count > 2 && sum_natural > 1.5F * room;
    if (sum_least > room || cramped) return {};
    Columns columns;
    float given = 0;
    for (std::size_t column = 0; column < count; ++column) {
        // Room beyond the longest words goes where the most words are.
        const float share = sum_natural <= room
                                ? natural[column] / std::max(1.0F, sum_natural)
                                : (natural[column] - least[column]) / std::max(1.0F, sum_natural - sum_least);
        const float base = sum_natural <= room ? natural[column] : least[column];
        const float spare = sum_natural <= room ? room - sum_natural : room - sum_least;
        const float width = std::floor(base + spare * share);
        columns.widths.push_back(width);
        given += width;
    }
    if (!columns.widths.empty()) columns.widths.back() += std::floor(room - given);
    return columns;
}

Box make_cell(const Context& context, const core::Element& element, BoxRole role, TextStyle style,
              const core::Rich& text, const Spot& spot, std::size_t row, std::size_t column) {
    TextBlock block = set_text(context, style, text, spot);
    Box cell = make_part(element, role, block.rect, row, column);
    cell.texts.push_back(std::move(block));
    return cell;
}

// One row of cells beside each other, as high as the highest.
Box lay_out_row(const Context& context, const core::Element& element, const std::vector<core::Rich>& cells,
                bool is_head, std::size_t index, const Columns& columns, const Spot& spot) {
    Box row = make_part(element, BoxRole::row, {spot.x, spot.y, spot.width, 0}, is_head ? 0 : index + 1);
    const BoxRole role = is_head ? BoxRole::head_cell : BoxRole::cell;
    const TextStyle style = is_head ? TextStyle::table_head : TextStyle::table_cell;
    float x = spot.x;
    float bottom = spot.y;
    for (std::size_t column = 0; column < cells.size() && column < columns.widths.size(); ++column) {
        Box cell = make_cell(context, element, role, style, cells[column],
                             {x, spot.y + padding, columns.widths[column]}, index, column);
        x += columns.widths[column] + gap_x;
        bottom = std::max(bottom, cell.rect.bottom());
        row.children.push_back(std::move(cell));
    }
    row.rect.height = bottom + padding - spot.y;
    return row;
}

Box lay_out_stacked_head(const core::Element& element, const core::Table& table, const Spot& spot) {
    Box row = make_part(element, BoxRole::row, {spot.x, spot.y, spot.width, 0}, 0);
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        row.children.push_back(make_part(element, BoxRole::head_cell, {spot.x, spot.y, spot.width, 0}, 0, column));
    }
    return row;
}

Box lay_out_stacked_row(const Context& context, const core::Element& element, const core::Table& table,
                        std::size_t index, const Spot& spot) {
    Box row = make_part(element, BoxRole::row, {spot.x, spot.y, spot.width, 0}, index + 1);
    float y = spot.y + padding;
    for (std::size_t column = 0; column < table.rows[index].size() && column < table.columns.size(); ++column) {
        TextBlock name =
            set_text(context, TextStyle::quiet_label, plain_text(table.columns[column]), {spot.x, y, spot.width});
        Box cell = make_cell(context, element, BoxRole::cell, TextStyle::table_cell, table.rows[index][column],
                             {spot.x, name.rect.bottom(), spot.width}, index, column);
        cell.rect.height = cell.rect.bottom() - y;
        cell.rect.y = y;
        y = cell.rect.bottom() + 4;
        cell.texts.push_back(std::move(name));
        row.children.push_back(std::move(cell));
    }
    row.rect.height = y - 4 + padding - spot.y;
    return row;
}

Box make_link(const Context& context, const core::Element& element, const core::SummaryRow& row, std::size_t index,
              Align align, const Spot& spot) {
    TextBlock block = set_text(context, TextStyle::link, plain_text(row.link_label), spot, align);
    const float height = std::max(touch_target, block.rect.height);
    move(block, 0, centred(height, block));
    Box box = make_part(element, BoxRole::option, {spot.x, spot.y, spot.width, height}, index);
    if (!row.id.empty()) box.id = row.id;
    box.texts.push_back(std::move(block));
    return box;
}

Box make_words(const Context& context, const core::Element& element, BoxRole role, TextStyle style,
               const core::Rich& text, std::size_t index, const Spot& spot) {
    TextBlock block = set_text(context, style, text, spot);
    Box box = make_part(element, role, block.rect, index);
    box.id = part_id(element.id, BoxRole::row, index) + (role == BoxRole::label ? "-label" : "-text");
    box.texts.push_back(std::move(block));
    return box;
}

Box lay_out_summary_row(const Context& context, const core::Element& element, const core::SummaryRow& row,
                        std::size_t index, const Spot& spot) {
    Box box = make_part(element, BoxRole::row, {spot.x, spot.y, spot.width, 0}, index);
    const float link = std::max(touch_target, text_width(context, TextStyle::link, plain_text(row.link_label)));
    const float top = spot.y + row_gap;
    if (context.narrow) {
        Box term = make_words(context, element, BoxRole::label, TextStyle::label, plain_text(row.term), index,
                              {spot.x, top, spot.width});
        Box said = make_words(context, element, BoxRole::text, TextStyle::body, row.said, index,
                              {spot.x, term.rect.bottom(), spot.width});
        const float y = said.rect.bottom();
        Box back = make_link(context, element, row, index, Align::left, {spot.x, y, std::min(link, spot.width)});
        box.rect.height = back.rect.bottom() + 4 - spot.y;
        box.children = {std::move(term), std::move(said), std::move(back)};
        return box;
    }
    const float term_width = std::floor(spot.width * 0.3F);
    const float said_width = spot.width - term_width - link - 2 * gap_x;
    Box term = make_words(context, element, BoxRole::label, TextStyle::label, plain_text(row.term), index,
                          {spot.x, top, term_width});
    Box said = make_words(context, element, BoxRole::text, TextStyle::body, row.said, index,
                          {term.rect.right() + gap_x, top, said_width});
    const float link_look_gap = std::floor((touch_target - scaled_look(context, TextStyle::link).line_height) / 2);
    const float link_y = std::max(spot.y + 1, top - std::max(0.0F, link_look_gap));
    Box back = make_link(context, element, row, index, Align::right, {spot.x + spot.width - link, link_y, link});
    const float bottom = std::max({term.rect.bottom(), said.rect.bottom(), back.rect.bottom() - row_gap});
    box.rect.height = bottom + row_gap - spot.y;
    box.children = {std::move(term), std::move(said), std::move(back)};
    return box;
}

}  // namespace

Box lay_out(const Context& context, const core::Element& element, const core::Table& table, const Spot& spot) {
    Box box = make_box(element, {spot.x, spot.y, spot.width, 0});
    float y = add_words(context, box, BoxRole::caption, TextStyle::label, plain_text(table.caption), spot, 4);
    const Columns columns = measure_columns(context, table, spot.width);
    const bool stacked = columns.widths.empty();
    std::vector<core::Rich> head;
    for (const std::string& column : table.columns) head.push_back(plain_text(column));
    const Spot top{spot.x, y, spot.width};
    box.children.push_back(stacked ? lay_out_stacked_head(element, table, top)
                                   : lay_out_row(context, element, head, true, 0, columns, top));
    y = box.children.back().rect.bottom();
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const Spot row{spot.x, y, spot.width};
        box.children.push_back(stacked ? lay_out_stacked_row(context, element, table, i, row)
                                       : lay_out_row(context, element, table.rows[i], false, i, columns, row));
        y = box.children.back().rect.bottom();
    }
    box.rect.height = y - spot.y;
    return box;
}

Box lay_out(const Context& context, const core::Element& element, const core::Summary& summary, const Spot& spot) {
    Box box = make_box(element, {spot.x, spot.y, spot.width, 0});
    float y = spot.y;
    for (std::size_t i = 0; i < summary.rows.size(); ++i) {
        Box row = lay_out_summary_row(context, element, summary.rows[i], i, {spot.x, y, spot.width});
        y = row.rect.bottom();
        box.children.push_back(std::move(row));
    }
    box.rect.height = y - spot.y;
    return box;
}

}  // namespace shell
