#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "paint/theme.hpp"

TEST_CASE("Every pair of colours that meets has contrast enough", "[paint][t1]") {
    const int which = GENERATE(0, 1, 2, 3);
    const shell::Theme plain = which % 2 == 0 ? shell::light_theme() : shell::dark_theme();
    const shell::Theme theme = which < 2 ? plain : shell::with_more_contrast(plain);

    for (const shell::ColourPair& pair : shell::pairs_of(theme)) {
        INFO("theme " << which << ": " << pair.name);
        CHECK(shell::contrast(pair.front, pair.back) >= pair.least);
    }
}

TEST_CASE("Contrast is WCAG's ratio", "[paint]") {
    const shell::Colour black = shell::colour(0x000000);
    const shell::Colour white = shell::colour(0xffffff);
    CHECK(shell::contrast(black, white) == Catch::Approx(21));
    CHECK(shell::contrast(white, white) == Catch::Approx(1));
    CHECK(shell::contrast(shell::colour(0x767676), white) == Catch::Approx(4.54).margin(0.01));
}

TEST_CASE("The levels grow darker or lighter in one direction, so that greyscale keeps their order", "[paint]") {
    const shell::Theme light = shell::light_theme();
    const shell::Colour white = shell::colour(0xffffff);
    for (std::size_t i = 1; i < light.level.size(); ++i) {
        CHECK(shell::contrast(light.level[i], white) > shell::contrast(light.level[i - 1], white));
    }
    const shell::Theme dark = shell::dark_theme();
    const shell::Colour black = shell::colour(0x000000);
    for (std::size_t i = 1; i < dark.level.size(); ++i) {
        CHECK(shell::contrast(dark.level[i], black) > shell::contrast(dark.level[i - 1], black));
    }
}
