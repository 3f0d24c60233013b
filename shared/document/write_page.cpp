#include "document/write_page.hpp"

#include "base/text.hpp"
#include "document/page_writer.hpp"
#include "guide/steps_of.hpp"

namespace core {

namespace {

void add_block(const Content& content, PageWriter& page, const ArticleBlock& block) {
    using Kind = ArticleBlock::Kind;
    switch (block.kind) {
        case Kind::heading: page.heading(block.text); break;
        case Kind::paragraph: page.say(block.text); break;
        case Kind::list: page.list(block.items); break;
        case Kind::steps: page.list(block.items, true); break;
        case Kind::callout: page.notice(block.title, block.text); break;
        case Kind::quote: page.quote(block.from.empty() ? "" : with_stop(block.from), block.text); break;
        case Kind::table: page.table(block.caption, block.columns, block.rows); break;
        case Kind::figure: {
            const Figure* figure = find_figure(content.knowledge, block.figure);
            if (figure != nullptr) page.figure(*figure, {});
            break;
        }
        case Kind::link: break;  // leads nowhere on paper
        case Kind::source: {
            const Source* source = find_source(content, block.source);
            if (source != nullptr) page.say(with_stop(block.text) + " " + with_address(*source));
            break;
        }
    }
}

std::string write(const Content& content, const Article& article, const std::string& address) {
    PageWriter page(content, article.title);
    page.say(article.summary);
    page.notice(content.texts[Text::article_use], article.use);
    for (const ArticleBlock& block : article.blocks) add_block(content, page, block);
    return page.end(article.review, address);
}

std::string agenda_line(const AgendaPoint& point, const std::string& minutes) {
    std::string line = point.title;
    if (point.minutes > 0) line += " (" + std::to_string(point.minutes) + " " + minutes + ")";
    if (!point.when.empty()) line += " (" + point.when + ")";
    return point.text.empty() ? line : line + ": " + point.text;
}

std::string write(const Content& content, const MeetingGuide& meeting, const std::string& address) {
    PageWriter page(content, meeting.name);
    page.say(meeting.summary);
    page.part(Text::meeting_purpose, meeting.purpose);
    std::vector<std::string> people;
    for (const MeetingPerson& person : meeting.who)
        people.push_back(person.why.empty() ? person.who : person.who + ": " + person.why);
    page.part(Text::meeting_who, people);
    page.part(Text::meeting_before, meeting.before);
    std::vector<std::string> points;
    bool has_minutes = false;
    for (const AgendaPoint& point : meeting.agenda) {
        has_minutes = has_minutes || point.minutes > 0;
        points.push_back(agenda_line(point, content.texts[Text::paper_minutes]));
    }
    page.heading(has_minutes ? Text::meeting_agenda : Text::meeting_steps);
    page.list(points, true);
    page.say(meeting.agenda_note);
    page.part(Text::meeting_after, meeting.after);
    page.part(Text::meeting_consent, meeting.consent);
    page.part(Text::meeting_parents, meeting.parents);
    page.part(Text::meeting_child, meeting.child);
    page.part(Text::meeting_forms, meeting.forms);
    return page.end(meeting.review, address);
}

// "Politiet: 114. Altid åben. Når det haster. Sidst tjekket 22.11.2026."
std::string words_on(const Content& content, const Contact& contact) {
    std::string words = contact.name;
    if (!contact.phone.empty()) words += ": " + contact.phone;
    if (contact.phone.empty() && contact.placeholder) words += ": " + content.texts[Text::contact_not_ready];
    words += ".";
    if (!contact.hours.empty()) words += " " + with_stop(contact.hours);
    if (!contact.note.empty()) words += " " + contact.note;
    if (contact.phone.empty()) return words;
    if (contact.checked.empty()) return words + " " + content.texts[Text::contact_never_checked];
    return words + " " + fill(content.texts[Text::contact_checked], {{"date", written_date(contact.checked)}});
}

void add_rows(const Content& content, PageWriter& page, const PathwayStep& step) {
    page.say(step.body);
    page.row(Text::track_when, step.by_when);
    page.row(Text::step_who, step.who);
    page.row(Text::step_parents, step.parents);
    page.row(Text::step_consent, step.consent);
    std::vector<std::string> contacts;
    for (const ContactId& id : step.contacts) {
        const Contact* contact = find_contact(content, id);
        if (contact != nullptr) contacts.push_back(words_on(content, *contact));
    }
    page.list(contacts);
}

void add_step(const Content& content, PageWriter& page, const PathwayStep& step) {
    page.heading(step.title);
    add_rows(content, page, step);
}

// Whoever holds a page on one level may have a suspicion of something else.
void add_other_steps(const Content& content, PageWriter& page) { page.say(content.texts[Text::ways_other_steps]); }

std::string write(const Content& content, const PathwayStep& step, const std::string& address) {
    PageWriter page(content, step.title);
    add_rows(content, page, step);
    if (step.contacts_parents && step.tracks.empty()) add_other_steps(content, page);
    return page.end(step.review, address);
}

std::string write(const Content& content, const ConcernLevel& level, const std::string& address) {
    PageWriter page(content, level.name);
    page.say(level.meaning);
    add_other_steps(content, page);
    if (level.considers_notification) page.duty();
    for (const PathwayStep* step : steps_of(content, level)) add_step(content, page, *step);
    return page.end(address);
}

std::string write(const Content& content, const Role& role, const std::string& address) {
    PageWriter page(content, fill(content.texts[Text::role_ways_title], {{"role", role.phrase}}));
    add_other_steps(content, page);
    for (const ConcernLevel& level : content.levels) {
        std::vector<std::string> lines;
        for (const PathwayStep* step : steps_of(content, level, role, {}))
            lines.push_back(step->by_when.empty() ? step->title : step->title + " · " + step->by_when);
        page.part(level.name, lines);
    }
    page.duty();
    return page.end(address);
}

std::string write(const Content& content, const Track& track, const std::string& address) {
    PageWriter page(content, track.name);
    page.say(track.summary);
    page.row(Text::track_call, track.call);
    page.row(Text::track_when, track.by_when);
    page.row(Text::step_parents, track.parents);
    page.row(Text::track_child, track.child);
    page.duty();
    for (const PathwayStep* step : steps_of(content, track)) add_step(content, page, *step);
    return page.end(track.review, address);
}

// Gives what the place shows to `use`; false when it is none that can be had on paper.
template <class Use>
bool use_shown(const Content& content, const Place& place, Use use) {
    const auto given = [&use](const auto* thing) {
        if (thing != nullptr) use(*thing);
        return thing != nullptr;
    };
    switch (place.screen) {
        case Screen::article: return given(find_article(content.knowledge, ArticleId{place.part}));
        case Screen::meeting: return given(find_meeting(content.knowledge, MeetingId{place.part}));
        case Screen::track: return given(find_track(content, TrackId{place.part}));
        case Screen::step: return given(find_step(content, StepId{place.part}));
        case Screen::role_ways: return given(find_role(content, RoleId{place.part}));
        case Screen::level: {
            const std::optional<LevelIndex> at = find_level(content, LevelId{place.part});
            return given(at ? &content.levels[*at] : nullptr);
        }
        default: return false;
    }
}

}  // namespace

bool is_for_paper(const Content& content, const Place& place) {
    return use_shown(content, place, [](const auto&) {});
}

std::optional<std::string> write_page(const Content& content, const Place& place, const std::string& address) {
    std::optional<std::string> page;
    use_shown(content, place, [&](const auto& thing) { page = write(content, thing, address); });
    return page;
}

}  // namespace core
