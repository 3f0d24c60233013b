#include "support/every_view.hpp"

#include <utility>

#include "keeping/envelope.hpp"

namespace support {

using namespace core;

std::string sealed_file(const std::string& bytes) {
    const Unsealed unsealed = wrap_file(1, bytes);
    constexpr std::size_t tag_and_sum = 16 + 32;
    std::string file = unsealed.header + unsealed.plain + std::string(tag_and_sum, 's');
    file.replace(80, 4, std::string("\x40\x42\x0F\x00", 4));  // a million rounds
    return file;
}

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
    to.push_back({"look-up", {open_place(Screen::look_up)}});
    to.push_back(
        {"looked-up", {open_place(Screen::look_up), LookUpTyped{"må jeg ringe til sundhedsplejersken zumba"}}});
    to.push_back({"looked-up-all", {open_place(Screen::look_up), LookUpTyped{"barn"}, MoreHitsWanted{}}});
    to.push_back({"looked-up-none", {open_place(Screen::look_up), LookUpTyped{"xyzzy"}}});
    to.push_back({"read-last",
                  {open_place(Screen::article, "notification_steps"), HeadingReached{"block-6"},
                   open_place(Screen::meeting, "focus_team"), open_place(Screen::look_up)}});
    to.push_back({"read-on",
                  {open_place(Screen::article, "notification_steps"), HeadingReached{"block-6"},
                   open_place(Screen::look_up), open_place(Screen::article, "notification_steps")}});
    to.push_back({"topic", {open_place(Screen::topic, "talks")}});
    to.push_back({"article", {open_place(Screen::article, "notification_steps"), DisclosureToggled{"from"}}});
    to.push_back({"article-unknown", {open_place(Screen::article, "no_such_article")}});
    to.push_back({"meetings", {open_place(Screen::meetings)}});
    to.push_back({"meeting", {open_place(Screen::meeting, "focus_team")}});
    to.push_back({"terms", {open_place(Screen::terms)}});
    to.push_back(
        {"opened-term", {open_place(Screen::article, "notification_steps"), TermOpened{TermId{"focus_team"}}}});
    to.push_back({"term", {open_place(Screen::term, "focus_team")}});
    to.push_back({"sign-ages", {open_place(Screen::sign_ages)}});
    to.push_back({"sign-list", {open_place(Screen::sign_list, "age_3_5")}});
    to.push_back({"sign", {open_place(Screen::sign, "a3_mental_sad")}});
    to.push_back({"sign-alarm", {open_place(Screen::sign, "a3_abuse_afraid_to_go_home"), DisclosureToggled{"from"}}});
    to.push_back({"ways", {open_place(Screen::ways)}});
    to.push_back({"level", {open_place(Screen::level, "great_concern")}});
    to.push_back({"level-lowest", {open_place(Screen::level, "thriving")}});
    to.push_back({"track", {open_place(Screen::track, "abuse")}});
    to.push_back({"track-suicide", {open_place(Screen::track, "suicide")}});
    to.push_back({"roles", {open_place(Screen::roles)}});
    to.push_back({"role-ways", {open_place(Screen::role_ways, "kindergarten")}});
    to.push_back({"figures", {open_place(Screen::article, "notifications_in_figures")}});
    to.push_back({"figure-stairs", {open_place(Screen::article, "steps_of_support")}});
    to.push_back({"figure-cycle", {open_place(Screen::article, "detection_process")}});
    to.push_back({"figure-ruler", {open_place(Screen::article, "child_ruler")}});
    to.push_back({"meeting-notification", {open_place(Screen::meeting, "notification")}});
    to.push_back({"figure-flow", {open_place(Screen::article, "hvidovre_next_steps")}});
    to.push_back({"step", {open_place(Screen::step, "abuse_call")}});
    to.push_back({"contacts", {open_place(Screen::contacts)}});
    to.push_back({"contacts-stale", {DayStamped{"2029-01-01"}, open_place(Screen::contacts)}});
    to.push_back({"unseal-none", {open_place(Screen::unseal)}});
    to.push_back({"unseal", {CaseFileRead{sealed_file("words")}}});
    to.push_back({"sealed-damaged", {open_place(Screen::overview), CaseFileRead{"LIN1"}}});
    to.push_back({"works-offline", {OfflineTold{OfflineState::ready}, OfflineTold{OfflineState::update_waiting}}});
    to.push_back({"file-damaged", {open_place(Screen::overview), CaseFileRead{"{"}}});
}

constexpr const char* web = "six_components";

void add_self_assessment(std::vector<NamedVisit>& to) {
    const auto mark = [](const char* part, int number) { return SelfMarkChosen{part, number}; };
    const Actions begun{open_place(Screen::self_assessment, web), SelfAssessmentBegun{FigureId{web}}};
    const auto add = [&](const char* name, Actions then) {
        Actions actions = begun;
        for (Action& action : then) actions.push_back(std::move(action));
        to.push_back({name, std::move(actions)});
    };
    to.push_back({"self", {open_place(Screen::self_assessment, web)}});
    add("self-begun", {});
    add("self-team", {CodeWordTyped{"Blå stue"}, mark("leadership", 4), mark("transitions", 2), SelfAnswerAdded{},
                      mark("leadership", 1), mark("transitions", 2), mark("procedures", 5),
                      SelfAgreedTyped{"Vi tager overgange op på mødet i december."}});
    add("self-not-a-case", {open_place(Screen::areas)});
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
    add("file", {open_place(Screen::case_file)});
    add("file-open", {open_place(Screen::case_file), FileKindChosen{false}});
    add("unprotected", {open_place(Screen::document, "notification"),
                        DocumentDownloaded{Recipient::notification, DocumentFormat::html}});
    add("discard", {CaseDiscarded{}});
    add("open-over", {CaseFileRead{infant_file}});
    add("sign-case-open", {open_place(Screen::signs, "mental"), open_place(Screen::sign, "a3_mental_less_joy")});
    add("self-case-open", {open_place(Screen::self_assessment, web)});
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
    add("alarm-level", {open_place(Screen::level, "great_concern")});  // the way to the parents is closed
    add("alarm-meeting", {open_place(Screen::meeting, "focus_team")});
    add("alarm-overview", {open_place(Screen::overview)});
}

