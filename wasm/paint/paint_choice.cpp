#include <algorithm>
#include <cmath>

#include "layout/families.hpp"
#include "paint/families.hpp"

namespace shell {

namespace {

// The cells of a group lie edge to edge; together they have one frame.
Rect around(const Box& box) {
    Rect all;
    bool first = true;
    for (const Box& part : box.children) {
        if (part.role != BoxRole::option) continue;
        if (first) all = part.rect;
        first = false;
        const float right = std::max(all.right(), part.rect.right());
        const float bottom = std::max(all.bottom(), part.rect.bottom());
        all.width = right - all.x;
        all.height = bottom - all.y;
    }
    return all;
}

bool touches(float a, float b) { return std::abs(a - b) < 0.5F; }

ImDrawFlags corners_of(const Rect& cell, const Rect& all) {
    const bool left = touches(cell.x, all.x);
    const bool right = touches(cell.right(), all.right());
    const bool top = touches(cell.y, all.y);
    const bool bottom = touches(cell.bottom(), all.bottom());
    ImDrawFlags corners = 0;
    if (left && top) corners |= ImDrawFlags_RoundCornersTopLeft;
    if (right && top) corners |= ImDrawFlags_RoundCornersTopRight;
    if (left && bottom) corners |= ImDrawFlags_RoundCornersBottomLeft;
    if (right && bottom) corners |= ImDrawFlags_RoundCornersBottomRight;
    return corners == 0 ? ImDrawFlags_RoundCornersNone : corners;
}

// A cell's own ground, inside the common border.
Rect inside_border(const Rect& cell, const Rect& all) {
    Rect inside = cell;
    if (touches(cell.x, all.x)) inside = {inside.x + 1, inside.y, inside.width - 1, inside.height};
    if (touches(cell.y, all.y)) inside = {inside.x, inside.y + 1, inside.width, inside.height - 1};
    if (touches(cell.right(), all.right())) inside.width -= 1;
    if (touches(cell.bottom(), all.bottom())) inside.height -= 1;
    return inside;
}

Colour soft_ground(const Canvas& canvas, const Box& option, Colour otherwise) {
    if (canvas.is_pressed(option)) return canvas.theme.accent_soft_pressed;
    return canvas.is_hovered(option) ? canvas.theme.accent_soft : otherwise;
}

void divide(const Canvas& canvas, const Rect& cell, const Rect& all, Colour colour) {
    if (!touches(cell.right(), all.right())) { fill(canvas, {cell.right() - 1, all.y + 1, 1, all.height - 2}, colour); }
    if (!touches(cell.bottom(), all.bottom())) {
        fill(canvas, {all.x + 1, cell.bottom() - 1, all.width - 2, 1}, colour);
    }
}

void paint_cell(const Canvas& canvas, const Box& option, const Rect& all, bool chosen) {
    const Theme& theme = canvas.theme;
    const bool hovered = canvas.is_hovered(option);
    const bool pressed = canvas.is_pressed(option);
    const Colour on = pressed ? theme.accent_pressed : hovered ? theme.accent_hover : theme.accent;
    const Colour ground = chosen ? on : soft_ground(canvas, option, theme.surface);
    fill(canvas, inside_border(option.rect, all), ground, corner - 1, corners_of(option.rect, all));
    for (const TextBlock& block : option.texts) text(canvas, block, chosen ? theme.accent_ink : theme.ink);
}

void paint_row_words(const Canvas& canvas, const Box& option) {
    if (!option.texts.empty()) text(canvas, option.texts[0], canvas.theme.ink);
    if (option.texts.size() > 1) text(canvas, option.texts[1], canvas.theme.muted);
}

// The sign stands by the label's first line.
Point sign_centre(const Canvas& canvas, const Box& option) {
    const float size = choice_sign_size(canvas.text_scale);
    const TextBlock& label = option.texts.front();
    return {label.rect.x - 12 - size / 2, label.rect.y + std::floor(label.look.line_height / 2)};
}

void paint_row(const Canvas& canvas, const Box& option, const Rect& all, bool chosen) {
    const Theme& theme = canvas.theme;
    const Colour ground = soft_ground(canvas, option, chosen ? theme.accent_soft : theme.surface);
    fill(canvas, inside_border(option.rect, all), ground, corner - 1, corners_of(option.rect, all));
    if (option.texts.empty()) return;
    radio(canvas, sign_centre(canvas, option), choice_sign_size(canvas.text_scale), chosen, canvas.is_hovered(option),
          canvas.is_pressed(option));
    paint_row_words(canvas, option);
}

}  // namespace

void radio(const Canvas& canvas, Point centre, float size, bool chosen, bool hovered, bool pressed) {
    const Theme& theme = canvas.theme;
    const float radius = size / 2 - 1;
    if (hovered || pressed) disc(canvas, centre, radius + 4, theme.accent_soft_pressed);
    disc(canvas, centre, radius, theme.surface);
    if (!chosen) {
        ring(canvas, centre, radius - 0.5F, hovered ? theme.accent : theme.line_strong, 2);
        return;
    }
    ring(canvas, centre, radius - 1, theme.accent, 3);
    disc(canvas, centre, radius * 0.5F, theme.accent);
}

void paint(const Canvas& canvas, const Box& box, const core::Choices& choices) {
    const bool is_list = choices.kind == core::ChoicesKind::list;
    const Rect all = around(box);
    const Colour border = choices.error.empty() ? canvas.theme.line_strong : canvas.theme.alarm;
    if (all.width > 0) frame(canvas, all, canvas.theme.surface, border, 1);
    for (const Box& part : box.children) {
        if (part.role != BoxRole::option) {
            paint_words(canvas, part);
            continue;
        }
        if (!canvas.shows(part.rect)) continue;
        const bool chosen = choices.chosen == part.index;
        if (is_list) {
            paint_row(canvas, part, all, chosen);
        } else {
            paint_cell(canvas, part, all, chosen);
        }
    }
    for (const Box& part : box.children) {
        if (part.role == BoxRole::option) {
            divide(canvas, part.rect, all, is_list ? canvas.theme.line : canvas.theme.line_strong);
        }
    }
}

void paint(const Canvas& canvas, const Box& box, const core::Checkbox& checkbox) {
    const Theme& theme = canvas.theme;
    for (const Box& part : box.children) {
        if (part.role != BoxRole::option || part.texts.empty()) continue;
        const float size = choice_sign_size(canvas.text_scale);
        const Point centre = sign_centre(canvas, part);
        const Rect square{centre.x - size / 2, centre.y - size / 2, size, size};
        const bool hovered = canvas.is_hovered(part);
        if (hovered || canvas.is_pressed(part)) fill(canvas, shrunk(square, -4), theme.accent_soft_pressed, corner);
        if (checkbox.checked) {
            fill(canvas, square, theme.accent, 4);
            check_mark(canvas, square, theme.accent_ink, std::max(2.5F, size * 0.11F));
        } else {
            frame(canvas, square, theme.surface, hovered ? theme.accent : theme.line_strong, 2, 4);
        }
        paint_row_words(canvas, part);
    }
}

}  // namespace shell
