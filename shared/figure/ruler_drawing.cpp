#include "figure/ruler_drawing.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace core {

namespace {

constexpr float corner = 4;
constexpr std::size_t ticks_in_zone = 10;

// One drawing, two directions: `along` runs from the first level to the last,
// `across` into the bar from the edge with the ticks (upper, upright right).
class ScaleArtist {
public:
    ScaleArtist(const RulerFigure& figure, const RulerPlace& place)
        : figure_(figure), place_(place), count_(figure.levels.size()),
          depth_(place.upright ? place.width : place.height),
          zone_((place.upright ? place.height : place.width) / static_cast<float>(count_)) {}

    std::vector<Shape> draw() {
        for (std::size_t level = 0; level < count_; ++level) add_zone(level);
        add_ticks();
        RectangleShape frame = area(0.75F, zone_ * static_cast<float>(count_) - 1.5F, 0.75F, depth_ - 1.5F);
        frame.stroke = Tint::line_strong;
        frame.stroke_width = 1.5F;
        frame.radius = corner - 0.75F;
        shapes_.emplace_back(frame);
        if (figure_.span && figure_.span->highest < count_) add_span(*figure_.span);
        if (figure_.feeling && *figure_.feeling < count_) add_feeling(middle(*figure_.feeling));
        if (figure_.mark && *figure_.mark < count_ && place_.with_pointer) add_pointer(middle(*figure_.mark));
        return std::move(shapes_);
    }

private:
    [[nodiscard]] Point at(float along, float across) const {
        if (place_.upright) return {place_.x + place_.width - across, place_.y + along};
        return {place_.x + along, place_.y + across};
    }
    [[nodiscard]] RectangleShape area(float along, float length, float across, float depth) const {
        const Point corner_point = at(along, place_.upright ? across + depth : across);
        RectangleShape made;
        made.x = corner_point.x;
        made.y = corner_point.y;
        made.width = place_.upright ? depth : length;
        made.height = place_.upright ? length : depth;
        return made;
    }
    [[nodiscard]] float start(std::size_t level) const { return static_cast<float>(level) * zone_; }
    [[nodiscard]] float middle(std::size_t level) const { return start(level) + zone_ / 2; }

    void fill(RectangleShape zone, std::size_t level, float radius) {
        zone.fill = ramp_of(level, count_);
        zone.radius = radius;
        shapes_.emplace_back(zone);
    }

    void add_zone(std::size_t level) {
        const float from = start(level);
        const bool first = level == 0;
        const bool last = level + 1 == count_;
        // Only the bar's own corners are round: a square part covers the others.
        if (first || last) fill(area(from, zone_, 0, depth_), level, corner);
        const float inset = first ? corner : 0;
        if (!(first && last)) fill(area(from + inset, zone_ - inset - (last ? corner : 0), 0, depth_), level, 0);

        const Hatch hatch = hatch_of(level, count_);
        if (hatch == Hatch::none) return;
        // A little inside the frame: slanting lines have slanting ends.
        constexpr float edge = 1.5F;
        const float strip = place_.upright ? std::min(20.0F, std::round(depth_ * 0.3F)) : 20.0F;
        RectangleShape pattern = area(from, zone_, depth_ - strip, strip - edge);
        pattern.hatch = hatch;
        shapes_.emplace_back(pattern);
    }

    void add_ticks() {
        const float most = place_.upright ? depth_ * 0.4F : depth_;
        const float shorter = place_.upright ? 1 : 0;
        // The frame stands at both ends.
        for (std::size_t k = 1; k < ticks_in_zone * count_; ++k) {
            const bool is_border = k % ticks_in_zone == 0;
            const float length = (is_border ? 26.0F - shorter : k % 5 == 0 ? 16.0F : 9.0F) - shorter;
            const float along = static_cast<float>(k) * zone_ / ticks_in_zone;
            const bool on_dark = ramp_of((k - 1) / ticks_in_zone, count_) == Tint::ramp_5;
            shapes_.emplace_back(LineShape{.from = at(along, std::min(length, most)),
                                           .to = at(along, 0),
                                           .tint = on_dark ? Tint::on_ramp_5 : Tint::ink,
                                           .width = is_border ? 1.6F : 1.0F,
                                           .opacity = 0.8F});
        }
    }

    void add_span(const RulerSpan& span) {
        const float from = start(span.lowest);
        const float to = start(span.highest + 1);
        const float reach = place_.upright ? 5 : 7;
        RectangleShape frame = area(from, to - from, -reach, depth_ + 2 * reach);
        frame.stroke = Tint::ink;
        frame.stroke_width = 2.5F;
        frame.radius = 6;
        frame.dashed = true;
        shapes_.emplace_back(frame);
        if (!place_.bracket) return;
        // Lying, its ends reach to both sides; upright, only towards the scale.
        const bool upright = place_.upright;
        const float across = upright ? place_.x + place_.width - *place_.bracket : *place_.bracket - place_.y;
        const float inset = upright ? 4 : 0;
        const auto stroke = [&](float a, float across_a, float b, float across_b) {
            shapes_.emplace_back(LineShape{.from = at(a, across_a), .to = at(b, across_b), .width = 1.5F});
        };
        const float first = from + inset;
        const float last = to - inset;
        stroke(first, across, last, across);
        for (const float end : {first, last})
            stroke(end, across + (upright ? 6.0F : 5.0F), end, across - (upright ? 0.0F : 5.0F));
    }

