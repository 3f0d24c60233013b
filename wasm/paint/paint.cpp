#include "paint/paint.hpp"

#include <variant>

#include "paint/families.hpp"

namespace shell {

void paint_children(const Canvas& canvas, const Box& box) {
    for (const Box& child : box.children) paint_box(canvas, child);
}

void paint_box(const Canvas& canvas, const Box& box) {
    if (!canvas.shows(box.rect)) return;
    if (box.element == nullptr) {
        paint_children(canvas, box);
        return;
    }
    std::visit([&](const auto& body) { paint(canvas, box, body); }, box.element->body);
}

bool paint_words(const Canvas& canvas, const Box& part) {
    switch (part.role) {
        case BoxRole::legend:
        case BoxRole::label:
        case BoxRole::caption:
            for (const TextBlock& block : part.texts) {
                text(canvas, block, block.style == TextStyle::quiet_label ? canvas.theme.muted : canvas.theme.ink);
            }
            return true;
        case BoxRole::hint:
            for (const TextBlock& block : part.texts) text(canvas, block, canvas.theme.muted);
            return true;
        case BoxRole::error: {
            if (part.texts.empty()) return true;
            const TextBlock& block = part.texts.front();
            const float radius = block.look.size * 0.56F;
            const Point centre{part.rect.x + radius + 1, block.rect.y + block.look.line_height / 2};
            disc(canvas, centre, radius, canvas.theme.alarm);
            const Colour inside = canvas.theme.surface;
            line(canvas, {centre.x, centre.y - radius * 0.55F}, {centre.x, centre.y + radius * 0.12F}, inside,
                 radius * 0.22F);
            disc(canvas, {centre.x, centre.y + radius * 0.48F}, radius * 0.15F, inside);
            text(canvas, block, canvas.theme.alarm);
            return true;
        }
        case BoxRole::element:
        case BoxRole::option:
        case BoxRole::input:
        case BoxRole::text:
        case BoxRole::marker:
        case BoxRole::row:
        case BoxRole::cell:
        case BoxRole::head_cell:
        case BoxRole::figure:
        case BoxRole::cover: return false;
    }
    return false;
}

void paint(const Layout& layout, const PaintState& state, const Theme& theme, const Faces& faces, const Tile& tile,
           ImDrawList& list) {
    if (!faces.complete()) return;
    // Without this a face used through draw lists alone is baked at density 1 and stretched.
    faces.regular->CurrentRasterizerDensity = tile.density;
    faces.strong->CurrentRasterizerDensity = tile.density;
    // Soft edges one device px wide, whatever the density.
    list._FringeScale = 1 / tile.density;
    const Canvas canvas{list, theme, faces, state, tile, layout.text_scale, false};
    fill(canvas, tile.area, theme.ground);
    paint_box(canvas, layout.main);
    paint_footer(canvas, layout.footer);
    paint_header(canvas, layout.header);
    if (layout.has_dialog) paint_dialog(canvas, layout.dialog);
}

}  // namespace shell
