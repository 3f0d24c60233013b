#include "mirror/mirror.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "mirror/check_page.hpp"
#include "mirror/write_page.hpp"
#include "support/sample_view.hpp"
#include "support/test_faces.hpp"
#include "view/build.hpp"

namespace {

using shell::Node;
using shell::Operation;

// A mirror that has reflected a view once.
struct Reflected {
    support::TestFaces faces;
    shell::Mirror mirror;
    core::View view;

    explicit Reflected(core::View first) : view(std::move(first)) { reflect(); }

    shell::Operations reflect(float width = 1280) {
        const shell::Layout layout = shell::lay_out(view, faces.measure(), width, 800);
        return mirror.reflect(view, layout, {{"title", view.title}, {"address", view.address}});
    }
    std::uint32_t handle(const std::string& id) const { return shell::find_node(mirror.page(), id)->handle; }
};

void visit(const Node& node, const std::function<void(const Node&, float, float)>& see, float x = 0, float y = 0) {
    if (node.placement) {
        x += node.placement->rect.x;
        y += node.placement->rect.y;
    }
    see(node, x, y);
    for (const Node& child : node.children) visit(child, see, x, y);
}

void visit(const shell::Box& box, const std::function<void(const shell::Box&)>& see) {
    see(box);
    for (const shell::Box& child : box.children) visit(child, see);
}

const shell::Attribute* find_attribute(const Node& node, const std::string& name) {
    for (const shell::Attribute& attribute : node.attributes) {
        if (attribute.name == name) return &attribute;
    }
    return nullptr;
}

template <class Body>
Body& body_of(core::Elements& elements, const std::string& id) {
    for (core::Element& element : elements) {
        if (element.id == id) return std::get<Body>(element.body);
        for (core::Elements* inner : {&element.children}) {
            if (inner->empty()) continue;
            const auto holds = [&](const core::Element& one) { return one.id == id; };
            if (std::any_of(inner->begin(), inner->end(), holds)) return body_of<Body>(*inner, id);
        }
    }
    FAIL("no element " << id);
    return std::get<Body>(elements.front().body);
}

core::Element button(const std::string& id, bool disabled = false) {
    core::Button button;
    button.label = "Knap " + id;
    button.disabled = disabled;
    return support::make_element(id, button);
}

core::View view_with(core::Elements elements) {
    core::View view;
    view.title = "Prøve";
    view.address = "#/";
    view.main.push_back(support::make_element("title", core::Heading{1, support::rich("Overskrift")}));
    for (core::Element& element : elements) view.main.push_back(std::move(element));
    return view;
}

std::vector<std::string> ids(const Node& node) {
    std::vector<std::string> list;
    visit(node, [&](const Node& one, float, float) { list.push_back(one.id); });
    return list;
}

}  // namespace

TEST_CASE("The page of every element has no fault", "[mirror]") {
    support::TestFaces faces;
    for (const core::View& view : {support::sample_view(), support::sample_view_with_dialog()}) {
        for (const float width : {320.0F, 390.0F, 768.0F, 1280.0F}) {
            const shell::Layout layout = shell::lay_out(view, faces.measure(), width, 800);
            const std::vector<std::string> faults = shell::find_faults(shell::write_page(view, layout));
            CAPTURE(width, faults);
            CHECK(faults.empty());
        }
    }
}

TEST_CASE("Faults of a page are found", "[mirror]") {
    core::View twice = view_with({button("same"), button("same")});
    core::View nameless = view_with({support::make_element("nameless", core::Button{})});
    core::View skipping = view_with({support::make_element("h3", core::Heading{3, support::rich("Tre")})});

    for (const core::View* view : {&twice, &nameless, &skipping}) {
        CHECK_FALSE(shell::find_faults(shell::write_page(*view, shell::Layout{})).empty());
    }
}