constexpr const char* dice = "00112233445566778899aabbccddeeff";

// The store answers in the order it is asked: 1 is the first look, 2 what follows.
Action answer(std::uint32_t ticket, StoreCode code, VaultState vault = VaultState::none,
              std::vector<KeptDraft> drafts = {}) {
    StoreAnswer told{ticket, code};
    told.vault = vault;
    told.drafts = std::move(drafts);
    told.days = {"2026-11-22", "2026-11-22"};
    told.dice = dice;
    return StoreAnswered{told};
}

Action loaded(std::uint32_t ticket, const char* file) {
    StoreAnswer told{ticket, StoreCode::ok, 3, file};
    told.dice = dice;
    return StoreAnswered{told};
}

std::vector<KeptDraft> two_drafts() { return {{"aaaaaaaa", 3, "2026-12-22"}, {"bbbbbbbb", 1, "2026-11-25"}}; }

Actions from_store(VaultState vault, std::vector<KeptDraft> drafts, Actions then) {
    Actions actions{DayStamped{"2026-11-22"}, answer(1, StoreCode::ok, vault, std::move(drafts))};
    for (Action& action : then) actions.push_back(std::move(action));
    return actions;
}

// Unlocked, with the worry of above open and saved: 2 unlocks, 3 is the watch, 4 and 5 read the list, 6 opens.
Actions unlocked(Actions then) {
    Actions actions = from_store(VaultState::locked, two_drafts(),
                                 {open_place(Screen::keeping), UnlockWanted{}, answer(2, StoreCode::ok),
                                  loaded(4, worry_file), loaded(5, infant_file), DraftOpened{"aaaaaaaa"},
                                  loaded(6, worry_file), TimePassed{1000, "2026-11-22", "14.03", true}});
    for (Action& action : then) actions.push_back(std::move(action));
    return actions;
}

void add_keeping(std::vector<NamedVisit>& to) {
    const auto none = [&to](const char* name, Actions then) {
        to.push_back({name, from_store(VaultState::none, {}, std::move(then))});
    };
    none("keep-offer", {open_place(Screen::age)});
    none("keep", {open_place(Screen::keeping)});
    none("keep-sealed", {open_place(Screen::keeping), KeepModeChosen{KeepMode::passphrase}});
    none("keep-fault", {open_place(Screen::keeping), KeepModeChosen{KeepMode::passphrase}, PassphraseTyped{"for kort"},
                        VaultWanted{}});
    none("kept", {open_place(Screen::kept),
                  StoreAnswered{StoreAnswer{2, StoreCode::ok, 0, {}, {}, {}, {}, {{"appearance", 1, 20}}, dice}}});
    none("kept-not-counted",
         {OfflineTold{OfflineState::not_possible}, open_place(Screen::kept), answer(2, StoreCode::closed)});
    to.push_back(
        {"no-store", {DayStamped{"2026-11-22"}, answer(1, StoreCode::unsupported), open_place(Screen::keeping)}});
    to.push_back({"start-unseen", {DayStamped{"2026-11-22"}, answer(1, StoreCode::timeout)}});
    const auto locked = [&to](const char* name, Actions then) {
        to.push_back({name, from_store(VaultState::locked, two_drafts(), std::move(then))});
    };
    locked("start-locked", {});
    locked("locked", {open_place(Screen::keeping)});
    locked("locked-wrong",
           {open_place(Screen::keeping), PassphraseTyped{"hest"}, UnlockWanted{}, answer(2, StoreCode::wrong_key)});
    const auto open = [&to](const char* name, Actions then) { to.push_back({name, unlocked(std::move(then))}); };
    open("drafts", {open_place(Screen::keeping)});
    open("saved", {open_place(Screen::signs, "mental")});
    // 7 and 8 wait for a pause, 9 saves.
    open("not-saved",
         {open_place(Screen::overview), CodeWordTyped{"Ærenpris"}, PageHidden{true}, answer(9, StoreCode::quota)});
    open("hidden", {ScreenHidden{true}});
    open("new-key", {open_place(Screen::new_key), DisclosureToggled{"known"}});
    none("new-key-none", {open_place(Screen::new_key)});
    open("remove", {open_place(Screen::keeping), DraftRemoved{"bbbbbbbb"}});
    open("wipe", {open_place(Screen::kept), WipeWanted{}});
}

}  // namespace

std::vector<NamedVisit> every_view() {
    std::vector<NamedVisit> visits;
    add_empty(visits);
    add_self_assessment(visits);
    add_worry(visits);
    add_alarm(visits);
    visits.push_back({"infant-areas", from(infant_file, {open_place(Screen::areas)})});
    visits.push_back({"infant-signs", from(infant_file, {open_place(Screen::signs, "parents")})});
    add_keeping(visits);
    return visits;
}

}  // namespace support
