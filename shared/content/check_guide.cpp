#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/day.hpp"
#include "content/check_parts.hpp"

namespace core {
namespace {

bool is_for(const PathwayStep& step, const Role& role, const AgeGroupId& age) {
    return is_for_role(step.for_roles, role) && is_open_to(step.ages, age);
}

// A step that needs a sign in some dimension is no promise to everyone.
bool is_promised(const PathwayStep& step) { return step.dimensions.empty(); }

// A role with one of the ages it meets.
struct Meeting {
    const Role* role = nullptr;
    const AgeGroup* age = nullptr;
};

std::vector<Meeting> meetings_of(const Content& content) {
    std::vector<Meeting> meetings;
    for (const Role& role : content.roles) {
        for (const AgeGroup& age : content.ages) {
            if (!age.unborn && meets_age(role, age.id)) meetings.push_back({&role, &age});
        }
    }
    return meetings;
}

// Where something is missing: the first place in words, the others counted.
class Places {
public:
    void add(const Meeting& meeting) {
        if (count_++ == 0) first_ = meeting;
    }
    [[nodiscard]] bool any() const { return count_ > 0; }
    [[nodiscard]] std::string words() const {
        std::string words = "rollen " + in_quotes(first_.role->name) + " med alderen " + in_quotes(first_.age->name);
        if (count_ == 2) words += " og 1 sted til";
        if (count_ > 2) words += " og " + std::to_string(count_ - 1) + " steder til";
        return words;
    }

private:
    Meeting first_;
    std::size_t count_ = 0;
};

const PathwayStep* first_step(const Content& content, const Meeting& meeting, const ConcernLevel& level) {
    const PathwayStep* first = nullptr;
    for (const PathwayStep& step : content.steps) {
        if (!step.tracks.empty() || !is_promised(step)) continue;
        if (!is_for(step, *meeting.role, meeting.age->id) || !is_open_to(step.levels, level.id)) continue;
        if (first == nullptr || step.order < first->order) first = &step;
    }
    return first;
}

void check_level(const Content& content, const std::vector<Meeting>& meetings, const ConcernLevel& level,
                 Findings& findings) {
    Places without_step;
    std::map<std::size_t, Places> begins_wrong;  // by position in content.steps
    for (const Meeting& meeting : meetings) {
        const PathwayStep* first = first_step(content, meeting, level);
        if (first == nullptr) {
            without_step.add(meeting);
            continue;
        }
        const bool decides = first->kind == StepKind::notify || first->kind == StepKind::call;
        if (level.considers_notification && !decides)
            begins_wrong[static_cast<std::size_t>(first - content.steps.data())].add(meeting);
    }
    if (without_step.any()) {
        findings.error("levels", level.id.value, "",
                       "Niveauet " + in_quotes(level.name) + " har intet næste trin for " + without_step.words() + ".",
                       "Skriv et trin i guide/steps.json, der gælder her.");
    }
    for (const auto& [position, places] : begins_wrong) {
        const PathwayStep& step = content.steps[position];
        findings.error("steps", step.id.value, "order",
                       "Niveauet " + in_quotes(level.name) + " begynder med " + in_quotes(step.title) + " for " +
                           places.words() +
                           ", men første trin skal være at tage stilling til underretning eller ringe.",
                       "Giv et trin af typen »notify« eller »call« det laveste »order«.");
    }
}

// A track as it looks once it is known whom the suspicion is against and how certain it is.
struct OpenTrack {
    const Track* track = nullptr;
    const Suspect* suspect = nullptr;  // null where the track does not ask
    const Certainty* certainty = nullptr;
};

std::vector<OpenTrack> open_tracks(const Content& content) {
    std::vector<OpenTrack> open;
    for (const Track& track : content.tracks) {
        if (!track.asks_suspect) {
            open.push_back({&track, nullptr, nullptr});
            continue;
        }
        for (const Suspect& suspect : content.suspects) {
            for (const Certainty& certainty : content.certainties) open.push_back({&track, &suspect, &certainty});
        }
    }
    return open;
}

bool belongs_to(const PathwayStep& step, const OpenTrack& open) {
    if (!holds(step.tracks, open.track->id)) return false;
    if (open.suspect != nullptr && !is_open_to(step.suspects, open.suspect->id)) return false;
    return open.certainty == nullptr || is_open_to(step.certainties, open.certainty->id);
}

std::string name_of(const OpenTrack& open) {
    std::string name = in_quotes(open.track->name);
    if (open.suspect != nullptr)
        name += ", " + in_quotes(open.suspect->label) + ", " + in_quotes(open.certainty->label);
    return name;
}

void check_track(const Content& content, const std::vector<Meeting>& meetings, const OpenTrack& open,
                 Findings& findings) {
    Places without_step;
    Places without_call;
    for (const Meeting& meeting : meetings) {
        bool any = false;
        bool calls = false;
        for (const PathwayStep& step : content.steps) {
            if (!belongs_to(step, open) || !is_promised(step) || !is_for(step, *meeting.role, meeting.age->id))
                continue;
            any = true;
            calls = calls || step.kind == StepKind::notify || step.kind == StepKind::call;
        }
        if (!any) without_step.add(meeting);
        if (any && !calls) without_call.add(meeting);
    }
    if (without_step.any()) {
        findings.error("tracks", open.track->id.value, "",
                       "Sporet " + name_of(open) + " har intet trin for " + without_step.words() + ".",
                       "Skriv et trin i guide/steps.json, der gælder her.");
    }
    if (without_call.any()) {
        findings.error("tracks", open.track->id.value, "",
                       "Sporet " + name_of(open) + " har intet trin om at ringe eller underrette for " +
                           without_call.words() + ".",
                       "Skriv et trin af typen »call« eller »notify«, der gælder her.");
    }
}

// The way to the parents stays closed wherever a step could open it.
void check_closed_parents(const Content& content, const std::vector<OpenTrack>& tracks, Findings& findings) {
    for (const PathwayStep& step : content.steps) {
        if (!step.contacts_parents) continue;
        for (const OpenTrack& open : tracks) {
            const ParentContact parents = open.suspect == nullptr ? open.track->parents_contact : open.suspect->parents;
            if (parents != ParentContact::closed || !belongs_to(step, open)) continue;
            findings.error("steps", step.id.value, "contacts_parents",
                           "Trinnet " + in_quotes(step.title) + " går til forældrene, men det er lukket i sporet " +
                               name_of(open) + ".",
                           "Tag sporet eller svaret ud af trinnet, eller sæt »contacts_parents« til false, hvis det "
                           "ikke rører forældrene.");
            break;  // one way in is enough to tell
        }
    }
}

bool asks_suspect(const Content& content, const PathwayStep& step) {
    return std::any_of(content.tracks.begin(), content.tracks.end(),
                       [&](const Track& track) { return track.asks_suspect && holds(step.tracks, track.id); });
}

void check_steps_are_reached(const Content& content, Findings& findings) {
    for (const PathwayStep& step : content.steps) {
        const bool reached = std::any_of(content.roles.begin(), content.roles.end(), [&](const Role& role) {
            return std::any_of(role.ages.begin(), role.ages.end(),
                               [&](const AgeGroupId& age) { return is_for(step, role, age); });
        });
        if (!reached) {
            findings.error("steps", step.id.value, "",
                           "Trinnet " + in_quotes(step.title) + " kan aldrig vises: ingen rolle møder alderen.",
                           "Ret »for_roles« eller »ages«.");
        }
        if ((!step.suspects.empty() || !step.certainties.empty()) && !asks_suspect(content, step)) {
            findings.error("steps", step.id.value, step.suspects.empty() ? "certainties" : "suspects",
                           "Trinnet " + in_quotes(step.title) + " afhænger af en mistanke, som sporet ikke spørger om.",
                           "Tøm »suspects« og »certainties«, eller skriv et spor, der spørger.");
        }
    }
}

void check_pages(const Content& content, Findings& findings) {
    constexpr std::array<std::string_view, 4> shown = {"about", "accessibility", "help", "unborn"};
    for (const std::string_view id : shown) {
        if (find_page(content, std::string(id)) != nullptr) continue;
        findings.error_in_kind("guide/pages", "Siden " + in_quotes(id) + " mangler.", "Skriv den i guide/pages.json.");
    }
    for (const Page& page : content.pages) {
        if (std::find(shown.begin(), shown.end(), page.id) == shown.end()) {
            findings.error(
                "pages", page.id, "id", "Siden " + in_quotes(page.id) + " kan ikke nås: intet sted fører til den.",
                "Brug et af de id'er, Linealen viser: about, accessibility, help, unborn. Eller slet siden.");
        }
        if (page.blocks.empty()) {
            findings.error("pages", page.id, "blocks", "Siden " + in_quotes(page.title) + " er tom.",
                           "Skriv mindst ét afsnit.");
        }
    }
}

void check_contacts(const Content& content, Findings& findings, const CheckOptions& options) {
    for (const Contact& contact : content.contacts) {
        if (!contact.checked.empty() && !day_number(contact.checked)) {
            findings.error("contacts", contact.id.value, "checked",
                           "Datoen " + in_quotes(contact.checked) + " kan ikke læses.",
                           "Skriv »checked« som 2026-11-22, eller lad den stå tom.");
        }
        if (!contact.placeholder) {
            // Some are found without a number: one's own leader, the child's own doctor.
            const bool is_explained = contact.without_number && !contact.note.empty();
            if (contact.phone.empty() && !is_explained) {
                findings.error("contacts", contact.id.value, "phone",
                               "Kontakten " + in_quotes(contact.name) + " har intet nummer.",
                               "Skriv det i »phone«. Har den aldrig et, så sæt »without_number« til true, og skriv i "
                               "»note«, hvordan man finder den.");
            }
            continue;
        }
        const std::string what = "Kontakten " + in_quotes(contact.name) + " er ikke klar til brug.";
        const std::string cure = "Skriv kommunens nummer og åbningstid, og sæt »placeholder« til false.";
        if (options.municipality) findings.error("contacts", contact.id.value, "placeholder", what, cure);
        if (!options.municipality) findings.warning("contacts", contact.id.value, "placeholder", what, cure);
    }
    if (!content.settings.municipality.empty()) return;
    const std::string what = "Kommunens navn er ikke sat.";
    const std::string cure = "Skriv det i »municipality« i lineal/settings.json.";
    if (options.municipality) findings.error_in_kind("lineal/settings", what, cure);
    if (!options.municipality) findings.warning_in_kind("lineal/settings", what, cure);
}

}  // namespace

void check_guide(const Content& content, Findings& findings, const CheckOptions& options) {
    const std::vector<OpenTrack> tracks = open_tracks(content);
    const std::vector<Meeting> meetings = meetings_of(content);
    for (const ConcernLevel& level : content.levels) check_level(content, meetings, level, findings);
    for (const OpenTrack& open : tracks) check_track(content, meetings, open, findings);
    check_closed_parents(content, tracks, findings);
    check_steps_are_reached(content, findings);
    check_pages(content, findings);
    check_contacts(content, findings, options);
}

}  // namespace core
