// measure.hpp -- how wide a text is, by the very face it is drawn with.
//
// The two faces of the house are given to Dear ImGui here; what it says about
// their advances is what the layout goes by, and the page is told to set its
// text without kerning and ligatures, so that both agree.
// Knows: Dear ImGui's font atlas. Never: draws, rasterises.

#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "layout/layout.hpp"

struct ImFont;

namespace shell {

struct Faces {
    ImFont* regular = nullptr;
    ImFont* strong = nullptr;
    [[nodiscard]] ImFont* of(Weight weight) const { return weight == Weight::strong ? strong : regular; }
    [[nodiscard]] bool complete() const { return regular != nullptr && strong != nullptr; }
};

struct FaceBytes {
    const void* data = nullptr;  // TrueType; must stay as long as Dear ImGui's context
    std::size_t size = 0;
};

// Gives both faces to the current context. Incomplete when a face cannot be read.
Faces add_faces(FaceBytes regular, FaceBytes strong);

// Reads one character and moves `text` past it; what is not UTF-8 becomes U+FFFD.
char32_t take_character(std::string_view& text);

class TextMeasure {
public:
    explicit TextMeasure(const Faces& faces);

    // In CSS px at `size` px. A character outside the face is given a likely width.
    [[nodiscard]] float advance(char32_t character, float size, Weight weight) const;
    [[nodiscard]] float width(std::string_view text, float size, Weight weight) const;
    // Whether the painter can show it.
    [[nodiscard]] bool has(char32_t character) const;

private:
    static constexpr std::size_t table_size = 0x180;  // through Latin Extended-A
    static constexpr float outside = -1;

    // Advances of one em, read once: layout asks for hundreds of thousands.
    [[nodiscard]] float read_advance(char32_t character, Weight weight) const;

    Faces faces_;
    std::array<std::array<float, table_size>, 2> table_;
};

}  // namespace shell
