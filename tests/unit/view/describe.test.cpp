// What holds for every screen in the table, whatever has been said.

#include "view/describe.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>
#include <string_view>

#include "document/compose.hpp"
#include "flow/update.hpp"
#include "support/case_builder.hpp"
#include "support/every_view.hpp"
#include "support/golden.hpp"
#include "support/shipped_content.hpp"
#include "support/view_text.hpp"
#include "view/address.hpp"
#include "view/screens/screens.hpp"

using namespace core;

namespace {

std::vector<Place> all_places(const Content& content) {
    std::vector<Place> places;
    for (const ScreenRow& row : screen_rows()) {
        if (!row.has_part) places.push_back(Place{row.screen, {}});
    }
    for (const Dimension& dimension : content.dimensions) places.push_back(Place{Screen::signs, dimension.id.value});
    for (std::size_t at = 0; at < recipient_count; ++at) {
        places.push_back(Place{Screen::document, slug_of(static_cast<Recipient>(at))});
    }
    return places;
}

// As much said as can be said: every sign seen and described, all boxes
// ticked, all fields written, all disclosures open.
Session full_session(const Content& content, const std::string& age, const std::string& role, bool alarms) {
    support::CaseBuilder builder(content, age, role);
    builder.months(age == "age_0_11m" ? 7 : 20);
    Session session;
    session.subject = builder.made();
    session.subject.code_word = "Mælkebøtte";
    for (const Sign* sign : shown_signs(content, session.subject)) {
        Observation& observation = session.subject.observations[sign->id];
        observation.presence = sign->alarm && !alarms ? Presence::unsure : Presence::seen;
        for (auto& scale : observation.scales) scale = 1;
        observation.saw = "010115-7654";
        observation.thought = "<b>\"&";
        session.unfolded.insert("why-" + sign->id.value);
    }
    for (const Circumstance& one : content.circumstances) session.subject.circumstances.insert(one.id);
    for (const ProtectiveFactor& one : content.protective_factors) session.subject.protective_factors.insert(one.id);
    for (const ReflectionQuestion& one : content.reflections) session.subject.reflections[one.id] = "svar";
    for (const PathwayStep& step : content.steps) session.unfolded.insert("step-" + step.id.value + "-sources");
    for (const Track& track : content.tracks) session.unfolded.insert("track-" + track.id.value + "-sources");
    session.unfolded.insert("all-sources");
    session.unfolded.insert("search");
    session.subject.first_feeling = 1;
    session.subject.judgement = Judgement{4, "fordi"};
    session.notice = Notice{NoticeKind::information, Text::case_discarded, {}, {}};
    session.indicator_in_notification = true;
    session.today = "2026-11-22";
    for (const char* fault : {"age", "months", "weeks", "role", "judgement"}) session.faults_shown.insert(fault);
    return session;
}

void check_every_place(const Content& content, Session session) {
    for (const Place& place : all_places(content)) {
        session.place = place;
        const View view = describe(content, session);
        INFO(address_of(place));
        const std::vector<std::string> broken = support::broken_promises(view);
        INFO((broken.empty() ? std::string{} : broken.front()));
        CHECK(broken.empty());
        CHECK(view.address == address_of(place));
        CHECK(view.title.find("Mælkebøtte") == std::string::npos);
        // A key without a value would stay as {name}.
        CHECK(support::dump(view).find('{') == std::string::npos);
    }
}

}  // namespace

TEST_CASE("Every screen can be described before anything is said", "[view]") {
    check_every_place(support::shipped_content(), Session{});
}

TEST_CASE("Every screen can be described when everything is said", "[view]") {
    const Content& content = support::shipped_content();
    check_every_place(content, full_session(content, "age_3_5", "kindergarten", false));
    check_every_place(content, full_session(content, "age_3_5", "kindergarten", true));
    check_every_place(content, full_session(content, "age_0_11m", "health_visitor", true));
    check_every_place(content, full_session(content, "age_15_17", "youth_education", true));
}

TEST_CASE("Every screen can be described with three levels", "[view]") {
    const Content content = support::three_level_content();
    Session session = full_session(content, "age_3_5", "kindergarten", false);
    session.subject.judgement->level = 2;
    check_every_place(content, session);
}

