#include "document/write_page.hpp"

#include "base/text.hpp"
#include "document/page_writer.hpp"
#include "guide/steps_of.hpp"
#include "guide/words_on.hpp"

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

std::string agenda_line(const AgendaPoint& point, const std::string& minutes) {
    std::string line = point.title;
    if (point.minutes > 0) line += " (" + std::to_string(point.minutes) + " " + minutes + ")";
    if (!point.when.empty()) line += " (" + point.when + ")";
    return point.text.empty() ? line : line + ": " + point.text;
}

// One page, for the choices it was asked for with.
class Pages {
public:
    Pages(const Content& content, const PageChoices& choices) : content_(content), choices_(choices) {}

    std::string write(const Article& article) const {
        PageWriter page = begin(article.title, Paper::document);
        page.say(article.summary);
        page.notice(content_.texts[Text::article_use], article.use);
        for (const ArticleBlock& block : article.blocks) add_block(content_, page, block);
        return page.end(article.review, choices_.address);
    }

    std::string write(const MeetingGuide& meeting) const {
        PageWriter page = begin(meeting.name);
        page.say(meeting.summary);
        page.part(Text::meeting_purpose, meeting.purpose);
        std::vector<std::string> people;
        for (const MeetingPerson& person : meeting.who)
            people.push_back(person.why.empty() ? person.who : person.who + ": " + person.why);
        page.part(Text::meeting_who, people);
        page.part(Text::meeting_before, meeting.before);
        add_agenda(page, meeting);
        page.part(Text::meeting_after, meeting.after);
        page.part(Text::meeting_consent, meeting.consent);
        page.part(Text::meeting_parents, meeting.parents);
        page.part(Text::meeting_child, meeting.child);
        std::vector<std::string> forms;
        for (const MeetingForm& form : meeting.forms) forms.push_back(form.name);
        page.part(Text::meeting_forms, forms);
        page.part(Text::contacts_title, words_on(meeting.contacts));
        return page.end(meeting.review, choices_.address);
    }

    std::string write(const PathwayStep& step) const {
        PageWriter page = begin(step.title);
        add_rows(page, step);
        if (step.contacts_parents && step.tracks.empty()) add_other_steps(page);
        return page.end(step.review, choices_.address);
    }

    std::string write(const ConcernLevel& level) const {
        PageWriter page = begin(level.name);
        page.say(level.meaning);
        add_other_steps(page);
        if (level.considers_notification)
            page.duty();
        else
            page.duty_in_short();
        // All roles' steps on one sheet; whom to ring has one of its own.
        for (const PathwayStep* step : steps_of(content_, level)) {
            page.heading(step->title);
            // In one paragraph: thirteen steps and the duty to notify have one sheet.
            page.say((step->by_when.empty() ? step->who : step->who + " · " + step->by_when) + ". " + step->body);
            page.row(Text::step_parents, words_on_parents(content_, *step, choices_.parents));
            page.row(Text::step_consent, step->consent);
        }
        return page.end(choices_.address);
    }

    std::string write(const Role& role) const {
        PageWriter page = begin(fill(content_.texts[Text::role_ways_title], {{"role", role.phrase}}));
        const AgeGroup* age = find_age(content_, age_of(role, choices_.age));
        page.row(Text::step_for_ages, age == nullptr ? content_.texts[Text::all_ages] : age->name);
        add_other_steps(page);
        for (const ConcernLevel& level : content_.levels) {
            std::vector<std::string> lines;
            for (const PathwayStep* step : steps_of(content_, level, role, age == nullptr ? AgeGroupId{} : age->id))
                lines.push_back(step->by_when.empty() ? step->title : step->title + " · " + step->by_when);
            page.part(level.name, lines);
        }
        page.duty();
        return page.end(choices_.address);
    }

    std::string write(const Track& track) const {
        PageWriter page = begin(track.name);
        page.say(track.summary);
        page.row(Text::track_call, track.call);
        page.row(Text::track_when, track.by_when);
        page.row(Text::step_parents, track.parents);
        page.row(Text::track_child, track.child);
        page.duty();
        for (const PathwayStep* step : steps_of(content_, track)) add_step(page, *step);
        return page.end(track.review, choices_.address);
    }

    std::string write(const std::vector<Contact>& contacts) const {
        PageWriter page = begin(content_.texts[Text::numbers_title]);
        std::vector<std::string> lines;
        lines.reserve(contacts.size());
        for (const Contact& contact : contacts) lines.push_back(words_on(contact));
        page.list(lines);
        return page.end(choices_.address);
    }

private:
    PageWriter begin(const std::string& title, Paper paper = Paper::sheet) const {
        PageWriter page(content_, title, paper);
        if (choices_.parents == ParentContact::closed) page.warning(content_.texts[Text::parents_closed]);
        return page;
    }

    // Whoever holds a page on one level may have a suspicion of something else.
    void add_other_steps(PageWriter& page) const { page.say(content_.texts[Text::ways_other_steps]); }

    void add_agenda(PageWriter& page, const MeetingGuide& meeting) const {
        std::vector<std::string> points;
        bool has_minutes = false;
        for (const AgendaPoint& point : meeting.agenda) {
            has_minutes = has_minutes || point.minutes > 0;
            points.push_back(agenda_line(point, content_.texts[Text::paper_minutes]));
        }
        page.heading(has_minutes ? Text::meeting_agenda : Text::meeting_steps);
        page.list(points, true);  // whose proposal it is stands on the screen, with the sources
    }

    void add_rows(PageWriter& page, const PathwayStep& step) const {
        page.say(step.body);
        page.row(Text::track_when, step.by_when);
        page.row(Text::step_who, step.who);
        page.row(Text::step_parents, words_on_parents(content_, step, choices_.parents));
        page.row(Text::step_consent, step.consent);
        page.list(words_on(step.contacts));
    }

    void add_step(PageWriter& page, const PathwayStep& step) const {
        page.heading(step.title);
        add_rows(page, step);
    }

    // "Politiet: 114. Altid åben. Når det haster. Sidst tjekket 22.11.2026."
    std::string words_on(const Contact& contact) const {
        std::string words = contact.name;
        if (!contact.phone.empty()) words += ": " + contact.phone;
        if (contact.phone.empty() && contact.placeholder) words += ": " + content_.texts[Text::contact_not_ready];
        words += ".";
        if (!contact.hours.empty()) words += " " + with_stop(contact.hours);
        if (!contact.note.empty()) words += " " + contact.note;
        return contact.phone.empty() ? words : words + " " + words_on_check(content_, contact, choices_.today);
    }

    std::vector<std::string> words_on(const std::vector<ContactId>& ids) const {
        std::vector<std::string> lines;
        for (const ContactId& id : ids) {
            const Contact* contact = find_contact(content_, id);
            if (contact != nullptr) lines.push_back(words_on(*contact));
        }
        return lines;
    }

    const Content& content_;
    const PageChoices& choices_;
};

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
        case Screen::contacts: return given(&content.contacts);
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

std::optional<std::string> write_page(const Content& content, const Place& place, const PageChoices& choices) {
    std::optional<std::string> page;
    use_shown(content, place, [&](const auto& thing) { page = Pages(content, choices).write(thing); });
    return page;
}

}  // namespace core
