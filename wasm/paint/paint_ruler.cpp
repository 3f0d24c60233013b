#include <algorithm>
#include <array>
#include <cmath>

#include "layout/families.hpp"
#include "paint/families.hpp"

namespace shell {

namespace {

struct Scale {
    Rect bar;
    bool upright = false;
    std::size_t count = 1;

    [[nodiscard]] float zone_length() const { return (upright ? bar.height : bar.width) / static_cast<float>(count); }
    // The zones from `lowest` to `highest`; upright, the highest is on top.
    [[nodiscard]] Rect zones(std::size_t lowest, std::size_t highest) const {
        const float begin = static_cast<float>(upright ? count - 1 - highest : lowest) * zone_length();
        const float length = static_cast<float>(highest - lowest + 1) * zone_length();
        if (upright) return {bar.x, bar.y + begin, bar.width, length};
        return {bar.x + begin, bar.y, length, bar.height};
    }
    [[nodiscard]] Point middle(std::size_t level) const {
        const Rect zone = zones(level, level);
        return {zone.x + zone.width / 2, zone.y + zone.height / 2};
    }
};

constexpr float pattern_strength = 0.35F;

std::size_t tint_of(const Scale& scale, std::size_t level) {
    return scale.count <= 1 ? 0 : std::min<std::size_t>(4, level * 4 / (scale.count - 1));
}

Colour ink_on(const Canvas& canvas, const Scale& scale, std::size_t level) {
    return tint_of(scale, level) == 4 ? canvas.theme.level_ink : canvas.theme.ink;
}

void dots(const Canvas& canvas, const Rect& area, float step, Colour ink) {
    for (float y = area.y + step * 0.4F; y < area.bottom() - 1; y += step) {
        for (float x = area.x + step * 0.4F; x < area.right() - 1; x += step) {
            disc(canvas, {x, y}, 1.1F, ink, pattern_strength);
        }
    }
}

// Slanting lines, cut at the area's edges: falling to the left, or to the right.
void hatch(const Canvas& canvas, const Rect& area, float step, bool to_left, Colour ink, float width) {
    for (float along = step / 2; along < area.width + area.height; along += step) {
        const float from = std::max(0.0F, along - area.height);
        const float to = std::min(area.width, along);
        const float x_from = to_left ? area.x + from : area.right() - from;
        const float x_to = to_left ? area.x + to : area.right() - to;
        line(canvas, {x_from, area.y + along - from}, {x_to, area.y + along - to}, ink, width, pattern_strength);
    }
}

// So that a zone is known without its colour.
void pattern(const Canvas& canvas, const Scale& scale, std::size_t level) {
    Rect strip = scale.zones(level, level);
    // A little inside the frame: slanting lines have slanting ends.
    constexpr float inset = 1.5F;
    if (scale.upright) {
        strip = {strip.x + inset, strip.y, std::min(20.0F, std::round(strip.width * 0.3F)) - inset, strip.height};
    } else {
        strip = {strip.x, strip.bottom() - 20, strip.width, 20 - inset};
    }
    const Colour ink = ink_on(canvas, scale, level);
    switch (tint_of(scale, level)) {
        case 1: dots(canvas, strip, 10, ink); break;
        case 2: hatch(canvas, strip, 10, true, ink, 1); break;
        case 3:
            hatch(canvas, strip, 8, true, ink, 1);
            hatch(canvas, strip, 8, false, ink, 1);
            break;
        case 4: hatch(canvas, strip, 6, true, ink, 1.2F); break;
        default: break;
    }
}

ImDrawFlags corners_of(const Scale& scale, std::size_t level) {
    const bool first = level == 0;
    const bool last = level + 1 == scale.count;
    if (first && last) return ImDrawFlags_RoundCornersAll;
    if (first) return scale.upright ? ImDrawFlags_RoundCornersBottom : ImDrawFlags_RoundCornersLeft;
    if (last) return scale.upright ? ImDrawFlags_RoundCornersTop : ImDrawFlags_RoundCornersRight;
    return ImDrawFlags_RoundCornersNone;
}

void ticks(const Canvas& canvas, const Scale& scale) {
    constexpr std::size_t in_zone = 10;
    const float step = scale.zone_length() / in_zone;
    for (std::size_t k = 0; k <= in_zone * scale.count; ++k) {
        const bool is_edge = k % in_zone == 0;
        const bool is_half = k % 5 == 0;
        const std::size_t level = k == 0 ? 0 : (k - 1) / in_zone;
        const Colour ink = ink_on(canvas, scale, level);
        const float along = static_cast<float>(k) * step;
        const float width = is_edge ? 1.6F : 1;
        if (k == 0 || k == in_zone * scale.count) continue;  // the frame is there
        if (scale.upright) {
            const float length = std::min(scale.bar.width * 0.4F, is_edge ? 24.0F : is_half ? 15.0F : 8.0F);
            const float y = scale.bar.bottom() - along;
            line(canvas, {scale.bar.right() - length, y}, {scale.bar.right(), y}, ink, width, 0.8F);
        } else {
            const float length = is_edge ? 26.0F : is_half ? 16.0F : 9.0F;
            const float x = scale.bar.x + along;
            line(canvas, {x, scale.bar.y}, {x, scale.bar.y + length}, ink, width, 0.8F);
        }
    }
}

void scale_body(const Canvas& canvas, const Scale& scale) {
    for (std::size_t level = 0; level < scale.count; ++level) {
        fill(canvas, scale.zones(level, level), canvas.theme.level[tint_of(scale, level)], 4, corners_of(scale, level));
        pattern(canvas, scale, level);
    }
    ticks(canvas, scale);
    outline(canvas, scale.bar, canvas.theme.line_strong, 1.5F, 4);
}

void span(const Canvas& canvas, const Scale& scale, const Box& figure, const core::RulerSpan& of,
          const TextBlock* label) {
    const Rect zones = scale.zones(of.lowest, of.highest);
    const Colour ink = canvas.theme.ink;
    const Rect dashed = scale.upright ? Rect{zones.x - 5, zones.y, zones.width + 10, zones.height}
                                      : Rect{zones.x, zones.y - 7, zones.width, zones.height + 14};
    dashed_outline(canvas, dashed, ink, 2.5F, 6);
    if (label == nullptr) return;
    if (scale.upright && label->rect.y > scale.bar.bottom()) {
        // No room beside: a sample of the frame stands before the words below.
        dashed_outline(canvas, {figure.rect.x + 3, label->rect.y + 3, 28, label->look.line_height - 6}, ink, 2, 4);
        return;
    }
    if (scale.upright) {
        const float x = figure.rect.right() - 8;
        const float top = zones.y + 4;
        const float bottom = zones.bottom() - 4;
        line(canvas, {x, top}, {x, bottom}, ink, 1.5F);
        line(canvas, {x - 6, top}, {x, top}, ink, 1.5F);
        line(canvas, {x - 6, bottom}, {x, bottom}, ink, 1.5F);
        return;
    }
    const float y = label->rect.y - 8;
    line(canvas, {zones.x, y}, {zones.right(), y}, ink, 1.5F);
    line(canvas, {zones.x, y - 5}, {zones.x, y + 5}, ink, 1.5F);
    line(canvas, {zones.right(), y - 5}, {zones.right(), y + 5}, ink, 1.5F);
}

// The own mark: a pointer that stands on the scale, lying, or at its side, upright.
void pointer(const Canvas& canvas, const Scale& scale, std::size_t level) {
    const Point middle = scale.middle(level);
    const float x0 = canvas.tile.area.x;
    const float y0 = canvas.tile.area.y;
    if (scale.upright) {
        const float x = scale.bar.right() + 6 - x0;
        const float y = middle.y - y0;
        const std::array<ImVec2, 5> points{ImVec2{x, y}, ImVec2{x + 14, y - 12}, ImVec2{x + 26, y - 12},
                                           ImVec2{x + 26, y + 12}, ImVec2{x + 14, y + 12}};
        canvas.list.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), packed(canvas.theme.accent));
        return;
    }
    const float x = middle.x - x0;
    const float y = scale.bar.y - y0;
    const std::array<ImVec2, 5> points{ImVec2{x - 13, y - 26}, ImVec2{x + 13, y - 26}, ImVec2{x + 13, y - 14},
                                       ImVec2{x, y + 2}, ImVec2{x - 13, y - 14}};
    canvas.list.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), packed(canvas.theme.accent));
}

