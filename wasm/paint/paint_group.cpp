#include "paint/families.hpp"

namespace shell {

namespace {

void tinted(const Canvas& canvas, const Rect& rect, Colour ground, Colour bar) {
    fill(canvas, rect, ground, 4);
    fill(canvas, {rect.x, rect.y, 4, rect.height}, bar, 4, ImDrawFlags_RoundCornersLeft);
}

}  // namespace

void paint(const Canvas& canvas, const Box& box, const core::Group& group) {
    const Theme& theme = canvas.theme;
    if (box.role == BoxRole::marker) {
        fill(canvas, box.rect, theme.line);
        return;
    }
    Canvas inside = canvas;
    switch (group.kind) {
        case core::GroupKind::card: frame(canvas, box.rect, theme.surface, theme.line, 1); break;
        case core::GroupKind::notice: tinted(canvas, box.rect, theme.notice, theme.notice_line); break;
        case core::GroupKind::info: tinted(canvas, box.rect, theme.accent_soft, theme.accent); break;
        case core::GroupKind::alarm:
            tinted(canvas, box.rect, theme.alarm_soft, theme.alarm);
            inside.in_alarm = true;
            break;
        case core::GroupKind::plain:
        case core::GroupKind::row:
        case core::GroupKind::columns:
        case core::GroupKind::doors:
        case core::GroupKind::head:
        case core::GroupKind::section: break;
    }
    paint_children(inside, box);
}

}  // namespace shell
