// families.hpp -- one layout function for each kind of element.
//
// Each gives the element's box with all its parts, beginning at the spot.
// Knows: flow. Never: paints.

#pragma once

#include "layout/flow.hpp"

namespace shell {

Box lay_out_element(const Context& context, const core::Element& element, const Spot& spot);

// How wide an element would like to be in a row; never more than `most`.
float natural_width(const Context& context, const core::Element& element, float most);

Margins margins_of(const Context& context, const core::Element& element);

// layout_text
Box lay_out(const Context&, const core::Element&, const core::Heading&, const Spot&);
Box lay_out(const Context&, const core::Element&, const core::Paragraph&, const Spot&);
Box lay_out(const Context&, const core::Element&, const core::List&, const Spot&);
Box lay_out(const Context&, const core::Element&, const core::Tag&, const Spot&);
Box lay_out(const Context&, const core::Element&, const core::Progress&, const Spot&);
TextStyle style_of(const core::Heading&);
TextStyle style_of(const core::Paragraph&);
float tag_width(const Context&, const core::Tag&);

// layout_group
Box lay_out(const Context&, const core::Element&, const core::Group&, const Spot&);

// layout_action
Box lay_out(const Context&, const core::Element&, const core::Button&, const Spot&);
Box lay_out(const Context&, const core::Element&, const core::Link&, const Spot&);
float button_width(const Context&, const core::Button&);
float link_width(const Context&, const core::Link&);
// What stands left of a button's label: the box of a toggle, the chevron of a disclosure.
float button_sign_width(const Context&, const core::Button&);

// layout_choice
Box lay_out(const Context&, const core::Element&, const core::Choices&, const Spot&);
Box lay_out(const Context&, const core::Element&, const core::Checkbox&, const Spot&);
// Side of the radio circle and the check box.
float choice_sign_size(float text_scale);

// layout_ruler
Box lay_out(const Context&, const core::Element&, const core::Ruler&, const Spot&);

// layout_illustration
Box lay_out(const Context&, const core::Element&, const core::Illustration&, const Spot&);

// layout_field
Box lay_out(const Context&, const core::Element&, const core::Field&, const Spot&);
Box lay_out(const Context&, const core::Element&, const core::Select&, const Spot&);

// layout_table
Box lay_out(const Context&, const core::Element&, const core::Table&, const Spot&);
Box lay_out(const Context&, const core::Element&, const core::Summary&, const Spot&);

// layout_chrome
Box lay_out(const Context&, const core::Element&, const core::Brand&, const Spot&);
float brand_width(const Context&, const core::Brand&);
Box lay_out_header(const Context&, const core::View&);
Box lay_out_footer(const Context&, const core::View&, const Spot&);
Box lay_out_dialog(const Context&, const core::Dialog&);

}  // namespace shell
