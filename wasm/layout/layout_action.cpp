#include <algorithm>
#include <cmath>

#include "layout/families.hpp"

namespace shell {

namespace {

constexpr float button_height = 48;
constexpr float button_padding = 26;  // 24 and the border
constexpr float quiet_padding = 10;
constexpr float button_padding_y = 10;
constexpr float link_padding_y = 8;

TextLook button_look(const Context& context, core::ButtonKind kind) {
    TextLook look = scaled_look(context, TextStyle::button);
    if (kind == core::ButtonKind::quiet) look.weight = Weight::regular;
    return look;
}

float padding_of(core::ButtonKind kind) { return kind == core::ButtonKind::quiet ? quiet_padding : button_padding; }

// A box with one centred text; it grows when the text needs more lines.
Box lay_out_label(const Context& context, const core::Element& element, TextStyle style, const TextLook& look,
                  const std::string& label, const Spot& spot, float padding_left, float padding_right, float padding_y,
                  float least_height, Align align) {
    TextBlock block = set_text(context, style, look, plain_text(label),
                               {spot.x + padding_left, spot.y, spot.width - padding_left - padding_right}, align);
    const float height = std::max(least_height, block.rect.height + 2 * padding_y);
    move(block, 0, centred(height, block));
    Box box = make_box(element, {spot.x, spot.y, spot.width, height});
    box.texts.push_back(std::move(block));
    return box;
}

TextLook link_look(const Context& context, const core::Link& link) {
    const bool is_nav = link.kind == core::LinkKind::nav;
    TextLook look = scaled_look(context, is_nav                              ? TextStyle::nav
                                         : link.kind == core::LinkKind::back ? TextStyle::back
                                                                             : TextStyle::link);
    if (is_nav && link.current) look.weight = Weight::strong;
    return look;
}

Box lay_out_door(const Context& context, const core::Element& element, const core::Link& link, const Spot& spot) {
    const float padding = context.narrow ? 18 : 24;
    const float least_height = context.narrow ? 0 : 190;
    const float width = spot.width - 2 * padding;
    const float x = spot.x + padding;
    Box box = make_box(element, {spot.x, spot.y, spot.width, 0});
    TextBlock heading =
        set_text(context, TextStyle::door_heading, plain_text(link.heading), {x, spot.y + padding, width});
    TextBlock text = set_text(context, TextStyle::body, plain_text(link.text), {x, heading.rect.bottom() + 6, width});
    TextLook look = scaled_look(context, TextStyle::link);
    look.weight = Weight::strong;
    TextBlock label =
        set_text(context, TextStyle::link, look, plain_text(link.label), {x, text.rect.bottom() + 8, width});
    box.rect.height = std::max(least_height, label.rect.bottom() + padding - spot.y);
    label.rect.y = box.rect.bottom() - padding - label.rect.height;
    box.texts = {std::move(heading), std::move(text), std::move(label)};
    return box;
}

}  // namespace

float button_sign_width(const Context& context, const core::Button& button) {
    return button.pressed || button.expanded ? grown(context, 28) : 0;
}

float button_width(const Context& context, const core::Button& button) {
    const float text = unbroken_width(plain_text(button.label), button_look(context, button.kind), context.measure);
    return text + button_sign_width(context, button) + 2 * padding_of(button.kind);
}

Box lay_out(const Context& context, const core::Element& element, const core::Button& button, const Spot& spot) {
    const float padding = padding_of(button.kind);
    const float width = std::min(spot.width, button_width(context, button));
    const float sign = button_sign_width(context, button);
    return lay_out_label(context, element, TextStyle::button, button_look(context, button.kind), button.label,
                         {spot.x, spot.y, width}, padding + sign, padding, button_padding_y, button_height,
                         sign > 0 ? Align::left : Align::centre);
}

float link_width(const Context& context, const core::Link& link) {
    if (link.kind == core::LinkKind::door) return grown(context, 320);
    if (link.kind == core::LinkKind::primary) {
        const TextLook look = button_look(context, core::ButtonKind::primary);
        return unbroken_width(plain_text(link.label), look, context.measure) + 2 * button_padding;
    }
    TextLook look = link_look(context, link);
    // The place is strong when one is there; its room is kept, so that nothing moves.
    if (link.kind == core::LinkKind::nav) look.weight = Weight::strong;
    return std::max(touch_target, unbroken_width(plain_text(link.label), look, context.measure));
}

Box lay_out(const Context& context, const core::Element& element, const core::Link& link, const Spot& spot) {
    if (link.kind == core::LinkKind::door) return lay_out_door(context, element, link, spot);
    const float width = std::min(spot.width, link_width(context, link));
    if (link.kind == core::LinkKind::primary) {
        return lay_out_label(context, element, TextStyle::button, button_look(context, core::ButtonKind::primary),
                             link.label, {spot.x, spot.y, width}, button_padding, button_padding, button_padding_y,
                             button_height, Align::centre);
    }
    const TextStyle style = link.kind == core::LinkKind::nav    ? TextStyle::nav
                            : link.kind == core::LinkKind::back ? TextStyle::back
                                                                : TextStyle::link;
    return lay_out_label(context, element, style, link_look(context, link), link.label, {spot.x, spot.y, width}, 0, 0,
                         link_padding_y, touch_target, Align::left);
}

}  // namespace shell
