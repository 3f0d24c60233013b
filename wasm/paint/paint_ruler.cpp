#include "figure/ruler_drawing.hpp"
#include "paint/families.hpp"

namespace shell {

namespace {

Rect zone_of(const core::RulerPlace& place, std::size_t count, std::size_t level) {
    const float length = (place.upright ? place.height : place.width) / static_cast<float>(count);
    const float start = static_cast<float>(level) * length;
    if (place.upright) return {place.x, place.y + start, place.width, length};
    return {place.x + start, place.y, length, place.height};
}

// The round buttons with their names, and a frame in the zone under the hand.
void options(const Canvas& canvas, const core::RulerPlace& place, const Box& figure, const core::Ruler& ruler) {
    const std::size_t count = ruler.levels.size();
    for (const Box& option : figure.children) {
        if (option.role != BoxRole::option) continue;
        const bool hovered = canvas.is_hovered(option);
        const bool pressed = canvas.is_pressed(option);
        const Rect zone = zone_of(place, count, option.index);
        if (hovered || pressed) {
            const bool on_dark = core::ramp_of(option.index, count) == core::Tint::ramp_5;
            outline(canvas, shrunk(zone, 2), on_dark ? canvas.theme.level_ink : canvas.theme.ink, pressed ? 3.0F : 2.0F,
                    4);
        }
        const Point sign = place.upright ? Point{zone.right() + 24, zone.y + zone.height / 2}
                                         : Point{zone.x + zone.width / 2, zone.bottom() + 22};
        radio(canvas, sign, 22, ruler.mark == option.index, hovered, pressed);
        for (const TextBlock& block : option.texts) text(canvas, block, canvas.theme.ink);
    }
}

void paint_figure(const Canvas& canvas, const Box& figure, const core::Ruler& ruler) {
    Rect bar;
    for (const Box& part : figure.children) {
        if (part.role == BoxRole::cover) bar = part.rect;
    }
    const bool interactive = !ruler.actions.empty();

    // The texts come in a fixed order: names where it only shows, then the labels there are.
    std::size_t next = interactive ? 0 : ruler.levels.size();
    const auto take = [&](bool is_there) -> const TextBlock* {
        if (!is_there || next >= figure.texts.size()) return nullptr;
        return &figure.texts[next++];
    };
    const TextBlock* mark_label = take(ruler.mark && !ruler.mark_label.empty());
    const TextBlock* feeling_label = take(ruler.feeling && !ruler.feeling_label.empty());
    const TextBlock* span_label = take(ruler.span && !ruler.span_label.empty());

    core::RulerPlace place{.x = bar.x, .y = bar.y, .width = bar.width, .height = bar.height};
    place.upright = bar.height > bar.width;
    place.with_pointer = !(interactive && place.upright);
    // Upright without room beside it: a sample of the frame stands before the words below.
    const bool span_below = span_label != nullptr && place.upright && span_label->rect.y > bar.bottom();
    if (span_label != nullptr && !span_below)
        place.bracket = place.upright ? figure.rect.right() - 8 : span_label->rect.y - 8;
    if (feeling_label != nullptr) place.stem = feeling_label->rect.bottom() + 1;
    if (mark_label != nullptr && ruler.mark == ruler.feeling)
        place.aside = core::feeling_offset(bar.width / static_cast<float>(ruler.levels.size()), mark_label->rect.width);

    std::vector<core::Shape> shapes = core::draw_scale(ruler, place);
    if (span_below)
        shapes.emplace_back(core::RectangleShape{.x = figure.rect.x + 3,
                                                 .y = span_label->rect.y + 3,
                                                 .width = 28,
                                                 .height = span_label->look.line_height - 6,
                                                 .stroke = core::Tint::ink,
                                                 .stroke_width = 2,
                                                 .radius = 4,
                                                 .dashed = true});
    paint_shapes(canvas, shapes);
    if (interactive) options(canvas, place, figure, ruler);
    for (const TextBlock& block : figure.texts) {
        const bool quiet = &block == feeling_label || (&block == span_label && place.upright);
        text(canvas, block, quiet ? canvas.theme.muted : canvas.theme.ink);
    }
}

}  // namespace

void paint(const Canvas& canvas, const Box& box, const core::Ruler& ruler) {
    for (const Box& part : box.children) {
        if (part.role == BoxRole::figure) {
            paint_figure(canvas, part, ruler);
        } else {
            paint_words(canvas, part);
        }
    }
}

}  // namespace shell
