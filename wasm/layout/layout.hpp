// layout.hpp -- where everything stands, and where lines break.
//
// View + text measure -> boxes and lines in CSS px, document coordinates.
// Compiles natively with backend-less Dear ImGui, so it is tested without a
// browser. Both readers (paint, mirror) use these boxes and nothing else, so
// picture and page cannot differ.
// Knows: view, ImGui's text measure. Never: draws; knows the DOM.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "figure/drawing.hpp"
#include "view/view.hpp"

namespace shell {

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;
    [[nodiscard]] float right() const { return x + width; }
    [[nodiscard]] float bottom() const { return y + height; }
};

enum class Weight { regular, strong };

// One look of text. The mirror writes it as class "t-<name>"; style.css holds
// the same sizes for text view. Sizes are whole px before text scaling.
enum class TextStyle {
    h1,
    h2,
    h3,
    body,
    lead,
    small,
    tag,
    label,
    quiet_label,
    question,
    option,
    option_small,
    button,
    link,
    back,
    nav,
    brand,
    door_heading,
    field,
    hint,
    error,
    table_head,
    table_cell,
    ruler_level,
    ruler_note,
    progress,
};

struct TextLook {
    float size = 18;
    float line_height = 27;
    Weight weight = Weight::regular;
};

// A stretch of one line in one weight.
struct Piece {
    std::string text;
    float x = 0;  // from the left of its TextBlock, alignment included
    float width = 0;
    core::RunKind kind = core::RunKind::plain;
    std::string target;
    bool outside_face = false;  // shown by the page, not by the painter
};

struct Line {
    std::vector<Piece> pieces;
    float width = 0;
    bool ends_in_word = false;  // broken inside a word or after a hyphen or slash: <wbr>, no space
    bool forced = false;        // the text itself has a line break here: <br>
    bool before_cut = false;    // ends at a space before a word that is longer than a line, and cut: its part might fit
};

enum class Align { left, centre, right };

struct TextBlock {
    TextStyle style = TextStyle::body;
    TextLook look;
    Align align = Align::left;
    Rect rect;  // height = lines * line_height
    std::vector<Line> lines;
};

// What a box is of its element. One element may have many: a radio group has a
// frame, a legend, options, a hint and an error.
enum class BoxRole {
    element,  // the whole of it
    // marker: a dividing line in a card, for the painter only
    legend,
    hint,
    error,
    option,
    input,
    label,
    text,
    marker,
    row,
    cell,
    head_cell,
    caption,
    figure,
    cover,
};

// Where TextBlock::look and its style differ (a chosen option is strong, a
// quiet button regular, a long level name smaller), the look is right.
//
// Element    its box and children
// Heading, Paragraph, Tag, Button, Brand: role element, texts[0]
// List       children: cell i with texts[0]; the painter draws the marker left of it
// Group      children: the boxes of its elements
// Link       texts[0]; a door has heading, text and label as texts[0..2]
// Choices    legend, hint, error, option i (rect = the whole touch target, texts[0] label, texts[1] hint)
// Checkbox   option 0 as in Choices
// Ruler      legend, error, figure (the drawing's area; texts: level names when it only shows, then the
//            labels there are: mark, feeling, span); when interactive, option i (zone with its name,
//            texts[0]) as children of the figure, lowest level first
// Illustration: shapes and texts of its words, in the order of arrange()
// Field      label, hint, error, input (rect = the frame; texts[0] = the value's lines)
// Select     label, hint, error, input (texts[0] = the chosen label)
// Table      caption, row 0 with head_cells, row r + 1 with cells (index r, column c). Stacked when
//            the columns do not fit: head row without height, each cell with its column's name as texts[1]
// Summary    row r with label (term), text (said), option (the link that leads back)
// Progress   text (the words), cover (the bar)
struct Box {
    std::string id;                          // DOM id: the element's own, or "<element>-<role><index>"
    const core::Element* element = nullptr;  // valid as long as the View
    BoxRole role = BoxRole::element;
    std::size_t index = 0;  // which option, row …
    std::size_t column = 0;
    Rect rect;                        // document coordinates
    std::vector<TextBlock> texts;     // document coordinates
    std::vector<core::Shape> shapes;  // Illustration only; from the upper left corner of `rect`
    std::vector<Box> children;
};

struct Layout {
    float width = 0;
    float height = 0;
    bool narrow = false;  // one column: phone
    Box header, main, footer;
    Box dialog;  // window coordinates; empty when there is none
    bool has_dialog = false;
    float text_scale = 1;
};

// Advance of one character in CSS px at a whole size; and whether the face has it.
// Made from ImGui's font in the browser and in tests alike (see measure.hpp).
class TextMeasure;

// `window_width` and `window_height` in CSS px. Text sizes are multiplied by
// view.text_percent.
// `narrow` is decided by the width in letters: a wide window with large text is narrow too.
Layout lay_out(const core::View& view, const TextMeasure& measure, float window_width, float window_height);

// The id of a part: "<element>-<role>", with "<index>" (and "-<column>") for option, row, cell, head_cell.
std::string part_id(const std::string& element_id, BoxRole role, std::size_t index = 0, std::size_t column = 0);

// Size, line height and weight before text scaling.
TextLook look_of(TextStyle style, bool narrow);

}  // namespace shell
