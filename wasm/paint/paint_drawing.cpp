#include <algorithm>
#include <cmath>
#include <vector>

#include "paint/families.hpp"

namespace shell {

namespace {

constexpr float pattern_strength = 0.35F;

Colour colour_of(const Theme& theme, core::Tint tint) {
    switch (tint) {
        case core::Tint::none:
        case core::Tint::ink: break;
        case core::Tint::muted: return theme.muted;
        case core::Tint::line: return theme.line;
        case core::Tint::line_strong: return theme.line_strong;
        case core::Tint::accent: return theme.accent;
        case core::Tint::surface: return theme.surface;
        case core::Tint::ramp_1: return theme.level[0];
        case core::Tint::ramp_2: return theme.level[1];
        case core::Tint::ramp_3: return theme.level[2];
        case core::Tint::ramp_4: return theme.level[3];
        case core::Tint::ramp_5: return theme.level[4];
        case core::Tint::on_ramp_5: return theme.level_ink;
    }
    return theme.ink;
}

void dots(const Canvas& canvas, const Rect& area, float step, Colour ink) {
    const float inset = step * 0.4F;
    const int rows = static_cast<int>(std::ceil((area.height - 1 - inset) / step));
    const int columns = static_cast<int>(std::ceil((area.width - 1 - inset) / step));
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const float x = area.x + inset + static_cast<float>(column) * step;
            const float y = area.y + inset + static_cast<float>(row) * step;
            disc(canvas, {x, y}, 1.1F, ink, pattern_strength);
        }
    }
}

// Slanting lines, cut at the area's edges: falling to the left, or to the right.
void slants(const Canvas& canvas, const Rect& area, float step, bool to_left, Colour ink, float width) {
    const int count = static_cast<int>(std::ceil((area.width + area.height) / step - 0.5F));
    for (int number = 0; number < count; ++number) {
        const float along = (static_cast<float>(number) + 0.5F) * step;
        const float from = std::max(0.0F, along - area.height);
        const float to = std::min(area.width, along);
        const float x_from = to_left ? area.x + from : area.right() - from;
        const float x_to = to_left ? area.x + to : area.right() - to;
        line(canvas, {x_from, area.y + along - from}, {x_to, area.y + along - to}, ink, width, pattern_strength);
    }
}

void pattern(const Canvas& canvas, const Rect& area, core::Hatch hatch) {
    const Colour ink = canvas.theme.ink;
    switch (hatch) {
        case core::Hatch::none: return;
        case core::Hatch::dots: dots(canvas, area, 10, ink); return;
        case core::Hatch::stripes: slants(canvas, area, 10, true, ink, 1); return;
        case core::Hatch::crosses:
            slants(canvas, area, 8, true, ink, 1);
            slants(canvas, area, 8, false, ink, 1);
            return;
        case core::Hatch::dense_stripes: slants(canvas, area, 6, true, canvas.theme.level_ink, 1.2F); return;
    }
}

struct Painter {
    const Canvas& canvas;

    [[nodiscard]] Colour colour(core::Tint tint) const { return colour_of(canvas.theme, tint); }

    void operator()(const core::RectangleShape& shape) const {
        const Rect rect{shape.x, shape.y, shape.width, shape.height};
        if (shape.hatch != core::Hatch::none) return pattern(canvas, rect, shape.hatch);
        if (shape.fill != core::Tint::none) fill(canvas, rect, colour(shape.fill), shape.radius);
        if (shape.stroke == core::Tint::none) return;
        const float half = shape.stroke_width / 2;
        if (shape.dashed)
            dashed_outline(canvas, rect, colour(shape.stroke), shape.stroke_width, shape.radius);
        else
            outline(canvas, shrunk(rect, -half), colour(shape.stroke), shape.stroke_width, shape.radius + half);
    }
    void operator()(const core::LineShape& shape) const {
        line(canvas, {shape.from.x, shape.from.y}, {shape.to.x, shape.to.y}, colour(shape.tint), shape.width,
             shape.opacity);
    }
    void operator()(const core::PolygonShape& shape) const {
        std::vector<ImVec2> points;
        for (const core::Point& point : shape.points)
            points.emplace_back(point.x - canvas.tile.area.x, point.y - canvas.tile.area.y);
        canvas.list.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), packed(colour(shape.fill)));
    }
    void operator()(const core::CircleShape& shape) const {
        const Point centre{shape.centre.x, shape.centre.y};
        if (shape.fill != core::Tint::none) disc(canvas, centre, shape.radius, colour(shape.fill));
        if (shape.stroke != core::Tint::none)
            ring(canvas, centre, shape.radius, colour(shape.stroke), shape.stroke_width);
    }
    // Words on screen are the layout's, line by line, as the page holds them.
    void operator()(const core::LabelShape&) const {}
};

core::Point moved(const core::Point& point, const Rect& by) { return {point.x + by.x, point.y + by.y}; }

// A shape of an illustration, brought from its own corner to the document's.
struct Mover {
    const Rect& by;

    void operator()(core::RectangleShape& shape) const {
        shape.x += by.x;
        shape.y += by.y;
    }
    void operator()(core::LineShape& shape) const {
        shape.from = moved(shape.from, by);
        shape.to = moved(shape.to, by);
    }
    void operator()(core::PolygonShape& shape) const {
        for (core::Point& point : shape.points) point = moved(point, by);
    }
    void operator()(core::CircleShape& shape) const { shape.centre = moved(shape.centre, by); }
    void operator()(core::LabelShape& shape) const { shape.at = moved(shape.at, by); }
};

}  // namespace

void paint(const Canvas& canvas, const Box& box, const core::Illustration&) {
    std::vector<core::Shape> shapes = box.shapes;
    for (core::Shape& shape : shapes) std::visit(Mover{box.rect}, shape);
    paint_shapes(canvas, shapes);
    for (const TextBlock& block : box.texts) text(canvas, block, canvas.theme.ink);
}

void paint_shapes(const Canvas& canvas, const std::vector<core::Shape>& shapes) {
    for (const core::Shape& shape : shapes) std::visit(Painter{canvas}, shape);
}

}  // namespace shell
