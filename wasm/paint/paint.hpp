// paint.hpp -- the picture.
//
// Draws a laid-out View through Dear ImGui's draw list and nothing else: no
// window, no widget, no id of ImGui's is used. Hover, pressed and focus come
// from the page's own events.
// Knows: layout. Never: decides where something stands; knows the DOM.

#pragma once

#include <string>

#include "layout/layout.hpp"
#include "layout/measure.hpp"
#include "paint/theme.hpp"

struct ImDrawList;

namespace shell {

// Each is the id of a Box that can be used; empty: none.
struct PaintState {
    std::string hovered;
    std::string pressed;
    std::string focused;
    float window_top = 0;  // document y of the window's upper edge, for the dialog
};

// The part of the document that is drawn: its upper left corner comes to 0, 0
// of the draw list, in CSS px. `density` is device px for each of them.
struct Tile {
    Rect area;
    float density = 1;
};

// Call between ImGui::NewFrame() and ImGui::Render(), e.g. with ImGui::GetBackgroundDrawList(),
// DisplaySize = the tile's size and DisplayFramebufferScale = density.
// The View must be the one that was laid out.
void paint(const Layout& layout, const PaintState& state, const Theme& theme, const Faces& faces, const Tile& tile,
           ImDrawList& list);

}  // namespace shell
