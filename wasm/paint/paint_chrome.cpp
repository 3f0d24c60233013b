#include <cmath>

#include "paint/families.hpp"

namespace shell {

namespace {

// A small ruler: a frame with three ticks.
void logo(const Canvas& canvas, const Rect& brand) {
    constexpr float width = 34;
    constexpr float height = 18;
    const Rect rect{brand.x, brand.y + std::floor((brand.height - height) / 2), width, height};
    const Colour accent = canvas.theme.accent;
    outline(canvas, rect, accent, 2, 3);
    for (int i = 0; i < 3; ++i) {
        fill(canvas, {rect.x + 7 + 8 * static_cast<float>(i) + 1, rect.y + 2, 2, 7}, accent);
    }
}

}  // namespace

void paint(const Canvas& canvas, const Box& box, const core::Brand&) {
    logo(canvas, box.rect);
    for (const TextBlock& block : box.texts) {
        text(canvas, block, canvas.theme.ink);
        if (canvas.is_hovered(box)) underline(canvas, block, canvas.theme.ink, 1);
    }
}

void paint_header(const Canvas& canvas, const Box& header) {
    if (header.rect.height <= 0 || !canvas.shows(header.rect)) return;
    fill(canvas, header.rect, canvas.theme.surface);
    fill(canvas, {header.rect.x, header.rect.bottom() - 1, header.rect.width, 1}, canvas.theme.line);
    paint_children(canvas, header);
}

void paint_footer(const Canvas& canvas, const Box& footer) {
    if (footer.rect.height <= 0 || !canvas.shows(footer.rect)) return;
    fill(canvas, {footer.rect.x, footer.rect.y, footer.rect.width, 1}, canvas.theme.line);
    paint_children(canvas, footer);
}

void paint_dialog(const Canvas& canvas, const Box& dialog) {
    constexpr float veil = 0.55F;
    const Rect& area = canvas.tile.area;
    canvas.list.AddRectFilled({0, 0}, {area.width, area.height}, IM_COL32(8, 14, 18, static_cast<int>(veil * 255)));
    // The dialog stands in the window; the tile is the document's.
    Canvas inside = canvas;
    inside.tile.area.y -= canvas.state.window_top;
    frame(inside, dialog.rect, canvas.theme.surface, canvas.theme.line_strong, 1, 12);
    paint_children(inside, dialog);
}

}  // namespace shell
