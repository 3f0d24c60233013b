#include "assessment/strength.hpp"

#include <algorithm>

namespace core {
namespace {

constexpr std::size_t counting_scales = 4;  // where it is seen makes it neither more nor less
constexpr int quarters = 4;

int weight_of(const Rules& rules, SignWeight weight) {
    if (weight == SignWeight::light) return rules.light;
    return weight == SignWeight::clear ? rules.clear : rules.grave;
}

int step_of(const ScaleRule& scale, std::size_t step) {
    if (scale.steps.empty()) return 0;
    return scale.steps[std::min(step, scale.steps.size() - 1)];
}

// R07: light signs, strongest first, count for less and less.
int saturated(std::vector<int>& light, const std::vector<int>& shares) {
    std::sort(light.begin(), light.end(), [](int left, int right) { return left > right; });
    int sum = 0;
    for (std::size_t i = 0; i < light.size(); ++i) {
        const int share = shares.empty() ? quarters : shares[std::min(i, shares.size() - 1)];
        sum += light[i] * share;
    }
    return sum;
}

int bonus_of(const std::vector<int>& breadth, std::size_t dimensions) {
    return breadth.empty() ? 0 : breadth[std::min(dimensions, breadth.size() - 1)];
}

void raise(std::optional<LevelIndex>& floor, LevelIndex level) {
    if (!floor || *floor < level) floor = level;
}

}  // namespace

Share share_of(const Rules& rules, const Sign& sign, const Observation& answer) {
    const bool light = sign.weight == SignWeight::light;
    const int weight = weight_of(rules, sign.weight);
    if (answer.presence == Presence::not_seen) return Share{0, 0, light};
    // R10: counts like the faintest light sign, and only upwards.
    if (answer.presence == Presence::not_answered) return Share{0, rules.not_answered, true};

    int low = rules.present;
    int high = rules.present;
    for (std::size_t i = 0; i < counting_scales; ++i) {
        const ScaleRule& scale = rules.scales[i];
        const std::optional<std::size_t>& step = answer.scales[i];
        const bool fixed = sign.developmental && i == static_cast<std::size_t>(ScaleKind::frequency);
        if (fixed) {
            low += rules.developmental;
            high += rules.developmental;
        } else if (answer.presence == Presence::unsure) {
            high += scale.steps.empty() ? 0 : scale.steps.back();
        } else {
            low += step_of(scale, step.value_or(0));
            high += step_of(scale, step.value_or(scale.middling));
        }
    }
    if (answer.presence == Presence::unsure) return Share{0, weight * high, light};
    return Share{weight * low, weight * high, light};
}

Weighing::Weighing(const Content& content, const Case& subject) : content_(content), parts_(content.dimensions.size()) {
    for (const Sign* sign : shown_signs(content, subject)) {
        const Observation& answer = observation_of(subject, sign->id);
        Asked asked{sign, &answer, share_of(content.rules, *sign, answer),
                    asked_.empty() ? 0 : asked_.back().dimension};
        while (content.dimensions[asked.dimension].id != sign->dimension) ++asked.dimension;
        asked_.push_back(asked);
        if (answer.presence == Presence::seen && content.dimensions[asked.dimension].carries) ++carrying_seen_;
        if (!sign->alarm) continue;
        const LevelIndex floor = find_level(content, sign->alarm->floor).value_or(0);
        if (answer.presence == Presence::seen) raise(floor_, floor);
        if (answer.presence == Presence::unsure) raise(possible_floor_, floor);
    }
    for (std::size_t i = 0; i < asked_.size(); ++i) {
        Part& part = parts_[asked_[i].dimension];
        if (part.end == 0) part.begin = i;
        part.end = i + 1;
    }
    for (std::size_t i = 0; i < parts_.size(); ++i)
        parts_[i] = part_with(i, asked_.size(), Share{}, Presence::not_seen);
    for (const ProtectiveFactorId& id : subject.protective_factors) {
        if (find_protective_factor(content, id) != nullptr) ++protective_;
    }
}

Weighing::Part Weighing::part_with(std::size_t dimension, std::size_t index, const Share& share,
                                   Presence presence) const {
    Part part{parts_[dimension].begin, parts_[dimension].end};
    std::vector<int> light_low;
    std::vector<int> light_high;
    light_low.reserve(part.end - part.begin);
    light_high.reserve(part.end - part.begin);
    for (std::size_t i = part.begin; i < part.end; ++i) {
        const Share& one = i == index ? share : asked_[i].share;
        const Presence how = i == index ? presence : asked_[i].answer->presence;
        if (how == Presence::seen) ++part.seen;
        if (how == Presence::seen || how == Presence::unsure) ++part.possible;
        if (one.light) {
            if (one.low > 0) light_low.push_back(one.low);
            if (one.high > 0) light_high.push_back(one.high);
        } else {
            part.low += one.low * quarters;
            part.high += one.high * quarters;
        }
    }
    part.low += saturated(light_low, content_.rules.light_quarters);
    part.high += saturated(light_high, content_.rules.light_quarters);
    return part;
}

Strength Weighing::strength_with(std::size_t dimension, const Part& part) const {
    Strength sum;
    std::size_t seen = 0;
    std::size_t possible = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const Part& one = i == dimension ? part : parts_[i];
        sum.low += one.low;
        sum.high += one.high;
        if (one.seen > 0) ++seen;
        if (one.possible > 0) ++possible;
    }
    sum.low += bonus_of(content_.rules.breadth, seen) * quarters;
    sum.high += bonus_of(content_.rules.breadth, possible) * quarters;
    // R09: only upwards, so that more seen never draws the upper end down.
    sum.high = sum.high * content_.rules.margin_quarters / quarters;
    return sum;
}

