// ruler_drawing.hpp -- the ruler, the signature of the tool, as a drawing.
//
// A long fine scale with named zones, tick marks, the indicator as a dashed
// span, the own mark as a pointer. Readable in greyscale: position, pattern,
// word.
// Knows: drawing. Never: what the levels mean, colour values.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "figure/drawing.hpp"

namespace core {

struct RulerFigure {
    std::vector<std::string> levels;       // names, lowest first; at least one
    std::optional<std::size_t> span_from;  // both or none; 0-based, both ends included
    std::optional<std::size_t> span_to;
    std::string span_label;
    std::optional<std::size_t> mark;
    std::string mark_label;
    std::optional<std::size_t> feeling;
    std::string feeling_label;
};

// Lying, `width` px wide (at least 300). Names are set small enough to stand
// beside each other from about 600 px up.
Drawing draw_ruler(const RulerFigure& figure, float width);

// The step of the five-step ramp for level `index` of `count`, and its pattern.
Tint ramp_of(std::size_t index, std::size_t count);
Hatch hatch_of(std::size_t index, std::size_t count);

}  // namespace core