    void add_feeling(float along) {
        if (place_.upright) {
            const Point centre = at(along, depth_ / 2);
            shapes_.emplace_back(CircleShape{.centre = centre, .radius = 8, .fill = Tint::surface});
            shapes_.emplace_back(CircleShape{.centre = centre, .radius = 6, .stroke = Tint::muted, .stroke_width = 2});
            return;
        }
        const Point centre = at(along - place_.aside, -14);
        if (place_.stem && *place_.stem < centre.y - 13)
            shapes_.emplace_back(
                LineShape{.from = {centre.x, *place_.stem}, .to = {centre.x, centre.y - 5}, .tint = Tint::muted});
        shapes_.emplace_back(CircleShape{.centre = centre, .radius = 5, .stroke = Tint::muted, .stroke_width = 2});
    }

    // Lying, it stands on the scale; upright, at its side, clear of the span's frame.
    void add_pointer(float along) {
        const float tip = place_.upright ? -6 : 2;
        const float shoulder = place_.upright ? -20 : -14;
        const float end = shoulder - 12;
        const float half = place_.upright ? 12 : 13;
        shapes_.emplace_back(PolygonShape{.points = {at(along, tip), at(along + half, shoulder), at(along + half, end),
                                                     at(along - half, end), at(along - half, shoulder)},
                                          .fill = Tint::accent});
    }

    const RulerFigure& figure_;
    const RulerPlace& place_;
    std::size_t count_;
    float depth_;
    float zone_;
    std::vector<Shape> shapes_ = {};
};

std::size_t ramp_step(std::size_t index, std::size_t count) {
    return count < 2 ? 0 : std::min<std::size_t>(4, (index * 4 + (count - 1) / 2) / (count - 1));
}

// ---- On paper: where the words stand -----------------------------------------

constexpr float margin = 10;
constexpr float bar_height = 64;

// No face to measure with: about as wide as such a line is set.
float about_width(const std::string& text, float size) { return static_cast<float>(text.size()) * size * 0.5F; }

struct Paper {
    Drawing& drawing;

    void write(float x, float y, const std::string& text, float size, Tint tint = Tint::ink,
               bool strong = false) const {
        const float half = std::min(about_width(text, size), drawing.width) / 2;
        drawing.shapes.emplace_back(LabelShape{.at = {std::clamp(x, half, drawing.width - half), y},
                                               .text = text,
                                               .size = size,
                                               .strong = strong,
                                               .tint = tint,
                                               .anchor = Anchor::middle});
    }
};

}  // namespace

std::vector<Shape> draw_scale(const RulerFigure& figure, const RulerPlace& place) {
    if (figure.levels.empty()) return {};
    return ScaleArtist(figure, place).draw();
}

float feeling_offset(float zone, float mark_label_width) {
    return std::floor(std::min(std::max(zone * 0.3F, mark_label_width / 2 + 8), zone / 2 - 8));
}

Tint ramp_of(std::size_t index, std::size_t count) {
    constexpr Tint steps[] = {Tint::ramp_1, Tint::ramp_2, Tint::ramp_3, Tint::ramp_4, Tint::ramp_5};
    return steps[ramp_step(index, count)];
}

Hatch hatch_of(std::size_t index, std::size_t count) {
    constexpr Hatch steps[] = {Hatch::none, Hatch::dots, Hatch::stripes, Hatch::crosses, Hatch::dense_stripes};
    return steps[ramp_step(index, count)];
}

Drawing draw_ruler(const RulerFigure& figure, float width) {
    Drawing drawing{.width = width};
    if (figure.levels.empty()) return drawing;
    // Both on one level: the feeling's words stand a line higher.
    const bool both = figure.mark && figure.mark == figure.feeling;
    const float bar_top = both ? 80 : 64;
    drawing.height = bar_top + (figure.span ? 141.0F : 106.0F);
    const float zone = (width - 2 * margin) / static_cast<float>(figure.levels.size());
    const auto middle = [&](std::size_t level) { return margin + (static_cast<float>(level) + 0.5F) * zone; };
    RulerPlace place{.x = margin, .y = bar_top, .width = width - 2 * margin, .height = bar_height};
    place.bracket = bar_top + 106;
    const float feeling_y = bar_top - 28 - (both ? 30.0F : 0.0F);
    if (both) {
        place.aside = feeling_offset(zone, about_width(figure.mark_label, 18));
        place.stem = feeling_y + 6;
    }
    drawing.shapes = draw_scale(figure, place);

    const Paper paper{drawing};
    for (std::size_t level = 0; level < figure.levels.size(); ++level) {
        paper.write(middle(level), bar_top + bar_height + 28, figure.levels[level], zone < 160 ? 15 : 18, Tint::ink,
                    figure.mark == level);
    }
    if (figure.span)
        paper.write((middle(figure.span->lowest) + middle(figure.span->highest)) / 2, bar_top + 128, figure.span_label,
                    16);
    if (figure.feeling)
        paper.write(middle(*figure.feeling) - place.aside, feeling_y, figure.feeling_label, 15, Tint::muted);
    if (figure.mark) paper.write(middle(*figure.mark), bar_top - 36, figure.mark_label, 18, Tint::ink, true);
    return drawing;
}

}  // namespace core
