#include "figure/arrange_parts.hpp"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr float head_length = 10;
constexpr float head_half = 6;
constexpr float gap = 3;  // between an arrow and what it touches

// Where the line from the middle of `area` towards `to` leaves it, and a little farther.
Point edge_towards(const Area& area, const Point& to) {
    const Point middle = area.middle();
    const float dx = to.x - middle.x;
    const float dy = to.y - middle.y;
    const float along_x = dx == 0 ? 1e9F : (area.width / 2 + gap) / std::abs(dx);
    const float along_y = dy == 0 ? 1e9F : (area.height / 2 + gap) / std::abs(dy);
    const float share = std::min(along_x, along_y);
    return {middle.x + dx * share, middle.y + dy * share};
}

}  // namespace

void Artist::write(const std::string& text, const WordPlace& at, bool strong, Anchor anchor) {
    made.labels.push_back(FigureLabel{text, at.x, at.y, at.width, strong, anchor});
}

void Artist::box(const Area& area) {
    fill(area, Tint::surface);
    frame(area);
}

void Artist::frame(const Area& area) {
    RectangleShape shape{.x = area.x, .y = area.y, .width = area.width, .height = area.height};
    shape.stroke = Tint::line_strong;
    shape.stroke_width = 1.5F;
    made.shapes.emplace_back(shape);
}

void Artist::fill(const Area& area, Tint tint) {
    RectangleShape shape{.x = area.x, .y = area.y, .width = area.width, .height = area.height};
    shape.fill = tint;
    made.shapes.emplace_back(shape);
}

void Artist::hatch(const Area& area, Hatch pattern) {
    RectangleShape shape{.x = area.x, .y = area.y, .width = area.width, .height = area.height};
    shape.hatch = pattern;
    made.shapes.emplace_back(shape);
}

void Artist::line(const Point& from, const Point& to, Tint tint, float thickness) {
    made.shapes.emplace_back(LineShape{.from = from, .to = to, .tint = tint, .width = thickness});
}

void Artist::disc(const Point& centre, float radius) {
    made.shapes.emplace_back(CircleShape{.centre = centre, .radius = radius, .fill = Tint::accent});
}

void Artist::tip(const Point& from, const Point& to) {
    const float length = std::max(1.0F, std::hypot(to.x - from.x, to.y - from.y));
    const Point along{(to.x - from.x) / length, (to.y - from.y) / length};
    const Point root{to.x - along.x * head_length, to.y - along.y * head_length};
    made.shapes.emplace_back(PolygonShape{.points = {to,
                                                     {root.x - along.y * head_half, root.y + along.x * head_half},
                                                     {root.x + along.y * head_half, root.y - along.x * head_half}},
                                          .fill = Tint::muted});
}

void Artist::arrow_between(const Area& from, const Area& to, bool both_ways) {
    const Point start = edge_towards(from, to.middle());
    const Point end = edge_towards(to, from.middle());
    line(start, end, Tint::muted);
    tip(start, end);
    if (both_ways) tip(end, start);
}

void Artist::arrow_aside(const Area& from, const Area& to, float x, std::size_t above_end, bool both_ways,
                         std::size_t above_start) {
    constexpr float apart = 12;
    const Point start{from.right() + gap, from.y + 14 + apart * static_cast<float>(above_start)};
    const Point end{to.right() + gap, to.y + 14 + apart * static_cast<float>(above_end)};
    line(start, {x, start.y}, Tint::muted);
    line({x, start.y}, {x, end.y}, Tint::muted);
    line({x, end.y}, end, Tint::muted);
    tip({x, end.y}, end);
    if (both_ways) tip({x, start.y}, start);
}

}  // namespace core
