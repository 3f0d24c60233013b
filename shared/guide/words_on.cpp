#include "guide/words_on.hpp"

#include "base/day.hpp"
#include "base/text.hpp"

namespace core {
namespace {

// Does the step belong to a track that itself closes the way to the parents?
bool is_of_closed_track(const Content& content, const PathwayStep& step) {
    for (const TrackId& id : step.tracks) {
        const Track* track = find_track(content, id);
        if (track != nullptr && track->parents_contact == ParentContact::closed) return true;
    }
    return false;
}

}  // namespace

std::string words_on_check(const Content& content, const Contact& contact, const std::string& today) {
    constexpr int days_trusted = 365;
    const std::optional<int> checked = day_number(contact.checked);
    if (!checked) return content.texts[Text::contact_never_checked];
    const std::optional<int> now = day_number(today);
    const bool is_stale = now && *now - *checked > days_trusted;
    return fill(content.texts[is_stale ? Text::contact_stale : Text::contact_checked],
                {{"date", written_date(contact.checked)}});
}

const std::string& words_on_parents(const Content& content, const PathwayStep& step, ParentContact parents) {
    const bool overruled = parents == ParentContact::closed && !is_of_closed_track(content, step);
    return overruled && !step.parents.empty() ? content.texts[Text::step_parents_closed] : step.parents;
}

}  // namespace core