TEST_CASE("Everything that can be used lies where it is drawn", "[mirror]") {
    support::TestFaces faces;
    const core::View view = support::sample_view();
    for (const float width : {320.0F, 1280.0F}) {
        const shell::Layout layout = shell::lay_out(view, faces.measure(), width, 800);
        const Node page = shell::write_page(view, layout);
        std::size_t compared = 0;
        for (const shell::Box* part : {&layout.header, &layout.main, &layout.footer}) {
            visit(*part, [&](const shell::Box& box) {
                visit(page, [&](const Node& node, float x, float y) {
                    if (node.box != box.id || !node.placement || node.element.empty()) return;
                    ++compared;
                    CHECK(std::abs(x - box.rect.x) < 0.01F);
                    CHECK(std::abs(y - box.rect.y) < 0.01F);
                    CHECK(node.placement->rect.width == box.rect.width);
                    CHECK(node.placement->rect.height == box.rect.height);
                });
            });
        }
        CHECK(compared > 40);
    }
}

TEST_CASE("Every drawn line of text stands in the page", "[mirror]") {
    support::TestFaces faces;
    const core::View view = support::sample_view();
    for (const float width : {320.0F, 1280.0F}) {
        const shell::Layout layout = shell::lay_out(view, faces.measure(), width, 800);
        const Node page = shell::write_page(view, layout);
        for (const shell::Box* part : {&layout.header, &layout.main, &layout.footer}) {
            visit(*part, [&](const shell::Box& box) {
                if (box.role == shell::BoxRole::input) return;  // the field itself holds its value
                for (const shell::TextBlock& block : box.texts) {
                    bool found = false;
                    visit(page, [&](const Node& node, float x, float y) {
                        if (!node.placement || node.text.size() != block.lines.size()) return;
                        const bool here = std::abs(x - block.rect.x) < 0.01F && std::abs(y - block.rect.y) < 0.01F;
                        found = found || (here && node.placement->size == block.look.size);
                    });
                    CAPTURE(width, box.id);
                    CHECK(found);
                }
            });
        }
    }
}

TEST_CASE("An unchanged view costs no operation", "[mirror]") {
    Reflected reflected(support::sample_view());

    CHECK(reflected.reflect().count() == 0);
    CHECK(reflected.reflect().pack().empty());
}

TEST_CASE("A typed letter touches at most three nodes", "[mirror]") {
    Reflected reflected(support::sample_view());
    const std::uint32_t field = reflected.handle("search");

    reflected.mirror.note_typed(field, "h");
    body_of<core::Field>(reflected.view.main, "search").value = "h";

    CHECK(reflected.reflect().count() <= 3);
}

TEST_CASE("What the browser shows already is not written again", "[mirror]") {
    Reflected reflected(support::sample_view());
    const std::uint32_t field = reflected.handle("search");

    reflected.mirror.note_typed(field, "Ærø");
    body_of<core::Field>(reflected.view.main, "search").value = "Ærø";

    CHECK(reflected.reflect().count(Operation::property) == 0);
}

TEST_CASE("A field that the model does not agree with is written", "[mirror]") {
    Reflected reflected(support::sample_view());

    reflected.mirror.note_typed(reflected.handle("search"), "mere end der er plads til");
    body_of<core::Field>(reflected.view.main, "search").value = "mere";

    CHECK(reflected.reflect().count(Operation::property) == 1);
}

TEST_CASE("A choice the model does not take is taken back", "[mirror]") {
    Reflected reflected(support::sample_view());

    reflected.mirror.note_chosen(reflected.handle("sign-presence-1"), 1);  // the model stays at 0

    CHECK(reflected.reflect().count(Operation::property) == 2);
}

TEST_CASE("A new element is created once, with its parts", "[mirror]") {
    Reflected reflected(view_with({button("first"), button("last")}));

    reflected.view.main.insert(reflected.view.main.begin() + 2, button("middle"));
    const shell::Operations operations = reflected.reflect();

    CHECK(operations.count(Operation::create) == 2);  // the button and its text
    CHECK(operations.count(Operation::remove) == 0);
    CHECK(operations.count(Operation::move) == 0);
}

