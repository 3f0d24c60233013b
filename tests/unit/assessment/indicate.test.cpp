#include "assessment/indicate.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "support/case_builder.hpp"
#include "support/shipped_content.hpp"

namespace {

using core::indicate;
using core::Indication;
using core::Presence;
using core::ReasonKind;
using support::CaseBuilder;
using support::shipped_content;

const support::How strong{"daily", "much", "longer", "worse", "here"};

CaseBuilder kindergarten_child() { return CaseBuilder(shipped_content(), "age_3_5", "kindergarten"); }

bool has_reason(const Indication& indication, ReasonKind kind) {
    return std::any_of(indication.reasons.begin(), indication.reasons.end(),
                       [kind](const core::Reason& one) { return one.kind == kind; });
}

TEST_CASE("A case without answers has a reason: that nothing was answered", "[assessment]") {
    const Indication indication = indicate(shipped_content(), kindergarten_child().made());

    REQUIRE(indication.reasons.size() == 1);
    CHECK(indication.reasons.front().kind == ReasonKind::nothing_answered);
    CHECK(indication.basis.too_little);
    CHECK(indication.basis.answered == 0);
    CHECK(indication.basis.not_looked_at.size() == shipped_content().dimensions.size());
}

TEST_CASE("A case without age or role is answered too", "[assessment]") {
    const Indication indication = indicate(shipped_content(), core::Case{});

    CHECK(indication.basis.shown == 0);
    CHECK(indication.lowest == 0);
    CHECK(!indication.reasons.empty());
}

TEST_CASE("Not seen and not answered are different things", "[assessment]") {
    auto not_seen = kindergarten_child().rest(Presence::not_seen);
    auto silent = kindergarten_child();
    not_seen.see("a3_mental_sad", strong);
    silent.see("a3_mental_sad", strong);

    const Indication known = indicate(shipped_content(), not_seen.made());
    const Indication unknown = indicate(shipped_content(), silent.made());

    CHECK(known.strength_low == unknown.strength_low);
    CHECK(known.strength_high < unknown.strength_high);
    CHECK(known.basis.not_looked_at.empty());
    CHECK(unknown.basis.not_looked_at.size() == 7);
}

TEST_CASE("Answers to signs of another age are parked: they count for nothing", "[assessment]") {
    auto made = kindergarten_child().rest(Presence::not_seen);
    core::Case with_parked = made.made();
    with_parked.observations[core::SignId("a6_abuse_tells_adult_at_home_hits")].presence = Presence::seen;
    with_parked.observations[core::SignId("no_longer_in_the_content")].presence = Presence::seen;

    const Indication indication = indicate(shipped_content(), with_parked);

    CHECK(indication.alarms.empty());
    CHECK(indication.strength_low == 0);
}

TEST_CASE("Protective factors move the lower end by one level, and say so", "[assessment]") {
    auto made = kindergarten_child().rest(Presence::not_seen);
    made.see("a3_mental_sad", {"several_weekly", "some", "weeks_2_8", "unchanged", "here"});
    made.see("a3_social_often_in_conflict", {"weekly", "little", "weeks_2_8", "unchanged", "here"});
    const Indication without = indicate(shipped_content(), made.made());
    REQUIRE(without.lowest == without.highest);
    made.protect("one_steady_adult").protect("one_good_friend").protect("warmth");

    const Indication with = indicate(shipped_content(), made.made());

    CHECK(with.lowest + 1 == without.lowest);
    CHECK(with.highest == without.highest);
    CHECK(with.protective_lowered);
    CHECK(has_reason(with, ReasonKind::protective_lowered));
}

TEST_CASE("Two protective factors are named but move nothing", "[assessment]") {
    auto made = kindergarten_child().rest(Presence::not_seen);
    made.see("a3_mental_sad", strong).protect("one_steady_adult").protect("warmth");

    const Indication indication = indicate(shipped_content(), made.made());

    CHECK(!indication.protective_lowered);
    CHECK(indication.protective_factors.size() == 2);
}

TEST_CASE("One sign of care keeps protective factors from moving anything", "[assessment]") {
    auto made = kindergarten_child().rest(Presence::not_seen).protect_by_all();
    made.see("a3_mental_sad", strong).see("a3_care_scary_media", {"few", "not", "under_2_weeks", "better", "here"});

    CHECK(!indicate(shipped_content(), made.made()).protective_lowered);
}

TEST_CASE("A circumstance weighs nothing and raises no alarm", "[assessment]") {
    auto made = kindergarten_child().rest(Presence::not_seen).see("a3_mental_sad", strong);
    const Indication before = indicate(shipped_content(), made.made());
    for (const core::Circumstance& one : shipped_content().circumstances) made.circumstance(one.id.value);

    const Indication after = indicate(shipped_content(), made.made());

    CHECK(after.strength_low == before.strength_low);
    CHECK(after.strength_high == before.strength_high);
    CHECK(after.alarms.empty());
}

TEST_CASE("Several open tracks stand in their order", "[assessment]") {
    auto made = kindergarten_child();
    made.see("a3_parents_intoxicated_at_pick_up").see("a3_abuse_says_something_worrying").see("a3_care_home_alone");

    const Indication indication = indicate(shipped_content(), made.made());

    REQUIRE(indication.tracks.size() == 3);
    CHECK(indication.tracks[0].value == "abuse");
    CHECK(indication.tracks[1].value == "acute_neglect");
    CHECK(indication.tracks[2].value == "pick_up");
    CHECK(indication.alarms.size() == 3);
}

TEST_CASE("An alarm sign in doubt is discussed today, also beside an alarm that is seen", "[assessment]") {
    auto made = kindergarten_child().see("a3_care_home_alone").answer("a3_abuse_sees_violence", Presence::unsure);

    const Indication indication = indicate(shipped_content(), made.made());

    CHECK(indication.discuss_today);
    REQUIRE(indication.unsure_alarms.size() == 1);
    CHECK(!indication.basis.offer_observation);
    CHECK(indication.tracks.size() == 1);
}

TEST_CASE("Another municipality may have three levels", "[assessment]") {
    const core::Content content = support::three_level_content();
    CaseBuilder nothing(content, "age_3_5", "kindergarten");
    nothing.rest(Presence::not_seen);
    CaseBuilder alarm(content, "age_3_5", "kindergarten");
    alarm.see("a3_abuse_says_something_worrying");
    CaseBuilder unsure(content, "age_3_5", "kindergarten");
    unsure.rest(Presence::unsure);

    CHECK(indicate(content, nothing.made()).highest == 0);
    CHECK(indicate(content, alarm.made()).lowest == 2);
    CHECK(indicate(content, unsure.made()).highest == 2);
    CHECK(indicate(content, unsure.made()).basis.too_little);
}

TEST_CASE("Content without levels, scales or rules stops nothing", "[assessment]") {
    core::Content content = shipped_content();
    auto made = kindergarten_child().rest(Presence::not_seen).see("a3_mental_sad", strong);
    content.levels.clear();
    content.rules = core::Rules{};
    for (core::Scale& scale : content.scales) scale.steps.clear();

    const Indication indication = indicate(content, made.made());

    CHECK(indication.lowest == 0);
    CHECK(indication.highest == 0);
}

}  // namespace
