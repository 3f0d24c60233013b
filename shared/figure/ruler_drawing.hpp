// ruler_drawing.hpp -- the ruler, the signature of the tool, as a drawing.
//
// A long fine scale with named zones, tick marks, the indicator as a dashed
// span, the own mark as a pointer, lying or standing. Readable in greyscale:
// position, pattern, word.
// Knows: drawing, ruler_figure. Never: what the levels mean, colour values.

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "figure/drawing.hpp"
#include "figure/ruler_figure.hpp"

namespace core {

// Where the scale stands. Lying, the levels go from left to right; upright,
// from the top down: the order they are read and chosen in.
struct RulerPlace {
    float x = 0, y = 0, width = 0, height = 0;  // the bar
    bool upright = false;
    bool with_pointer = true;           // not where a round button at each level shows the mark
    std::optional<float> bracket = {};  // beside the span: its y, upright its x
    // Lying, the first feeling: how far its circle steps aside, and from what y
    // a line leads down to it, when its words stand a line higher.
    float aside = 0;
    std::optional<float> stem = {};
};

// The scale with everything on it except the words.
std::vector<Shape> draw_scale(const RulerFigure& figure, const RulerPlace& place);

// For paper: lying, `width` px wide (at least 300), with its words. Names are
// set small enough to stand beside each other from about 600 px up.
Drawing draw_ruler(const RulerFigure& figure, float width);

// Lying, mark and feeling in one zone: how far left of the pointer the circle
// stands, so that its line passes the mark's label.
float feeling_offset(float zone, float mark_label_width);

// The step of the five-step ramp for level `index` of `count`, and its pattern.
Tint ramp_of(std::size_t index, std::size_t count);
Hatch hatch_of(std::size_t index, std::size_t count);

}  // namespace core
