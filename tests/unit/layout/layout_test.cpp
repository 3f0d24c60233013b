// T1 of page-and-picture.md: nothing overlaps, nothing leaves its box, nothing
// is wider than the window, everything can be hit.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <set>

#include "support/sample_view.hpp"
#include "support/shipped_content.hpp"
#include "support/test_faces.hpp"
#include "view/describe.hpp"

namespace {

using shell::Box;
using shell::BoxRole;
using shell::Rect;

constexpr float tolerance = 0.01F;

bool inside(const Rect& inner, const Rect& outer) {
    return inner.x >= outer.x - tolerance && inner.y >= outer.y - tolerance &&
           inner.right() <= outer.right() + tolerance && inner.bottom() <= outer.bottom() + tolerance;
}

bool overlap(const Rect& a, const Rect& b) {
    if (a.width <= 0 || a.height <= 0 || b.width <= 0 || b.height <= 0) return false;
    return a.x < b.right() - tolerance && b.x < a.right() - tolerance && a.y < b.bottom() - tolerance &&
           b.y < a.bottom() - tolerance;
}

void collect(const Box& box, std::vector<const Box*>& all) {
    all.push_back(&box);
    for (const Box& child : box.children) collect(child, all);
}

std::vector<const Box*> all_boxes(const shell::Layout& layout) {
    std::vector<const Box*> all;
    collect(layout.header, all);
    collect(layout.main, all);
    collect(layout.footer, all);
    if (layout.has_dialog) collect(layout.dialog, all);
    return all;
}

// The bar of the ruler lies under its zones; that is what zones are.
bool may_overlap(const Box& a, const Box& b) { return a.role == BoxRole::cover || b.role == BoxRole::cover; }

bool is_target(const Box& box) {
    if (box.role == BoxRole::option || box.role == BoxRole::input) return true;
    if (box.role != BoxRole::element || box.element == nullptr) return false;
    const auto& body = box.element->body;
    return std::holds_alternative<core::Button>(body) || std::holds_alternative<core::Link>(body) ||
           std::holds_alternative<core::Brand>(body);
}

bool is_cut_by_its_frame(const Box& box) { return box.role == BoxRole::input; }

void check_text(const Box& box, const shell::TextBlock& text) {
    CHECK(inside(text.rect, box.rect));
    if (is_cut_by_its_frame(box)) return;
    CHECK(text.rect.height == text.look.line_height * static_cast<float>(text.lines.size()));
    for (const shell::Line& line : text.lines) {
        for (const shell::Piece& piece : line.pieces) {
            CHECK(piece.x >= 0);
            CHECK(piece.x + piece.width <= text.rect.width + 0.05F);
        }
    }
}

void check_texts_apart(const Box& box) {
    for (std::size_t i = 0; i < box.texts.size(); ++i) {
        for (std::size_t k = i + 1; k < box.texts.size(); ++k) {
            CHECK_FALSE(overlap(box.texts[i].rect, box.texts[k].rect));
        }
    }
}

void check_box(const Box& box, float window_width) {
    INFO("box " << box.id << " x " << box.rect.x << " y " << box.rect.y << " width " << box.rect.width << " height "
                << box.rect.height);
    CHECK(box.rect.x >= -tolerance);
    CHECK(box.rect.right() <= window_width + tolerance);
    for (const shell::TextBlock& text : box.texts) check_text(box, text);
    check_texts_apart(box);
    for (std::size_t i = 0; i < box.children.size(); ++i) {
        INFO("child " << box.children[i].id);
        CHECK(inside(box.children[i].rect, box.rect));
        for (std::size_t k = i + 1; k < box.children.size(); ++k) {
            INFO("and " << box.children[k].id);
            if (!may_overlap(box.children[i], box.children[k])) {
                CHECK_FALSE(overlap(box.children[i].rect, box.children[k].rect));
            }
        }
    }
    if (is_target(box)) {
        CHECK(box.rect.width >= 44 - tolerance);
        CHECK(box.rect.height >= 44 - tolerance);
    }
}

const Box* find_box(const shell::Layout& layout, const std::string& id) {
    for (const Box* box : all_boxes(layout)) {
        if (box->id == id) return box;
    }
    return nullptr;
}

shell::Layout laid(const support::TestFaces& faces, const core::View& view, float width) {
    return shell::lay_out(view, faces.measure(), width, 800);
}

}  // namespace

