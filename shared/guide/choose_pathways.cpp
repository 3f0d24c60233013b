#include "guide/choose_pathways.hpp"

#include <algorithm>

#include "base/sort.hpp"

namespace core {
namespace {

// The stricter of two: closed before agree_first before open.
ParentContact stricter(ParentContact left, ParentContact right) {
    return static_cast<int>(left) > static_cast<int>(right) ? left : right;
}

bool asks_suspect(const Content& content, const TrackId& id) {
    const Track* track = find_track(content, id);
    return track != nullptr && track->asks_suspect;
}

// Nobody named yet is "unknown": closed, unless the content says otherwise.
ParentContact contact_of_suspect(const Content& content, const SuspectId& id) {
    const Suspect* suspect = find_suspect(content, id);
    return suspect == nullptr ? ParentContact::closed : suspect->parents;
}

ParentContact contact_of_track(const Content& content, const Case& subject, const TrackId& id) {
    const Track* track = find_track(content, id);
    if (track == nullptr) return ParentContact::closed;
    return track->asks_suspect ? contact_of_suspect(content, subject.suspect) : track->parents_contact;
}

template <class Item>
bool is_among(const std::vector<Item>& items, const Item& wanted) {
    return std::find(items.begin(), items.end(), wanted) != items.end();
}

template <class Item>
bool fits(const std::vector<Item>& items, const Item& wanted) {
    return items.empty() || is_among(items, wanted);
}

bool fits_role(const Content& content, const std::vector<std::string>& for_roles, const RoleId& id) {
    const Role* role = find_role(content, id);
    return for_roles.empty() || (role != nullptr && is_for_role(for_roles, *role));
}

// The dimensions in which a sign that is asked about is seen.
std::vector<DimensionId> seen_dimensions(const Content& content, const Case& subject) {
    std::vector<DimensionId> seen;
    for (const Sign* sign : shown_signs(content, subject)) {
        if (observation_of(subject, sign->id).presence != Presence::seen) continue;
        if (!is_among(seen, sign->dimension)) seen.push_back(sign->dimension);
    }
    return seen;
}

bool fits_dimensions(const std::vector<DimensionId>& wanted, const std::vector<DimensionId>& seen) {
    if (wanted.empty()) return true;
    return std::any_of(wanted.begin(), wanted.end(), [&seen](const DimensionId& id) { return is_among(seen, id); });
}

// Where steps name a suspect, nobody named yet means those for "unknown": the
// strictest suspects there are.
bool fits_suspect(const Content& content, const PathwayStep& step, const Case& subject) {
    if (step.suspects.empty()) return true;
    if (find_suspect(content, subject.suspect) != nullptr) return is_among(step.suspects, subject.suspect);
    return std::any_of(step.suspects.begin(), step.suspects.end(), [&content](const SuspectId& id) {
        return contact_of_suspect(content, id) == ParentContact::closed;
    });
}

// Which of the open tracks a step belongs to: the first of them.
std::size_t track_of(const PathwayStep& step, const std::vector<TrackId>& open) {
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (is_among(step.tracks, open[i])) return i;
    }
    return open.size();
}

class Chooser {
public:
    Chooser(const Content& content, const Case& subject, const Indication& indication)
        : content_(content), subject_(subject), indication_(indication), seen_(seen_dimensions(content, subject)),
          parents_(parent_contact(content, subject, indication)) {}

    Pathway at_level(LevelIndex level) const {
        Pathway pathway{{}, parents_, indication_.discuss_today};
        if (content_.levels.empty()) return pathway;
        const ConcernLevel& marked = content_.levels[std::min(level, content_.levels.size() - 1)];
        for (const PathwayStep& step : content_.steps) {
            if (!step.tracks.empty() || !fits(step.levels, marked.id) || !fits_case(step)) continue;
            // While an abuse sign is in doubt nobody talks with the parents
            // before it has been discussed.
            if (step.contacts_parents && parents_ != ParentContact::open) continue;
            pathway.steps.push_back(&step);
        }
        const bool notify_first = marked.considers_notification;
        sort_short(pathway.steps, [&](const PathwayStep* left, const PathwayStep* right) {
            const bool left_first = notify_first && left->kind == StepKind::notify;
            const bool right_first = notify_first && right->kind == StepKind::notify;
            if (left_first != right_first) return left_first;
            return left->order < right->order;
        });
        return pathway;
    }

