#include "guide/choose_pathways.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "support/case_builder.hpp"
#include "support/shipped_content.hpp"

namespace {

using core::Case;
using core::Content;
using core::Indication;
using core::ParentContact;
using core::Pathway;
using core::Presence;
using core::StepKind;
using support::CaseBuilder;
using support::shipped_content;

core::SignId alarm_of(const core::AgeGroup& age, const core::Track& track) {
    return core::SignId(age.id.value + "_" + track.id.value);
}

// The shipped guide, with one alarm sign for every age and track.
const Content& content_with_every_alarm() {
    static const Content made = [] {
        Content content = shipped_content();
        content.signs.clear();
        for (const core::AgeGroup& age : content.ages) {
            for (const core::Track& track : content.tracks) {
                core::Sign sign;
                sign.id = alarm_of(age, track);
                sign.age = age.id;
                sign.dimension = content.dimensions.front().id;
                sign.alarm = core::Alarm{track.id, content.levels.back().id, {}};
                if (track.asks_suspect) sign.alarm->certainty = content.certainties.front().id;
                content.signs.push_back(sign);
            }
        }
        return content;
    }();
    return made;
}

template <class Do>
void for_every_role_and_age(const Content& content, Do do_with) {
    for (const core::Role& role : content.roles) {
        for (const core::AgeGroupId& id : role.ages) {
            const core::AgeGroup* age = core::find_age(content, id);
            if (age != nullptr && !age->unborn) do_with(role, *age);
        }
    }
}

bool touches_parents(const Pathway& pathway) {
    return std::any_of(pathway.steps.begin(), pathway.steps.end(),
                       [](const core::PathwayStep* step) { return step->contacts_parents; });
}

bool shows(const std::vector<const core::ReflectionQuestion*>& questions, core::WhenParentsClosed when) {
    return std::any_of(questions.begin(), questions.end(),
                       [when](const core::ReflectionQuestion* one) { return one->when_parents_closed == when; });
}

// What the content says about parents for a track and whom it is against.
ParentContact expected_contact(const core::Track& track, const core::Suspect* suspect) {
    if (!track.asks_suspect) return track.parents_contact;
    return suspect == nullptr ? ParentContact::closed : suspect->parents;
}

struct Counter {
    int looked_at = 0;
    int wrong = 0;
    std::string first;
    void check(bool right, const std::string& what) {
        if (!right && wrong++ == 0) first = what;
    }
};

void check_track(const Content& content, const Case& subject, ParentContact expected, const std::string& what,
                 Counter& counter) {
    ++counter.looked_at;
    const Indication indication = core::indicate(content, subject);
    const Pathway pathway = core::choose_pathway(content, subject, indication, 0);
    const auto questions = core::shown_reflections(content, subject, indication);
    const bool closed = expected == ParentContact::closed;
    counter.check(pathway.parents == expected, what + ": another contact than the content says");
    counter.check(core::parent_contact(content, subject) == expected, what + ": parent_contact");
    counter.check(!pathway.steps.empty(), what + ": no step");
    counter.check(touches_parents(pathway) == !closed,
                  what + (closed ? ": touches the parents" : ": withholds the parents"));
    counter.check(shows(questions, core::WhenParentsClosed::hide) == !closed,
                  what + ": a question that sends one to the parents");
    counter.check(shows(questions, core::WhenParentsClosed::only_then) == closed,
                  what + ": a question for closed parents");
}

TEST_CASE(
    "No track offers contact with suspected parents, and none withholds it by mistake: every track, whom, role and age",
    "[guide]") {
    const Content& content = content_with_every_alarm();
    Counter counter;
    for_every_role_and_age(content, [&](const core::Role& role, const core::AgeGroup& age) {
        for (const core::Track& track : content.tracks) {
            std::vector<const core::Suspect*> whom{nullptr};
            for (const core::Suspect& suspect : content.suspects) whom.push_back(&suspect);
            for (const core::Suspect* suspect : whom) {
                for (std::size_t i = 0; i <= content.certainties.size(); ++i) {
                    Case subject;
                    subject.age = age.id;
                    subject.role = role.id;
                    subject.observations[alarm_of(age, track)].presence = Presence::seen;
                    if (suspect != nullptr) subject.suspect = suspect->id;
                    if (i < content.certainties.size()) subject.certainty = content.certainties[i].id;
                    const std::string what = track.id.value + " " +
                                             (suspect == nullptr ? "nobody" : suspect->id.value) + " " + role.id.value +
                                             " " + age.id.value;
                    check_track(content, subject, expected_contact(track, suspect), what, counter);
                }
            }
        }
    });
    INFO(counter.first);
    CHECK(counter.wrong == 0);
    CHECK(counter.looked_at > 10000);
}

TEST_CASE("Beside another open track the way to suspected parents stays closed", "[guide]") {
    const Content& content = content_with_every_alarm();
    Counter counter;
    for (const core::AgeGroup& age : content.ages) {
        if (age.unborn) continue;
        for (const core::Track& first : content.tracks) {
            for (const core::Track& second : content.tracks) {
                Case subject;
                subject.age = age.id;
                subject.role = content.roles.front().id;
                subject.suspect = core::SuspectId("parent_or_home");
                subject.observations[alarm_of(age, first)].presence = Presence::seen;
                subject.observations[alarm_of(age, second)].presence = Presence::seen;
                const core::Suspect* suspect = core::find_suspect(content, subject.suspect);
                const ParentContact one = expected_contact(first, suspect);
                const ParentContact other = expected_contact(second, suspect);
                check_track(content, subject, std::max(one, other), first.id.value + " + " + second.id.value, counter);
            }
        }
    }
    INFO(counter.first);
    CHECK(counter.wrong == 0);
}

TEST_CASE("Only the abuse track closes the way for nobody named; suicide and illness never do", "[guide]") {
    const Content& content = shipped_content();
    for (const char* id : {"suicide", "illness", "digital", "acute_neglect", "pick_up", "legal_duty"}) {
        const core::Track* track = core::find_track(content, core::TrackId(id));
        REQUIRE(track != nullptr);
        INFO(id);
        CHECK(track->parents_contact != ParentContact::closed);
    }
    CHECK(core::find_track(content, core::TrackId("abuse"))->asks_suspect);
}

TEST_CASE("Every role, age and level has a next step, and someone to talk to at the lowest", "[guide]") {
    const Content& content = shipped_content();
    Counter counter;
    for_every_role_and_age(content, [&](const core::Role& role, const core::AgeGroup& age) {
        Case subject;
        subject.age = age.id;
        subject.role = role.id;
        const Indication indication = core::indicate(content, subject);
        for (std::size_t level = 0; level < content.levels.size(); ++level) {
            ++counter.looked_at;
            const Pathway pathway = core::choose_pathway(content, subject, indication, level);
            const std::string what = role.id.value + " " + age.id.value + " " + content.levels[level].id.value;
            counter.check(pathway.steps.size() >= 2, what + ": too few steps");
            if (pathway.steps.empty()) continue;
            const StepKind first = pathway.steps.front()->kind;
            counter.check((first == StepKind::notify) == content.levels[level].considers_notification,
                          what + ": the first step");
            const bool talks =
                std::any_of(pathway.steps.begin(), pathway.steps.end(), [](const core::PathwayStep* step) {
                    const bool meets =
                        step->kind == StepKind::consult || step->kind == StepKind::call || step->kind == StepKind::team;
                    return meets || !step->contacts.empty();
                });
            counter.check(talks, what + ": nobody to talk to");
        }
    });
    INFO(counter.first);
    CHECK(counter.wrong == 0);
    CHECK(counter.looked_at > 300);
}

TEST_CASE("An alarm cannot be marked away: its track stands at every level", "[guide]") {
    CaseBuilder made(shipped_content(), "age_15_17", "club_worker");
    made.see("a15_mental_cannot_bear_life");
    Case subject = made.made();
    const Pathway before = core::choose_pathway(shipped_content(), subject, 4);
    subject.judgement = core::Judgement{0, "Det var en joke"};
    const Indication indication = core::indicate(shipped_content(), subject);

    const Pathway after = core::choose_pathway(shipped_content(), subject, core::level_for_steps(subject, indication));

    CHECK(core::level_for_steps(subject, indication) == 0);
    CHECK(after.steps == before.steps);
    CHECK(indication.tracks.size() == 1);
}

TEST_CASE("An abuse sign in doubt: no talk with the parents before it is discussed, but no silence either", "[guide]") {
    CaseBuilder made(shipped_content(), "age_3_5", "kindergarten");
    made.see("a3_mental_sad", {"weekly", "some", "weeks_2_8", "unchanged", "here"});
    REQUIRE(touches_parents(core::choose_pathway(shipped_content(), made.made(), 1)));
    made.answer("a3_abuse_says_something_worrying", Presence::unsure);

    const Pathway pathway = core::choose_pathway(shipped_content(), made.made(), 1);

    CHECK(pathway.discuss_today);
    CHECK(pathway.parents == ParentContact::agree_first);
    CHECK(!touches_parents(pathway));
    CHECK(!pathway.steps.empty());
}

TEST_CASE("A suicide sign in doubt leaves the way to the parents open", "[guide]") {
    CaseBuilder made(shipped_content(), "age_15_17", "club_worker");
    made.answer("a15_mental_cannot_bear_life", Presence::unsure);

    const Pathway pathway = core::choose_pathway(shipped_content(), made.made(), 2);

    CHECK(pathway.discuss_today);
    CHECK(pathway.parents == ParentContact::open);
}

TEST_CASE("The certainty is the user's, but never less than what the signs amount to", "[guide]") {
    CaseBuilder told(shipped_content(), "age_6_9", "teacher");
    told.see("a6_abuse_tells_adult_at_home_hits").certainty("worry");
    CaseBuilder hinted(shipped_content(), "age_6_9", "teacher");
    hinted.see("a6_abuse_hints").certainty("knowledge");
    CaseBuilder other(shipped_content(), "age_15_17", "club_worker");
    other.see("a15_mental_cannot_bear_life").certainty("knowledge");
    const auto certainty = [](const CaseBuilder& made) {
        return core::certainty_for_steps(shipped_content(), made.made(),
                                         core::indicate(shipped_content(), made.made()));
    };

    CHECK(certainty(told).value == "knowledge");
    CHECK(certainty(hinted).value == "knowledge");
    CHECK(certainty(other).empty());
}

TEST_CASE("A step for one dimension waits for a sign in it", "[guide]") {
    const auto has_hearing = [](const CaseBuilder& made) {
        const Pathway pathway = core::choose_pathway(shipped_content(), made.made(), 1);
        return std::any_of(pathway.steps.begin(), pathway.steps.end(),
                           [](const core::PathwayStep* step) { return step->id.value == "hearing_language"; });
    };
    CaseBuilder sad(shipped_content(), "age_3_5", "kindergarten");
    sad.see("a3_mental_sad");
    CaseBuilder quiet(shipped_content(), "age_3_5", "kindergarten");
    quiet.see("a3_cognitive_no_three_word_sentences");

    CHECK(!has_hearing(sad));
    CHECK(has_hearing(quiet));
}

}  // namespace
