#include <imgui.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <cmath>
#include <vector>

#include "paint/paint.hpp"
#include "support/sample_view.hpp"
#include "support/test_faces.hpp"

namespace {

struct Painted {
    int vertices = 0;
    bool finite = true;
    bool in_tile = true;  // give or take what pointers and rings reach out
    std::size_t hash = 0;
    std::vector<ImVec2> places;
};

Painted paint_view(const support::TestFaces& faces, const core::View& view, float width, const shell::PaintState& state,
                   const shell::Rect* area = nullptr, const shell::Theme& theme = shell::light_theme()) {
    const shell::Layout layout = shell::lay_out(view, faces.measure(), width, 800);
    const shell::Rect whole{0, 0, width, layout.height};
    const shell::Tile tile{area != nullptr ? *area : whole, 2};
    ImGui::GetIO().DisplaySize = {tile.area.width, tile.area.height};
    ImGui::NewFrame();
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    shell::paint(layout, state, theme, faces.faces(), tile, list);
    Painted painted;
    painted.vertices = list.VtxBuffer.Size;
    for (const ImDrawVert& vertex : list.VtxBuffer) {
        painted.places.push_back(vertex.pos);
        painted.finite = painted.finite && std::isfinite(vertex.pos.x) && std::isfinite(vertex.pos.y) &&
                         std::isfinite(vertex.uv.x) && std::isfinite(vertex.uv.y);
        painted.hash = painted.hash * 31 + std::hash<float>{}(vertex.pos.x) * 7 + std::hash<float>{}(vertex.pos.y) * 3 +
                       vertex.col;
    }
    ImGui::Render();
    return painted;
}

constexpr int ground_vertices = 4;  // the tile's own ground

core::View empty_view() {
    core::View view;
    view.title = "Tom";
    return view;
}

}  // namespace

TEST_CASE("Every element kind draws something", "[paint]") {
    const support::TestFaces faces;
    const core::View sample = support::sample_view();
    const auto check_drawn = [&](const auto& self, const core::Elements& elements) -> void {
        for (const core::Element& element : elements) {
            INFO(element.id);
            const core::View view = support::view_of(element);
            CHECK(paint_view(faces, view, 1280, {}).vertices > ground_vertices);
            self(self, element.children);
        }
    };
    CHECK(paint_view(faces, empty_view(), 1280, {}).vertices == ground_vertices);
    check_drawn(check_drawn, sample.main);
    check_drawn(check_drawn, sample.header);
}

TEST_CASE("All that is drawn is finite", "[paint]") {
    const float width = GENERATE(320.0F, 768.0F, 1280.0F);
    const int percent = GENERATE(100, 200);
    const bool dark = GENERATE(false, true);
    const support::TestFaces faces;
    core::View view = support::sample_view_with_dialog();
    view.text_percent = percent;

    const Painted painted =
        paint_view(faces, view, width, {}, nullptr, dark ? shell::dark_theme() : shell::light_theme());

    CHECK(painted.finite);
    CHECK(painted.vertices > 1000);
}

TEST_CASE("What is outside the tile is not drawn", "[paint]") {
    const support::TestFaces faces;
    const core::View view = support::sample_view();
    const shell::Rect far{0, 100000, 1280, 800};
    const shell::Rect first{0, 0, 1280, 800};

    CHECK(paint_view(faces, view, 1280, {}, &far).vertices == ground_vertices);
    CHECK(paint_view(faces, view, 1280, {}, &first).vertices < paint_view(faces, view, 1280, {}).vertices);
}

TEST_CASE("A tile elsewhere draws the same, moved by as much: surfaces, lines and every letter", "[paint]") {
    const support::TestFaces faces;
    const core::View view = support::sample_view();
    constexpr float by = 40;
    const shell::Rect whole{0, 0, 1280, 10000};
    const shell::Rect higher{0, -by, 1280, 10000 + by};

    const Painted one = paint_view(faces, view, 1280, {}, &whole);
    const Painted two = paint_view(faces, view, 1280, {}, &higher);

    REQUIRE(one.places.size() == two.places.size());
    std::size_t wrong = 0;
    for (std::size_t i = ground_vertices; i < one.places.size(); ++i) {
        const bool fits = std::abs(one.places[i].x - two.places[i].x) < 0.01F &&
                          std::abs(one.places[i].y + by - two.places[i].y) < 0.01F;
        wrong += fits ? 0U : 1U;
    }
    CHECK(wrong == 0);
}

TEST_CASE("Every control shows that it is pointed at and held down", "[paint]") {
    const support::TestFaces faces;
    const core::View view = support::sample_view();
    const float width = GENERATE(390.0F, 1280.0F);
    const std::size_t rest = paint_view(faces, view, width, {}).hash;

    for (const char* id : {"act-primary",
                           "act-secondary",
                           "act-quiet",
                           "act-on",
                           "act-open",
                           "act-link",
                           "act-plain",
                           "door-assess",
                           "back",
                           "nav-look-up",
                           "brand",
                           "foot-about",
                           "sign-presence-option1",
                           "sign-often-option2",
                           "role-option0",
                           "check-economy-option0",
                           "ruler-asked-option1",
                           "word-input",
                           "suspect-input",
                           "edit-age"}) {
        INFO(id);
        shell::PaintState hovered;
        hovered.hovered = id;
        CHECK(paint_view(faces, view, width, hovered).hash != rest);
    }
    for (const char* id : {"act-primary", "act-secondary", "act-quiet", "door-assess", "sign-presence-option1",
                           "role-option0", "check-move-option0", "ruler-asked-option1"}) {
        INFO(id);
        shell::PaintState pressed;
        pressed.pressed = id;
        CHECK(paint_view(faces, view, width, pressed).hash != rest);
    }
}

TEST_CASE("A disabled button does not answer the pointer", "[paint]") {
    const support::TestFaces faces;
    const core::View view = support::sample_view();
    shell::PaintState hovered;
    hovered.hovered = "act-disabled";
    CHECK(paint_view(faces, view, 1280, hovered).hash == paint_view(faces, view, 1280, {}).hash);
}

TEST_CASE("A focused text field leaves its words to the page", "[paint]") {
    const support::TestFaces faces;
    core::Field field;
    field.value = "Mælkebøtte";
    const core::View view = support::view_of(support::make_element("word", field));
    shell::PaintState focused;
    focused.focused = "word-input";

    CHECK(paint_view(faces, view, 1280, focused).vertices < paint_view(faces, view, 1280, {}).vertices);
}

TEST_CASE("A text outside the face is not drawn", "[paint]") {
    const support::TestFaces faces;
    const core::View view = support::view_of(
        support::make_element("name", core::Paragraph{support::rich("Юлия"), core::ParagraphTone::body}));
    CHECK(paint_view(faces, view, 1280, {}).vertices == ground_vertices);
}