TEST_CASE("While a pack is on its way, and when it failed, every screen says so", "[view]") {
    Content content = support::shipped_content();
    content.packs = {"start"};
    content.signs.clear();
    content.steps.clear();
    content.tracks.clear();
    content.pages.clear();
    content.contacts.clear();
    Session session = full_session(content, "age_3_5", "kindergarten", true);
    session.place = Place{Screen::signs, "mental"};
    CHECK(support::dump(describe(content, session)).find("Indholdet bliver hentet.") != std::string::npos);
    check_every_place(content, session);

    session.packs_failed = {"age_3_5", "guide"};

    CHECK(support::dump(describe(content, session)).find("[Prøv igen]") != std::string::npos);
    check_every_place(content, session);
}

TEST_CASE("A pack that is not as it was built is told from one that did not come", "[view]") {
    Content content = support::shipped_content();
    content.packs = {"start"};
    content.signs.clear();
    Session session = full_session(content, "age_3_5", "kindergarten", true);
    session.place = Place{Screen::signs, "mental"};
    const auto shown_after = [&](const Action& action) {
        session = update(content, std::move(session), action).session;
        return support::dump(describe(content, session));
    };

    CHECK(shown_after(PackFailed{"age_3_5"}).find("Indholdet kunne ikke hentes.") != std::string::npos);
    CHECK(shown_after(PackWanted{"age_3_5"}).find("Indholdet bliver hentet.") != std::string::npos);
    const std::string damaged = shown_after(PackFailed{"age_3_5", true});
    CHECK(damaged.find("ikke, som det skal være, og er derfor ikke taget i brug. Prøv igen;") != std::string::npos);
    CHECK(damaged.find("[Prøv igen]") != std::string::npos);
    shown_after(PackWanted{"age_3_5"});
    CHECK(shown_after(PackFailed{"age_3_5"}).find("Indholdet kunne ikke hentes.") != std::string::npos);
}

TEST_CASE("The list of views visits every screen, and each keeps its promises", "[view]") {
    const Content& content = support::shipped_content();
    std::set<Screen> visited;
    std::set<std::string> texts;
    for (const support::NamedVisit& visit : support::every_view()) {
        Session session;
        for (const Action& action : visit.actions) session = update(content, std::move(session), action).session;
        const View view = describe(content, session);
        INFO(visit.name);
        CHECK(support::broken_promises(view).empty());
        // A visit that looks like another one was kept from where it was going.
        CHECK(texts.insert(support::dump(view)).second);
        visited.insert(session.place.screen);
    }
    CHECK(visited.size() == screen_count);
}

TEST_CASE("Two calls give the same View", "[view]") {
    const Content& content = support::shipped_content();
    Session session = full_session(content, "age_3_5", "kindergarten", true);
    session.place = Place{Screen::indication, {}};

    CHECK(support::dump(describe(content, session)) == support::dump(describe(content, session)));
}

TEST_CASE("Addresses lead back to their places, and foreign ones nowhere", "[view]") {
    for (const Place& place : all_places(support::shipped_content())) {
        const std::optional<Place> read = place_of(address_of(place));
        REQUIRE(read);
        CHECK(*read == place);
    }
    CHECK(place_of("#/vurder/alder/")->screen == Screen::age);
    CHECK(place_of("")->screen == Screen::start);
    CHECK(place_of("#/om?visning=tekst")->screen == Screen::about);
    for (const char* foreign : {"#/findes/ikke", "#/vurder/tegn/", "#/vurder/tegn/a/b", "#/vurder/tegn/Æ", "#/start"}) {
        CHECK_FALSE(place_of(foreign));
    }
}

TEST_CASE("Developmental signs are not asked how often", "[view]") {
    const Content& content = support::shipped_content();
    Session session;
    session.subject = support::CaseBuilder(content, "age_3_5", "kindergarten").made();
    session.place = Place{Screen::signs, "cognitive"};
    const Sign* developmental = nullptr;
    for (const Sign* sign : shown_signs(content, session.subject)) {
        if (sign->developmental && sign->dimension.value == "cognitive") developmental = sign;
    }
    REQUIRE(developmental != nullptr);
    session.subject.observations[developmental->id].presence = Presence::seen;

    const std::string text = support::dump(describe(content, session));

    CHECK(text.find("Hvor ofte?") == std::string::npos);
    CHECK(text.find("Hvor meget bekymrer det dig?") != std::string::npos);
    CHECK(text.find("Er hørelse og syn undersøgt?") != std::string::npos);
}

