// write_svg.hpp -- a Drawing as stand-alone SVG for documents.
//
// Colours are those of the light theme: paper is white. Presentation
// attributes only, so that a strict CSP without inline style holds.
// Knows: drawing. Never: a script, an outside address.

#pragma once

#include <string>
#include <string_view>

#include "figure/drawing.hpp"

namespace core {

// `summary` is the accessible name: the same in words.
std::string write_svg(const Drawing& drawing, std::string_view summary);

// Text made safe for HTML and XML content and attributes.
std::string escape_html(std::string_view text);

}  // namespace core
