// Handleveje without a case: levels, tracks and their steps.

#include <algorithm>

#include "guide/choose_pathways.hpp"
#include "guide/steps_of.hpp"
#include "guide/words_on.hpp"
#include "view/screens/screens.hpp"
#include "view/term_marks.hpp"

namespace core {

// What is looked up in the middle of a case must not say otherwise than the case does.
ParentContact add_way_to_parents(const Scene& scene, Elements& to) {
    const ParentContact contact = parent_contact(scene.content, scene.subject());
    if (contact == ParentContact::closed) add_parents_closed(scene, to);
    return contact;
}

// Without a case nobody knows whether there is a suspicion.
void add_other_steps(const Scene& scene, Elements& to) {
    Elements children;
    children.push_back(paragraph("other-steps-text", scene.say(Text::ways_other_steps)));
    children.push_back(link("other-steps-link", scene.say(Text::ways_tracks), LinkKind::plain, Place{Screen::ways, {}},
                            "tracks-title"));
    to.push_back(group("other-steps", GroupKind::notice, std::move(children)));
}

namespace {

// "En forælder eller en anden i hjemmet, Mistanke": of whom and how certain; nothing when that does not matter.
std::string when_it_holds(const Content& content, const PathwayStep& step) {
    std::vector<std::string> labels;
    for (const Suspect& suspect : content.suspects)
        if (std::find(step.suspects.begin(), step.suspects.end(), suspect.id) != step.suspects.end())
            labels.push_back(suspect.label);
    for (const Certainty& certainty : content.certainties)
        if (std::find(step.certainties.begin(), step.certainties.end(), certainty.id) != step.certainties.end())
            labels.push_back(certainty.label);
    return joined(labels, " · ");
}

void add_steps(const Scene& scene, const std::vector<const PathwayStep*>& steps, Elements& to) {
    if (steps.empty()) return;
    to.push_back(heading("steps-title", 2, scene.say(Text::ways_steps)));
    to.push_back(paragraph("steps-lead", scene.say(Text::ways_steps_lead)));
    for (const PathwayStep* step : steps) {
        Elements children;
        children.push_back(
            link("step-" + step->id.value, step->title, LinkKind::plain, Place{Screen::step, step->id.value}));
        std::get_if<Link>(&children.back().body)->description = when_it_holds(scene.content, *step);
        const std::string when = step->by_when.empty() ? step->who : step->who + " · " + step->by_when;
        children.push_back(paragraph("step-" + step->id.value + "-who", when, ParagraphTone::muted));
        const std::string holds = when_it_holds(scene.content, *step);
        if (!holds.empty())
            children.push_back(paragraph("step-" + step->id.value + "-if",
                                         scene.say(Text::step_holds, {{"when", holds}}), ParagraphTone::small_muted));
        to.push_back(group("step-" + step->id.value + "-card", GroupKind::card, std::move(children)));
    }
}

// Fewer steps: those of one's own role, at the child's age.
void add_by_role(const Scene& scene, Elements& to) {
    to.push_back(link("by-role", scene.say(Text::ways_by_role), LinkKind::plain, Place{Screen::roles, {}}));
}

}  // namespace

void describe_ways(const Scene& scene, Elements& to) {
    to.push_back(paragraph("lead", scene.say(Text::ways_line), ParagraphTone::lead));
    to.push_back(heading("levels-title", 2, scene.say(Text::ways_levels)));
    for (const ConcernLevel& level : scene.content.levels)
        to.push_back(
            describe_entry("level-" + level.id.value, level.name, level.meaning, Place{Screen::level, level.id.value}));
    to.push_back(heading("tracks-title", 2, scene.say(Text::ways_tracks)));
    for (const Track& track : scene.content.tracks)
        to.push_back(
            describe_entry("track-" + track.id.value, track.name, track.summary, Place{Screen::track, track.id.value}));
    to.push_back(link("to-roles", scene.say(Text::roles_title), LinkKind::plain, Place{Screen::roles, {}}));
    add_duty(scene, to);
}

void describe_level(const Scene& scene, Elements& to) {
    const std::optional<LevelIndex> at = find_level(scene.content, LevelId{scene.session.place.part});
    if (!at) return add_unknown(scene, to);
    const ConcernLevel& level = scene.content.levels[*at];
    to.push_back(rich_paragraph("lead", TermMarks(scene.content.knowledge).mark(level.meaning), ParagraphTone::lead));
    add_way_to_parents(scene, to);
    add_other_steps(scene, to);
    add_duty(scene, to);  // at the lowest too: no level takes it away
    add_steps(scene, steps_of(scene.content, level), to);
    add_by_role(scene, to);
    add_paper(scene, to);
}

void describe_track(const Scene& scene, Elements& to) {
    const Track* track = find_track(scene.content, TrackId{scene.session.place.part});
    if (track == nullptr) return add_unknown(scene, to);
    add_way_to_parents(scene, to);
    TermMarks terms(scene.content.knowledge);
    to.push_back(rich_paragraph("lead", terms.mark(track->summary), ParagraphTone::lead));
    add_labelled(scene, "call", Text::track_call, terms.mark(track->call), to);
    add_labelled(scene, "when", Text::track_when, track->by_when, to);
    add_labelled(scene, "parents", Text::step_parents, terms.mark(track->parents), to);
    add_labelled(scene, "child", Text::track_child, terms.mark(track->child), to);
    add_duty(scene, to);
    add_pending(scene, "pending", track->review, to);
    if (track->asks_suspect) to.push_back(paragraph("depends", scene.say(Text::track_depends), ParagraphTone::muted));
    add_steps(scene, steps_of(scene.content, *track), to);
    add_paper(scene, to);
    add_disclosure(scene, to, "from", scene.say(Text::sources_and_date), describe_review(scene, "from", track->review));
}

void describe_step(const Scene& scene, Elements& to) {
    const PathwayStep* step = find_step(scene.content, StepId{scene.session.place.part});
    if (step == nullptr) return add_unknown(scene, to);
    const ParentContact parents = add_way_to_parents(scene, to);
    TermMarks terms(scene.content.knowledge);
    to.push_back(rich_paragraph("lead", terms.mark(step->body), ParagraphTone::lead));
    if (step->contacts_parents && step->tracks.empty()) add_other_steps(scene, to);
    add_labelled(scene, "when", Text::track_when, step->by_when, to);
    add_labelled(scene, "who", Text::step_who, terms.mark(step->who), to);
    add_labelled(scene, "parents", Text::step_parents, terms.mark(words_on_parents(scene.content, *step, parents)), to);
    add_labelled(scene, "consent", Text::step_consent, terms.mark(step->consent), to);
    add_pending(scene, "pending", step->review, to);
    add_for_whom(scene, step->ages, step->for_roles, to);
    for (std::size_t at = 0; at < step->contacts.size(); ++at) {
        const Contact* contact = find_contact(scene.content, step->contacts[at]);
        if (contact != nullptr) to.push_back(describe_contact(scene, "contact-" + std::to_string(at), *contact));
    }
    for (const TrackId& id : step->tracks) {
        const Track* track = find_track(scene.content, id);
        if (track != nullptr)
            to.push_back(link("track-" + id.value, track->name, LinkKind::plain, Place{Screen::track, id.value}));
    }
    for (const LevelId& id : step->levels) {
        const std::optional<LevelIndex> level = find_level(scene.content, id);
        if (level)
            to.push_back(link("level-" + id.value, scene.content.levels[*level].name, LinkKind::plain,
                              Place{Screen::level, id.value}));
    }
    add_paper(scene, to);
    add_disclosure(scene, to, "from", scene.say(Text::sources_and_date), describe_review(scene, "from", step->review));
}

std::string heading_of_level(const Scene& scene) {
    const std::optional<LevelIndex> at = find_level(scene.content, LevelId{scene.session.place.part});
    return at ? scene.content.levels[*at].name : scene.say(Text::ways_title);
}

std::string heading_of_track(const Scene& scene) {
    const Track* track = find_track(scene.content, TrackId{scene.session.place.part});
    return track == nullptr ? scene.say(Text::ways_title) : track->name;
}

std::string heading_of_step(const Scene& scene) {
    const PathwayStep* step = find_step(scene.content, StepId{scene.session.place.part});
    return step == nullptr ? scene.say(Text::ways_title) : step->title;
}

}  // namespace core
