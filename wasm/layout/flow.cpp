#include "layout/flow.hpp"

#include <algorithm>
#include <cmath>

#include "layout/families.hpp"

namespace shell {

namespace {

const char* name_of(BoxRole role) {
    switch (role) {
        case BoxRole::element: return "element";
        case BoxRole::legend: return "legend";
        case BoxRole::hint: return "hint";
        case BoxRole::error: return "error";
        case BoxRole::option: return "option";
        case BoxRole::input: return "input";
        case BoxRole::label: return "label";
        case BoxRole::text: return "text";
        case BoxRole::marker: return "marker";
        case BoxRole::row: return "row";
        case BoxRole::cell: return "cell";
        case BoxRole::head_cell: return "head";
        case BoxRole::caption: return "caption";
        case BoxRole::figure: return "figure";
        case BoxRole::cover: return "cover";
    }
    return "";
}

// The first thing inside, seen through groups that draw nothing.
const core::Element& leading(const core::Element& element) {
    const auto* group = std::get_if<core::Group>(&element.body);
    const bool see_through = group != nullptr && group->kind == core::GroupKind::plain;
    return see_through && !element.children.empty() ? leading(element.children.front()) : element;
}

bool is_quiet_field(const core::Element& element) {
    const auto* field = std::get_if<core::Field>(&element.body);
    return field != nullptr && field->quiet_label;
}

// In a card a thin line stands before each follow-up question, and before the
// first of several fields.
bool has_line_before(const core::Element& element, const core::Element& previous) {
    const core::Element& first = leading(element);
    if (const auto* choices = std::get_if<core::Choices>(&first.body)) return choices->quiet_legend;
    return is_quiet_field(first) && !is_quiet_field(previous);
}

}  // namespace

std::string part_id(const std::string& element_id, BoxRole role, std::size_t index, std::size_t column) {
    std::string id = element_id + "-" + name_of(role);
    const bool in_table = role == BoxRole::cell || role == BoxRole::head_cell;
    if (in_table || role == BoxRole::option || role == BoxRole::row || role == BoxRole::marker) {
        id += std::to_string(index);
    }
    if (in_table) id += "-" + std::to_string(column);
    return id;
}

float grown(const Context& context, float px) { return std::round(px * context.scale); }

TextLook scaled_look(const Context& context, TextStyle style) {
    TextLook look = look_of(style, context.narrow);
    look.size = grown(context, look.size);
    look.line_height = grown(context, look.line_height);
    return look;
}

core::Rich plain_text(const std::string& text) { return {{text, core::RunKind::plain, {}}}; }

TextBlock set_text(const Context& context, TextStyle style, const TextLook& look, const core::Rich& text,
                   const Spot& spot, Align align) {
    TextBlock block;
    block.style = style;
    block.look = look;
    block.align = align;
    block.lines = break_lines(text, look, context.measure, spot.width);
    if (align != Align::left) {
        for (Line& line : block.lines) {
            const float room = std::max(0.0F, spot.width - line.width);
            const float shift = std::floor(align == Align::centre ? room / 2 : room);
            for (Piece& piece : line.pieces) piece.x += shift;
        }
    }
    block.rect = {spot.x, spot.y, spot.width, look.line_height * static_cast<float>(block.lines.size())};
    return block;
}

TextBlock set_text(const Context& context, TextStyle style, const core::Rich& text, const Spot& spot, Align align) {
    return set_text(context, style, scaled_look(context, style), text, spot, align);
}

float text_width(const Context& context, TextStyle style, const core::Rich& text) {
    return unbroken_width(text, scaled_look(context, style), context.measure);
}

float word_width(const Context& context, TextStyle style, const core::Rich& text) {
    return longest_word(text, scaled_look(context, style), context.measure);
}

float comfortable_width(const Context& context, TextStyle style, float most) {
    const TextLook look = scaled_look(context, style);
    return std::min(most, std::floor(66 * context.measure.advance('0', look.size, Weight::regular)));
}

float centred(float height, const TextBlock& text) {
    const float above = std::max(0.0F, std::floor((height - text.rect.height) / 2));
    const float below = std::max(0.0F, height - text.rect.height - above);
    return above + std::min(below, std::round(text.look.size * 0.05F));
}

Box make_box(const core::Element& element, const Rect& rect) {
    Box box;
    box.id = element.id;
    box.element = &element;
    box.rect = rect;
    return box;
}

Box make_part(const core::Element& element, BoxRole role, const Rect& rect, std::size_t index, std::size_t column) {
    Box box = make_box(element, rect);
    box.id = part_id(element.id, role, index, column);
    box.role = role;
    box.index = index;
    box.column = column;
    return box;
}

float add_words(const Context& context, Box& parent, BoxRole role, TextStyle style, const core::Rich& text,
                const Spot& spot, float gap_below) {
    const bool empty = std::all_of(text.begin(), text.end(), [](const core::Run& run) { return run.text.empty(); });
    if (empty) return spot.y;
    const Spot line{spot.x, spot.y, comfortable_width(context, style, spot.width)};
    TextBlock block = set_text(context, style, text, line);
    Box box = make_part(*parent.element, role, block.rect);
    box.texts.push_back(std::move(block));
    const float bottom = box.rect.bottom();
    parent.children.push_back(std::move(box));
    return bottom + gap_below;
}

float add_error(const Context& context, Box& parent, const std::string& error, const Spot& spot, float gap_below) {
    if (error.empty()) return spot.y;
    const float room = grown(context, 26);
    const float bottom = add_words(context, parent, BoxRole::error, TextStyle::error, plain_text(error),
                                   {spot.x + room, spot.y, spot.width - room}, gap_below);
    Rect& rect = parent.children.back().rect;
    rect = {spot.x, rect.y, rect.width + room, rect.height};
    return bottom;
}

void move(TextBlock& text, float dx, float dy) {
    text.rect.x += dx;
    text.rect.y += dy;
}

void move(Box& box, float dx, float dy) {
    box.rect.x += dx;
    box.rect.y += dy;
    for (TextBlock& text : box.texts) move(text, dx, dy);
    for (Box& child : box.children) move(child, dx, dy);
}

float stack(const Context& context, std::span<const core::Element> elements, const Spot& spot, Box& parent,
            bool with_first_margin) {
    float y = spot.y;
    float owed = 0;  // the margin below the one before, not yet given
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const core::Element& element = elements[i];
        const Margins margins = margins_of(context, element);
        if (i > 0 && context.in_card && has_line_before(element, elements[i - 1])) {
            Box line = make_part(*parent.element, BoxRole::marker, {spot.x, y + 16, spot.width, 1}, i);
            parent.children.push_back(std::move(line));
            y += 33;
        } else if (i > 0 || with_first_margin) {
            y += std::max(owed, margins.above);
        }
        Box box = lay_out_element(context, element, {spot.x, y, spot.width});
        y = box.rect.bottom();
        owed = margins.below;
        parent.children.push_back(std::move(box));
    }
    return y;
}

float wrap(const Context& context, std::span<const core::Element> elements, const Spot& spot, Box& parent, float gap_x,
           float gap_y) {
    float x = spot.x;
    float y = spot.y;
    float height = 0;
    std::size_t row_begin = parent.children.size();
    const auto centre_row = [&] {
        for (std::size_t i = row_begin; i < parent.children.size(); ++i) {
            Box& box = parent.children[i];
            move(box, 0, std::floor((height - box.rect.height) / 2));
        }
        row_begin = parent.children.size();
    };
    for (const core::Element& element : elements) {
        const float width = natural_width(context, element, spot.width);
        if (x > spot.x && x + width > spot.x + spot.width) {
            centre_row();
            y += height + gap_y;
            x = spot.x;
            height = 0;
        }
        Box box = lay_out_element(context, element, {x, y, width});
        height = std::max(height, box.rect.height);
        x += width + gap_x;
        parent.children.push_back(std::move(box));
    }
    centre_row();
    return y + height;
}

}  // namespace shell
