#include <algorithm>
#include <cmath>

#include "layout/families.hpp"

namespace shell {

namespace {

constexpr float cell_padding_y = 9;
constexpr float row_padding_x = 16;
constexpr float row_padding_y = 11;
constexpr float row_height = 48;

struct Cells {
    TextStyle style = TextStyle::option;
    TextLook look;
    TextLook strong;
    float padding = 18;
};

Cells cells_of(const Context& context, const core::Choices& choices) {
    Cells cells;
    cells.style = choices.quiet_legend ? TextStyle::option_small : TextStyle::option;
    cells.look = scaled_look(context, cells.style);
    cells.strong = cells.look;
    cells.strong.weight = Weight::strong;
    cells.padding = context.narrow ? 5.0F : choices.quiet_legend ? 14.0F : 19.0F;
    return cells;
}

// Widths of cells beside each other; empty when they must stand under each
// other. All are measured strong, so that choosing moves nothing.
std::vector<float> cell_widths(const Context& context, const core::Choices& choices, const Cells& cells, float most) {
    if (context.narrow && choices.kind == core::ChoicesKind::stack) return {};
    std::vector<float> widths;
    float sum = 0;
    float longest = 0;
    for (const core::Option& option : choices.options) {
        const core::Rich label = plain_text(option.label);
        widths.push_back(unbroken_width(label, cells.strong, context.measure) + 2 * cells.padding);
        sum += widths.back();
        longest = std::max(longest, longest_word(label, cells.strong, context.measure) + 2 * cells.padding);
    }
    if (!context.narrow && sum <= most) return widths;
    const float count = static_cast<float>(widths.size());
    const bool equal = choices.kind == core::ChoicesKind::segments && longest * count <= most;
    if (!equal) return {};
    float given = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const float edge = std::round(most * static_cast<float>(i + 1) / count);
        widths[i] = edge - given;
        given = edge;
    }
    return widths;
}

Box lay_out_cell(const Context& context, const core::Element& element, const core::Choices& choices, const Cells& cells,
                 std::size_t index, const Spot& spot) {
    const core::Option& option = choices.options[index];
    const Spot inside{spot.x + cells.padding, spot.y, spot.width - 2 * cells.padding};
    const core::Rich label = plain_text(option.label);
    const TextLook& look = choices.chosen == index ? cells.strong : cells.look;
    TextBlock block = set_text(context, cells.style, look, label, inside, Align::centre);
    const auto lines = break_lines(label, cells.strong, context.measure, inside.width).size();
    const float room = std::max(block.rect.height, static_cast<float>(lines) * look.line_height);
    Box box = make_part(element, BoxRole::option,
                        {spot.x, spot.y, spot.width, std::max(touch_target, room + 2 * cell_padding_y)}, index);
    box.texts.push_back(std::move(block));
    return box;
}

void set_height(Box& cell, float height) {
    cell.rect.height = height;
    for (TextBlock& text : cell.texts) { text.rect.y = cell.rect.y + centred(height, text); }
}

float add_cells(const Context& context, Box& box, const core::Choices& choices, const Spot& spot) {
    const Cells cells = cells_of(context, choices);
    const std::vector<float> widths = cell_widths(context, choices, cells, spot.width);
    const std::size_t begin = box.children.size();
    float x = spot.x;
    float y = spot.y;
    float height = 0;
    for (std::size_t i = 0; i < choices.options.size(); ++i) {
        const float width = widths.empty() ? spot.width : widths[i];
        Box cell = lay_out_cell(context, *box.element, choices, cells, i, {x, y, width});
        height = std::max(height, cell.rect.height);
        if (widths.empty()) {
            y = cell.rect.bottom();
            set_height(cell, cell.rect.height);
        } else {
            x += width;
        }
        box.children.push_back(std::move(cell));
    }
    if (widths.empty()) return y;
    for (std::size_t i = begin; i < box.children.size(); ++i) set_height(box.children[i], height);
    return y + height;
}

// A line with its sign to the left: radio button or check box.
Box lay_out_row(const Context& context, const core::Element& element, const std::string& label, const std::string& hint,
                std::size_t index, const Spot& spot, float padding) {
    const float sign = choice_sign_size(context.scale) + 12;
    const float x = spot.x + padding + sign;
    const float width = spot.width - 2 * padding - sign;
    TextBlock first = set_text(context, TextStyle::option, plain_text(label), {x, spot.y, width});
    float words = first.rect.height;
    TextBlock second;
    if (!hint.empty()) {
        second = set_text(context, TextStyle::hint, plain_text(hint), {x, spot.y + words, width});
        words += second.rect.height;
    }
    const float height = std::max(row_height, words + 2 * row_padding_y);
    const float shift = std::floor((height - words) / 2);
    Box box = make_part(element, BoxRole::option, {spot.x, spot.y, spot.width, height}, index);
    move(first, 0, shift);
    box.texts.push_back(std::move(first));
    if (!hint.empty()) {
        move(second, 0, shift);
        box.texts.push_back(std::move(second));
    }
    return box;
}

float add_rows(const Context& context, Box& box, const core::Choices& choices, const Spot& spot) {
    float y = spot.y;
    for (std::size_t i = 0; i < choices.options.size(); ++i) {
        const core::Option& option = choices.options[i];
        Box row =
            lay_out_row(context, *box.element, option.label, option.hint, i, {spot.x, y, spot.width}, row_padding_x);
        y = row.rect.bottom();
        box.children.push_back(std::move(row));
    }
    return y;
}

}  // namespace

float choice_sign_size(float text_scale) { return std::round(24 * std::min(text_scale, 1.5F)); }

Box lay_out(const Context& context, const core::Element& element, const core::Choices& choices, const Spot& spot) {
    Box box = make_box(element, {spot.x, spot.y, spot.width, 0});
    const bool has_more = !choices.hint.empty() || !choices.error.empty();
    const TextStyle style = choices.quiet_legend ? TextStyle::quiet_label : TextStyle::question;
    const float gap = choices.quiet_legend ? 6 : 12;
    float y = add_words(context, box, BoxRole::legend, style, choices.legend, spot, has_more ? 4 : gap);
    y = add_words(context, box, BoxRole::hint, TextStyle::hint, plain_text(choices.hint), {spot.x, y, spot.width}, gap);
    y = add_error(context, box, choices.error, {spot.x, y, spot.width}, gap);
    const Spot rest{spot.x, y, spot.width};
    y = choices.kind == core::ChoicesKind::list ? add_rows(context, box, choices, rest)
                                                : add_cells(context, box, choices, rest);
    box.rect.height = y - spot.y;
    return box;
}

Box lay_out(const Context& context, const core::Element& element, const core::Checkbox& checkbox, const Spot& spot) {
    Box row = lay_out_row(context, element, checkbox.label, checkbox.hint, 0, spot, 0);
    Box box = make_box(element, row.rect);
    box.children.push_back(std::move(row));
    return box;
}

}  // namespace shell
