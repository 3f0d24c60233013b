// ruler_figure.hpp -- what stands on the ruler: levels, span, marks and their words.
//
// The one description: the View's Ruler is this with its actions, a Document's
// ruler is this alone, and ruler_drawing makes the drawing of it.
// Knows: std. Never: what the levels mean, where anything is drawn.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace core {

struct RulerSpan {
    std::size_t lowest = 0;  // 0-based, both ends included
    std::size_t highest = 0;
};

struct RulerFigure {
    std::vector<std::string> levels;  // names, lowest first
    std::optional<RulerSpan> span;
    std::string span_label;  // "Linealens indikator"
    std::optional<std::size_t> mark;
    std::string mark_label;  // "Din vurdering"
    std::optional<std::size_t> feeling;
    std::string feeling_label;  // "Din første fornemmelse"
};

}  // namespace core