TEST_CASE("Nothing overlaps, overflows or is too small to hit", "[layout][t1]") {
    const float width = GENERATE(320.0F, 390.0F, 600.0F, 601.0F, 768.0F, 1280.0F);
    const int percent = GENERATE(100, 125, 150, 200);
    const bool wide = GENERATE(false, true);
    const support::TestFaces faces;
    core::View view = support::sample_view_with_dialog();
    view.text_percent = percent;
    view.wide = wide;

    const shell::Layout layout = laid(faces, view, width);

    CAPTURE(width, percent, wide);
    CHECK(layout.width == width);
    CHECK(layout.height >= 800);
    for (const Box* box : all_boxes(layout)) check_box(*box, width);
    CHECK_FALSE(overlap(layout.header.rect, layout.main.rect));
    CHECK_FALSE(overlap(layout.main.rect, layout.footer.rect));
}

TEST_CASE("Every element of the View has a box, each id once", "[layout]") {
    const float width = GENERATE(320.0F, 1280.0F);
    const support::TestFaces faces;
    const core::View view = support::sample_view_with_dialog();

    const shell::Layout layout = laid(faces, view, width);

    std::set<std::string> ids;
    for (const Box* box : all_boxes(layout)) {
        INFO(box->id);
        CHECK(ids.insert(box->id).second);
    }
    const auto check_elements = [&](const auto& self, const core::Elements& elements) -> void {
        for (const core::Element& element : elements) {
            INFO(element.id);
            CHECK(ids.count(element.id) == 1);
            self(self, element.children);
        }
    };
    check_elements(check_elements, view.header);
    check_elements(check_elements, view.main);
    check_elements(check_elements, view.footer);
    check_elements(check_elements, view.dialog->elements);
}

TEST_CASE("Boxes point to the View's own elements", "[layout]") {
    const support::TestFaces faces;
    const core::View view = support::sample_view();

    const shell::Layout layout = laid(faces, view, 320);

    const Box* tag = find_box(layout, "step-tag");
    REQUIRE(tag != nullptr);
    const core::Element& card = view.main[5].children[3];
    CHECK(tag->element == &card.children[0].children[1]);
}

TEST_CASE("Boxes lie in reading order, from top to bottom", "[layout]") {
    const float width = GENERATE(320.0F, 1280.0F);
    const support::TestFaces faces;
    const core::View view = support::sample_view();

    const shell::Layout layout = laid(faces, view, width);

    float bottom = 0;
    for (const Box& box : layout.main.children) {
        INFO(box.id);
        CHECK(box.rect.y >= bottom);
        bottom = box.rect.bottom();
    }
}

TEST_CASE("The ruler lies on a desktop and stands on a phone", "[layout]") {
    const support::TestFaces faces;
    const core::View view = support::sample_view();
    const auto bar = [&](float width) {
        const shell::Layout layout = laid(faces, view, width);
        const Box* found = find_box(layout, "ruler-asked-cover");
        REQUIRE(found != nullptr);
        return found->rect;
    };

    CHECK(bar(1280).width > bar(1280).height);
    CHECK(bar(390).height > bar(390).width);
}

TEST_CASE("An upright ruler goes down as it is read: the lowest level on top", "[layout]") {
    const support::TestFaces faces;
    const core::View view = support::sample_view();

    const shell::Layout layout = laid(faces, view, 390);

    const Box* lowest = find_box(layout, "ruler-asked-option0");
    const Box* highest = find_box(layout, "ruler-asked-option4");
    REQUIRE((lowest != nullptr && highest != nullptr));
    CHECK(lowest->rect.bottom() < highest->rect.y);
}

TEST_CASE("Marking the ruler moves nothing", "[layout]") {
    const float width = GENERATE(390.0F, 768.0F, 1280.0F);
    const support::TestFaces faces;
    core::Ruler ruler;
    ruler.levels = {"Trivsel", "Øget opmærksomhed", "Bekymring", "Stor bekymring", "Alvorlig bekymring"};
    ruler.mark_label = "Din vurdering";
    ruler.actions.assign(5, core::Continued{});
    core::Ruler marked = ruler;
    marked.mark = 1;

    const auto before = support::view_of(support::make_element("ruler", ruler));
    const auto after = support::view_of(support::make_element("ruler", marked));
    const shell::Layout one = laid(faces, before, width);
    const shell::Layout two = laid(faces, after, width);

    CHECK(one.height == two.height);
    for (std::size_t i = 0; i < 5; ++i) {
        const std::string id = shell::part_id("ruler", BoxRole::option, i);
        CHECK(find_box(one, id)->rect.y == find_box(two, id)->rect.y);
        CHECK(find_box(one, id)->rect.height == find_box(two, id)->rect.height);
    }
}

