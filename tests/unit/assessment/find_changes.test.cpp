#include "assessment/find_changes.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>

#include "support/case_builder.hpp"
#include "support/random_case.hpp"
#include "support/shipped_content.hpp"

namespace {

using core::Case;
using core::Change;
using core::Content;
using core::Observation;
using core::Presence;
using core::Span;

Case changed(const Case& subject, const Change& change) {
    Case made = subject;
    Observation& answer = made.observations[change.sign];
    if (change.of_presence) answer.presence = change.presence;
    if (!change.of_presence) answer.scales[static_cast<std::size_t>(change.scale)] = change.step;
    return made;
}

bool moves(const Span& before, const Span& after, bool up) {
    const bool not_down = after.lowest >= before.lowest && after.highest >= before.highest;
    const bool not_up = after.lowest <= before.lowest && after.highest <= before.highest;
    return (up ? not_down : not_up) && !(after == before);
}

bool may_be_named(const Content& content, const core::Sign& sign) {
    const auto& never = content.rules.never_named;
    return !sign.alarm && std::find(never.begin(), never.end(), sign.dimension.value) == never.end();
}

// Every single answer there could be instead, without any cleverness: the
// fewest steps that move the span, weighed afresh each time. 0 = none does.
std::size_t fewest_steps(const Content& content, const Case& subject, bool up) {
    const Span before = core::Weighing(content, subject).span();
    std::size_t fewest = 0;
    const auto consider = [&](const Case& other, std::size_t steps) {
        if (fewest != 0 && fewest <= steps) return;
        if (moves(before, core::Weighing(content, other).span(), up)) fewest = steps;
    };
    for (const core::Sign* sign : core::shown_signs(content, subject)) {
        if (!may_be_named(content, *sign)) continue;
        const Observation now = core::observation_of(subject, sign->id);
        Case other = subject;
        Observation& answer = other.observations[sign->id];
        const Presence wanted = up ? Presence::seen : Presence::not_seen;
        if (now.presence != wanted) {
            answer.presence = wanted;
            consider(other, 1);
            answer = now;
        }
        if (now.presence != Presence::seen) continue;
        for (std::size_t kind = 0; kind < 4; ++kind) {
            if (sign->developmental && kind == 0) continue;
            for (std::size_t step = 0; step < content.scales[kind].steps.size(); ++step) {
                const std::optional<std::size_t> old = now.scales[kind];
                if (old == step) continue;
                answer.scales[kind] = step;
                consider(other, !old ? 1 : (*old > step ? *old - step : step - *old));
                answer = now;
            }
        }
    }
    return fewest;
}

void check_smallest(const Content& content, int count, std::uint64_t seed) {
    support::Dice dice(seed);
    int wrong = 0;
    int found = 0;
    int on_scale = 0;
    std::string first;
    for (int number = 0; number < count; ++number) {
        const Case subject = support::random_case(content, dice);
        const core::Indication indication = core::indicate(content, subject);
        if (!indication.alarms.empty()) {
            if (indication.moves_up || indication.moves_down) ++wrong;
            continue;
        }
        const Span before = core::Weighing(content, subject).span();
        for (const bool up : {true, false}) {
            const std::optional<Change>& change = up ? indication.moves_up : indication.moves_down;
            const std::size_t fewest = fewest_steps(content, subject, up);
            bool right = change.has_value() == (fewest != 0);
            if (change) {
                ++found;
                if (!change->of_presence) ++on_scale;
                const Span after = core::Weighing(content, changed(subject, *change)).span();
                right = right && moves(before, after, up) && change->steps == fewest &&
                        may_be_named(content, *core::find_sign(content, change->sign));
            }
            if (!right && wrong++ == 0) first = "case " + std::to_string(number) + (up ? " up" : " down");
        }
    }
    INFO(first);
    CHECK(wrong == 0);
    CHECK(found > count / 4);
    CHECK(on_scale > count / 50);
}

TEST_CASE("The smallest change named moves the span and no smaller one does: 2,000 cases", "[assessment]") {
    check_smallest(support::small_content(), 2000, 11);
}

TEST_CASE("The same over all signs", "[assessment]") { check_smallest(support::shipped_content(), 60, 12); }

TEST_CASE("Nothing is named that would make anybody look for abuse or neglect", "[assessment]") {
    support::Dice dice(13);
    for (int number = 0; number < 500; ++number) {
        const core::Indication indication =
            core::indicate(support::shipped_content(), support::random_case(support::shipped_content(), dice));
        for (const std::optional<Change>& change : {indication.moves_up, indication.moves_down}) {
            if (!change) continue;
            const core::Sign* sign = core::find_sign(support::shipped_content(), change->sign);
            REQUIRE(sign != nullptr);
            const bool kept_out = sign->dimension.value == "abuse" || sign->dimension.value == "care" || sign->alarm;
            REQUIRE(!kept_out);
        }
    }
}

TEST_CASE("Asking for another answer is the same as giving it", "[assessment]") {
    support::Dice dice(14);
    const Content& content = support::shipped_content();
    for (int number = 0; number < 300; ++number) {
        const Case subject = support::random_case(content, dice);
        const core::Weighing weighing(content, subject);
        const std::size_t index = dice.roll(weighing.asked().size());
        const core::Sign& sign = *weighing.asked()[index].sign;
        if (sign.alarm) continue;
        Observation answer;
        answer.presence = static_cast<Presence>(dice.roll(4));
        answer.scales[0] = dice.roll(5);
        Case other = subject;
        other.observations[sign.id] = answer;
        REQUIRE(weighing.span_with(index, answer) == core::Weighing(content, other).span());
    }
}

}  // namespace