void feeling(const Canvas& canvas, const Scale& scale, const core::Ruler& ruler, const TextBlock* label,
             const TextBlock* mark_label) {
    const std::size_t level = *ruler.feeling;
    const bool same_zone = ruler.mark == ruler.feeling && mark_label != nullptr;
    Point centre = scale.middle(level);
    if (scale.upright) {
        centre.x = scale.bar.x + scale.bar.width * 0.5F;
        disc(canvas, centre, 8, canvas.theme.surface);
        ring(canvas, centre, 6, canvas.theme.muted, 2);
        return;
    }
    if (same_zone) centre.x -= feeling_offset(scale.zone_length(), mark_label->rect.width);
    centre.y = scale.bar.y - 14;
    if (label != nullptr && label->rect.bottom() < centre.y - 14) {
        line(canvas, {centre.x, label->rect.bottom() + 1}, {centre.x, centre.y - 5}, canvas.theme.muted, 1);
    }
    ring(canvas, centre, 5, canvas.theme.muted, 2);
}

void options(const Canvas& canvas, const Scale& scale, const Box& figure, const core::Ruler& ruler) {
    for (const Box& option : figure.children) {
        if (option.role != BoxRole::option) continue;
        const bool hovered = canvas.is_hovered(option);
        const bool pressed = canvas.is_pressed(option);
        const Rect zone = scale.zones(option.index, option.index);
        if (hovered || pressed) {
            outline(canvas, shrunk(zone, 2), ink_on(canvas, scale, option.index), pressed ? 3.0F : 2.0F, 4);
        }
        const Point middle = scale.middle(option.index);
        const Point sign =
            scale.upright ? Point{scale.bar.right() + 24, middle.y} : Point{middle.x, scale.bar.bottom() + 22};
        radio(canvas, sign, 22, ruler.mark == option.index, hovered, pressed);
        for (const TextBlock& block : option.texts) text(canvas, block, canvas.theme.ink);
    }
}

