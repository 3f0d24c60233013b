#include <cmath>

#include "paint/families.hpp"

namespace shell {

namespace {

void paint_input_frame(const Canvas& canvas, const Box& input, bool has_error) {
    const Theme& theme = canvas.theme;
    const bool focused = canvas.is_focused(input);
    const Colour border = has_error                             ? theme.alarm
                          : focused || canvas.is_hovered(input) ? theme.accent
                                                                : theme.line_strong;
    frame(canvas, input.rect, theme.surface, border, has_error || focused ? 2.0F : 1.0F);
}

// One line that is too long is cut at the frame, as in a native field.
void paint_value(const Canvas& canvas, const Box& input) {
    for (const TextBlock& block : input.texts) {
        const bool too_long = !block.lines.empty() && block.lines.front().width > block.rect.width;
        if (too_long) {
            const float x = block.rect.x - canvas.tile.area.x;
            const float y = block.rect.y - canvas.tile.area.y;
            canvas.list.PushClipRect({x, y}, {x + block.rect.width, y + block.rect.height}, true);
        }
        text(canvas, block, canvas.theme.ink);
        if (too_long) canvas.list.PopClipRect();
    }
}

void magnifier(const Canvas& canvas, const Box& input) {
    const float size = std::round(16 * canvas.text_scale);
    const Point centre{input.rect.x + 15 + size / 2, input.rect.y + input.rect.height / 2 - 1};
    const float radius = size * 0.38F;
    ring(canvas, centre, radius, canvas.theme.muted, 2);
    line(canvas, {centre.x + radius * 0.75F, centre.y + radius * 0.75F},
         {centre.x + radius * 1.75F, centre.y + radius * 1.75F}, canvas.theme.muted, 2);
}

}  // namespace

void paint(const Canvas& canvas, const Box& box, const core::Field& field) {
    for (const Box& part : box.children) {
        if (part.role != BoxRole::input) {
            paint_words(canvas, part);
            continue;
        }
        paint_input_frame(canvas, part, !field.error.empty());
        if (field.kind == core::FieldKind::search) magnifier(canvas, part);
        // The page shows its own text, caret and selection while one writes.
        if (!canvas.is_focused(part)) paint_value(canvas, part);
    }
}

void paint(const Canvas& canvas, const Box& box, const core::Select& select) {
    for (const Box& part : box.children) {
        if (part.role != BoxRole::input) {
            paint_words(canvas, part);
            continue;
        }
        paint_input_frame(canvas, part, !select.error.empty());
        const float size = std::round(13 * canvas.text_scale);
        chevron(canvas, {part.rect.right() - 15 - size / 2, part.rect.y + part.rect.height / 2}, size, false,
                canvas.theme.ink, size * 0.16F);
        paint_value(canvas, part);
    }
}

}  // namespace shell
