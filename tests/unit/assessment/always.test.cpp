// The "always" list of calibration.md over random cases.

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "assessment/indicate.hpp"
#include "assessment/strength.hpp"
#include "support/random_case.hpp"
#include "support/shipped_content.hpp"

namespace {

using core::Case;
using core::Content;
using core::Observation;
using core::Presence;
using core::Span;
using support::Dice;

constexpr int cases = 100000;        // over few signs
constexpr int shipped_cases = 5000;  // over all of them

Span span_of(const Content& content, const Case& subject) { return core::Weighing(content, subject).span(); }

std::size_t width(const Span& span) { return span.highest - span.lowest; }

// Counts instead of asserting a million times; tells of the first one.
struct Broken {
    int count = 0;
    std::string first;
    void unless(bool kept, int number, const std::string& what) {
        if (kept) return;
        if (count++ == 0) first = "case " + std::to_string(number) + ": " + what;
    }
};

const core::Sign* any_sign(const Content& content, const Case& subject, Dice& dice) {
    const std::vector<const core::Sign*> shown = core::shown_signs(content, subject);
    return shown[dice.roll(shown.size())];
}

// One more seen, or one scale one step up. False when it cannot be raised.
bool raise(const Content& content, Case& subject, const core::Sign& sign, Dice& dice) {
    Observation& answer = subject.observations[sign.id];
    if (answer.presence == Presence::unsure) return false;
    if (answer.presence != Presence::seen) {
        answer.presence = Presence::seen;
        return true;
    }
    const std::size_t kind = dice.roll(core::scale_kind_count);
    std::optional<std::size_t>& step = answer.scales[kind];
    if (!step || *step + 1 >= content.scales[kind].steps.size()) return false;
    ++*step;
    return true;
}

void check_all(const Content& content, int count, std::uint64_t seed) {
    Dice dice(seed);
    Broken broken;
    int raised = 0;
    int doubted = 0;
    int lowered = 0;
    for (int number = 0; number < count; ++number) {
        const Case subject = support::random_case(content, dice);
        const Span span = span_of(content, subject);
        const core::Sign& sign = *any_sign(content, subject, dice);
        broken.unless(span.lowest <= span.highest && span.highest < content.levels.size(), number,
                      "a span that is none");

        Case more = subject;
        if (raise(content, more, sign, dice)) {
            const Span after = span_of(content, more);
            ++raised;
            broken.unless(after.lowest >= span.lowest && after.highest >= span.highest, number,
                          "more seen lowered an end: " + sign.id.value);
        }

        Case doubt = subject;
        doubt.observations[sign.id].presence = Presence::unsure;
        const Span after_doubt = span_of(content, doubt);
        ++doubted;
        broken.unless(width(after_doubt) >= width(span), number, "doubt narrowed the span: " + sign.id.value);
        broken.unless(after_doubt.highest >= span.highest, number, "doubt lowered the upper end: " + sign.id.value);

        Case unprotected = subject;
        unprotected.protective_factors.clear();
        const Span bare = span_of(content, unprotected);
        if (bare.lowest > span.lowest) ++lowered;
        broken.unless(bare.highest == span.highest && bare.lowest >= span.lowest && bare.lowest - span.lowest <= 1,
                      number, "protective factors moved more than the lower end by one level");
        bool carried = false;
        std::size_t floor = 0;
        for (const auto& [id, answer] : subject.observations) {
            const core::Sign* seen = core::find_sign(content, id);
            if (seen == nullptr || answer.presence != Presence::seen) continue;
            if (core::find_dimension(content, seen->dimension)->carries) carried = true;
            if (seen->alarm) floor = std::max(floor, core::find_level(content, seen->alarm->floor).value_or(0));
        }
        broken.unless(!carried || bare.lowest == span.lowest, number,
                      "protective factors lowered what care, parents or abuse carry");
        broken.unless(span.lowest >= floor, number, "below an alarm's floor");
    }
    INFO(broken.first);
    CHECK(broken.count == 0);
    // The dice really threw what is spoken of.
    CHECK(raised > count / 3);
    CHECK(doubted == count);
    CHECK(lowered > count / 200);
}

TEST_CASE("More seen never lowers an end, doubt never narrows, protection never hides: 100,000 random cases",
          "[assessment]") {
    check_all(support::small_content(), cases, 1);
}

TEST_CASE("The same over all signs of all ages and roles", "[assessment]") {
    check_all(support::shipped_content(), shipped_cases, 2);
}

TEST_CASE("The same with three levels", "[assessment]") { check_all(support::three_level_content(), 2000, 3); }

TEST_CASE("A span is at most two levels wide, or it is said that too little is known", "[assessment]") {
    Dice dice(4);
    Broken broken;
    int narrow = 0;
    for (int number = 0; number < shipped_cases; ++number) {
        const Case subject = support::random_case(support::shipped_content(), dice);
        const core::Indication indication = core::indicate(support::shipped_content(), subject);
        const bool wide = indication.highest - indication.lowest >= 2;
        if (!wide) ++narrow;
        broken.unless(!wide || indication.basis.too_little, number, "wide without a word");
        const bool in_doubt = !indication.unsure_alarms.empty();
        broken.unless(indication.discuss_today == in_doubt, number, "an alarm sign in doubt is discussed today");
        broken.unless(!(indication.basis.offer_observation && in_doubt), number,
                      "an observation plan for an alarm sign in doubt");
        broken.unless(!indication.reasons.empty(), number, "no reasons");
        broken.unless(indication.protective_lowered == false || !indication.protective_factors.empty(), number,
                      "lowered by nobody");
    }
    INFO(broken.first);
    CHECK(broken.count == 0);
    CHECK(narrow > shipped_cases / 4);
}

TEST_CASE("Everything answered and described: never wider than two levels", "[assessment]") {
    Dice dice(5);
    const Content& content = support::shipped_content();
    Broken broken;
    for (int number = 0; number < shipped_cases; ++number) {
        Case subject = support::random_case(content, dice);
        for (const core::Sign* sign : core::shown_signs(content, subject)) {
            Observation& answer = subject.observations[sign->id];
            if (answer.presence != Presence::seen) answer.presence = Presence::not_seen;
            for (std::size_t i = 0; i < core::scale_kind_count; ++i) {
                if (!answer.scales[i]) answer.scales[i] = dice.roll(content.scales[i].steps.size());
            }
        }
        const Span span = span_of(content, subject);
        broken.unless(width(span) <= 1, number, "wide though all is known");
    }
    INFO(broken.first);
    CHECK(broken.count == 0);
}

// Without the reason: its signs not seen, its protective factors gone.
Case without(const Content& content, const Case& subject, const core::Reason& reason) {
    Case made = subject;
    if (reason.kind == core::ReasonKind::protective_lowered) made.protective_factors.clear();
    for (const core::SignId& sign : reason.signs) {
        Observation& answer = made.observations[sign];
        // A trend or a duration is removed by taking it one step down.
        if (reason.kind == core::ReasonKind::worse) {
            answer.scales[static_cast<std::size_t>(core::ScaleKind::trend)] =
                content.scales[static_cast<std::size_t>(core::ScaleKind::trend)].steps.size() - 2;
        } else if (reason.kind == core::ReasonKind::lasting) {
            answer.scales[static_cast<std::size_t>(core::ScaleKind::duration)] =
                content.scales[static_cast<std::size_t>(core::ScaleKind::duration)].steps.size() - 2;
        } else {
            answer.presence = Presence::not_seen;
        }
    }
    return made;
}

TEST_CASE("A reason named has an effect when it is removed", "[assessment]") {
    Dice dice(6);
    const Content& content = support::shipped_content();
    Broken broken;
    int named = 0;
    for (int number = 0; number < 3000; ++number) {
        const Case subject = support::random_case(content, dice);
        const core::Indication before = core::indicate(content, subject);
        for (const core::Reason& reason : before.reasons) {
            if (reason.signs.empty() && reason.kind != core::ReasonKind::protective_lowered) continue;
            ++named;
            const core::Indication after = core::indicate(content, without(content, subject, reason));
            const std::string what =
                "reason " + reason.rule + " of kind " + std::to_string(static_cast<int>(reason.kind));
            if (reason.kind == core::ReasonKind::protective_lowered) {
                broken.unless(after.lowest == before.lowest + 1, number, what);
                continue;
            }
            const bool weaker = after.strength_low < before.strength_low || after.strength_high < before.strength_high;
            const bool no_stronger =
                after.strength_low <= before.strength_low && after.strength_high <= before.strength_high;
            broken.unless(weaker && no_stronger, number, what);
        }
    }
    INFO(broken.first);
    CHECK(broken.count == 0);
    CHECK(named > 10000);
}

TEST_CASE("Without all the signs it names, the span falls to what is in doubt", "[assessment]") {
    Dice dice(7);
    const Content& content = support::shipped_content();
    Broken broken;
    for (int number = 0; number < 2000; ++number) {
        Case subject = support::random_case(content, dice);
        const core::Indication before = core::indicate(content, subject);
        for (const core::Reason& reason : before.reasons) {
            for (const core::SignId& sign : reason.signs) subject.observations[sign].presence = Presence::not_seen;
        }
        const core::Indication after = core::indicate(content, subject);
        broken.unless(after.strength_low == 0 && after.lowest == 0, number, "something counted that no reason named");
    }
    INFO(broken.first);
    CHECK(broken.count == 0);
}

}  // namespace
