#include <algorithm>
#include <cmath>

#include "paint/families.hpp"

namespace shell {

void paint(const Canvas& canvas, const Box& box, const core::Heading&) {
    for (const TextBlock& block : box.texts) text(canvas, block, canvas.theme.ink);
}

void paint(const Canvas& canvas, const Box& box, const core::Paragraph& paragraph) {
    const bool is_muted =
        paragraph.tone == core::ParagraphTone::muted || paragraph.tone == core::ParagraphTone::small_muted;
    if (paragraph.tone == core::ParagraphTone::quote) {
        fill(canvas, {box.rect.x, box.rect.y, 4, box.rect.height}, canvas.theme.line_strong, 2);
    }
    for (const TextBlock& block : box.texts) { text(canvas, block, is_muted ? canvas.theme.muted : canvas.theme.ink); }
}

void paint(const Canvas& canvas, const Box& box, const core::List& list) {
    for (const Box& item : box.children) {
        if (item.texts.empty() || !canvas.shows(item.rect)) continue;
        const TextBlock& block = item.texts.front();
        if (list.ordered) {
            words(canvas, std::to_string(item.index + 1) + ".", block.look, {box.rect.x, item.rect.y},
                  canvas.theme.ink);
        } else {
            const float radius = std::max(2.5F, block.look.size * 0.16F);
            const float centre_y = item.rect.y + block.look.line_height / 2 + 1;
            disc(canvas, {item.rect.x - block.look.size * 0.78F, centre_y}, radius, canvas.theme.ink);
        }
        text(canvas, block, canvas.theme.ink);
    }
}

void paint(const Canvas& canvas, const Box& box, const core::Tag&) {
    frame(canvas, box.rect, canvas.theme.surface, canvas.theme.line_strong, 1, 4);
    for (const TextBlock& block : box.texts) text(canvas, block, canvas.theme.muted);
}

void paint(const Canvas& canvas, const Box& box, const core::Progress& progress) {
    for (const Box& part : box.children) {
        if (part.role == BoxRole::text) {
            for (const TextBlock& block : part.texts) text(canvas, block, canvas.theme.muted);
            continue;
        }
        if (part.role != BoxRole::cover) continue;
        const float share = static_cast<float>(std::clamp(progress.done, 0, progress.of)) /
                            static_cast<float>(std::max(1, progress.of));
        fill(canvas, part.rect, canvas.theme.line, 2);
        Rect done = part.rect;
        done.width = std::round(part.rect.width * share);
        fill(canvas, done, canvas.theme.accent, 2);
    }
}

}  // namespace shell
