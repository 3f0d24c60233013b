#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "layout/families.hpp"

namespace shell {

namespace {

constexpr float padding_x = 15;  // 14 and the border
constexpr float padding_y = 10;
constexpr float least_height = 48;
constexpr std::size_t least_lines = 3;

struct Words {
    const std::string& label;
    const std::string& hint;
    const std::string& error;
    bool quiet = false;
};

float add_label(const Context& context, Box& box, const Words& words, const Spot& spot) {
    const TextStyle style = words.quiet ? TextStyle::quiet_label : TextStyle::label;
    float y = add_words(context, box, BoxRole::label, style, plain_text(words.label), spot, 6);
    if (!words.hint.empty()) y -= 4;
    y = add_words(context, box, BoxRole::hint, TextStyle::hint, plain_text(words.hint), {spot.x, y, spot.width}, 6);
    return add_error(context, box, words.error, {spot.x, y, spot.width}, 6);
}

float left_padding(const Context& context, core::FieldKind kind) {
    return kind == core::FieldKind::search ? padding_x + grown(context, 30) : padding_x;
}

float field_width(const Context& context, core::FieldKind kind, float most) {
    return kind == core::FieldKind::number ? std::min(most, grown(context, 140)) : most;
}

// What does not fit in one line stays, unbroken, and is cut by the frame.
TextBlock one_line(const Context& context, const std::string& value, const Spot& spot) {
    const TextLook look = scaled_look(context, TextStyle::field);
    TextBlock block;
    block.style = TextStyle::field;
    block.look = look;
    const float endless = 1.0e6F;
    block.lines = break_lines(plain_text(value), look, context.measure, endless, Spaces::keep);
    block.lines.resize(1);
    block.rect = {spot.x, spot.y, spot.width, look.line_height};
    return block;
}

TextBlock many_lines(const Context& context, const std::string& value, const Spot& spot) {
    const TextLook look = scaled_look(context, TextStyle::field);
    TextBlock block;
    block.style = TextStyle::field;
    block.look = look;
    block.lines = break_lines(plain_text(value), look, context.measure, spot.width, Spaces::keep);
    const std::size_t rows = std::max(least_lines, block.lines.size() + 1);
    block.rect = {spot.x, spot.y, spot.width, look.line_height * static_cast<float>(rows)};
    return block;
}

// A passphrase is never drawn: a dot for each character, as in a native field.
std::string shown_value(const core::Field& field) {
    if (!core::is_secret(field.kind)) return field.value;
    std::string dots;
    for (std::size_t left = core::count_characters(field.value); left > 0; --left) dots += "\u2022";
    return dots;
}

Box make_input(const core::Element& element, TextBlock block, const Rect& frame) {
    Box input = make_part(element, BoxRole::input, frame);
    input.texts.push_back(std::move(block));
    return input;
}

}  // namespace

Box lay_out(const Context& context, const core::Element& element, const core::Field& field, const Spot& spot) {
    Box box = make_box(element, {spot.x, spot.y, spot.width, 0});
    const float y = add_label(context, box, {field.label, field.hint, field.error, field.quiet_label}, spot);
    const float left = left_padding(context, field.kind);
    const float width = field_width(context, field.kind, spot.width);
    const Spot inside{spot.x + left, y + padding_y, width - left - padding_x};
    const bool is_long = field.kind == core::FieldKind::long_text;
    TextBlock block =
        is_long ? many_lines(context, field.value, inside) : one_line(context, shown_value(field), inside);
    const float height = std::max(least_height, block.rect.height + 2 * padding_y);
    if (!is_long) block.rect.y = y + centred(height, block);
    box.children.push_back(make_input(element, std::move(block), {spot.x, y, width, height}));
    box.rect.height = y + height - spot.y;
    return box;
}

Box lay_out(const Context& context, const core::Element& element, const core::Select& select, const Spot& spot) {
    Box box = make_box(element, {spot.x, spot.y, spot.width, 0});
    const float y = add_label(context, box, {select.label, select.hint, select.error, false}, spot);
    const float arrow = grown(context, 34);
    float widest = 0;
    for (const core::Option& option : select.options) {
        widest = std::max(widest, text_width(context, TextStyle::field, plain_text(option.label)));
    }
    const float width = std::min(spot.width, std::max(grown(context, 200), widest + 2 * padding_x + arrow));
    const bool has_chosen = select.chosen && *select.chosen < select.options.size();
    const std::string chosen = has_chosen ? select.options[*select.chosen].label : std::string();
    TextBlock block = one_line(context, chosen, {spot.x + padding_x, y, width - 2 * padding_x - arrow});
    const float height = std::max(least_height, block.rect.height + 2 * padding_y);
    block.rect.y = y + centred(height, block);
    box.children.push_back(make_input(element, std::move(block), {spot.x, y, width, height}));
    box.rect.height = y + height - spot.y;
    return box;
}

}  // namespace shell