Strength Weighing::strength() const { return strength_with(parts_.size(), Part{}); }

Span Weighing::span_with(std::size_t index, const Observation& answer) const {
    const Asked& asked = asked_[index];
    const Share share = share_of(content_.rules, *asked.sign, answer);
    const Part part = part_with(asked.dimension, index, share, answer.presence);
    int carrying = carrying_seen_;
    if (content_.dimensions[asked.dimension].carries) {
        carrying += (answer.presence == Presence::seen ? 1 : 0) - (asked.answer->presence == Presence::seen ? 1 : 0);
    }
    return span_of(strength_with(asked.dimension, part), carrying);
}

int Weighing::effect_of(std::size_t index) const {
    const Asked& asked = asked_[index];
    const Strength with = strength();
    const Strength without =
        strength_with(asked.dimension, part_with(asked.dimension, index, Share{}, Presence::not_seen));
    return with.low - without.low + with.high - without.high;
}

// The thresholds are spread evenly over the levels there are; with five levels
// each begins one. Half a level is rounded up: doubt leads to consultation.
LevelIndex Weighing::level_of(int strength) const {
    const std::vector<int>& thresholds = content_.rules.thresholds;
    if (thresholds.empty() || content_.levels.empty()) return 0;
    std::size_t passed = 0;
    for (const int threshold : thresholds) {
        if (strength >= threshold * quarters) ++passed;
    }
    return (2 * passed * (content_.levels.size() - 1) + thresholds.size()) / (2 * thresholds.size());
}

Span Weighing::span_of(const Strength& strength, int carrying_seen) const {
    Span span{level_of(strength.low), level_of(strength.high)};
    // R12. Only a span of one level is opened downwards: a wider one already
    // says so, and this way nothing seen can ever lower the lower end.
    const bool may_lower = protective_ >= content_.rules.protective_at_least && carrying_seen == 0;
    const LevelIndex unlowered = span.lowest;
    if (may_lower && span.lowest == span.highest && span.lowest > 0) --span.lowest;
    if (floor_) {  // R13
        span.lowest = std::max(span.lowest, *floor_);
        span.highest = std::max(span.highest, span.lowest);
    }
    span.lowered = span.lowest < unlowered;
    if (possible_floor_) span.highest = std::max(span.highest, *possible_floor_);
    return span;
}

}  // namespace core