TEST_CASE("What goes is removed by its root alone", "[mirror]") {
    Reflected reflected(view_with({button("first"), button("last")}));

    reflected.view.main.pop_back();
    const shell::Operations operations = reflected.reflect();

    CHECK(operations.count(Operation::remove) == 1);
    CHECK(operations.count(Operation::create) == 0);
}

TEST_CASE("The element with the focus is neither made anew nor moved", "[mirror]") {
    Reflected reflected(view_with({button("a"), button("b"), button("c"), button("d")}));
    const std::uint32_t focused = reflected.handle("d");
    reflected.mirror.note_focused(focused);

    std::reverse(reflected.view.main.begin() + 1, reflected.view.main.end());
    const shell::Operations operations = reflected.reflect();

    CHECK(reflected.handle("d") == focused);
    CHECK(operations.count(Operation::move) == 3);  // a, b, c go behind it
    CHECK(operations.count(Operation::focus) == 0);
    CHECK(ids(reflected.mirror.page()).size() == 13);
}

TEST_CASE("Focus goes on to the next when its element goes", "[mirror]") {
    Reflected reflected(view_with({button("a"), button("b"), button("c")}));
    reflected.mirror.note_focused(reflected.handle("b"));

    reflected.view.main.erase(reflected.view.main.begin() + 2);
    const shell::Operations operations = reflected.reflect();

    CHECK(operations.count(Operation::focus) == 1);
    CHECK(reflected.mirror.page().children.size() > 1);
    const shell::Bytes bytes = operations.pack();
    const auto at = std::find(bytes.rbegin(), bytes.rend(), static_cast<std::uint8_t>(Operation::focus));
    CHECK(at != bytes.rend());
}

TEST_CASE("Focus goes to the heading when nothing follows", "[mirror]") {
    Reflected reflected(view_with({button("a"), button("b")}));
    reflected.mirror.note_focused(reflected.handle("b"));

    reflected.view.main.pop_back();
    shell::Operations expected;
    expected.focus(reflected.handle("title"), false);
    const shell::Bytes bytes = reflected.reflect().pack();

    const shell::Bytes focus = expected.pack();
    CHECK(std::search(bytes.begin(), bytes.end(), focus.begin(), focus.end()) != bytes.end());
}

TEST_CASE("A wish for the focus of a group goes to what is chosen in it", "[mirror]") {
    Reflected reflected(support::sample_view());

    reflected.view.focus = {reflected.view.focus.serial + 1, "role"};
    shell::Operations expected;
    expected.focus(reflected.handle("role-1"), false);

    CHECK(reflected.reflect().pack() == expected.pack());
}

TEST_CASE("A heading further down is given the focus, and keeps it when something else changes", "[mirror]") {
    Reflected reflected(view_with({button("a"), core::heading("further-down", 2, "Videre"), button("b")}));

    reflected.view.focus = {reflected.view.focus.serial + 1, "further-down"};
    shell::Operations expected;
    expected.focus(reflected.handle("further-down"), false);
    CHECK(reflected.reflect().pack() == expected.pack());

    reflected.view.main.pop_back();
    CHECK(reflected.reflect().count(Operation::focus) == 0);
}

TEST_CASE("An announcement is said once", "[mirror]") {
    Reflected reflected(support::sample_view());

    reflected.view.announcement = {7, "Gemt", false};

    CHECK(reflected.reflect().count(Operation::announce) == 1);
    CHECK(reflected.reflect().count(Operation::announce) == 0);
}

