#include "assessment/indicate.hpp"

#include <algorithm>

#include "assessment/find_changes.hpp"
#include "assessment/reasons.hpp"
#include "assessment/strength.hpp"
#include "base/sort.hpp"

namespace core {
namespace {

Basis basis_of(const Content& content, const Weighing& weighing) {
    Basis basis;
    std::vector<std::size_t> looked_at(content.dimensions.size(), 0);
    std::vector<std::size_t> shown(content.dimensions.size(), 0);
    for (const Asked& asked : weighing.asked()) {
        ++basis.shown;
        ++shown[asked.dimension];
        const Presence presence = asked.answer->presence;
        if (presence != Presence::not_answered) ++looked_at[asked.dimension];
        if (presence == Presence::seen || presence == Presence::not_seen) ++basis.answered;
        if (presence == Presence::seen) ++basis.seen;
        if (presence == Presence::unsure) ++basis.unsure;
    }
    for (std::size_t i = 0; i < content.dimensions.size(); ++i) {
        if (shown[i] > 0 && looked_at[i] == 0) basis.not_looked_at.push_back(content.dimensions[i].id);
    }
    return basis;
}

void find_alarms(const Content& content, const Weighing& weighing, Indication& indication) {
    for (const Asked& asked : weighing.asked()) {
        const Sign& sign = *asked.sign;
        if (!sign.alarm) continue;
        if (asked.answer->presence == Presence::unsure) indication.unsure_alarms.push_back(sign.id);
        if (asked.answer->presence != Presence::seen) continue;
        const LevelIndex floor = find_level(content, sign.alarm->floor).value_or(0);
        indication.alarms.push_back(RaisedAlarm{sign.id, sign.alarm->track, floor, sign.alarm->certainty});
        const auto found = std::find(indication.tracks.begin(), indication.tracks.end(), sign.alarm->track);
        if (found == indication.tracks.end()) indication.tracks.push_back(sign.alarm->track);
    }
    const auto order_of = [&content](const TrackId& id) {
        const Track* track = find_track(content, id);
        return track == nullptr ? 0 : track->order;
    };
    sort_short(indication.tracks,
               [&](const TrackId& left, const TrackId& right) { return order_of(left) < order_of(right); });
    indication.discuss_today = !indication.unsure_alarms.empty();
}

}  // namespace

Indication indicate(const Content& content, const Case& subject) {
    const Weighing weighing(content, subject);
    const Span span = weighing.span();
    const Strength strength = weighing.strength();

    Indication indication;
    indication.lowest = span.lowest;
    indication.highest = span.highest;
    indication.strength_low = strength.low;
    indication.strength_high = strength.high;
    indication.protective_lowered = span.lowered;
    for (const ProtectiveFactor& factor : content.protective_factors) {
        if (subject.protective_factors.count(factor.id) > 0) indication.protective_factors.push_back(factor.id);
    }
    find_alarms(content, weighing, indication);

    Basis& basis = indication.basis;
    basis = basis_of(content, weighing);
    const bool wide = span.highest - span.lowest + 1 > content.rules.widest;
    basis.too_little = wide || (basis.seen == 0 && basis.answered < content.rules.fewest_known);
    basis.offer_observation = basis.too_little && indication.alarms.empty() && indication.unsure_alarms.empty();

    indication.reasons = find_reasons(content, weighing, indication);
    if (indication.alarms.empty()) {
        const Changes changes = find_changes(content, weighing);
        indication.moves_up = changes.up;
        indication.moves_down = changes.down;
    }
    return indication;
}

}  // namespace core
