#include "view/interpret.hpp"

#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <string>
#include <variant>

namespace {

using core::UserEvent;
using core::UserEventKind;

core::Element element(const std::string& id, core::Body body) { return {id, std::move(body), {}}; }

core::View view_of(core::Element one) {
    core::View view;
    view.address = "#/";
    view.main.push_back({"group", core::Group{}, {std::move(one)}});
    return view;
}

UserEvent event(UserEventKind kind, const std::string& id, std::size_t part = 0, bool on = false,
                const std::string& text = "") {
    return {kind, id, part, on, text};
}

core::Choices choices() {
    core::Choices choices;
    choices.options = {{"En", "", core::SuspectChosen{core::SuspectId("one")}},
                       {"To", "", core::SuspectChosen{core::SuspectId("two")}}};
    choices.chosen = 0;
    return choices;
}

}  // namespace

TEST_CASE("The key that hides also shows, but not by the second of two presses in a row", "[view]") {
    core::View view;
    const auto hides = [&](bool second) {
        const auto action = core::interpret(view, event(UserEventKind::hide, "", 0, second));
        return action ? std::optional{std::get<core::ScreenHidden>(*action).hidden} : std::nullopt;
    };

    CHECK(hides(false) == true);
    CHECK(hides(true) == true);
    view.hidden = true;
    CHECK(hides(false) == false);
    CHECK(hides(true) == std::nullopt);
}

TEST_CASE("A used button means its action", "[view]") {
    core::Button button;
    button.action = core::Continued{};
    const core::View view = view_of(element("go", button));

    const auto action = core::interpret(view, event(UserEventKind::used, "go"));

    REQUIRE(action);
    CHECK(std::holds_alternative<core::Continued>(*action));
}

TEST_CASE("A disabled button means nothing", "[view]") {
    core::Button button;
    button.action = core::Continued{};
    button.disabled = true;

    CHECK_FALSE(core::interpret(view_of(element("go", button)), event(UserEventKind::used, "go")));
}

TEST_CASE("An option means its own action, and choosing it again nothing", "[view]") {
    const core::View view = view_of(element("who", choices()));

    const auto other = core::interpret(view, event(UserEventKind::chosen, "who", 1));
    const auto same = core::interpret(view, event(UserEventKind::chosen, "who", 0));
    const auto outside = core::interpret(view, event(UserEventKind::chosen, "who", 2));

    REQUIRE(other);
    CHECK(std::get<core::SuspectChosen>(*other).suspect == core::SuspectId("two"));
    CHECK_FALSE(same);
    CHECK_FALSE(outside);
}

TEST_CASE("A level of the ruler means its action, and the mark again nothing", "[view]") {
    core::Ruler ruler;
    ruler.levels = {"Lav", "Høj"};
    ruler.actions = {core::JudgementChosen{0}, core::JudgementChosen{1}};
    ruler.mark = 0;
    const core::View view = view_of(element("ruler", ruler));

    const auto action = core::interpret(view, event(UserEventKind::chosen, "ruler", 1));

    REQUIRE(action);
    CHECK(std::get<core::JudgementChosen>(*action).level == 1);
    CHECK_FALSE(core::interpret(view, event(UserEventKind::chosen, "ruler", 0)));
}

TEST_CASE("A checkbox means its action only when it changes", "[view]") {
    core::Checkbox checkbox;
    checkbox.checked = true;
    checkbox.action = core::IndicatorIncluded{false};
    const core::View view = view_of(element("box", checkbox));

    CHECK(core::interpret(view, event(UserEventKind::toggled, "box", 0, false)));
    CHECK_FALSE(core::interpret(view, event(UserEventKind::toggled, "box", 0, true)));
}

TEST_CASE("What is typed goes into the action of its field", "[view]") {
    core::Field field;
    field.value = "før";
    field.action = core::NoteTyped{core::SignId("sign"), core::NoteKind::saw, ""};
    const core::View view = view_of(element("note", field));

    const auto action = core::interpret(view, event(UserEventKind::typed, "note", 0, false, "Ærø"));
    const auto same = core::interpret(view, event(UserEventKind::typed, "note", 0, false, "før"));

    REQUIRE(action);
    CHECK(std::get<core::NoteTyped>(*action).text == "Ærø");
    CHECK(std::get<core::NoteTyped>(*action).sign == core::SignId("sign"));
    CHECK_FALSE(same);
}

TEST_CASE("A row of the summary means its own way back", "[view]") {
    core::Summary summary;
    summary.rows.resize(2);
    summary.rows[1].action = core::PlaceOpened{{core::Screen::role, ""}, {}};
    const core::View view = view_of(element("rows", summary));

    const auto action = core::interpret(view, event(UserEventKind::used, "rows", 1));

    REQUIRE(action);
    CHECK(std::get<core::PlaceOpened>(*action).place.screen == core::Screen::role);
    CHECK_FALSE(core::interpret(view, event(UserEventKind::used, "rows", 2)));
}

TEST_CASE("An address means its place, the present one nothing, a foreign one nothing", "[view]") {
    core::View view;
    view.address = "#/om";

    const auto start = core::interpret(view, event(UserEventKind::address, "", 0, false, "#/"));

    REQUIRE(start);
    CHECK(std::get<core::PlaceOpened>(*start).place.screen == core::Screen::start);
    CHECK_FALSE(core::interpret(view, event(UserEventKind::address, "", 0, false, "#/om")));
    CHECK_FALSE(core::interpret(view, event(UserEventKind::address, "", 0, false, "#/findes/ikke")));
}

TEST_CASE("A late event for an element that is gone means nothing", "[view]") {
    CHECK_FALSE(core::interpret(core::View{}, event(UserEventKind::used, "gone")));
    CHECK_FALSE(core::interpret(core::View{}, event(UserEventKind::dismissed, "gone")));
}

TEST_CASE("Behind a dialog nothing can be used, and Esc says no", "[view]") {
    core::Button button;
    button.action = core::Continued{};
    core::View view = view_of(element("behind", button));
    button.action = core::QuestionAnswered{true};
    view.dialog = core::Dialog{"question", {element("yes", button)}};

    const auto answer = core::interpret(view, event(UserEventKind::used, "yes"));
    const auto escape = core::interpret(view, event(UserEventKind::dismissed, "question"));

    CHECK_FALSE(core::interpret(view, event(UserEventKind::used, "behind")));
    REQUIRE(answer);
    CHECK(std::get<core::QuestionAnswered>(*answer).yes);
    REQUIRE(escape);
    CHECK_FALSE(std::get<core::QuestionAnswered>(*escape).yes);
}

TEST_CASE("A link inside a text means its place and the element it names there", "[view]") {
    core::List list;
    list.items = {{{"Se svaret", core::RunKind::link, "#/om", "first"}},
                  {{"og ", core::RunKind::plain, "", ""}, {"Se svaret", core::RunKind::link, "#/om", "second"}}};
    const core::View view = view_of(element("reasons", list));

    const auto second = core::interpret(view, event(UserEventKind::used, "reasons", 1, false, "#/om"));

    REQUIRE(second);
    CHECK(std::get<core::PlaceOpened>(*second).place.screen == core::Screen::about);
    CHECK(std::get<core::PlaceOpened>(*second).element == "second");
    CHECK_FALSE(core::interpret(view, event(UserEventKind::used, "reasons", 2, false, "#/om")));
    CHECK_FALSE(core::interpret(view, event(UserEventKind::used, "reasons", 0, false, "#/hjaelp")));
}
