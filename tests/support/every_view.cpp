#include "support/every_view.hpp"

#include <utility>

namespace support {

using namespace core;

namespace {

// Four years, børnehave: two signs described, one in doubt, most not looked at.
const char* const worry_file = R"({
  "kind": "linealen-case",
  "schema": 1,
  "code_word": "Mælkebøtte",
  "age": "age_3_5",
  "role": "kindergarten",
  "observations": [
    {"sign": "a3_care_home_alone", "presence": "unsure"},
    {"sign": "a3_mental_less_joy", "presence": "seen", "frequency": "several_weekly", "severity": "some",
     "duration": "weeks_2_8", "trend": "worse", "where": "here",
     "saw": "Mandag og onsdag på legepladsen: gik for sig selv, da de andre byggede hule",
     "thought": "Måske savner hun sin ven fra Ærø"},
    {"sign": "a3_mental_sad", "presence": "not_seen"},
    {"sign": "a3_social_withdraws_from_others", "presence": "seen", "frequency": "weekly", "severity": "some"}
  ],
  "circumstances": ["several_crises"],
  "protective_factors": ["language_play_movement", "seeks_comfort"],
  "reflections": [{"question": "child_perspective", "answer": "Hun siger, at der er for meget larm"}],
  "first_feeling": "concern",
  "judgement": {"level": "great_concern", "reason": "Jeg har set det samme før sommerferien"}
})";

// The child has said something; and has lost words: two tracks at once.
const char* const alarm_file = R"({
  "kind": "linealen-case",
  "schema": 1,
  "age": "age_3_5",
  "role": "kindergarten",
  "observations": [
    {"sign": "a3_abuse_says_something_worrying", "presence": "seen", "saw": "Uopfordret, mandag kl. 10"},
    {"sign": "a3_cognitive_loses_language_or_play", "presence": "seen"}
  ],
  "reflections": []
})";

const char* const infant_file = R"({
  "kind": "linealen-case",
  "schema": 1,
  "age": "age_0_11m",
  "months": 5,
  "weeks_early": 6,
  "role": "health_visitor",
  "observations": [],
  "reflections": []
})";

using Actions = std::vector<Action>;

Action open_place(Screen screen, std::string part = {}) { return PlaceOpened{Place{screen, std::move(part)}, {}}; }

Actions from(const char* file, Actions then) {
    Actions actions{DayStamped{"2026-11-22"}, CaseFileRead{file}};
    for (Action& action : then) actions.push_back(std::move(action));
    return actions;
}

void add_empty(std::vector<NamedVisit>& to) {
    to.push_back({"start", {}});
    to.push_back({"age", {open_place(Screen::age)}});
    to.push_back({"age-fault", {open_place(Screen::age), Continued{}}});
    to.push_back(
        {"age-months", {open_place(Screen::age), AgeChosen{AgeGroupId{"age_0_11m"}}, MonthsTyped{"14"}, Continued{}}});
    to.push_back({"role", {AgeChosen{AgeGroupId{"age_3_5"}}, open_place(Screen::role), Continued{}}});
    to.push_back({"unborn", {open_place(Screen::unborn)}});
    to.push_back({"not-reachable", {open_place(Screen::indication)}});
    to.push_back({"about", {open_place(Screen::about), DisclosureToggled{"all-sources"}}});
    to.push_back({"accessibility", {open_place(Screen::accessibility)}});
    to.push_back({"appearance", {open_place(Screen::appearance)}});
    to.push_back({"help", {open_place(Screen::help)}});
    to.push_back({"works-offline", {OfflineTold{OfflineState::ready}, OfflineTold{OfflineState::update_waiting}}});
    to.push_back({"file-damaged", {open_place(Screen::overview), CaseFileRead{"{"}}});
}

void add_worry(std::vector<NamedVisit>& to) {
    const auto add = [&to](const char* name, Actions then) { to.push_back({name, from(worry_file, std::move(then))}); };
    add("begun", {open_place(Screen::start)});
    add("begun-update",
        {CodeWordTyped{"Brombær"}, OfflineTold{OfflineState::update_waiting}, open_place(Screen::start)});
    add("areas-replaced", {OfflineTold{OfflineState::replaced}, open_place(Screen::areas)});
    add("areas", {open_place(Screen::areas)});
    add("signs", {open_place(Screen::signs, "mental"), DisclosureToggled{"why-a3_mental_less_joy"}});
    add("signs-doubt", {open_place(Screen::signs, "care")});
    add("signs-developmental",
        {open_place(Screen::signs, "physical"), PresenceChosen{SignId{"a3_physical_falls_often"}, Presence::seen}});
    add("signs-search", {open_place(Screen::signs, "mental"), DisclosureToggled{"search"}, SignSearchTyped{"leg"}});
    add("signs-cpr", {open_place(Screen::signs, "mental"),
                      NoteTyped{SignId{"a3_mental_less_joy"}, NoteKind::saw, "set hos 010115-7654"}});
    add("circumstances", {open_place(Screen::circumstances)});
    add("protective", {open_place(Screen::protective)});
    add("reflection", {open_place(Screen::reflection)});
    add("check", {open_place(Screen::check)});
    add("feeling", {open_place(Screen::feeling)});
    add("indication", {open_place(Screen::indication)});
    add("judgement", {open_place(Screen::judgement)});
    add("next", {open_place(Screen::next)});
    add("overview", {open_place(Screen::overview)});
    add("parked", {AgeChosen{AgeGroupId{"age_6_9"}}, open_place(Screen::areas)});
    add("discard", {CaseDiscarded{}});
    add("open-over", {CaseFileRead{infant_file}});
    add("notification", {open_place(Screen::document, "notification"), IndicatorIncluded{true}});
    add("focus-team", {open_place(Screen::document, "focus_team")});
    add("parent-talk", {open_place(Screen::document, "parent_talk")});
    add("own-notes", {open_place(Screen::document, "own_notes")});
}

void add_alarm(std::vector<NamedVisit>& to) {
    const auto add = [&to](const char* name, Actions then) { to.push_back({name, from(alarm_file, std::move(then))}); };
    add("alarm-signs", {open_place(Screen::signs, "abuse")});
    add("alarm", {open_place(Screen::indication)});
    add("alarm-staff",
        {SuspectChosen{SuspectId{"staff"}}, CertaintyChosen{CertaintyId{"suspicion"}}, open_place(Screen::indication)});
    add("alarm-reflection", {open_place(Screen::reflection)});
    add("alarm-judgement", {open_place(Screen::judgement), Continued{}});
    add("alarm-next", {open_place(Screen::next)});
    add("alarm-overview", {open_place(Screen::overview)});
}

}  // namespace

std::vector<NamedVisit> every_view() {
    std::vector<NamedVisit> visits;
    add_empty(visits);
    add_worry(visits);
    add_alarm(visits);
    visits.push_back({"infant-areas", from(infant_file, {open_place(Screen::areas)})});
    visits.push_back({"infant-signs", from(infant_file, {open_place(Screen::signs, "parents")})});
    return visits;
}

}  // namespace support
