// A self-assessment at a radar figure: one's own practice, never a child. Open instead of a case, and kept as one.

#include "flow/route.hpp"
#include "flow/turn.hpp"

namespace core {

namespace {

constexpr int highest_mark = 5;

SelfMarks* shown_answer(Session& session) {
    std::optional<SelfAssessment>& self = session.subject.self_assessment;
    if (!self || session.answer_shown >= self->answers.size()) return nullptr;
    return &self->answers[session.answer_shown];
}

void show(Turn& turn, std::size_t answer) {
    turn.session.answer_shown = answer;
    move_focus(turn, "answer-title");
}

}  // namespace

void on(Turn& turn, const SelfAssessmentBegun& happened) {
    Session& session = turn.session;
    if (!is_empty(session.subject)) return;
    session.subject.self_assessment = SelfAssessment{happened.figure, {SelfMarks{}}, {}};
    mark_changed(turn);
    show(turn, 0);
}

void on(Turn& turn, const SelfMarkChosen& happened) {
    SelfMarks* answer = shown_answer(turn.session);
    if (answer == nullptr || happened.mark < 1 || happened.mark > highest_mark) return;
    set_field(turn, (*answer)[happened.part], happened.mark);
}

void on(Turn& turn, const SelfAnswerAdded&) {
    std::optional<SelfAssessment>& self = turn.session.subject.self_assessment;
    if (!self || self->answers.size() >= most_answers) return;
    self->answers.emplace_back();
    mark_changed(turn);
    show(turn, self->answers.size() - 1);
}

void on(Turn& turn, const SelfAnswerShown& happened) {
    const std::optional<SelfAssessment>& self = turn.session.subject.self_assessment;
    // A radio button: the focus stays, or the arrow keys would not.
    if (self && happened.answer < self->answers.size()) turn.session.answer_shown = happened.answer;
}

void on(Turn& turn, const SelfAnswerRemoved&) {
    std::optional<SelfAssessment>& self = turn.session.subject.self_assessment;
    if (!self || self->answers.size() < 2 || shown_answer(turn.session) == nullptr) return;
    const std::size_t gone = turn.session.answer_shown;
    self->answers.erase(self->answers.begin() + static_cast<std::ptrdiff_t>(gone));
    mark_changed(turn);
    show(turn, gone == 0 ? 0 : gone - 1);
}

void on(Turn& turn, const SelfAgreedTyped& happened) {
    std::optional<SelfAssessment>& self = turn.session.subject.self_assessment;
    if (self) set_words(turn, self->agreed, happened.text, longest_note);
}

}  // namespace core
