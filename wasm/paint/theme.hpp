// theme.hpp -- the colours, light and dark.
//
// The same tokens as in web/style.css; which pairs meet on screen, and how
// much contrast each needs, is written here so that a test can hold them to it.
// Knows: std. Never: where a colour is used.

#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace shell {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
};

constexpr Colour colour(std::uint32_t rgb) {
    return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8), static_cast<std::uint8_t>(rgb)};
}

struct Theme {
    Colour ground, surface, ink, muted;
    Colour line;         // divides; carries no meaning
    Colour line_strong;  // the edge of something one can use
    Colour accent, accent_ink, accent_hover, accent_pressed;
    Colour accent_soft, accent_soft_pressed;
    Colour notice, notice_line;
    Colour alarm, alarm_soft;
    std::array<Colour, 5> level;  // a quiet ramp, lowest first
    Colour level_ink;             // on the highest level
    Colour focus;
};

Theme light_theme();
Theme dark_theme();
// For people who have asked their device for more contrast.
Theme with_more_contrast(Theme theme);

struct ColourPair {
    const char* name = "";
    Colour front, back;
    float least = 4.5F;  // WCAG 2.2: 4.5 for text, 3 for borders and signs that carry meaning
};
std::vector<ColourPair> pairs_of(const Theme& theme);

// WCAG's contrast ratio, 1 to 21.
float contrast(Colour one, Colour other);

}  // namespace shell
