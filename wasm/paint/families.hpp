// families.hpp -- one paint function for each kind of element.
//
// Each draws the element's own box and its parts; containers go on into their
// children through paint_box.
// Knows: brush, layout. Never: where something stands.

#pragma once

#include <vector>

#include "figure/drawing.hpp"
#include "paint/brush.hpp"
#include "view/view.hpp"

namespace shell {

void paint_box(const Canvas& canvas, const Box& box);
void paint_children(const Canvas& canvas, const Box& box);

// Shared parts: legend, label, hint, error with its sign. True when it was one of these.
bool paint_words(const Canvas& canvas, const Box& part);

// paint_text
void paint(const Canvas&, const Box&, const core::Heading&);
void paint(const Canvas&, const Box&, const core::Paragraph&);
void paint(const Canvas&, const Box&, const core::List&);
void paint(const Canvas&, const Box&, const core::Tag&);
void paint(const Canvas&, const Box&, const core::Progress&);

// paint_group
void paint(const Canvas&, const Box&, const core::Group&);

// paint_action
void paint(const Canvas&, const Box&, const core::Button&);
void paint(const Canvas&, const Box&, const core::Link&);

// paint_choice
void paint(const Canvas&, const Box&, const core::Choices&);
void paint(const Canvas&, const Box&, const core::Checkbox&);
void radio(const Canvas&, Point centre, float size, bool chosen, bool hovered, bool pressed);

// paint_drawing: a figure as shared/figure describes it, except its words
void paint_shapes(const Canvas&, const std::vector<core::Shape>&);

// paint_ruler
void paint(const Canvas&, const Box&, const core::Ruler&);

// paint_drawing
void paint(const Canvas&, const Box&, const core::Illustration&);

// paint_field
void paint(const Canvas&, const Box&, const core::Field&);
void paint(const Canvas&, const Box&, const core::Select&);

// paint_table
void paint(const Canvas&, const Box&, const core::Table&);
void paint(const Canvas&, const Box&, const core::Summary&);

// paint_chrome
void paint(const Canvas&, const Box&, const core::Brand&);
void paint_header(const Canvas&, const Box& header);
void paint_footer(const Canvas&, const Box& footer);
void paint_dialog(const Canvas&, const Box& dialog);

}  // namespace shell
