// drawing.hpp -- what a drawing consists of, whoever draws it.
//
// One value, many readers: the painter on screen, the SVG writer for text
// view, documents and print. Lengths in CSS px from the top left corner.
// Knows: std. Never: a renderer, a colour value: only which token it is.

#pragma once

#include <string>
#include <variant>
#include <vector>

namespace core {

// Colour tokens. The ramp has five steps, whatever the number of levels.
enum class Tint {
    none,
    ink,
    muted,
    line,
    line_strong,
    accent,
    surface,
    ramp_1,
    ramp_2,
    ramp_3,
    ramp_4,
    ramp_5,
    on_ramp_5
};

// Patterns carry in greyscale what the ramp carries in colour. Drawn in faint
// ink; dense_stripes, the highest step's own, in on_ramp_5.
enum class Hatch { none, dots, stripes, crosses, dense_stripes };

struct Point {
    float x = 0;
    float y = 0;
};

struct RectangleShape {
    float x = 0, y = 0, width = 0, height = 0;
    Tint fill = Tint::none;
    Tint stroke = Tint::none;
    float stroke_width = 0;
    float radius = 0;
    bool dashed = false;
    Hatch hatch = Hatch::none;  // then nothing else is drawn
};                              // the stroke lies on the edge, half inside and half outside
struct LineShape {
    Point from;
    Point to;
    Tint tint = Tint::ink;
    float width = 1;
    float opacity = 1;
};
struct PolygonShape {
    std::vector<Point> points;
    Tint fill = Tint::ink;
};
struct CircleShape {
    Point centre;
    float radius = 0;
    Tint fill = Tint::none;
    Tint stroke = Tint::none;
    float stroke_width = 0;
};
enum class Anchor { start, middle, end };
struct LabelShape {
    Point at;
    std::string text;
    float size = 16;
    bool strong = false;
    Tint tint = Tint::ink;
    Anchor anchor = Anchor::start;
};  // at: the baseline

using Shape = std::variant<RectangleShape, LineShape, PolygonShape, CircleShape, LabelShape>;

struct Drawing {
    float width = 0;
    float height = 0;
    std::vector<Shape> shapes = {};  // drawn in this order
};

}  // namespace core
