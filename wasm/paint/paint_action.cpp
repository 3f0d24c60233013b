#include <cmath>

#include "paint/families.hpp"

namespace shell {

namespace {

struct Look {
    Colour ground, border, ink;
    bool has_ground = true;
    bool underlined = false;
};

Look button_look(const Canvas& canvas, const Box& box, core::ButtonKind kind, bool disabled, bool is_on) {
    const Theme& theme = canvas.theme;
    const bool hovered = canvas.is_hovered(box) && !disabled;
    const bool pressed = canvas.is_pressed(box) && !disabled;
    const Colour soft = pressed || (is_on && hovered) ? theme.accent_soft_pressed : theme.accent_soft;
    if (disabled) { return {theme.ground, theme.line, theme.muted, kind != core::ButtonKind::quiet, false}; }
    switch (kind) {
        case core::ButtonKind::primary: {
            const Colour ground = pressed ? theme.accent_pressed : hovered ? theme.accent_hover : theme.accent;
            return {ground, ground, theme.accent_ink, true, false};
        }
        case core::ButtonKind::secondary:
            return {hovered || pressed || is_on ? soft : theme.surface, theme.accent, theme.accent, true, false};
        case core::ButtonKind::quiet: return {soft, soft, theme.accent, hovered || pressed, true};
    }
    return {};
}

void paint_sign(const Canvas& canvas, const Box& box, const core::Button& button, Colour ink) {
    if (box.texts.empty()) return;
    const TextBlock& label = box.texts.front();
    const float size = std::round(18 * canvas.text_scale);
    const float room = std::round(28 * canvas.text_scale);
    const Point centre{label.rect.x - room + size / 2, box.rect.y + box.rect.height / 2};
    if (button.expanded) {
        chevron(canvas, centre, size * 0.62F, *button.expanded, ink, size * 0.11F);
        return;
    }
    if (!button.pressed) return;
    const Rect square{centre.x - size / 2, centre.y - size / 2, size, size};
    frame(canvas, square, *button.pressed ? ink : canvas.theme.surface, ink, 2, 4);
    if (*button.pressed) check_mark(canvas, square, canvas.theme.surface, 2.2F);
}

void paint_button(const Canvas& canvas, const Box& box, const Look& look) {
    if (look.has_ground) frame(canvas, box.rect, look.ground, look.border, 2);
    for (const TextBlock& block : box.texts) {
        text(canvas, block, look.ink);
        if (look.underlined) underline(canvas, block, look.ink, 1);
    }
}

void paint_door(const Canvas& canvas, const Box& box) {
    const Theme& theme = canvas.theme;
    const bool hovered = canvas.is_hovered(box);
    const bool pressed = canvas.is_pressed(box);
    const Colour border = hovered || pressed ? theme.accent : theme.line;
    frame(canvas, box.rect, pressed ? theme.accent_soft : theme.surface, border, hovered || pressed ? 2.0F : 1.0F);
    if (box.texts.size() < 3) return;
    text(canvas, box.texts[0], theme.accent);
    text(canvas, box.texts[1], theme.ink);
    text(canvas, box.texts[2], theme.accent);
    if (hovered) underline(canvas, box.texts[2], theme.accent, 2);
}

void paint_nav(const Canvas& canvas, const Box& box, bool current) {
    const TextBlock& block = box.texts.front();
    text(canvas, block, canvas.theme.ink);
    if (!current && !canvas.is_hovered(box)) return;
    // The bar under the place one is at lies below the words, as wide as they are.
    const Line& last = block.lines.back();
    const Colour bar = current ? canvas.theme.accent : canvas.theme.line_strong;
    fill(canvas, {block.rect.x, block.rect.bottom() + 1, last.width, 3}, bar);
}

}  // namespace

void paint(const Canvas& canvas, const Box& box, const core::Button& button) {
    const bool is_on = button.pressed.value_or(false);
    const Look look = button_look(canvas, box, button.kind, button.disabled, is_on);
    paint_button(canvas, box, look);
    paint_sign(canvas, box, button, look.ink);
}

void paint(const Canvas& canvas, const Box& box, const core::Link& link) {
    if (box.texts.empty()) return;
    const Theme& theme = canvas.theme;
    const float width = canvas.is_hovered(box) || canvas.is_pressed(box) ? 2 : 1;
    switch (link.kind) {
        case core::LinkKind::door: paint_door(canvas, box); return;
        case core::LinkKind::primary:
            paint_button(canvas, box, button_look(canvas, box, core::ButtonKind::primary, false, false));
            return;
        case core::LinkKind::nav: paint_nav(canvas, box, link.current); return;
        case core::LinkKind::back:
            text(canvas, box.texts.front(), theme.ink);
            underline(canvas, box.texts.front(), theme.ink, width);
            return;
        case core::LinkKind::quiet:
            text(canvas, box.texts.front(), theme.ink);
            if (width > 1 || link.current) underline(canvas, box.texts.front(), theme.ink, 1);
            return;
        case core::LinkKind::plain:
            text(canvas, box.texts.front(), theme.accent);
            underline(canvas, box.texts.front(), theme.accent, width);
            return;
    }
}

}  // namespace shell
