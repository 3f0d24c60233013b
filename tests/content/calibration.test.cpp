// The nineteen calibration cases over the shipped content. First drafts
// (review: pending) until professionals have seen them.

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "assessment/explain.hpp"
#include "guide/choose_pathways.hpp"
#include "support/calibrated_case.hpp"
#include "support/shipped_content.hpp"

namespace {

using core::Indication;
using core::ParentContact;
using core::Pathway;
using core::Presence;
using core::ReasonKind;
using core::StepKind;
using support::CaseBuilder;
using support::check_case;
using support::How;
using support::shipped_content;

CaseBuilder child(const std::string& age, const std::string& role) { return CaseBuilder(shipped_content(), age, role); }

Pathway steps_for(const CaseBuilder& made, const Indication& indication) {
    return core::choose_pathway(shipped_content(), made.made(), indication,
                                core::level_for_steps(made.made(), indication));
}

bool has_step(const Pathway& pathway, const std::string& id) {
    return std::any_of(pathway.steps.begin(), pathway.steps.end(),
                       [&id](const core::PathwayStep* step) { return step->id.value == id; });
}

bool leads_to(const Pathway& pathway, const std::string& contact) {
    return std::any_of(pathway.steps.begin(), pathway.steps.end(), [&contact](const core::PathwayStep* step) {
        return std::find(step->contacts.begin(), step->contacts.end(), core::ContactId(contact)) !=
               step->contacts.end();
    });
}

bool has_reason(const Indication& indication, ReasonKind kind) {
    return std::any_of(indication.reasons.begin(), indication.reasons.end(),
                       [kind](const core::Reason& one) { return one.kind == kind; });
}

bool touches_parents(const Pathway& pathway) {
    return std::any_of(pathway.steps.begin(), pathway.steps.end(),
                       [](const core::PathwayStep* step) { return step->contacts_parents; });
}

bool asks(const CaseBuilder& made, const std::string& question) {
    const auto shown = core::shown_reflections(shipped_content(), made.made());
    return std::any_of(shown.begin(), shown.end(),
                       [&question](const core::ReflectionQuestion* one) { return one->id.value == question; });
}

TEST_CASE(
    "Case 1: nothing seen and three protective factors is 1-2, says what that means, and leaves someone to talk to",
    "[content]") {
    auto made = child("age_3_5", "kindergarten").rest(Presence::not_seen);
    made.protect("one_steady_adult").protect("one_good_friend").protect("accepts_help");

    const Indication indication = check_case("case-01", made.made(), {1, 2, "", ""});
    const auto sentences = core::explain_reasons(shipped_content(), made.made(), indication);
    CHECK(core::plain(sentences.front()) ==
          "Du har ikke set disse tegn. Det siger noget om det, du har kunnet se, ikke om hele barnets liv.");
    CHECK(has_step(steps_for(made, indication), "someone_to_talk_to"));
}

TEST_CASE("Case 2: one child tired a few times for less than two weeks is 1-2", "[content]") {
    auto made = child("age_3_5", "kindergarten");
    made.see("a3_care_often_tired", {"few", "little", "under_2_weeks", "", "here"}).rest(Presence::not_seen);

    check_case("case-02", made.made(), {1, 2, "", ""});
}

TEST_CASE("Case 3: two signs in a three-year-old's language are 2-3, and hearing and all languages are asked about",
          "[content]") {
    auto made = child("age_3_5", "child_minder");
    const How how{"", "some", "months_2_6", "unchanged", "here"};
    made.see("a3_cognitive_does_not_follow_simple_message", how).see("a3_cognitive_no_three_word_sentences", how);
    made.rest(Presence::not_seen);

    const Indication indication = check_case("case-03", made.made(), {2, 3, "", ""});
    CHECK(indication.lowest == 1);
    CHECK(has_step(steps_for(made, indication), "hearing_language"));
    CHECK(asks(made, "other_hearing_all_languages"));
}

TEST_CASE("Case 4: withdrawn and in conflict while the parents part is 2-3", "[content]") {
    auto made = child("age_3_5", "kindergarten");
    const How how{"several_weekly", "some", "weeks_2_8", "worse", "here"};
    made.see("a3_social_withdraws_from_others", how).see("a3_social_often_in_conflict", how).rest(Presence::not_seen);
    const std::size_t before = core::indicate(shipped_content(), made.made()).highest;
    made.circumstance(shipped_content().circumstances.front().id.value);

    const Indication indication = check_case("case-04", made.made(), {2, 3, "", ""});
    CHECK(indication.highest == before);
}

TEST_CASE(
    "Case 5: an infant who avoids eyes, answers late and shows little is 3-4, and leads to the health visitor and the "
    "doctor",
    "[content]") {
    auto made = child("age_0_11m", "health_visitor").months(5);
    const How how{"daily", "much", "weeks_2_8", "", "here"};
    made.see("a0_social_avoids_eye_contact", how)
        .see("a0_social_answers_late", how)
        .see("a0_mental_face_changes_little", how);
    made.rest(Presence::not_seen);

    const Indication indication = check_case("case-05", made.made(), {3, 4, "", ""});
    for (std::size_t level = indication.lowest; level <= indication.highest; ++level) {
        const Pathway pathway = core::choose_pathway(shipped_content(), made.made(), indication, level);
        CHECK(leads_to(pathway, "health_visiting"));
        CHECK(leads_to(pathway, "doctor"));
    }
    CHECK(has_step(core::choose_pathway(shipped_content(), made.made(), indication, 2), "own_measures_health"));
}

TEST_CASE("Case 6: a bruise on an infant that cannot move itself is an alarm: abuse, suspicion, examined today",
          "[content]") {
    auto made = child("age_0_11m", "health_visitor").months(4);
    made.see("a0_abuse_bruise_not_mobile").rest(Presence::not_seen);

    const Indication indication = check_case("case-06", made.made(), {5, 5, "a0_abuse_bruise_not_mobile", "abuse"});
    CHECK(indication.alarms.front().certainty.value == "suspicion");
    const Pathway pathway = steps_for(made, indication);
    CHECK(has_step(pathway, "abuse_examine_infant"));
    CHECK(leads_to(pathway, "authority"));
    CHECK(leads_to(pathway, "childrens_ward"));
    REQUIRE(!pathway.steps.empty());
    CHECK(pathway.steps.front()->kind == StepKind::call);
    CHECK(!touches_parents(pathway));
}

CaseBuilder tells_that_father_hits() {
    return child("age_6_9", "teacher").see("a6_abuse_tells_adult_at_home_hits").suspect("parent_or_home");
}

TEST_CASE("Case 7: a child tells that father hits: knowledge, its own words, no word to the parents", "[content]") {
    const auto made = tells_that_father_hits();

    const Indication indication =
        check_case("case-07", made.made(), {5, 5, "a6_abuse_tells_adult_at_home_hits", "abuse"});
    CHECK(indication.alarms.front().certainty.value == "knowledge");
    CHECK(core::parent_contact(shipped_content(), made.made()) == ParentContact::closed);
    const Pathway pathway = steps_for(made, indication);
    CHECK(has_step(pathway, "abuse_child_words"));
    CHECK(has_step(pathway, "abuse_notify"));
    CHECK(!touches_parents(pathway));
    CHECK(!asks(made, "parents_perspective"));
    CHECK(asks(made, "parents_already_said"));
    CHECK(asks(made, "child_said_unprompted"));
    CHECK(!indication.moves_up);
    CHECK(!indication.moves_down);
}

TEST_CASE("Case 8: all that protects and nothing else seen changes nothing about case 7, and is named", "[content]") {
    const auto bare = tells_that_father_hits();
    const Indication without = core::indicate(shipped_content(), bare.made());
    auto made = tells_that_father_hits();
    made.rest(Presence::not_seen).protect_by_all();

    const Indication with = check_case("case-08", made.made(), {5, 5, "a6_abuse_tells_adult_at_home_hits", "abuse"});
    CHECK(with.lowest == without.lowest);
    CHECK(with.highest == without.highest);
    CHECK(with.tracks == without.tracks);
    CHECK(steps_for(made, with).steps == steps_for(bare, without).steps);
    CHECK(with.protective_factors.size() == shipped_content().protective_factors.size());
    CHECK(!core::explain_protective(shipped_content(), with).empty());
}

TEST_CASE(
    "Case 9: hungry, dirty and badly dressed every day for more than half a year is 4-5: decide on a notification "
    "today",
    "[content]") {
    auto made = child("age_12_35m", "nursery").months(26);
    const How how{"daily", "much", "longer", "", "here"};
    made.see("a1_care_very_hungry", how).see("a1_care_dirty_over_time", how).see("a1_care_clothes_not_fit", how);
    made.see("a1_parents_belittles_within_hearing", how).rest(Presence::not_seen);

    const Indication indication = check_case("case-09", made.made(), {4, 5, "", ""});
    const Pathway pathway = steps_for(made, indication);
    REQUIRE(!pathway.steps.empty());
    CHECK(pathway.steps.front()->kind == StepKind::notify);
}

TEST_CASE("Case 10: absent more and more, sad and without friends is 3-4, and the wish to live is asked about",
          "[content]") {
    auto made = child("age_10_14", "teacher");
    const How how{"several_weekly", "much", "months_2_6", "worse", "here"};
    made.see("a10_attendance_absence_rising", how)
        .see("a10_mental_down_no_joy", how)
        .see("a10_social_no_close_friend", how);
    made.rest(Presence::not_seen);

    check_case("case-10", made.made(), {3, 4, "", ""});
    CHECK(asks(made, "livsmod"));
}

TEST_CASE("Case 11: a youth who says that life is not worth living opens the suicide track, not the abuse track",
          "[content]") {
    auto made = child("age_15_17", "club_worker").see("a15_mental_cannot_bear_life");

    const Indication indication = check_case("case-11", made.made(), {5, 5, "a15_mental_cannot_bear_life", "suicide"});
    CHECK(indication.tracks.size() == 1);
    CHECK(core::parent_contact(shipped_content(), made.made()) == ParentContact::open);
    const Pathway pathway = steps_for(made, indication);
    CHECK(has_step(pathway, "suicide_stay"));
    CHECK(has_step(pathway, "suicide_call"));
    CHECK(touches_parents(pathway));
}

TEST_CASE("Case 12: not knowing anything yet is too little to go on; alarm signs in doubt are discussed today",
          "[content]") {
    const auto all = child("age_3_5", "kindergarten").rest(Presence::unsure);
    auto plain = child("age_3_5", "kindergarten");
    for (const core::Sign* sign : core::shown_signs(shipped_content(), plain.made())) {
        plain.answer(sign->id.value, sign->alarm ? Presence::not_seen : Presence::unsure);
    }

    const Indication doubted = check_case("case-12-with-alarm-signs", all.made(), {1, 5, "", ""});
    CHECK(doubted.highest - doubted.lowest >= 2);
    CHECK(doubted.basis.too_little);
    CHECK(doubted.discuss_today);
    CHECK(!doubted.basis.offer_observation);
    const Indication unknown = check_case("case-12", plain.made(), {1, 5, "", ""});
    CHECK(unknown.highest - unknown.lowest >= 2);
    CHECK(unknown.basis.too_little);
    CHECK(!unknown.discuss_today);
    CHECK(unknown.basis.offer_observation);
}

TEST_CASE("Case 13: one very grave sign that is no alarm, every day for more than half a year, is 3-4", "[content]") {
    auto made = child("age_6_9", "school_pedagogue");
    made.see("a6_mental_far_away", {"daily", "much", "longer", "", "here"}).rest(Presence::not_seen);

    check_case("case-13", made.made(), {3, 4, "", ""});
}

CaseBuilder ten_light_signs_of_one_kind() {
    auto made = child("age_3_5", "kindergarten");
    int left = 10;
    for (const core::Sign* sign : core::shown_signs(shipped_content(), made.made())) {
        const bool fits =
            sign->dimension.value == "physical" && sign->weight == core::SignWeight::light && !sign->developmental;
        if (fits && left-- > 0) made.see(sign->id.value, {"few", "little", "", "", "here"});
    }
    return made.rest(Presence::not_seen);
}

TEST_CASE("Case 14: ten light signs of one kind do not become a grave one", "[content]") {
    const auto made = ten_light_signs_of_one_kind();

    const Indication indication = check_case("case-14", made.made(), {1, 3, "", ""});
    CHECK(indication.basis.seen == 10);
}

TEST_CASE("Case 15: five light signs on five sides of life, getting worse, are 2-3 and above the lower end of case 14",
          "[content]") {
    auto made = child("age_3_5", "kindergarten");
    const How how{"monthly", "little", "", "worse", "here"};
    made.see("a3_mental_says_cannot", how)
        .see("a3_social_needs_adult_beside", how)
        .see("a3_cognitive_slow_to_start_and_brief", how);
    made.see("a3_physical_sleeps_badly", how).see("a3_attendance_often_late", how).rest(Presence::not_seen);

    const Indication indication = check_case("case-15", made.made(), {2, 3, "", ""});
    CHECK(indication.lowest > core::indicate(shipped_content(), ten_light_signs_of_one_kind().made()).lowest);
}

TEST_CASE("Case 16: what parents tell of home counts fully, and the reason says where it is seen", "[content]") {
    const auto told = [](const std::string& where) {
        auto made = child("age_6_9", "school_pedagogue");
        const How how{"several_weekly", "some", "", "", where};
        made.see("a6_mental_sad_withdrawn", how).see("a6_mental_violent_anger_at_small_things", how);
        return made.rest(Presence::not_seen);
    };
    const auto at_home = told("home_by_parents");
    const Indication here = core::indicate(shipped_content(), told("here").made());

    const Indication indication = check_case("case-16", at_home.made(), {2, 3, "", ""});
    CHECK(indication.lowest == here.lowest);
    CHECK(indication.highest == here.highest);
    CHECK(has_reason(indication, ReasonKind::told_by_parents));
    CHECK(!has_reason(here, ReasonKind::told_by_parents));
}

TEST_CASE("Case 17: pictures shared against a youth's will open the digital track, without the silence towards parents",
          "[content]") {
    auto made = child("age_10_14", "teacher").see("a10_social_pictures_shared_or_violated");

    const Indication indication =
        check_case("case-17", made.made(), {4, 5, "a10_social_pictures_shared_or_violated", "digital"});
    CHECK(indication.tracks.size() == 1);
    CHECK(core::parent_contact(shipped_content(), made.made()) == ParentContact::open);
    CHECK(touches_parents(steps_for(made, indication)));
}

TEST_CASE(
    "Case 18: a parent clearly intoxicated at pick-up: may the child be handed over today? Leader and authority now",
    "[content]") {
    auto made = child("age_3_5", "kindergarten").see("a3_parents_intoxicated_at_pick_up");

    const Indication indication =
        check_case("case-18", made.made(), {4, 5, "a3_parents_intoxicated_at_pick_up", "pick_up"});
    const Pathway pathway = steps_for(made, indication);
    REQUIRE(!pathway.steps.empty());
    CHECK(pathway.steps.front()->kind == StepKind::call);
    CHECK(leads_to(pathway, "leader"));
    CHECK(leads_to(pathway, "authority"));
}

TEST_CASE("Case 19: a colleague may hit: the leader at once, the parents as agreed", "[content]") {
    auto made = child("age_3_5", "kindergarten").see("a3_abuse_staff_rough").suspect("staff");

    const Indication indication = check_case("case-19", made.made(), {5, 5, "a3_abuse_staff_rough", "abuse"});
    CHECK(core::parent_contact(shipped_content(), made.made()) == ParentContact::agree_first);
    const Pathway pathway = steps_for(made, indication);
    CHECK(has_step(pathway, "abuse_staff_leader"));
    CHECK(has_step(pathway, "abuse_parents_agreed"));
}

}  // namespace
