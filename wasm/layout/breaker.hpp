// breaker.hpp -- where lines break.
//
// At spaces, after hyphen, slash and dashes, and anywhere in a word that is
// longer than a line. The mirror writes these lines as they are, so that the
// browser's own rules never come into it.
// Knows: text measure. Never: where a text stands.

#pragma once

#include <vector>

#include "layout/layout.hpp"
#include "layout/measure.hpp"

namespace shell {

// collapse: as in running text, one space where there are many.
// keep: as in a text field, every space and line break counts.
enum class Spaces { collapse, keep };

// The look's size is taken as it is (scaled already). Pieces start at 0; at
// least one line, also for an empty text. No line is wider than `width`
// unless one character is.
std::vector<Line> break_lines(const core::Rich& text, const TextLook& look, const TextMeasure& measure, float width,
                              Spaces spaces = Spaces::collapse);

// The width of the text if it were never broken (but for its own line breaks).
float unbroken_width(const core::Rich& text, const TextLook& look, const TextMeasure& measure);

// The width of its longest part that cannot be broken without breaking a word.
float longest_word(const core::Rich& text, const TextLook& look, const TextMeasure& measure);

}  // namespace shell