    Pathway for_tracks() const {
        Pathway pathway{{}, parents_, indication_.discuss_today};
        const std::vector<TrackId>& open = indication_.tracks;
        for (const PathwayStep& step : content_.steps) {
            const std::size_t track = track_of(step, open);
            if (track == open.size() || !fits_case(step)) continue;
            if (step.contacts_parents && parents_ == ParentContact::closed) continue;
            if (!step.levels.empty() && !fits_floor(step)) continue;
            if (asks_suspect(content_, open[track]) && !fits_suspicion(step)) continue;
            pathway.steps.push_back(&step);
        }
        sort_short(pathway.steps, [&open](const PathwayStep* left, const PathwayStep* right) {
            const std::size_t left_track = track_of(*left, open);
            const std::size_t right_track = track_of(*right, open);
            return left_track != right_track ? left_track < right_track : left->order < right->order;
        });
        return pathway;
    }

private:
    bool fits_case(const PathwayStep& step) const {
        return fits(step.ages, subject_.age) && fits_role(content_, step.for_roles, subject_.role) &&
               fits_dimensions(step.dimensions, seen_);
    }

    bool fits_floor(const PathwayStep& step) const {
        return indication_.lowest < content_.levels.size() &&
               is_among(step.levels, content_.levels[indication_.lowest].id);
    }

    bool fits_suspicion(const PathwayStep& step) const {
        return fits_suspect(content_, step, subject_) &&
               fits(step.certainties, certainty_for_steps(content_, subject_, indication_));
    }

    const Content& content_;
    const Case& subject_;
    const Indication& indication_;
    std::vector<DimensionId> seen_;
    ParentContact parents_;
};

bool fits_parents(WhenParentsClosed when, ParentContact contact) {
    if (when == WhenParentsClosed::keep) return true;
    return (contact == ParentContact::closed) == (when == WhenParentsClosed::only_then);
}

}  // namespace

LevelIndex level_for_steps(const Case& subject, const Indication& indication) {
    return subject.judgement ? subject.judgement->level : indication.highest;
}

ParentContact parent_contact(const Content& content, const Case& subject) {
    return parent_contact(content, subject, indicate(content, subject));
}

ParentContact parent_contact(const Content& content, const Case& subject, const Indication& indication) {
    ParentContact contact = ParentContact::open;
    for (const TrackId& track : indication.tracks)
        contact = stricter(contact, contact_of_track(content, subject, track));
    for (const SignId& id : indication.unsure_alarms) {
        const Sign* sign = find_sign(content, id);
        if (sign == nullptr || !sign->alarm) continue;
        // Doubt is not the wrong silence either: it asks to agree first.
        if (contact_of_track(content, subject, sign->alarm->track) == ParentContact::closed) {
            contact = stricter(contact, ParentContact::agree_first);
        }
    }
    return contact;
}

CertaintyId certainty_for_steps(const Content& content, const Case& subject, const Indication& indication) {
    const auto rank_of = [&content](const CertaintyId& id) {
        for (std::size_t i = 0; i < content.certainties.size(); ++i) {
            if (content.certainties[i].id == id) return i + 1;
        }
        return std::size_t{0};
    };
    std::size_t rank = 0;
    for (const RaisedAlarm& alarm : indication.alarms) {
        if (!asks_suspect(content, alarm.track)) continue;
        rank = std::max({rank, rank_of(alarm.certainty), rank_of(subject.certainty)});
    }
    return rank == 0 ? CertaintyId{} : content.certainties[rank - 1].id;
}

Pathway choose_pathway(const Content& content, const Case& subject, LevelIndex level) {
    return choose_pathway(content, subject, indicate(content, subject), level);
}

Pathway choose_pathway(const Content& content, const Case& subject, const Indication& indication, LevelIndex level) {
    const Chooser chooser(content, subject, indication);
    return indication.alarms.empty() ? chooser.at_level(level) : chooser.for_tracks();
}

std::vector<const ReflectionQuestion*> shown_reflections(const Content& content, const Case& subject) {
    return shown_reflections(content, subject, indicate(content, subject));
}

std::vector<const ReflectionQuestion*> shown_reflections(const Content& content, const Case& subject,
                                                         const Indication& indication) {
    const ParentContact contact = parent_contact(content, subject, indication);
    const std::vector<DimensionId> seen = seen_dimensions(content, subject);
    std::vector<const ReflectionQuestion*> shown;
    for (const ReflectionQuestion& question : content.reflections) {
        const bool asked = question.always || fits_dimensions(question.dimensions, seen);
        if (!asked || !fits(question.ages, subject.age) || !fits_role(content, question.for_roles, subject.role))
            continue;
        if (fits_parents(question.when_parents_closed, contact)) shown.push_back(&question);
    }
    return shown;
}

}  // namespace core