TEST_CASE("Choosing an answer moves nothing", "[layout]") {
    const float width = GENERATE(320.0F, 390.0F, 1280.0F);
    const support::TestFaces faces;
    core::Choices choices;
    choices.kind = GENERATE(core::ChoicesKind::segments, core::ChoicesKind::stack, core::ChoicesKind::list);
    for (const char* label : {"Ja", "Nej, ikke set", "Ved ikke endnu"}) {
        choices.options.push_back({label, "", core::Continued{}});
    }
    core::Choices chosen = choices;
    chosen.chosen = 2;

    const auto before = support::view_of(support::make_element("seen", choices));
    const auto after = support::view_of(support::make_element("seen", chosen));
    const shell::Layout one = laid(faces, before, width);
    const shell::Layout two = laid(faces, after, width);

    for (std::size_t i = 0; i < 3; ++i) {
        const Rect a = find_box(one, shell::part_id("seen", BoxRole::option, i))->rect;
        const Rect b = find_box(two, shell::part_id("seen", BoxRole::option, i))->rect;
        CHECK(a.x == b.x);
        CHECK(a.width == b.width);
        CHECK(a.height == b.height);
    }
}

TEST_CASE("A long text field is at least three lines high and grows with what is written", "[layout]") {
    const support::TestFaces faces;
    const auto height = [&](const std::string& value) {
        core::Field field;
        field.kind = core::FieldKind::long_text;
        field.value = value;
        const core::View view = support::view_of(support::make_element("saw", field));
        return find_box(laid(faces, view, 390), "saw-input")->rect.height;
    };

    CHECK(height("") == 3 * 27 + 20);
    CHECK(height("a\nb") == 3 * 27 + 20);
    CHECK(height("a\nb\nc\nd") == 5 * 27 + 20);
    CHECK(height("a\nb\nc\n") == 5 * 27 + 20);
}

TEST_CASE("A table whose columns do not fit is stacked, and names each cell", "[layout]") {
    const support::TestFaces faces;
    const core::View view = support::sample_view();

    const shell::Layout phone = laid(faces, view, 320);
    const shell::Layout desktop = laid(faces, view, 1280);

    CHECK(find_box(desktop, "table-cell0-1")->texts.size() == 1);
    const Box* cell = find_box(phone, "table-cell0-1");
    REQUIRE(cell->texts.size() == 2);
    CHECK(cell->texts[1].lines[0].pieces[0].text == "Hvor ofte");
}

TEST_CASE("A short page has its footer at the window's foot", "[layout]") {
    const support::TestFaces faces;
    core::View view = support::view_of(support::make_element("title", core::Heading{1, support::rich("Kort")}));
    view.footer = support::sample_view().footer;

    const shell::Layout layout = laid(faces, view, 1280);

    CHECK(layout.height == 800);
    CHECK(layout.footer.rect.bottom() == 800);
}

TEST_CASE("A small dialog fits the smallest window", "[layout]") {
    const support::TestFaces faces;
    const core::View view = support::sample_view_with_dialog();

    const shell::Layout layout = shell::lay_out(view, faces.measure(), 320, 256);

    CHECK(layout.dialog.rect.height <= 256);
    CHECK(layout.dialog.rect.y >= 0);
}

TEST_CASE("Both questions of the program fit the smallest window", "[layout]") {
    const support::TestFaces faces;
    for (const core::Question question : {core::Question::discard_case, core::Question::open_over_case}) {
        core::Session session;
        session.question = question;
        const core::View view = core::describe(support::shipped_content(), session);
        REQUIRE(view.dialog);

        const shell::Layout layout = shell::lay_out(view, faces.measure(), 320, 256);

        INFO(layout.dialog.rect.height);
        CHECK(layout.dialog.rect.height <= 256);
        CHECK(layout.dialog.rect.y >= 0);
    }
}

TEST_CASE("All of a picture stands on whole px from top to bottom", "[layout]") {
    const int percent = GENERATE(100, 125, 150);
    const support::TestFaces faces;
    core::View view = support::sample_view();
    view.text_percent = percent;

    const shell::Layout layout = laid(faces, view, 768);

    for (const Box* box : all_boxes(layout)) {
        INFO(box->id);
        for (const shell::TextBlock& text : box->texts) {
            CHECK(text.rect.y == static_cast<float>(static_cast<int>(text.rect.y)));
            CHECK(text.look.size == static_cast<float>(static_cast<int>(text.look.size)));
        }
    }
}
