#include <catch2/catch_test_macros.hpp>

#include "base/text.hpp"
#include "flow/route.hpp"
#include "flow/update.hpp"
#include "support/case_builder.hpp"
#include "support/shipped_content.hpp"

using namespace core;

namespace {

const SignId less_joy{"a3_mental_less_joy"};

Session in_kindergarten() {
    Session session;
    session.subject = support::CaseBuilder(support::shipped_content(), "age_3_5", "kindergarten").made();
    session.place = Place{Screen::areas, {}};
    return session;
}

Session after(Session session, const Action& action) {
    return update(support::shipped_content(), std::move(session), action).session;
}

bool orders_pack(const std::vector<Effect>& effects, const std::string& pack) {
    for (const Effect& effect : effects) {
        const LoadPack* order = std::get_if<LoadPack>(&effect);
        if (order != nullptr && order->pack == pack) return true;
    }
    return false;
}

Content without_packs() {
    Content content = support::shipped_content();
    content.packs = {"start"};
    return content;
}

}  // namespace

TEST_CASE("An answer changes that sign and nothing else", "[flow]") {
    const Session session = after(in_kindergarten(), PresenceChosen{less_joy, Presence::seen});

    REQUIRE(session.subject.observations.size() == 1);
    CHECK(session.subject.observations.at(less_joy).presence == Presence::seen);
    CHECK(session.has_unsaved_work);
}

TEST_CASE("A reason kept without its mark goes with the next mark", "[flow]") {
    Session session = in_kindergarten();
    session.subject.reason_without_mark = "Det har varet længe";

    const Session then = after(std::move(session), JudgementChosen{2});

    REQUIRE(then.subject.judgement);
    CHECK(then.subject.judgement->level == 2);
    CHECK(then.subject.judgement->reason == "Det har varet længe");
    CHECK(then.subject.reason_without_mark.empty());
}

TEST_CASE("Choosing again what is chosen changes nothing", "[flow]") {
    Session session = after(in_kindergarten(), PresenceChosen{less_joy, Presence::seen});
    session = after(std::move(session), ScaleChosen{less_joy, ScaleKind::frequency, 2});
    session.has_unsaved_work = false;

    for (const Action& again :
         {Action{PresenceChosen{less_joy, Presence::seen}}, Action{ScaleChosen{less_joy, ScaleKind::frequency, 2}},
          Action{AgeChosen{session.subject.age}}, Action{RoleChosen{session.subject.role}}}) {
        session = after(std::move(session), again);
        CHECK_FALSE(session.has_unsaved_work);
    }
}

TEST_CASE("Signs, steps, levels and roles the content does not know change nothing", "[flow]") {
    const Session session = in_kindergarten();
    const std::vector<Action> unknown{PresenceChosen{SignId{"nothing"}, Presence::seen},
                                      ScaleChosen{less_joy, ScaleKind::trend, 99},
                                      NoteTyped{SignId{"nothing"}, NoteKind::saw, "x"},
                                      CircumstanceToggled{CircumstanceId{"nothing"}, true},
                                      ProtectiveFactorToggled{ProtectiveFactorId{"nothing"}, true},
                                      ReflectionTyped{ReflectionId{"nothing"}, "x"},
                                      FeelingChosen{99},
                                      JudgementChosen{99},
                                      JudgementReasonTyped{"x"},
                                      SuspectChosen{SuspectId{"nothing"}},
                                      CertaintyChosen{CertaintyId{"nothing"}},
                                      AgeChosen{AgeGroupId{"nothing"}},
                                      RoleChosen{RoleId{"nothing"}}};
    for (const Action& action : unknown) {
        const Session then = after(session, action);
        CHECK_FALSE(then.has_unsaved_work);
        CHECK(then.subject.observations.empty());
        CHECK(then.subject.age == session.subject.age);
    }
}

TEST_CASE("An answer taken back keeps what was written, and counts only while it is seen", "[flow]") {
    Session session = after(in_kindergarten(), PresenceChosen{less_joy, Presence::seen});
    session = after(std::move(session), NoteTyped{less_joy, NoteKind::saw, "mandag"});
    session = after(std::move(session), PresenceChosen{less_joy, Presence::not_seen});

    CHECK(session.subject.observations.at(less_joy).saw == "mandag");
}

TEST_CASE("None of these is seen leaves given answers and other areas alone", "[flow]") {
    Session session = after(in_kindergarten(), PresenceChosen{less_joy, Presence::unsure});

    session = after(std::move(session), RestNotSeen{DimensionId{"mental"}});

    std::size_t not_seen = 0;
    for (const auto& [id, observation] : session.subject.observations) {
        const Sign* sign = find_sign(support::shipped_content(), id);
        REQUIRE(sign != nullptr);
        CHECK(sign->dimension == DimensionId{"mental"});
        if (observation.presence == Presence::not_seen) ++not_seen;
    }
    CHECK(session.subject.observations.at(less_joy).presence == Presence::unsure);
    CHECK(not_seen + 1 == session.subject.observations.size());
    CHECK(not_seen > 5);
}

TEST_CASE("Long notes are cut after as many characters as the field takes, Danish letters too", "[flow]") {
    std::string text = "x";
    while (count_characters(text) < 4000) text += "å";
    const auto note = [](const std::string& typed) {
        return after(in_kindergarten(), NoteTyped{less_joy, NoteKind::saw, typed})
            .subject.observations.at(less_joy)
            .saw;
    };
    CHECK(note(text) == text);
    CHECK(note(text + "å") == text);
    CHECK(note(text + "og mere") == text);
}

