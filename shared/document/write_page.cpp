#include "document/write_page.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "document/page_writer.hpp"

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

void add_step(PageWriter& page, const PathwayStep& step) {
    page.say(step.body);
    page.row(Text::track_when, step.by_when);
    page.row(Text::step_who, step.who);
    page.row(Text::step_parents, step.parents);
    page.row(Text::step_consent, step.consent);
}

std::string write(const Content& content, const Track& track, const std::string& address) {
    PageWriter page(content, track.name);
    page.say(track.summary);
    page.row(Text::track_call, track.call);
    page.row(Text::track_when, track.by_when);
    page.row(Text::step_parents, track.parents);
    page.row(Text::track_child, track.child);
    page.duty();
    std::vector<const PathwayStep*> steps;
    for (const PathwayStep& step : content.steps) {
        if (std::find(step.tracks.begin(), step.tracks.end(), track.id) != step.tracks.end()) steps.push_back(&step);
    }
    std::stable_sort(steps.begin(), steps.end(),
                     [](const PathwayStep* one, const PathwayStep* other) { return one->order < other->order; });
    for (const PathwayStep* step : steps) {
        page.heading(step->title);
        add_step(page, *step);
    }
    return page.end(track.review, address);
}

}  // namespace

bool is_for_paper(const Content& content, const Place& place) {
    switch (place.screen) {
        case Screen::article: return find_article(content.knowledge, ArticleId{place.part}) != nullptr;
        case Screen::meeting: return find_meeting(content.knowledge, MeetingId{place.part}) != nullptr;
        case Screen::track: return find_track(content, TrackId{place.part}) != nullptr;
        default: return false;
    }
}

std::optional<std::string> write_page(const Content& content, const Place& place, const std::string& address) {
    if (!is_for_paper(content, place)) return std::nullopt;
    if (place.screen == Screen::article)
        return write(content, *find_article(content.knowledge, ArticleId{place.part}), address);
    if (place.screen == Screen::meeting)
        return write(content, *find_meeting(content.knowledge, MeetingId{place.part}), address);
    return write(content, *find_track(content, TrackId{place.part}), address);
}

}  // namespace core
