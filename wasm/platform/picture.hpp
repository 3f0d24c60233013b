// picture.hpp -- the canvas: Dear ImGui drawn by WebGL 2.
//
// A tile of the document, about two and a half windows high; it lies in
// document coordinates, so that the browser scrolls it with the page.
// Knows: paint, Dear ImGui, Emscripten's WebGL. Never: the View's meaning; asks
// for a frame by itself.

#pragma once

#include <cstdint>
#include <memory>

#include "layout/measure.hpp"
#include "paint/paint.hpp"

namespace shell {

class Picture {
public:
    Picture();
    ~Picture();
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;

    // Dear ImGui and its faces; needed for measuring also without WebGL.
    bool add(FaceBytes regular, FaceBytes strong);
    [[nodiscard]] const Faces& faces() const { return faces_; }

    // False when the browser has no WebGL 2 for us.
    bool open();
    // The context is gone, and all that was in it.
    void lose();
    void draw(const Layout& layout, const PaintState& state, const Theme& theme, const Tile& tile);

private:
    struct Press;  // what draws without Dear ImGui's windows

    Faces faces_;
    std::unique_ptr<Press> press_;
    std::uint32_t context_ = 0;
};

}  // namespace shell
