// retention.hpp -- how long a draft stays on the device, and whether the clock is to be believed.
//
// A draft stays for `days` after its last change (GDPR art. 5(1)(e)). A clock that jumps must not remove anything: a day
// has passed when two starts, one after the other and on two different days, both say so (ADR 0004).
// Knows: base. Never: removes; reads a clock.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "keeping/store.hpp"

namespace core {

inline constexpr int least_days_kept = 7;
inline constexpr int most_days_kept = 90;
inline constexpr int longest_usual_gap = 14;      // days without a start; a longer one may be a wrong clock
inline constexpr int days_for_a_lost_clock = 45;  // kept so much longer where nobody knows how late it is
// A draft whose own day cannot be read goes so many days after that was noticed: a device that is used every day
// notices before the day that was promised, and nothing stays for more than 14 days after it (safekeeping.md, E10).
inline constexpr int unread_days_kept = 12;

struct RetentionRuling {
    std::vector<DraftId> remove;
    SeenDays days;                  // to be remembered
    bool is_clock_doubted = false;  // by a clock that has gone far ahead drafts are past their day; they stay
};

// `today` as the clock says; a date that cannot be read removes nothing.
RetentionRuling rule_on(const std::vector<KeptDraft>& drafts, const SeenDays& days, std::string_view today);

// The day the draft goes: its own, or counted from when that could not be read. Empty: not known yet.
std::string day_of_removal(const KeptDraft& draft, const SeenDays& days);

// The day a draft changed today goes. Empty without a day.
std::string expires_after(std::string_view today, int days);

// The day from which something that changes now is kept: `today`, unless the clock stands before the day two starts have
// `seen` or the page was `opened` on last. Then nobody knows how late it is, and what is written must not go as soon as
// the clock is put right.
std::string day_of_change(std::string_view today, std::string_view seen, std::string_view opened);

// Days from `today` until the draft goes; 0 today or before.
int days_left(std::string_view today, std::string_view expires);

}  // namespace core
