// brush.hpp -- what a painter needs: fills, lines, signs, and text at its exact place.
//
// All coordinates are the document's, in CSS px.
// Knows: the draw list, theme. Never: elements.

#pragma once

#include <imgui.h>

#include <string>

#include "paint/paint.hpp"

namespace shell {

struct Canvas {
    ImDrawList& list;
    const Theme& theme;
    const Faces& faces;
    const PaintState& state;
    Tile tile;
    float text_scale = 1;
    bool in_alarm = false;  // strong words speak in the alarm's colour

    [[nodiscard]] bool shows(const Rect& rect) const;
    [[nodiscard]] bool is_hovered(const Box& box) const { return !box.id.empty() && box.id == state.hovered; }
    [[nodiscard]] bool is_pressed(const Box& box) const { return !box.id.empty() && box.id == state.pressed; }
    [[nodiscard]] bool is_focused(const Box& box) const { return !box.id.empty() && box.id == state.focused; }
};

constexpr float corner = 8;

struct Point {
    float x = 0, y = 0;
};

Rect shrunk(const Rect& rect, float by);

void fill(const Canvas& canvas, const Rect& rect, Colour colour, float radius = 0,
          ImDrawFlags corners = ImDrawFlags_RoundCornersAll);
// A surface with a border inside its edge.
void frame(const Canvas& canvas, const Rect& rect, Colour surface, Colour border, float border_width,
           float radius = corner, ImDrawFlags corners = ImDrawFlags_RoundCornersAll);
// Only the border, over what is there; `opacity` 0 to 1.
void outline(const Canvas& canvas, const Rect& rect, Colour colour, float width, float radius);
void dashed_outline(const Canvas& canvas, const Rect& rect, Colour colour, float width, float radius);
void line(const Canvas& canvas, Point from, Point to, Colour colour, float width, float opacity = 1);
void disc(const Canvas& canvas, Point centre, float radius, Colour colour, float opacity = 1);
void ring(const Canvas& canvas, Point centre, float radius, Colour colour, float width);
void check_mark(const Canvas& canvas, const Rect& rect, Colour colour, float width);
void chevron(const Canvas& canvas, Point centre, float size, bool up, Colour colour, float width);

// Pieces at their exact places; links in accent and underlined, strong words
// in the alarm's colour where the canvas says so.
void text(const Canvas& canvas, const TextBlock& block, Colour colour);
void underline(const Canvas& canvas, const TextBlock& block, Colour colour, float width);
// One unbroken stretch, for signs of ours such as list numbers.
void words(const Canvas& canvas, const std::string& stretch, const TextLook& look, Point upper_left, Colour colour);

ImU32 packed(Colour colour, float opacity = 1);

}  // namespace shell
