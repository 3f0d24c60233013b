// flow.hpp -- the tools the layout files of the families share.
//
// Knows: layout, breaker. Never: what stands inside one kind of element.

#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "layout/breaker.hpp"
#include "layout/layout.hpp"
#include "layout/measure.hpp"

namespace shell {

struct Context {
    const TextMeasure& measure;
    float scale = 1;  // of text; spacing stays as it is
    bool narrow = false;
    bool in_card = false;
    bool in_box = false;  // a tinted one: its words use the whole width
    float window_width = 0;
    float window_height = 0;
};

// Where an element may begin, and how wide it may be.
struct Spot {
    float x = 0, y = 0, width = 0;
};

struct Margins {
    float above = 0, below = 0;
};

constexpr float touch_target = 44;

// A length that grows with the text, in whole px.
float grown(const Context& context, float px);

TextLook scaled_look(const Context& context, TextStyle style);

core::Rich plain_text(const std::string& text);

// Breaks and aligns; the block's height is that of its lines.
TextBlock set_text(const Context& context, TextStyle style, const TextLook& look, const core::Rich& text,
                   const Spot& spot, Align align = Align::left);
TextBlock set_text(const Context& context, TextStyle style, const core::Rich& text, const Spot& spot,
                   Align align = Align::left);

float text_width(const Context& context, TextStyle style, const core::Rich& text);
float word_width(const Context& context, TextStyle style, const core::Rich& text);

// The width of 66 figures, as CSS's 66ch: longer lines are hard to follow.
float comfortable_width(const Context& context, TextStyle style, float most);

// How far down a text stands in the middle of `height`. The face's capitals sit a
// little above the middle of its line; on a button that would show.
float centred(float height, const TextBlock& text);

Box make_box(const core::Element& element, const Rect& rect);
Box make_part(const core::Element& element, BoxRole role, const Rect& rect, std::size_t index = 0,
              std::size_t column = 0);

// Adds a part that is one text and nothing else; returns its lower edge. Empty text adds nothing.
float add_words(const Context& context, Box& parent, BoxRole role, TextStyle style, const core::Rich& text,
                const Spot& spot, float gap_below);
// The same for an error, with room for its sign to the left.
float add_error(const Context& context, Box& parent, const std::string& error, const Spot& spot, float gap_below);

// Moves a box with all that is in it.
void move(Box& box, float dx, float dy);
void move(TextBlock& text, float dx, float dy);

// Under each other with collapsing margins; the first margin counts only when
// `with_first_margin`. Returns the lower edge of the last.
float stack(const Context& context, std::span<const core::Element> elements, const Spot& spot, Box& parent,
            bool with_first_margin = false);

// Side by side from the left, wrapping; returns the lower edge.
float wrap(const Context& context, std::span<const core::Element> elements, const Spot& spot, Box& parent, float gap_x,
           float gap_y);

}  // namespace shell
