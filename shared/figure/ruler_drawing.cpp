#include "figure/ruler_drawing.hpp"

#include <algorithm>

namespace core {

namespace {

constexpr float margin = 10;
constexpr float zone_top = 64;
constexpr float zone_height = 64;
constexpr float pattern_height = 20;
constexpr float drawing_height = 205;
constexpr int ticks_per_zone = 10;

std::size_t ramp_step(std::size_t index, std::size_t count) {
    return count < 2 ? 0 : (index * 4 + (count - 1) / 2) / (count - 1);
}

void add_zones(Drawing& drawing, const RulerFigure& figure, float zone) {
    const std::size_t count = figure.levels.size();
    for (std::size_t i = 0; i < count; ++i) {
        const float x = margin + static_cast<float>(i) * zone;
        drawing.shapes.push_back(
            RectangleShape{.x = x, .y = zone_top, .width = zone, .height = zone_height, .fill = ramp_of(i, count)});
        const Hatch hatch = hatch_of(i, count);
        if (hatch != Hatch::none) {
            drawing.shapes.push_back(
                RectangleShape{.x = x,
                               .y = zone_top + zone_height - pattern_height,
                               .width = zone,
                               .height = pattern_height,
                               .hatch = hatch,
                               .hatch_tint = ramp_of(i, count) == Tint::ramp_5 ? Tint::on_ramp_5 : Tint::ink});
        }
        const bool is_marked = figure.mark == i;
        drawing.shapes.push_back(LabelShape{.at = {x + zone / 2, zone_top + zone_height + 28},
                                            .text = figure.levels[i],
                                            .size = zone < 160 ? 15.0F : 18.0F,
                                            .strong = is_marked,
                                            .anchor = Anchor::middle});
    }
}

void add_ticks(Drawing& drawing, const RulerFigure& figure, float zone) {
    const std::size_t count = figure.levels.size();
    const int ticks = static_cast<int>(count) * ticks_per_zone;
    for (int k = 0; k <= ticks; ++k) {
        const float x = margin + static_cast<float>(k) * zone / ticks_per_zone;
        const bool is_border = k % ticks_per_zone == 0;
        const float length = is_border ? 26.0F : (k % 5 == 0 ? 16.0F : 9.0F);
        const auto under = static_cast<std::size_t>(std::max(0, k - 1) / ticks_per_zone);
        const bool on_dark = k % ticks_per_zone != 0 && ramp_of(std::min(under, count - 1), count) == Tint::ramp_5;
        drawing.shapes.push_back(LineShape{.from = {x, zone_top},
                                           .to = {x, zone_top + length},
                                           .tint = on_dark ? Tint::on_ramp_5 : Tint::ink,
                                           .width = is_border ? 1.6F : 1.0F});
    }
    drawing.shapes.push_back(RectangleShape{.x = margin,
                                            .y = zone_top,
                                            .width = zone * static_cast<float>(count),
                                            .height = zone_height,
                                            .stroke = Tint::line_strong,
                                            .stroke_width = 1.5F,
                                            .radius = 4});
}

void add_span(Drawing& drawing, const RulerFigure& figure, float zone) {
    if (!figure.span_from || !figure.span_to) return;
    const float from = margin + static_cast<float>(*figure.span_from) * zone;
    const float to = margin + static_cast<float>(*figure.span_to + 1) * zone;
    const float below = zone_top + 106;
    drawing.shapes.push_back(RectangleShape{.x = from,
                                            .y = zone_top - 7,
                                            .width = to - from,
                                            .height = zone_height + 14,
                                            .stroke = Tint::ink,
                                            .stroke_width = 2.5F,
                                            .radius = 6,
                                            .dashed = true});
    drawing.shapes.push_back(LineShape{.from = {from, below}, .to = {to, below}, .width = 1.5F});
    drawing.shapes.push_back(LineShape{.from = {from, below - 5}, .to = {from, below + 5}, .width = 1.5F});
    drawing.shapes.push_back(LineShape{.from = {to, below - 5}, .to = {to, below + 5}, .width = 1.5F});
    drawing.shapes.push_back(LabelShape{
        .at = {(from + to) / 2, zone_top + 128}, .text = figure.span_label, .size = 16, .anchor = Anchor::middle});
}

void add_marks(Drawing& drawing, const RulerFigure& figure, float zone) {
    if (figure.feeling) {
        const float x = margin + (static_cast<float>(*figure.feeling) + 0.5F) * zone;
        // Above the own mark's label when both stand on the same level.
        const float lift = figure.mark == figure.feeling ? 26.0F : 0.0F;
        if (lift == 0.0F)
            drawing.shapes.push_back(
                CircleShape{.centre = {x, zone_top - 14}, .radius = 5, .stroke = Tint::muted, .stroke_width = 2});
        drawing.shapes.push_back(LabelShape{.at = {x, zone_top - 28 - lift},
                                            .text = figure.feeling_label,
                                            .size = 15,
                                            .tint = Tint::muted,
                                            .anchor = Anchor::middle});
    }
    if (!figure.mark) return;
    const float x = margin + (static_cast<float>(*figure.mark) + 0.5F) * zone;
    drawing.shapes.push_back(PolygonShape{.points = {{x - 13, zone_top - 26},
                                                     {x + 13, zone_top - 26},
                                                     {x + 13, zone_top - 14},
                                                     {x, zone_top + 2},
                                                     {x - 13, zone_top - 14}},
                                          .fill = Tint::accent});
    drawing.shapes.push_back(LabelShape{
        .at = {x, zone_top - 36}, .text = figure.mark_label, .size = 18, .strong = true, .anchor = Anchor::middle});
}

}  // namespace

Tint ramp_of(std::size_t index, std::size_t count) {
    constexpr Tint steps[] = {Tint::ramp_1, Tint::ramp_2, Tint::ramp_3, Tint::ramp_4, Tint::ramp_5};
    return steps[std::min<std::size_t>(ramp_step(index, count), 4)];
}

Hatch hatch_of(std::size_t index, std::size_t count) {
    constexpr Hatch steps[] = {Hatch::none, Hatch::dots, Hatch::stripes, Hatch::crosses, Hatch::dense_stripes};
    return steps[std::min<std::size_t>(ramp_step(index, count), 4)];
}

Drawing draw_ruler(const RulerFigure& figure, float width) {
    Drawing drawing{.width = width, .height = drawing_height, .shapes = {}};
    if (figure.levels.empty()) return drawing;
    const float zone = (width - 2 * margin) / static_cast<float>(figure.levels.size());

    add_zones(drawing, figure, zone);
    add_ticks(drawing, figure, zone);
    add_span(drawing, figure, zone);
    add_marks(drawing, figure, zone);
    return drawing;
}

}  // namespace core
