#include "figure/ruler_drawing.hpp"

#include <catch2/catch_test_macros.hpp>

#include "figure/write_svg.hpp"

namespace {

using namespace core;

RulerFigure five_levels() {
    RulerFigure figure;
    figure.levels = {"Trivsel", "Øget opmærksomhed", "Bekymring", "Stor bekymring", "Alvorlig bekymring"};
    return figure;
}

int count(const std::string& text, const std::string& part) {
    int found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("Nothing is marked on the ruler before somebody marks it", "[figure]") {
    const std::string svg = write_svg(draw_ruler(five_levels(), 990), "Linealen");

    CHECK(count(svg, "<polygon") == 0);
    CHECK(count(svg, "stroke-dasharray") == 0);
    CHECK(count(svg, "<text") == 5);
}

TEST_CASE("Span, mark and feeling are drawn where they belong", "[figure]") {
    RulerFigure figure = five_levels();
    figure.span = RulerSpan{2, 3};
    figure.span_label = "Linealens indikator";
    figure.mark = 3;
    figure.mark_label = "Din vurdering";
    figure.feeling = 2;
    figure.feeling_label = "Din første fornemmelse";

    const std::string svg = write_svg(draw_ruler(figure, 990), "Linealen");

    // Zones are 194 px wide and begin 10 px in: the third begins at 398.
    CHECK(svg.find("x=\"398\" y=\"57\" width=\"388\"") != std::string::npos);
    CHECK(count(svg, "<polygon") == 1);
    CHECK(count(svg, "font-weight=\"600\"") == 2);
    CHECK(svg.find("Din første fornemmelse") != std::string::npos);
}

TEST_CASE("The ruler is readable in greyscale: every level above the lowest has a pattern of its own", "[figure]") {
    for (std::size_t index = 1; index < 5; ++index) {
        for (std::size_t other = 0; other < index; ++other) CHECK(hatch_of(index, 5) != hatch_of(other, 5));
    }
}

TEST_CASE("Lying and upright show the same parts, in the order the levels are read", "[figure]") {
    RulerFigure figure = five_levels();
    figure.span = RulerSpan{2, 3};
    figure.mark = 3;
    const RulerPlace lying{.x = 10, .y = 20, .width = 500, .height = 64};
    const RulerPlace upright{.x = 10, .y = 20, .width = 64, .height = 500, .upright = true};

    const auto one = draw_scale(figure, lying);
    const auto other = draw_scale(figure, upright);

    REQUIRE(one.size() == other.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        CHECK(one[i].index() == other[i].index());
        const auto* across = std::get_if<RectangleShape>(&one[i]);
        const auto* down = std::get_if<RectangleShape>(&other[i]);
        if (across == nullptr || across->fill == Tint::none) continue;
        CHECK(across->fill == down->fill);
        CHECK(across->x - lying.x == down->y - upright.y);
        CHECK(across->width == down->height);
    }
}

TEST_CASE("Where round buttons show the mark there is no pointer", "[figure]") {
    RulerFigure figure = five_levels();
    figure.mark = 1;
    RulerPlace place{.width = 66, .height = 400, .upright = true};
    const std::size_t with_pointer = draw_scale(figure, place).size();
    place.with_pointer = false;

    CHECK(draw_scale(figure, place).size() + 1 == with_pointer);
}

TEST_CASE("What stands outside the levels is not drawn", "[figure]") {
    RulerFigure figure = five_levels();
    const RulerPlace place{.width = 400, .height = 64};
    const std::size_t bare = draw_scale(figure, place).size();
    figure.mark = 5;
    figure.feeling = 7;
    figure.span = RulerSpan{3, 5};

    CHECK(draw_scale(figure, place).size() == bare);
    CHECK(draw_scale(RulerFigure{}, place).empty());
}

TEST_CASE("Three levels take the ends and the middle of the ramp", "[figure]") {
    CHECK(ramp_of(0, 3) == Tint::ramp_1);
    CHECK(ramp_of(1, 3) == Tint::ramp_3);
    CHECK(ramp_of(2, 3) == Tint::ramp_5);
    CHECK(ramp_of(0, 1) == Tint::ramp_1);
}

TEST_CASE("A label cannot become markup", "[figure]") {
    RulerFigure figure = five_levels();
    figure.levels[0] = "<script>\"&'";

    const std::string svg = write_svg(draw_ruler(figure, 600), "a\"b");

    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find("&lt;script&gt;&quot;&amp;&#39;") != std::string::npos);
    CHECK(svg.find("aria-label=\"a&quot;b\"") != std::string::npos);
}
