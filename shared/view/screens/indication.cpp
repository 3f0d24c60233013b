// What the answers point at: a span with its reasons, or the track of an alarm.

#include "assessment/explain.hpp"
#include "guide/choose_pathways.hpp"
#include "view/address.hpp"
#include "view/screens/screens.hpp"
#include "view/term_marks.hpp"

namespace core {

namespace {

// A sentence in its voices; a tap leads back to the first answer it rests on.
Rich words_of(const Scene& scene, const Sentence& sentence) {
    const Sign* sign = sentence.signs.empty() ? nullptr : find_sign(scene.content, sentence.signs.front());
    Rich rich;
    for (const Phrase& phrase : sentence.phrases) {
        rich.push_back(Run{phrase.text, phrase.strong ? RunKind::strong : RunKind::plain});
    }
    if (sign == nullptr) return rich;
    rich.push_back(Run{" "});
    rich.push_back(Run{scene.say(Text::see_answer), RunKind::link,
                       address_of(Place{Screen::signs, sign->dimension.value}), "sign-" + sign->id.value});
    return rich;
}

List list_of(const Scene& scene, const std::vector<Sentence>& sentences) {
    List list;
    for (const Sentence& sentence : sentences) list.items.push_back(words_of(scene, sentence));
    return list;
}

// Whole sentences stand by themselves; what goes on from `lead_in` is a list.
void add_reasons(const Scene& scene, const Indication& indication, const std::string& lead_in, Elements& to) {
    const ReasonsInOrder reasons = in_reading_order(explain_reasons(scene.content, scene.subject(), indication));
    const auto add = [&](const char* id, const std::vector<Sentence>& sentences) {
        for (std::size_t at = 0; at < sentences.size(); ++at) {
            to.push_back(rich_paragraph(id + std::to_string(at), words_of(scene, sentences[at])));
        }
    };
    add("reason-before-", reasons.before);
    if (!reasons.because.empty()) {
        if (!lead_in.empty()) to.push_back(paragraph("because", lead_in));
        to.push_back(Element{"reasons", list_of(scene, reasons.because), {}});
    }
    add("reason-after-", reasons.after);
}

std::string sentences_of(const std::vector<Sentence>& sentences) {
    std::string made;
    for (const Sentence& sentence : sentences) made += (made.empty() ? "" : " ") + plain(sentence);
    return made;
}

std::string without_stop(std::string text) {
    if (!text.empty() && text.back() == '.') text.pop_back();
    return text;
}

void add_discuss_today(const Scene& scene, const Indication& indication, Elements& to) {
    if (!indication.discuss_today) return;
    Rich text;
    text.push_back(strong(with_stop(scene.say(Text::discuss_today))));
    text.push_back(Run{" " + scene.say(Text::discuss_today_body)});
    Elements children;
    children.push_back(rich_paragraph("discuss-today-text", std::move(text)));
    to.push_back(group("discuss-today", GroupKind::alarm, std::move(children)));
}

Element describe_protection(const Scene& scene, const Indication& indication) {
    Elements children;
    children.push_back(heading("protects-title", 2, scene.say(Text::protects_title)));
    const std::vector<Sentence> sentences = explain_protective(scene.content, indication);
    if (sentences.empty()) {
        children.push_back(paragraph("protects-none", scene.say(Text::protects_none)));
        children.push_back(
            link("protects-link", scene.say(Text::protects_link), LinkKind::plain, Place{Screen::protective, {}}));
    }
    for (std::size_t at = 0; at < sentences.size(); ++at) {
        children.push_back(rich_paragraph("protects-" + std::to_string(at), words_of(scene, sentences[at])));
    }
    return group("protects", GroupKind::plain, std::move(children));
}

Element describe_why(const Scene& scene, const Indication& indication) {
    Elements children;
    const std::string span = without_stop(plain(explain_span(scene.content, indication)));
    children.push_back(heading("span-title", 2, span));
    add_reasons(scene, indication, scene.say(lead_in(indication)), children);
    children.push_back(
        paragraph("basis", sentences_of(explain_basis(scene.content, indication)), ParagraphTone::muted));
    const auto changes = explain_changes(scene.content, scene.subject(), indication);
    if (!changes.empty()) {
        Elements box;
        box.push_back(rich_paragraph("changes-title", strong_words(scene.say(Text::changes_title))));
        for (std::size_t at = 0; at < changes.size(); ++at) {
            box.push_back(paragraph("changes-" + std::to_string(at), with_stop(plain(changes[at]))));
        }
        children.push_back(group("changes", GroupKind::notice, std::move(box)));
    }
    return group("why", GroupKind::plain, std::move(children));
}

void describe_span(const Scene& scene, const Indication& indication, Elements& to) {
    to.push_back(Element{"ruler", judgement_ruler(scene, indication), {}});
    add_discuss_today(scene, indication, to);
    Elements columns;
    columns.push_back(describe_why(scene, indication));
    columns.push_back(describe_protection(scene, indication));
    to.push_back(group("span", GroupKind::columns, std::move(columns)));
    to.push_back(heading("ask-judgement", 2, scene.say(Text::ask_judgement)));
    to.push_back(paragraph("ask-judgement-text", scene.say(Text::judgement_counts)));
    Elements more;
    more.push_back(link("change-answer", scene.say(Text::change_answer), LinkKind::plain, Place{Screen::check, {}}));
    to.push_back(continue_row(continue_with_mark(scene, Text::give_judgement), std::move(more)));
}

// ---- An alarm: its own track instead of the scale ---------------------------

// The strictest rule wins over each track's own words: one track may never ask
// for the talk that another forbids.
std::string words_on_parents(const Scene& scene, const Track& track, ParentContact contact) {
    if (track.asks_suspect) {
        return scene.say(contact == ParentContact::closed ? Text::parents_closed : Text::parents_agree_first);
    }
    if (track.parents_contact == contact) return track.parents;
    return scene.say(contact == ParentContact::closed ? Text::parents_closed_here_too : Text::parents_agree_first);
}

Element describe_rule(const Scene& scene, TermMarks& terms, const std::string& id, Text title,
                      const std::string& body) {
    Elements head;
    head.push_back(heading(id + "-title", 3, scene.say(title)));
    Elements children;
    children.push_back(group(id + "-head", GroupKind::head, std::move(head)));
    children.push_back(rich_paragraph(id + "-text", terms.mark(body)));
    return group(id, GroupKind::card, std::move(children));
}

void add_suspicion(const Scene& scene, Elements& to) {
    Choices suspects;
    suspects.legend = words(scene.say(Text::suspect_legend));
    for (const Suspect& suspect : scene.content.suspects) {
        if (suspect.id == scene.subject().suspect) suspects.chosen = suspects.options.size();
        suspects.options.push_back(Option{suspect.label, {}, SuspectChosen{suspect.id}});
    }
    to.push_back(Element{"suspect", std::move(suspects), {}});
    Choices certainties;
    certainties.legend = words(scene.say(Text::certainty_legend));
    for (const Certainty& certainty : scene.content.certainties) {
        if (certainty.id == scene.subject().certainty) certainties.chosen = certainties.options.size();
        certainties.options.push_back(Option{certainty.label, certainty.meaning, CertaintyChosen{certainty.id}});
    }
    to.push_back(Element{"certainty", std::move(certainties), {}});
}

void add_track(const Scene& scene, const Track& track, ParentContact contact, Elements& to) {
    const std::string id = "track-" + track.id.value;
    Elements opening;
    TermMarks terms(scene.content.knowledge);
    opening.push_back(rich_paragraph(id + "-opening-text", terms.mark(track.opening)));
    to.push_back(heading(id + "-title", 2, track.name));
    to.push_back(group(id + "-opening", GroupKind::alarm, std::move(opening)));
    if (track.asks_suspect) add_suspicion(scene, to);
    to.push_back(describe_rule(scene, terms, id + "-call", Text::rule_call, track.call));
    to.push_back(describe_rule(scene, terms, id + "-when", Text::rule_by_when, track.by_when));
    to.push_back(
        describe_rule(scene, terms, id + "-parents", Text::rule_parents, words_on_parents(scene, track, contact)));
    to.push_back(describe_rule(scene, terms, id + "-child", Text::rule_child, track.child));
    add_pending(scene, id + "-pending", track.review, to);
    add_disclosure(scene, to, id + "-sources", scene.say(Text::sources_and_date),
                   describe_review(scene, id + "-from", track.review), track.name);
}

void describe_alarm(const Scene& scene, const Indication& indication, Elements& to) {
    to.push_back(paragraph("alarm-lead", scene.say(Text::alarm_lead), ParagraphTone::lead));
    const ParentContact contact = parent_contact(scene.content, scene.subject(), indication);
    for (const TrackId& id : indication.tracks) {
        const Track* track = find_track(scene.content, id);
        if (track != nullptr) add_track(scene, *track, contact, to);
    }
    add_discuss_today(scene, indication, to);
    to.push_back(heading("because-title", 2, scene.say(Text::alarm_because)));
    add_reasons(scene, indication, "", to);
    to.push_back(describe_protection(scene, indication));
    Elements more;
    more.push_back(
        link("to-judgement", scene.say(Text::give_judgement), LinkKind::plain, Place{Screen::judgement, {}}));
    more.push_back(link("change-answer", scene.say(Text::change_answer), LinkKind::plain, Place{Screen::check, {}}));
    to.push_back(continue_row(scene.say(Text::see_next), std::move(more)));
}

}  // namespace

std::string heading_of_indication(const Scene& scene) {
    const Indication indication = indicate(scene.content, scene.subject());
    return scene.say(indication.tracks.empty() ? Text::indication_title : Text::alarm_title);
}

void describe_indication(const Scene& scene, Elements& to) {
    const Indication indication = indicate(scene.content, scene.subject());
    if (indication.tracks.empty()) return describe_span(scene, indication, to);
    describe_alarm(scene, indication, to);
}

}  // namespace core
