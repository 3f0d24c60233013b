// What now: cards for this role and level; who, what, by when, the parents.

#include "document/compose.hpp"
#include "guide/choose_pathways.hpp"
#include "guide/words_on.hpp"
#include "view/address.hpp"
#include "view/screens/screens.hpp"
#include "view/term_marks.hpp"

namespace core {

namespace {

Element describe_lead(const Scene& scene, bool alarm) {
    const Case& subject = scene.subject();
    const Role* role = find_role(scene.content, subject.role);
    const AgeGroup* age = find_age(scene.content, subject.age);
    Rich text;
    if (subject.judgement && subject.judgement->level < scene.content.levels.size()) {
        text.push_back(Run{scene.say(Text::next_mark) + " "});
        const ConcernLevel& level = scene.content.levels[subject.judgement->level];
        text.push_back(Run{level.phrase, RunKind::link, address_of(Place{Screen::level, level.id.value})});
        text.push_back(Run{". "});
    } else if (alarm) {
        text.push_back(strong(scene.say(Text::next_alarm)));
        text.push_back(Run{" "});
    }
    text.push_back(Run{scene.say(Text::next_who, {{"role", role == nullptr ? std::string_view{} : role->phrase},
                                                  {"age", age == nullptr ? std::string_view{} : age->phrase}})});
    return rich_paragraph("next-lead", std::move(text), ParagraphTone::lead);
}

// The paper that belongs to a step, where there is one and it may be made.
std::optional<Recipient> paper_of(StepKind kind) {
    switch (kind) {
        case StepKind::notify: return Recipient::notification;
        case StepKind::team: return Recipient::focus_team;
        case StepKind::parents: return Recipient::parent_talk;
        case StepKind::call:
        case StepKind::child:
        case StepKind::consult:
        case StepKind::support:
        case StepKind::observe:
        case StepKind::write:
        case StepKind::other: break;
    }
    return std::nullopt;
}

void add_paper(const Scene& scene, const Indication& indication, const PathwayStep& step, Elements& to) {
    const std::optional<Recipient> recipient = paper_of(step.kind);
    if (!recipient || !is_offered(scene.content, scene.subject(), indication, *recipient)) return;
    Elements row;
    row.push_back(link("step-" + step.id.value + "-paper",
                       scene.say(Text::make_document, {{"document", title_of(scene.content, *recipient)}}),
                       LinkKind::plain, Place{Screen::document, slug_of(*recipient)}));
    to.push_back(group("step-" + step.id.value + "-papers", GroupKind::row, std::move(row)));
}

Element describe_card(const Scene& scene, TermMarks& terms, const Indication& indication, ParentContact parents,
                      const PathwayStep& step, std::size_t number) {
    const std::string id = "step-" + step.id.value;
    Elements head;
    head.push_back(heading(id + "-title", 2, std::to_string(number) + ". " + step.title));
    if (!step.by_when.empty()) head.push_back(tag(id + "-when", step.by_when));
    Elements children;
    children.push_back(group(id + "-head", GroupKind::head, std::move(head)));
    children.push_back(rich_paragraph(id + "-body", terms.mark(step.body)));
    add_labelled(scene, id + "-who", Text::step_who, terms.mark(step.who), children);
    add_labelled(scene, id + "-parents", Text::step_parents, terms.mark(words_on_parents(scene.content, step, parents)),
                 children);
    add_labelled(scene, id + "-consent", Text::step_consent, terms.mark(step.consent), children);
    for (std::size_t at = 0; at < step.contacts.size(); ++at) {
        const Contact* contact = find_contact(scene.content, step.contacts[at]);
        if (contact == nullptr) continue;
        children.push_back(describe_contact(scene, id + "-contact-" + std::to_string(at), *contact));
    }
    add_paper(scene, indication, step, children);
    add_pending(scene, id + "-pending", step.review, children);
    Elements from = describe_review(scene, id + "-from", step.review);
    from.push_back(
        link(id + "-look-up", scene.say(Text::step_look_up), LinkKind::plain, Place{Screen::step, step.id.value}));
    add_disclosure(scene, children, id + "-sources", scene.say(Text::sources_and_date), std::move(from), step.title);
    return group(id, GroupKind::card, std::move(children));
}

// Comes before all steps: an alarm sign is in doubt.
Element describe_today(const Scene& scene) {
    Elements head;
    head.push_back(heading("today-title", 2, scene.say(Text::discuss_today)));
    head.push_back(tag("today-when", scene.say(Text::today_tag)));
    Elements children;
    children.push_back(group("today-head", GroupKind::head, std::move(head)));
    children.push_back(paragraph("today-body", scene.say(Text::discuss_today_body)));
    return group("today", GroupKind::card, std::move(children));
}

}  // namespace

void add_duty(const Scene& scene, Elements& to) {
    Elements children;
    children.push_back(paragraph("duty-text", scene.say(Text::duty)));
    children.push_back(paragraph("duty-alone", scene.say(Text::duty_alone)));
    children.push_back(paragraph("duty-source", scene.say(Text::duty_source), ParagraphTone::small_muted));
    to.push_back(group("duty", GroupKind::notice, std::move(children)));
}

void describe_next(const Scene& scene, Elements& to) {
    const Indication indication = indicate(scene.content, scene.subject());
    const bool alarm = !indication.tracks.empty();
    const LevelIndex level = level_for_steps(scene.subject(), indication);
    const Pathway pathway = choose_pathway(scene.content, scene.subject(), indication, level);
    to.push_back(describe_lead(scene, alarm));
    if (pathway.parents == ParentContact::closed) add_parents_closed(scene, to);
    if (pathway.discuss_today) to.push_back(describe_today(scene));
    std::size_t number = 1;
    TermMarks terms(scene.content.knowledge);
    for (const PathwayStep* step : pathway.steps)
        to.push_back(describe_card(scene, terms, indication, pathway.parents, *step, number++));
    add_duty(scene, to);
    const bool notifies = alarm || scene.content.levels[level].considers_notification;
    const Recipient paper = notifies ? Recipient::notification : Recipient::own_notes;
    Elements row;
    row.push_back(link("make-document", scene.say(Text::make_document, {{"document", title_of(scene.content, paper)}}),
                       LinkKind::primary, Place{Screen::document, slug_of(paper)}));
    row.push_back(link("save", scene.say(Text::save), LinkKind::plain, Place{Screen::case_file, {}}));
    row.push_back(link("to-overview", scene.say(Text::overview_title), LinkKind::plain, Place{Screen::overview, {}}));
    if (!scene.subject().judgement) {
        row.push_back(
            link("to-judgement", scene.say(Text::give_judgement), LinkKind::plain, Place{Screen::judgement, {}}));
    }
    to.push_back(group("actions", GroupKind::row, std::move(row)));
}

}  // namespace core
