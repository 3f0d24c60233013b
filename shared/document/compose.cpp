#include "document/compose.hpp"

#include <algorithm>

#include "assessment/explain.hpp"
#include "base/text.hpp"
#include "document/compose_parts.hpp"
#include "guide/choose_pathways.hpp"

namespace core {

namespace {

struct RecipientWords {
    Text title;
    Text lead;
};

const RecipientWords& words_of(Recipient recipient) {
    static constexpr RecipientWords all[recipient_count] = {
        {Text::document_title_notification, Text::document_lead_notification},
        {Text::document_title_focus_team, Text::document_lead_focus_team},
        {Text::document_title_parent_talk, Text::document_lead_parent_talk},
        {Text::document_title_own_notes, Text::document_lead_own_notes},
    };
    return all[static_cast<std::size_t>(recipient)];
}

bool shows_indicator(Recipient recipient, const DocumentChoices& choices) {
    if (recipient == Recipient::parent_talk) return false;
    return recipient != Recipient::notification || choices.indicator_in_notification;
}

void add_mark(const Content& content, const Case& subject, Document& document) {
    document.mark_label = content.texts[Text::document_own_mark];
    if (!subject.judgement || subject.judgement->level >= content.levels.size()) {
        document.mark = content.texts[Text::document_mark_missing];
        document.mark_reason = subject.reason_without_mark;
        return;
    }
    document.mark = content.levels[subject.judgement->level].name;
    document.mark_reason = subject.judgement->reason;
}

// What the drawing shows, in words: for the ear and for the text form.
std::string describe_ruler(const Content& content, const Indication& indication, const RulerFigure& figure) {
    const auto level = [&](std::size_t index) { return content.levels[index].phrase; };
    std::string words;
    const auto add = [&](const std::string& sentence) { words += (words.empty() ? "" : " ") + sentence; };
    if (figure.mark) add(fill(content.texts[Text::document_ruler_summary], {{"mark", level(*figure.mark)}}));
    if (figure.span) add(plain(explain_span(content, indication)) + ".");
    if (figure.feeling) add(figure.feeling_label + ": " + level(*figure.feeling) + ".");
    return words;
}

void add_ruler(const Content& content, const Case& subject, const Indication& indication, bool with_span,
               bool with_feeling, Document& document) {
    RulerFigure figure;
    for (const ConcernLevel& level : content.levels) figure.levels.push_back(level.name);
    // A span that an alarm has replaced is not drawn: the track's rules hold.
    if (with_span && indication.alarms.empty()) {
        figure.span = RulerSpan{indication.lowest, indication.highest};
        figure.span_label = content.texts[Text::ruler_span_label];
    }
    if (subject.judgement && subject.judgement->level < content.levels.size()) {
        figure.mark = subject.judgement->level;
        figure.mark_label = document.mark_label;
    }
    if (with_feeling && subject.first_feeling && *subject.first_feeling < content.levels.size()) {
        figure.feeling = subject.first_feeling;
        figure.feeling_label = content.texts[Text::ruler_feeling_label];
    }
    if (!figure.mark && !figure.span) return;
    document.ruler_summary = describe_ruler(content, indication, figure);
    document.ruler = std::move(figure);
}

void add_facts(const Content& content, const Case& subject, const DocumentChoices& choices, Document& document) {
    const auto row = [&](Text term, const std::string& said) {
        if (!said.empty()) document.facts.push_back({content.texts[term], said});
    };
    // A notification is filed under the child's name in the authority's
    // system; a code word there would only confuse.
    if (document.recipient != Recipient::notification) row(Text::document_code_word, subject.code_word);
    const AgeGroup* age = find_age(content, subject.age);
    if (age != nullptr) {
        const std::string months =
            subject.months ? fill(content.texts[Text::document_months], {{"months", std::to_string(*subject.months)}})
                           : "";
        row(Text::document_age, months.empty() ? age->name : age->name + " (" + months + ")");
    }
    const Role* role = find_role(content, subject.role);
    if (role != nullptr) row(Text::document_role, role->name);
    row(Text::document_date, written_date(choices.today));
}

}  // namespace

std::string slug_of(Recipient recipient) { return std::string{recipient_names[static_cast<std::size_t>(recipient)]}; }

const std::string& title_of(const Content& content, Recipient recipient) {
    return content.texts[words_of(recipient).title];
}

bool is_offered(const Content& content, const Case& subject, const Indication& indication, Recipient recipient) {
    return recipient != Recipient::parent_talk || parent_contact(content, subject, indication) != ParentContact::closed;
}

Document compose(const Content& content, const Case& subject, const Indication& indication, Recipient recipient,
                 const DocumentChoices& choices) {
    Document document;
    document.recipient = recipient;
    document.title = title_of(content, recipient);
    document.lead = content.texts[words_of(recipient).lead];
    document.content_version = content.version;
    document.rules_hash = content.rules_hash;
    document.date = choices.today;
    document.footer = content.texts[Text::document_footer];
    add_facts(content, subject, choices, document);
    if (!is_offered(content, subject, indication, recipient)) {
        document.lead = content.texts[Text::document_not_offered];
        return document;
    }

    const bool is_parent_talk = recipient == Recipient::parent_talk;
    const PartMaker make{content, subject, indication};
    std::vector<DocumentSection>& sections = document.sections;
    if (is_parent_talk) {
        sections.push_back(make.before_the_talk());
        sections.push_back(make.protective());
        sections.push_back(make.observations(false));
        sections.push_back(make.agenda());
        sections.push_back(make.reflections());
    } else {
        add_mark(content, subject, document);
        const bool with_indicator = shows_indicator(recipient, choices);
        add_ruler(content, subject, indication, with_indicator, recipient == Recipient::own_notes, document);
        if (!indication.alarms.empty()) sections.push_back(make.alarms());
        if (with_indicator) sections.push_back(make.indicator());
        sections.push_back(make.observations(true));
        sections.push_back(make.circumstances());
        sections.push_back(make.protective());
        sections.push_back(make.reflections());
        if (recipient == Recipient::own_notes) sections.push_back(make.parked());
        sections.push_back(make.next_steps());
        sections.push_back(make.not_known());
        if (recipient == Recipient::notification) sections.push_back(make.to_fill_in());
        if (recipient == Recipient::focus_team) sections.push_back(make.for_the_meeting());
    }
    sections.push_back(make.about());
    sections.erase(std::remove_if(sections.begin(), sections.end(),
                                  [](const DocumentSection& section) { return section.blocks.empty(); }),
                   sections.end());
    return document;
}

}  // namespace core