void paint_figure(const Canvas& canvas, const Box& figure, const core::Ruler& ruler) {
    Scale scale;
    scale.count = std::max<std::size_t>(1, ruler.levels.size());
    for (const Box& part : figure.children) {
        if (part.role == BoxRole::cover) scale.bar = part.rect;
    }
    scale.upright = scale.bar.height > scale.bar.width;
    const bool interactive = !ruler.actions.empty();

    scale_body(canvas, scale);
    // The texts come in a fixed order: names where it only shows, then the labels there are.
    std::size_t next = interactive ? 0 : ruler.levels.size();
    const auto take = [&](bool is_there) -> const TextBlock* {
        if (!is_there || next >= figure.texts.size()) return nullptr;
        return &figure.texts[next++];
    };
    for (std::size_t i = 0; i < next && i < figure.texts.size(); ++i) {
        text(canvas, figure.texts[i], canvas.theme.ink);
    }
    const TextBlock* mark_label = take(ruler.mark && !ruler.mark_label.empty());
    const TextBlock* feeling_label = take(ruler.feeling && !ruler.feeling_label.empty());
    const TextBlock* span_label = take(ruler.span && !ruler.span_label.empty());

    if (ruler.span) span(canvas, scale, figure, *ruler.span, span_label);
    if (ruler.feeling) feeling(canvas, scale, ruler, feeling_label, mark_label);
    if (interactive) options(canvas, scale, figure, ruler);
    if (ruler.mark && !(interactive && scale.upright)) pointer(canvas, scale, *ruler.mark);
    if (mark_label != nullptr) text(canvas, *mark_label, canvas.theme.ink);
    if (feeling_label != nullptr) text(canvas, *feeling_label, canvas.theme.muted);
    if (span_label != nullptr) text(canvas, *span_label, scale.upright ? canvas.theme.muted : canvas.theme.ink);
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
