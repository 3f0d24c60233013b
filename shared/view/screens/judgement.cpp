// The user's own mark: final, first and largest from now on.

#include "assessment/explain.hpp"
#include "view/screens/screens.hpp"
#include "view/term_marks.hpp"

namespace core {

namespace {

bool is_outside(const Indication& indication, LevelIndex level) {
    return level < indication.lowest || level > indication.highest;
}

std::string summary_of(const Scene& scene, const Ruler& ruler, const Indication& indication) {
    std::string summary = ruler.mark
                              ? scene.say(Text::mark_summary, {{"level", scene.content.levels[*ruler.mark].phrase}})
                              : scene.say(Text::nothing_marked);
    if (ruler.span) summary += " " + with_stop(plain(explain_span(scene.content, indication)));
    return summary;
}

Element describe_reason(const Scene& scene, bool outside) {
    const std::string value = scene.subject().judgement ? scene.subject().judgement->reason : std::string{};
    Element element =
        note_field(scene, "judgement-reason", scene.say(outside ? Text::reason_differs : Text::reason_optional), value,
                   JudgementReasonTyped{});
    auto& field = *std::get_if<Field>(&element.body);
    if (outside) {
        field.hint = scene.say(Text::reason_hint);
        judge_words(scene, field);
    }
    return element;
}

}  // namespace

Ruler judgement_ruler(const Scene& scene, const Indication& indication) {
    Ruler ruler = make_ruler(scene, Text::give_judgement);
    // An alarm replaces the ruler's span by its own track.
    if (indication.tracks.empty()) ruler.span = RulerSpan{indication.lowest, indication.highest};
    if (scene.subject().judgement) ruler.mark = scene.subject().judgement->level;
    ruler.feeling = scene.subject().first_feeling;
    for (LevelIndex level = 0; level < scene.content.levels.size(); ++level) {
        ruler.actions.emplace_back(JudgementChosen{level});
    }
    ruler.summary = summary_of(scene, ruler, indication);
    return ruler;
}

std::string continue_with_mark(const Scene& scene, Text without) {
    const std::optional<Judgement>& judgement = scene.subject().judgement;
    if (!judgement || judgement->level >= scene.content.levels.size()) return scene.say(without);
    return scene.say(Text::continue_with, {{"level", scene.content.levels[judgement->level].name}});
}

void describe_judgement(const Scene& scene, Elements& to) {
    const Indication indication = indicate(scene.content, scene.subject());
    const std::optional<Judgement>& judgement = scene.subject().judgement;
    to.push_back(paragraph("judgement-lead", scene.say(Text::judgement_lead)));
    if (!indication.tracks.empty()) {
        Elements children;
        children.push_back(paragraph("judgement-alarm-text", scene.say(Text::judgement_alarm)));
        to.push_back(group("judgement-alarm", GroupKind::alarm, std::move(children)));
    }
    Ruler ruler = judgement_ruler(scene, indication);
    if (scene.session.faults_shown.count("judgement") != 0 && !judgement)
        ruler.error = scene.say(Text::judgement_fault);
    to.push_back(Element{"ruler", std::move(ruler), {}});
    if (judgement && judgement->level < scene.content.levels.size()) {
        const ConcernLevel& level = scene.content.levels[judgement->level];
        Rich text;
        text.push_back(strong(level.name + "."));
        for (Run& run : TermMarks(scene.content.knowledge).mark(" " + level.meaning)) text.push_back(std::move(run));
        to.push_back(rich_paragraph("level-meaning", std::move(text)));
        to.push_back(describe_reason(scene, is_outside(indication, judgement->level)));
    }
    if (!scene.subject().reason_without_mark.empty()) {
        to.push_back(paragraph("kept-reason-label", scene.say(Text::reason_kept)));
        to.push_back(paragraph("kept-reason", scene.subject().reason_without_mark, ParagraphTone::quote));
    }
    to.push_back(heading("disagree-title", 2, scene.say(Text::disagree_title)));
    to.push_back(paragraph("disagree-text", scene.say(Text::disagree_body)));
    Elements more;
    more.push_back(link("change-answer", scene.say(Text::change_answer), LinkKind::plain, Place{Screen::check, {}}));
    to.push_back(continue_row(continue_with_mark(scene, Text::continue_), std::move(more)));
}

}  // namespace core
