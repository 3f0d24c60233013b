// A self-assessment at a radar figure: marks from 1 to 5, for one person or for a team, one answer at a time.

#include <algorithm>

#include "assessment/sum_up_self.hpp"
#include "figure/figure_table.hpp"
#include "flow/route.hpp"
#include "view/screens/screens.hpp"

namespace core {

namespace {

constexpr int highest_mark = 5;

const Figure* figure_here(const Scene& scene) {
    const Figure* figure = find_figure(scene.content.knowledge, FigureId{scene.session.place.part});
    return figure != nullptr && figure->kind == FigureKind::radar ? figure : nullptr;
}

// One thing is open at a time; a child's case is put away first, never by the way.
void add_something_open(const Scene& scene, Elements& to) {
    const Case& subject = scene.subject();
    Elements children;
    children.push_back(
        paragraph("open-text", scene.say(subject.self_assessment ? Text::self_other_open : Text::self_case_open)));
    const bool is_kept = !scene.session.kept.keeper.draft.empty();
    if (!is_kept) children.push_back(paragraph("open-how", scene.say(Text::self_how_to_close)));
    Elements row;
    if (!is_kept)
        row.push_back(link("to-save", scene.say(Text::save), LinkKind::plain, Place{Screen::case_file, {}}));
    else
        row.push_back(button("close", scene.say(Text::self_close), ButtonKind::secondary, OtherChildWanted{}));
    row.push_back(link("to-open", scene.say(Text::self_to_open), LinkKind::plain, open_place(subject)));
    children.push_back(group("open-actions", GroupKind::row, std::move(row)));
    to.push_back(group("open", GroupKind::info, std::move(children)));
}

void add_team(const Scene& scene, const SelfAssessment& self, Elements& to) {
    const std::size_t shown = scene.session.answer_shown;
    const std::size_t count = self.answers.size();
    to.push_back(paragraph("team", scene.say(Text::self_team), ParagraphTone::muted));
    if (count > 1) {
        Choices choices;
        choices.legend = words(scene.say(Text::self_answers));
        choices.kind = ChoicesKind::segments;
        for (std::size_t at = 0; at < count; ++at)
            choices.options.push_back(Option{std::to_string(at + 1), {}, SelfAnswerShown{at}});
        choices.chosen = shown;
        to.push_back(Element{"answers", std::move(choices), {}});
    }
    if (count < most_answers)
        to.push_back(button("answer-add", scene.say(Text::self_add), ButtonKind::quiet, SelfAnswerAdded{}));
}

Element describe_part(const Figure& figure, std::size_t at, int mark) {
    const FigurePart& part = figure.parts[at];
    Choices choices;
    choices.legend = words(numbered_title(figure, at));
    choices.kind = ChoicesKind::segments;
    choices.hint = part.body;
    for (int step = 1; step <= highest_mark; ++step) {
        choices.options.push_back(Option{std::to_string(step), {}, SelfMarkChosen{part.id, step}});
    }
    if (mark > 0) choices.chosen = static_cast<std::size_t>(mark - 1);
    return Element{"part-" + part.id, std::move(choices), {}};
}

void add_answer(const Scene& scene, const Figure& figure, const SelfAssessment& self, Elements& to) {
    const std::size_t shown = std::min(scene.session.answer_shown, self.answers.size() - 1);
    const std::string number = std::to_string(shown + 1);
    const bool several = self.answers.size() > 1;
    to.push_back(
        heading("answer-title", 2,
                several ? scene.say(Text::self_answer, {{"number", number}}) : scene.say(Text::self_your_answer)));
    if (!figure.low.empty() && !figure.high.empty())
        to.push_back(paragraph("scale", scene.say(Text::self_scale, {{"low", figure.low}, {"high", figure.high}})));
    const std::vector<int> marks = marks_of(figure, self.answers[shown]);
    for (std::size_t at = 0; at < marks.size(); ++at) to.push_back(describe_part(figure, at, marks[at]));
    to.push_back(Element{"drawn", Illustration{figure, marks, words_of(scene.content, figure, marks)}, {}});
    if (several)
        to.push_back(button("answer-remove", scene.say(Text::self_remove, {{"number", number}}), ButtonKind::quiet,
                            SelfAnswerRemoved{}));
}

void add_together(const Scene& scene, const Figure& figure, const SelfAssessment& self, Elements& to) {
    to.push_back(heading("together-title", 2, scene.say(Text::self_together)));
    List list;
    for (std::string& sentence : sentences_of(scene.content, figure, self))
        list.items.push_back(words(std::move(sentence)));
    to.push_back(Element{"together", std::move(list), {}});
    SelfTable made = table_of(scene.content, figure, self);
    to.push_back(Element{"table", make_table(figure.title, std::move(made.columns), std::move(made.rows)), {}});
    to.push_back(note_field(scene, "agreed", scene.say(Text::self_agreed), self.agreed, SelfAgreedTyped{}));
}

void add_end(const Scene& scene, Elements& to) {
    Elements row = paper_actions(scene);
    row.push_back(link("save", scene.say(Text::save), LinkKind::plain, Place{Screen::case_file, {}}));
    if (!scene.session.kept.keeper.draft.empty())
        row.push_back(button("close", scene.say(Text::self_close), ButtonKind::secondary, OtherChildWanted{}));
    row.push_back(button("discard", scene.say(Text::discard), ButtonKind::quiet, CaseDiscarded{}));
    to.push_back(group("paper", GroupKind::row, std::move(row)));
}

}  // namespace

void describe_self_assessment(const Scene& scene, Elements& to) {
    const Figure* figure = figure_here(scene);
    if (figure == nullptr) return add_unknown(scene, to);
    const Case& subject = scene.subject();
    to.push_back(paragraph("lead", figure->says, ParagraphTone::lead));
    to.push_back(paragraph("private", scene.say(Text::self_private)));
    const bool is_ours = subject.self_assessment && subject.self_assessment->figure == figure->id;
    if (!is_ours && !is_empty(subject)) return add_something_open(scene, to);
    if (!is_ours) {
        to.push_back(
            button("begin", scene.say(Text::self_begin), ButtonKind::primary, SelfAssessmentBegun{figure->id}));
        return;
    }
    to.push_back(code_word_field(scene, "name", Text::self_name, Text::self_name_hint));
    add_team(scene, *subject.self_assessment, to);
    add_answer(scene, *figure, *subject.self_assessment, to);
    add_together(scene, *figure, *subject.self_assessment, to);
    add_end(scene, to);
}

std::string heading_of_self_assessment(const Scene& scene) {
    const Figure* figure = figure_here(scene);
    return figure == nullptr ? scene.say(Text::self_title) : figure->title;
}

}  // namespace core
