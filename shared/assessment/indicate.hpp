// indicate.hpp -- what the answers point at, and why.
//
// Pure, and in whole numbers only: the same content and case give the same
// indication in every build.
// Knows: content/, session/. Never: a clock, a level without reasons, a number
// meant for the screen.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "content/content.hpp"
#include "session/session.hpp"

namespace core {

enum class ReasonKind {
    alarm,               // signs: the alarm signs seen
    unsure_alarm,        // signs: alarm signs answered "ved ikke endnu"
    nothing_answered,    // no answer at all yet
    nothing_seen,        // no sign was seen, and more are known than in doubt
    sign,                // signs: one, the strongest first
    more_signs,          // signs: those seen beside the ones named one by one
    breadth,             // dimensions: where something is seen, two or more
    worse,               // signs: those that have become worse
    lasting,             // signs: those seen for the longest time there is a word for
    told_by_parents,     // signs: seen at home, as told by parents
    told_by_others,      // signs: told by others
    several_places,      // signs: seen in several places
    unsure,              // signs: answered "ved ikke endnu", alarm signs apart
    not_described,       // signs: seen, but not every scale is answered
    protective_lowered,  // the lower end was moved down by protective factors
};

// One thing that counts, without words; see explain.hpp for the sentence.
struct Reason {
    ReasonKind kind = ReasonKind::sign;
    std::string rule;  // id of the rule: "R01"
    std::vector<SignId> signs;
    std::vector<DimensionId> dimensions;
};

// What the indication rests on.
struct Basis {
    std::size_t shown = 0;     // signs asked about
    std::size_t answered = 0;  // of these: seen or not seen
    std::size_t seen = 0;
    std::size_t unsure = 0;                  // "ved ikke endnu"
    std::vector<DimensionId> not_looked_at;  // every sign of them unanswered
    bool too_little = false;                 // say so in words
    bool offer_observation = false;          // too little, and no alarm sign is in doubt or seen
};

// da: alvorstegn, set
struct RaisedAlarm {
    SignId sign;
    TrackId track;
    LevelIndex floor = 0;
    CertaintyId certainty;  // abuse track only
};

// A change of one answer. Steps: one for another presence or for answering a
// scale, else the number of steps on the scale.
struct Change {
    SignId sign;
    bool of_presence = false;            // else of `scale`
    Presence presence = Presence::seen;  // the new one: seen or not_seen
    ScaleKind scale = ScaleKind::frequency;
    std::size_t step = 0;   // the new one
    std::size_t steps = 0;  // how far the answer moves
};

// The span of concern levels that the answers support, widest where least is
// known. `lowest` and `highest` are positions in content.levels, 0-based. An
// alarm fixes `lowest` at its floor whatever else was answered.
struct Indication {
    LevelIndex lowest = 0;
    LevelIndex highest = 0;
    std::vector<Reason> reasons;  // alarms, then what counts most; never empty
    Basis basis;
    std::vector<RaisedAlarm> alarms;                     // in the order of the signs
    std::vector<TrackId> tracks;                         // open, in the order of Track::order
    std::vector<SignId> unsure_alarms;                   // answered "ved ikke endnu"
    bool discuss_today = false;                          // da: drøft det i dag; an alarm sign is in doubt
    std::vector<ProtectiveFactorId> protective_factors;  // all that were ticked, in the order of the content
    bool protective_lowered = false;
    std::optional<Change> moves_up;  // smallest change that moves the span up; none when an alarm is seen
    std::optional<Change> moves_down;
    long strength_low = 0;  // behind the two ends, for tests; never shown
    long strength_high = 0;
};

Indication indicate(const Content& content, const Case& subject);

// The signs asked about: by age group, role and age in months, in the order of
// the dimensions, then of the content.
std::vector<const Sign*> shown_signs(const Content& content, const Case& subject);

// Completed months, corrected for early birth under two years; empty when the
// age in months was not given.
std::optional<int> months_for_signs(const Case& subject);

// The answer, or the answer "not answered" when there is none.
const Observation& observation_of(const Case& subject, const SignId& sign);

}  // namespace core
