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
    std::optional<int> day = day_number(days.seen);  // none: no two starts have agreed on any
    // A clock set back takes no day away.
    if (before && *before != *now) day = std::max(day.value_or(std::min(*now, *before)), std::min(*now, *before));
    const int latest = std::max(*now, day.value_or(*now));
    ruling.days.unread.clear();
    for (const KeptDraft& draft : drafts) {
        if (!day_number(draft.expires) && is_valid_id(draft.draft))
            ruling.days.unread[draft.draft] = iso_date(noticed_on(draft.draft, days, latest));
        const std::optional<int> expires = day_number(day_of_removal(draft, ruling.days));
        if (!expires || !day) continue;
        const int opened =
            before && *before < *now ? std::max(*day, *before) : *day;  // the last time, for all that is known
        if (*expires < *day)
            ruling.remove.push_back(draft.draft);
        else if (*expires<*now&& * now> opened + longest_usual_gap)
            ruling.is_clock_doubted = true;
    }
    ruling.days.seen = day ? iso_date(*day) : std::string{};
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

std::string day_of_change(std::string_view today, std::string_view seen, std::string_view opened) {
    const std::optional<int> now = day_number(today);
    const std::optional<int> agreed = day_number(seen);
    const std::optional<int> other = day_number(opened);
    if (!now) return std::string{today};
    std::optional<int> latest = agreed;
    // One that is much further ahead was a wrong clock.
    if (other && (!agreed || *other <= *agreed + days_for_a_lost_clock))
        latest = std::max(latest.value_or(*other), *other);
    if (!latest || *now >= *latest) return std::string{today};
    // Who travels west has yesterday again; that is no wrong clock.
    return iso_date(!agreed || *now >= *agreed - 1 ? *latest : *latest + days_for_a_lost_clock);
}

int days_left(std::string_view today, std::string_view expires) {
    const std::optional<int> now = day_number(today);
    const std::optional<int> end = day_number(expires);
    return now && end ? std::max(0, *end - *now) : 0;
}

}  // namespace core
