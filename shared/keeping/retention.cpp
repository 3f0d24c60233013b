#include "keeping/retention.hpp"

#include <algorithm>

#include "base/day.hpp"
#include "base/id.hpp"

namespace core {
namespace {

// The day on which its own could not be read for the first time: `today`, unless one is remembered.
int noticed_on(const DraftId& draft, const SeenDays& days, int today) {
    const auto found = days.unread.find(draft);
    const std::optional<int> noticed = found == days.unread.end() ? std::nullopt : day_number(found->second);
    return std::min(noticed.value_or(today), today);
}

}  // namespace

RetentionRuling rule_on(const std::vector<KeptDraft>& drafts, const SeenDays& days, std::string_view today) {
    RetentionRuling ruling{{}, days, false};
    const std::optional<int> now = day_number(today);
    if (!now) return ruling;
    const std::optional<int> before = day_number(days.before);
    // The first day of all is believed: there is nothing yet that could go. A clock set back takes no day away.
    int day = day_number(days.seen).value_or(*now);
    if (before && *before != *now) day = std::max(day, std::min(*now, *before));
    const int last = before && *before < *now ? std::max(day, *before) : day;  // day the page was opened on
    ruling.days.unread.clear();
    for (const KeptDraft& draft : drafts) {
        if (!day_number(draft.expires) && is_valid_id(draft.draft))
            ruling.days.unread[draft.draft] = iso_date(noticed_on(draft.draft, days, day));
        const std::optional<int> expires = day_number(day_of_removal(draft, ruling.days));
        if (!expires) continue;
        if (*expires <= day)
            ruling.remove.push_back(draft.draft);
        else if (*expires <= *now && *now > last + longest_usual_gap)
            ruling.is_clock_doubted = true;
    }
    ruling.days.seen = iso_date(day);
    ruling.days.before = std::string{today};
    return ruling;
}

std::string day_of_removal(const KeptDraft& draft, const SeenDays& days) {
    if (day_number(draft.expires)) return draft.expires;
    const auto found = days.unread.find(draft.draft);
    const std::optional<int> noticed = found == days.unread.end() ? std::nullopt : day_number(found->second);
    return noticed ? iso_date(*noticed + unread_days_kept) : std::string{};
}

std::string expires_after(std::string_view today, int days) {
    const std::optional<int> now = day_number(today);
    return now ? iso_date(*now + std::clamp(days, least_days_kept, most_days_kept)) : std::string{};
}

std::string day_of_change(std::string_view today, std::string_view seen) {
    const std::optional<int> now = day_number(today);
    const std::optional<int> last = day_number(seen);
    if (!now || !last || *now >= *last) return std::string{today};
    // Who travels west has yesterday again; that is no wrong clock.
    return iso_date(*last - *now <= 1 ? *last : *last + days_for_a_lost_clock);
}

int days_left(std::string_view today, std::string_view expires) {
    const std::optional<int> now = day_number(today);
    const std::optional<int> end = day_number(expires);
    return now && end ? std::max(0, *end - *now) : 0;
}

}  // namespace core
