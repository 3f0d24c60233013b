// route.hpp -- the way through a case: what follows what, and what is still
// missing before a place can be opened.
//
// Pure and computed each time; nothing about the way is kept but the place.
// Knows: content, session, assessment, guide, document. Never: moves anybody (navigate.cpp does).

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/recipient.hpp"
#include "session/session.hpp"

namespace core {

// The disclosure that holds the sign search; closed, it forgets what was sought.
inline constexpr std::string_view search_disclosure = "search";

// What must be there before a place can be opened.
// closing: a self-assessment is open, and one thing is open at a time.
enum class Missing { nothing, age, months, role, born, judgement, parent_talk, area, recipient, closing };

Missing missing_for(const Content& content, const Session& session, const Place& place);

// `wanted` itself when nothing is missing, else the first place that mends it.
Place reachable_place(const Content& content, const Session& session, const Place& wanted);

// Where the primary button leads, and where "Tilbage" leads without a trail.
Place place_after(const Content& content, const Session& session);
Place place_before(const Content& content, const Session& session);

// Does the age in months stand, where the age group asks for it?
bool has_age(const Content& content, const Case& subject);
// A role that meets the child's age.
bool has_role(const Content& content, const Case& subject);
// Is an alarm sign seen? Cheaper than indicate(), and never another answer.
bool has_open_alarm(const Content& content, const Case& subject);
bool is_unborn(const Content& content, const Case& subject);
// Has anything been said about this child, and is no self-assessment open?
bool is_empty(const Case& subject);

// Where what is open is met: the overview of the case, or the self-assessment.
Place open_place(const Case& subject);

// Early birth is asked for under two years.
bool asks_weeks_early(const Content& content, const Case& subject);

// Whole numbers in [lowest, highest]; spaces around are forgiven.
std::optional<int> read_whole_number(std::string_view text, int lowest, int highest);
inline constexpr int most_weeks_early = 18;

// Packs without which the present place cannot be shown, and those worth
// asking for as soon as the age is known.
std::vector<std::string> packs_needed(const Content& content, const Session& session);
std::vector<std::string> packs_wanted_soon(const Content& content, const Session& session);

// The recipient by its name in a Place and in an address (slug_of).
std::optional<Recipient> find_recipient(std::string_view part);

}  // namespace core
