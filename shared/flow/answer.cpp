// What the user says about the child.

#include "assessment/indicate.hpp"
#include "flow/turn.hpp"

namespace core {

namespace {

constexpr std::size_t longest_search = 100;
constexpr std::size_t longest_question = 200;  // under Slå op

template <class Value>
void set_member(Turn& turn, std::set<Value>& among, const Value& value, bool present) {
    const bool differs = present ? among.insert(value).second : among.erase(value) != 0;
    if (differs) mark_changed(turn);
}

}  // namespace

void on(Turn& turn, const PresenceChosen& happened) {
    if (find_sign(turn.content, happened.sign) == nullptr) return;
    set_field(turn, turn.session.subject.observations[happened.sign].presence, happened.presence);
}

void on(Turn& turn, const ScaleChosen& happened) {
    const auto kind = static_cast<std::size_t>(happened.scale);
    if (kind >= scale_kind_count || happened.step >= turn.content.scales[kind].steps.size()) return;
    if (find_sign(turn.content, happened.sign) == nullptr) return;
    Observation& observation = turn.session.subject.observations[happened.sign];
    set_field(turn, observation.scales[kind], std::optional<std::size_t>{happened.step});
}

void on(Turn& turn, const NoteTyped& happened) {
    if (find_sign(turn.content, happened.sign) == nullptr) return;
    Observation& observation = turn.session.subject.observations[happened.sign];
    std::string& note = happened.note == NoteKind::saw ? observation.saw : observation.thought;
    set_words(turn, note, happened.text, longest_note);
}

void on(Turn& turn, const RestNotSeen& happened) {
    for (const Sign* sign : shown_signs(turn.content, turn.session.subject)) {
        if (sign->dimension != happened.dimension) continue;
        Observation& observation = turn.session.subject.observations[sign->id];
        if (observation.presence != Presence::not_answered) continue;
        set_field(turn, observation.presence, Presence::not_seen);
    }
    say(turn, NoticeKind::none, Text::rest_not_seen_done);
}

// The number of hits is said aloud: describe() words it.
void on(Turn& turn, const SignSearchTyped& happened) {
    if (turn.session.search == happened.text) return;
    turn.session.search = no_longer_than(happened.text, longest_search);
    turn.session.notice = Notice{};
    ++turn.session.notice_serial;
}

void on(Turn& turn, const LookUpTyped& happened) {
    if (turn.session.sought == happened.text) return;
    turn.session.sought = no_longer_than(happened.text, longest_question);
    turn.session.shows_all_hits = false;
    turn.session.notice = Notice{};
    ++turn.session.notice_serial;
}

void on(Turn& turn, const MoreHitsWanted&) {
    turn.session.shows_all_hits = true;
    move_focus(turn, "found-7");  // the first that was not there
}

void on(Turn& turn, const WaysAgeChosen& happened) { turn.session.ways_age = happened.age; }

void on(Turn& turn, const TermOpened& happened) {
    if (find_term(turn.content.knowledge, happened.term) != nullptr) turn.session.opened_term = happened.term;
}

void on(Turn& turn, const CircumstanceToggled& happened) {
    if (find_circumstance(turn.content, happened.circumstance) == nullptr) return;
    set_member(turn, turn.session.subject.circumstances, happened.circumstance, happened.present);
}

void on(Turn& turn, const ProtectiveFactorToggled& happened) {
    if (find_protective_factor(turn.content, happened.factor) == nullptr) return;
    set_member(turn, turn.session.subject.protective_factors, happened.factor, happened.present);
}

void on(Turn& turn, const ReflectionTyped& happened) {
    if (find_reflection(turn.content, happened.question) == nullptr) return;
    set_words(turn, turn.session.subject.reflections[happened.question], happened.text, longest_note);
}

void on(Turn& turn, const FeelingChosen& happened) {
    if (happened.level >= turn.content.levels.size()) return;
    set_field(turn, turn.session.subject.first_feeling, std::optional<LevelIndex>{happened.level});
}

void on(Turn& turn, const SuspectChosen& happened) {
    if (find_suspect(turn.content, happened.suspect) == nullptr) return;
    set_field(turn, turn.session.subject.suspect, happened.suspect);
}

void on(Turn& turn, const CertaintyChosen& happened) {
    if (find_certainty(turn.content, happened.certainty) == nullptr) return;
    set_field(turn, turn.session.subject.certainty, happened.certainty);
}

void on(Turn& turn, const JudgementChosen& happened) {
    if (happened.level >= turn.content.levels.size()) return;
    std::optional<Judgement>& judgement = turn.session.subject.judgement;
    turn.session.faults_shown.erase("judgement");
    if (!judgement) {
        std::string& reason = turn.session.subject.reason_without_mark;
        judgement = Judgement{happened.level, std::move(reason)};
        reason.clear();
        mark_changed(turn);
        return;
    }
    set_field(turn, judgement->level, happened.level);
}

void on(Turn& turn, const JudgementReasonTyped& happened) {
    std::optional<Judgement>& judgement = turn.session.subject.judgement;
    if (!judgement) return;
    set_words(turn, judgement->reason, happened.text, longest_note);
}

}  // namespace core