TEST_CASE("A field keeps what is typed at home", "[mirror]") {
    const Node page = shell::write_page(support::sample_view(), shell::Layout{});
    std::size_t fields = 0;

    visit(page, [&](const Node& node, float, float) {
        const shell::Attribute* type = find_attribute(node, "type");
        const bool takes_text =
            node.tag == "textarea" || (node.tag == "input" && type->value != "radio" && type->value != "checkbox");
        if (!takes_text) return;
        ++fields;
        for (const char* name : {"spellcheck", "autocomplete", "autocorrect", "writingsuggestions", "translate"}) {
            REQUIRE(find_attribute(node, name) != nullptr);
        }
        REQUIRE(find_attribute(node, "name") != nullptr);
        CHECK(find_attribute(node, "name")->value == "text");
    });

    CHECK(fields == 5);
}

TEST_CASE("What is chosen or ticked is not given to the browser to keep, and no name says which sign it is",
          "[mirror]") {
    const Reflected reflected(support::sample_view());
    std::size_t choices = 0;
    std::map<std::string, std::string> groups;  // by name
    visit(reflected.mirror.page(), [&](const Node& node, float, float) {
        const shell::Attribute* type = find_attribute(node, "type");
        if (node.tag != "input" || (type->value != "radio" && type->value != "checkbox")) return;
        const shell::Attribute* filling = find_attribute(node, "autocomplete");
        choices += filling != nullptr && filling->value == "off" ? 1U : 1000U;
        if (type->value == "checkbox") return;
        const std::string& name = find_attribute(node, "name")->value;
        CHECK(name.find_first_not_of("0123456789") == std::string::npos);
        CHECK(groups.emplace(name, node.element).first->second == node.element);
    });
    CHECK((choices > 10 && choices < 1000));
    CHECK(groups.size() > 2);
}

TEST_CASE("In another case what is written in is made anew, so that an undo knows nothing of the one before",
          "[mirror]") {
    Reflected reflected(support::sample_view());
    const std::uint32_t field = reflected.handle("months");
    reflected.mirror.note_focused(field);

    ++reflected.view.case_number;
    const shell::Operations operations = reflected.reflect();

    CHECK(reflected.handle("months") != field);
    CHECK(operations.count(Operation::create) == 5);
    CHECK(operations.count(Operation::remove) == 5);
    CHECK(operations.count(Operation::focus) == 1);  // it stays where it was
    CHECK(reflected.reflect().count() == 0);
}

TEST_CASE("An error is said by its field", "[mirror]") {
    const Node page = shell::write_page(support::sample_view(), shell::Layout{});
    const Node* field = shell::find_node(page, "months");

    REQUIRE(field != nullptr);
    CHECK(find_attribute(*field, "aria-invalid")->value == "true");
    CHECK(find_attribute(*field, "aria-describedby")->value == "months-hint months-error");
    CHECK(shell::find_node(page, "months-error")->tag == "p");
}

TEST_CASE("Nothing of the View is left out of the page", "[mirror]") {
    const core::View view = support::sample_view();
    const Node page = shell::write_page(view, shell::Layout{});
    std::size_t seen = 0;

    const std::function<void(const core::Elements&)> look = [&](const core::Elements& elements) {
        for (const core::Element& element : elements) {
            CAPTURE(element.id);
            CHECK(shell::find_node(page, element.id) != nullptr);
            ++seen;
            look(element.children);
        }
    };
    for (const core::Elements* part : {&view.header, &view.main, &view.footer}) look(*part);

    CHECK(seen > 60);
}

TEST_CASE("A link inside a text is known by its number among the element's links", "[mirror]") {
    core::List list;
    const core::Run link{"Læs en meget lang henvisning, der går over flere linjer på en telefon", core::RunKind::link,
                         "#/om"};
    list.items = {{link}, {core::Run{"og ", core::RunKind::plain, ""}, link, link}};
    Reflected reflected(support::view_of(support::make_element("list", list)));
    reflected.reflect(320);

    const auto first = reflected.mirror.find_link(reflected.handle("list-i0t"), 0);
    const auto third = reflected.mirror.find_link(reflected.handle("list-i1t"), 1);

    CHECK(first.element == "list");
    CHECK(first.part == 0);
    CHECK(third.element == "list");
    CHECK(third.part == 2);
}
