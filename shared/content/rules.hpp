// rules.hpp -- the rules behind the indicator, as data.
//
// One rule per kind; each has an id (R01 …), a title and a reason that people
// may read. The numbers are steps and shares of our own, never meant for a
// screen; docs/content-guide.md explains them to authors.
// Knows: base. Never: how they are applied (see assessment/indicate.hpp).

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "content/review.hpp"

namespace core {

// The closed set of kinds; the names are those in rules.json.
enum class RuleKind {
    weight,     // how much a sign counts by its weight
    frequency,  // what each step of a scale adds
    severity,
    duration,
    trend,
    where,       // everywhere counts alike; says which steps are told by others
    many_light,  // many light signs of one dimension saturate
    breadth,     // signs in several dimensions
    margin,      // the room words leave upwards
    unknown,     // what is not answered, and what one does not know yet
    thresholds,  // from which strength the next level begins
    protective,  // when protective factors move the lower end
    alarm,       // an alarm's floor holds whatever else was answered
    too_little,  // when to say that too little is known
    what_moves,  // what "hvad kan ændre billedet" never names
};
inline constexpr std::size_t rule_kind_count = 15;

// What people may read about one rule.
struct RuleNote {
    std::string id;  // "R01"
    std::string title;
    std::string why;
    Review review;
};

// What the steps of one worded scale add, lowest step first, never falling.
// While it is not answered it adds from steps[0] to steps[middling].
struct ScaleRule {
    std::vector<int> steps;
    std::size_t middling = 0;
};

struct Rules {
    RuleNote notes[rule_kind_count];  // by RuleKind
    int light = 1;                    // never falling: light, clear, grave
    int clear = 1;
    int grave = 1;
    int present = 1;                           // what a sign adds by being seen at all
    ScaleRule scales[4];                       // by ScaleKind: frequency, severity, duration, trend
    int developmental = 0;                     // stands for the frequency of developmental signs
    std::vector<std::size_t> told_by_parents;  // steps of "hvor ses det"
    std::vector<std::size_t> told_by_others;
    std::vector<std::size_t> several_places;
    std::vector<int> light_quarters{4};    // strongest first; the last repeats; never growing
    std::vector<int> breadth{0};           // by number of dimensions; the last repeats; never falling
    int margin_quarters = 4;               // at the high end, 4 = no room
    int not_answered = 0;                  // at the high end only
    std::vector<int> thresholds;           // rising; evenly spread over the levels
    std::size_t protective_at_least = 1;   // so many factors move the lower end, where allowed
    std::size_t widest = 2;                // a wider span means that too little is known
    std::size_t fewest_known = 1;          // with nothing seen and fewer answers, too little is known
    std::size_t longest_list = 3;          // so many signs are named one by one
    std::vector<std::string> never_named;  // dimension ids

    const RuleNote& note(RuleKind kind) const { return notes[static_cast<std::size_t>(kind)]; }
};

// The name of a kind in rules.json.
const char* name_of(RuleKind kind);

}  // namespace core
