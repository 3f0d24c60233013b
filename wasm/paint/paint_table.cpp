#include "paint/families.hpp"

namespace shell {

namespace {

void paint_cells(const Canvas& canvas, const Box& row) {
    for (const Box& cell : row.children) {
        // A stacked cell has its column's name as a second text.
        for (std::size_t i = 0; i < cell.texts.size(); ++i) {
            text(canvas, cell.texts[i], i == 0 ? canvas.theme.ink : canvas.theme.muted);
        }
    }
}

}  // namespace

void paint(const Canvas& canvas, const Box& box, const core::Table&) {
    const Theme& theme = canvas.theme;
    for (const Box& part : box.children) {
        if (part.role != BoxRole::row) {
            paint_words(canvas, part);
            continue;
        }
        if (!canvas.shows(part.rect)) continue;
        paint_cells(canvas, part);
        const bool is_head = part.index == 0;
        const float thickness = is_head ? 2 : 1;
        fill(canvas, {part.rect.x, part.rect.bottom() - thickness, part.rect.width, thickness},
             is_head ? theme.line_strong : theme.line);
    }
}

void paint(const Canvas& canvas, const Box& box, const core::Summary&) {
    const Theme& theme = canvas.theme;
    for (const Box& row : box.children) {
        if (!canvas.shows(row.rect)) continue;
        for (const Box& part : row.children) {
            if (part.role != BoxRole::option) {
                for (const TextBlock& block : part.texts) text(canvas, block, theme.ink);
                continue;
            }
            for (const TextBlock& block : part.texts) {
                text(canvas, block, theme.accent);
                underline(canvas, block, theme.accent, canvas.is_hovered(part) ? 2 : 1);
            }
        }
        fill(canvas, {row.rect.x, row.rect.bottom() - 1, row.rect.width, 1}, theme.line);
    }
}

}  // namespace shell