TEST_CASE("Nothing is chosen before the user chooses", "[view]") {
    const Content& content = support::shipped_content();
    Session session;
    session.subject = support::CaseBuilder(content, "age_3_5", "kindergarten").made();
    for (const Place& place : all_places(content)) {
        // What is shown there is how it is, or the safer of two files.
        const bool shows_what_is = place.screen == Screen::role || place.screen == Screen::age ||
                                   place.screen == Screen::appearance || place.screen == Screen::case_file;
        if (shows_what_is) continue;
        session.place = place;
        const View view = describe(content, session);
        for (const Element* element : support::all_elements(view)) {
            if (const auto* choices = std::get_if<Choices>(&element->body)) CHECK_FALSE(choices->chosen);
            if (const auto* ruler = std::get_if<Ruler>(&element->body)) CHECK_FALSE(ruler->mark);
            if (const auto* box = std::get_if<Checkbox>(&element->body)) CHECK_FALSE(box->checked);
        }
    }
}

TEST_CASE("A document on screen shows its ruler right after the own mark", "[view]") {
    const Content& content = support::shipped_content();
    Session session = full_session(content, "age_3_5", "kindergarten", false);
    for (const char* recipient : {"notification", "focus_team", "parent_talk", "own_notes"}) {
        session.place = Place{Screen::document, recipient};
        const View view = describe(content, session);
        const auto is_ruler = [](const Element& element) { return std::holds_alternative<Ruler>(element.body); };
        const auto found = std::find_if(view.main.begin(), view.main.end(), is_ruler);
        INFO(recipient);
        // The paper for the talk with parents holds no level.
        REQUIRE((found != view.main.end()) == (std::string_view(recipient) != "parent_talk"));
        if (found == view.main.end()) continue;
        CHECK((found - 1)->id == "mark-card");
        const Ruler& ruler = *std::get_if<Ruler>(&found->body);
        CHECK(ruler.mark == 4);
        CHECK(ruler.actions.empty());
        CHECK(ruler.feeling.has_value() == (std::string_view(recipient) == "own_notes"));
        CHECK(ruler.summary.find("Egen vurdering på linealen: alvorlig bekymring.") == 0);
    }
}

TEST_CASE("A reason kept without its mark is to be read where the mark is set", "[view]") {
    const Content& content = support::shipped_content();
    Session session;
    session.subject = support::CaseBuilder(content, "age_3_5", "kindergarten").made();
    session.subject.reason_without_mark = "Det har varet længe";
    session.place = Place{Screen::judgement, {}};
    CHECK(support::dump(describe(content, session)).find("Det har varet længe") != std::string::npos);
    session.place = Place{Screen::document, "own_notes"};
    CHECK(support::dump(describe(content, session)).find("Det har varet længe") != std::string::npos);
}

TEST_CASE("No screen that a person reads shows per cent or points", "[view]") {
    const Content& content = support::shipped_content();
    Session session = full_session(content, "age_3_5", "kindergarten", false);
    for (const Screen screen : {Screen::indication, Screen::judgement, Screen::next, Screen::check, Screen::overview}) {
        session.place = Place{screen, {}};
        const std::string text = support::dump(describe(content, session));
        CHECK(text.find(" point") == std::string::npos);
        CHECK(text.find(" %") == std::string::npos);
    }
}

TEST_CASE("Whoever has written sees on every screen where it is kept, and others only where they write", "[view]") {
    const Content& content = support::shipped_content();
    Session session;
    const auto shows_state = [&](const Place& place) {
        session.place = place;
        const Elements& main = describe(content, session).main;
        return std::any_of(main.begin(), main.end(), [](const Element& one) { return one.id == "kept-state"; });
    };
    for (const Place& place : all_places(content)) {
        INFO(static_cast<int>(place.screen) << ' ' << place.part);
        session.has_unsaved_work = false;
        CHECK(shows_state(place) == is_in_lineal(place.screen));
        session.has_unsaved_work = true;
        CHECK(shows_state(place));
    }
}

TEST_CASE("Screens read as approved", "[view]") {
    const Content& content = support::shipped_content();
    Session session;
    session.today = "2026-11-22";
    support::check_golden("views/start.txt", support::dump(describe(content, session)));
    session.place = Place{Screen::appearance, {}};
    support::check_golden("views/appearance.txt", support::dump(describe(content, session)));
    session.subject = support::CaseBuilder(content, "age_3_5", "kindergarten")
                          .see("a3_mental_less_joy", {"several_weekly", "some", "weeks_2_8", "worse", "here"})
                          .rest(Presence::not_seen)
                          .made();
    session.subject.judgement = Judgement{2, {}};
    session.place = Place{Screen::overview, {}};
    support::check_golden("views/overview.txt", support::dump(describe(content, session)));
    session.place = Place{Screen::indication, {}};
    support::check_golden("views/indication.txt", support::dump(describe(content, session)));
    session.place = Place{Screen::next, {}};
    support::check_golden("views/next.txt", support::dump(describe(content, session)));
}
