// arrange_parts.hpp -- boxes, arrows and words, as the figures use them.
//
// Knows: arrange, drawing. Never: which figure it is.

#pragma once

#include <cmath>
#include <string>

#include "figure/arrange.hpp"

namespace core {

struct Area {
    float x = 0, y = 0, width = 0, height = 0;
    [[nodiscard]] float right() const { return x + width; }
    [[nodiscard]] float bottom() const { return y + height; }
    [[nodiscard]] Point middle() const { return {x + width / 2, y + height / 2}; }
};
struct WordPlace {
    float x = 0, y = 0, width = 0;
};

class Artist {
public:
    Artist(const Figure& of, const WordRoom& words, float wide) : figure(of), room(words), width(wide) {}

    const Figure& figure;
    const WordRoom& room;
    float width;
    Arrangement made = {};

    [[nodiscard]] float height(const std::string& text, bool strong, float wide) const {
        return room.height(text, strong, wide);
    }
    // A length that grows with the letters.
    [[nodiscard]] float grown(float px) const { return std::round(px * room.line_height() / 22); }
    void write(const std::string& text, const WordPlace& at, bool strong, Anchor anchor = Anchor::start);
    void box(const Area& area);  // surface and line
    void frame(const Area& area);
    void fill(const Area& area, Tint tint);
    void hatch(const Area& area, Hatch pattern);
    void line(const Point& from, const Point& to, Tint tint, float thickness = 1.5F);
    void disc(const Point& centre, float radius);
    // Along the line between their middles, from edge to edge.
    void arrow_between(const Area& from, const Area& to, bool both_ways);
    // From the right side of one to that of the other, by way of `x`. What touches a side before stands `above` it.
    void arrow_aside(const Area& from, const Area& to, float x, std::size_t above_end, bool both_ways,
                     std::size_t above_start = 0);

private:
    void tip(const Point& from, const Point& to);  // an arrow's head that ends at `to`
};

}  // namespace core