TEST_CASE("The months that fit the new age group stay; others are asked for again", "[flow]") {
    Session session;
    session = after(std::move(session), AgeChosen{AgeGroupId{"age_12_35m"}});
    session = after(std::move(session), MonthsTyped{"18"});
    REQUIRE(session.subject.months == 18);

    session = after(std::move(session), AgeChosen{AgeGroupId{"age_0_11m"}});

    CHECK_FALSE(session.subject.months);
    CHECK(session.months_typed.empty());
}

TEST_CASE("Whole numbers are read strictly", "[flow]") {
    CHECK(read_whole_number("7", 0, 11) == 7);
    CHECK(read_whole_number(" 07 ", 0, 11) == 7);
    for (const char* text : {"", "-1", "12", "1,5", "1.5", "1e1", "99999999999999999999", "٧"}) {
        CHECK_FALSE(read_whole_number(text, 0, 11));
    }
}

TEST_CASE("Choosing an age orders its pack and the guide, once", "[flow]") {
    const Content content = without_packs();

    const Step first = update(content, Session{}, AgeChosen{AgeGroupId{"age_3_5"}});
    CHECK(orders_pack(first.effects, "age_3_5"));
    CHECK(orders_pack(first.effects, "guide"));
    const Step second = update(content, first.session, Continued{});

    CHECK_FALSE(orders_pack(second.effects, "age_3_5"));
}

TEST_CASE("A pack that failed is ordered again only when asked for", "[flow]") {
    const Content content = without_packs();
    Step step = update(content, Session{}, AgeChosen{AgeGroupId{"age_3_5"}});
    step = update(content, step.session, PackFailed{"age_3_5"});
    CHECK_FALSE(orders_pack(step.effects, "age_3_5"));
    step = update(content, step.session, Continued{});
    CHECK_FALSE(orders_pack(step.effects, "age_3_5"));

    step = update(content, step.session, PackWanted{"age_3_5"});

    CHECK(orders_pack(step.effects, "age_3_5"));
}

TEST_CASE("How the page looks is remembered and recalled, and says nothing about a case", "[flow]") {
    const Content& content = support::shipped_content();
    Session session = in_kindergarten();
    session.subject.code_word = "Mælkebøtte";
    session = update(content, session, AppearanceChosen{Appearance::dark}).session;
    session = update(content, session, TextViewChosen{true}).session;
    const Step step = update(content, session, TextSizeChosen{150});
    REQUIRE(step.effects.size() == 1);
    const RememberAppearance* order = std::get_if<RememberAppearance>(&step.effects.front());
    REQUIRE(order != nullptr);
    CHECK(order->value == "dark text 150");

    const Session recalled = update(content, Session{}, AppearanceRecalled{order->value}).session;

    CHECK(recalled.appearance == Appearance::dark);
    CHECK(recalled.text_view);
    CHECK(recalled.text_percent == 150);
}

TEST_CASE("What a device remembers wrongly changes nothing", "[flow]") {
    const Session recalled = after(Session{}, AppearanceRecalled{"<b> 130 DARK \xff"});

    CHECK(recalled.appearance == Appearance::as_device);
    CHECK(recalled.text_percent == 100);
    CHECK_FALSE(recalled.text_view);
}

TEST_CASE("A lost picture becomes text view, and is not remembered", "[flow]") {
    const Step step = update(support::shipped_content(), in_kindergarten(), PictureLost{});

    CHECK(step.session.text_view);
    CHECK(step.session.notice.text == Text::picture_lost);
    for (const Effect& effect : step.effects) CHECK_FALSE(std::holds_alternative<RememberAppearance>(effect));
}

TEST_CASE("Moving about never changes the case", "[flow]") {
    const Session session = after(in_kindergarten(), PresenceChosen{less_joy, Presence::seen});
    Session moved = session;
    for (int screen = 0; screen <= static_cast<int>(Screen::help); ++screen) {
        moved = after(std::move(moved), PlaceOpened{Place{static_cast<Screen>(screen), "mental"}, {}});
        moved = after(std::move(moved), Continued{});
        moved = after(std::move(moved), WentBack{});
    }

    CHECK(moved.subject.observations.size() == session.subject.observations.size());
    CHECK(moved.subject.age == session.subject.age);
    CHECK_FALSE(moved.subject.judgement);
    CHECK(moved.trail.size() <= 60);
}

TEST_CASE("The number of hits is said again when the signs come after the search", "[flow]") {
    Session session;
    session.place = Place{Screen::signs, "mental"};
    const std::uint32_t silent =
        update(support::shipped_content(), session, PackArrived{"age_3_5"}).session.notice_serial;
    CHECK(silent == session.notice_serial);

    session.search = "trist";
    const std::uint32_t said =
        update(support::shipped_content(), session, PackArrived{"age_3_5"}).session.notice_serial;
    CHECK(said == session.notice_serial + 1);

    session.notice.kind = NoticeKind::copied;
    const std::uint32_t other =
        update(support::shipped_content(), session, PackArrived{"age_3_5"}).session.notice_serial;
    CHECK(other == session.notice_serial);
}
