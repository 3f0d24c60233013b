// Slå op: articles, meetings and terms.

#include "document/compose.hpp"
#include "figure/arrange.hpp"
#include "figure/figure_table.hpp"
#include "view/address.hpp"
#include "view/screens/screens.hpp"
#include "view/term_marks.hpp"

namespace core {

namespace {

Element list_of(TermMarks& terms, std::string id, const std::vector<std::string>& items, bool ordered = false) {
    List list;
    list.ordered = ordered;
    for (const std::string& item : items) list.items.push_back(terms.mark(item));
    return Element{std::move(id), std::move(list), {}};
}

// Without levels of its own content: the scale as it is, with nothing set on it.
Ruler ruler_of(const Figure& figure) {
    Ruler ruler;
    for (const FigurePart& part : figure.parts) ruler.levels.push_back(part.title);
    ruler.legend = figure.title;
    return ruler;
}

// The drawing, then the table that says the same. Its title and what it says stand above it, so it is named by the title.
void add_figure(const Scene& scene, TermMarks& terms, const std::string& id, const Figure& figure, Elements& to) {
    Elements children;
    children.push_back(rich_paragraph(id + "-title", strong_words(figure.title)));
    children.push_back(rich_paragraph(id + "-says", terms.mark(figure.says)));
    if (figure.kind == FigureKind::ruler) children.push_back(Element{id + "-drawn", ruler_of(figure), {}});
    if (is_arranged(figure.kind))
        children.push_back(Element{id + "-drawn", Illustration{figure, {}, figure.title}, {}});
    if (figure.kind == FigureKind::radar)
        children.push_back(link(id + "-fill", scene.say(Text::self_link), LinkKind::plain,
                                Place{Screen::self_assessment, figure.id.value}));
    if (!figure.note.empty())
        children.push_back(rich_paragraph(id + "-note", terms.mark(figure.note), ParagraphTone::small));
    add_pending(scene, id + "-pending", figure.review, children);
    add_disclosure(scene, children, id + "-sources", scene.say(Text::sources_and_date),
                   describe_review(scene, id + "-from", figure.review), figure.title);
    to.push_back(group(id, GroupKind::card, std::move(children)));
    to.push_back(Element{id + "-table", make_table(figure.table_title, figure.columns, rows_of(figure)), {}});
}

void add_block(const Scene& scene, TermMarks& terms, const std::string& id, const ArticleBlock& block, Elements& to) {
    using Kind = ArticleBlock::Kind;
    switch (block.kind) {
        case Kind::heading: return to.push_back(heading(id, 2, block.text));
        case Kind::paragraph: return to.push_back(rich_paragraph(id, terms.mark(block.text)));
        case Kind::list:
        case Kind::steps: return to.push_back(list_of(terms, id, block.items, block.kind == Kind::steps));
        case Kind::callout: {
            Elements children;
            children.push_back(rich_paragraph(id + "-title", strong_words(block.title)));
            children.push_back(rich_paragraph(id + "-text", terms.mark(block.text)));
            return to.push_back(group(id, GroupKind::info, std::move(children)));
        }
        case Kind::quote:
            if (!block.from.empty())
                to.push_back(rich_paragraph(id + "-from", terms.mark(with_stop(block.from)), ParagraphTone::muted));
            return to.push_back(rich_paragraph(id, terms.mark("»" + block.text + "«"), ParagraphTone::quote));
        case Kind::table: {
            Table table{block.caption, {}, {}};
            table.columns = block.columns;
            for (const std::vector<std::string>& row : block.rows) {
                std::vector<Rich> cells;
                cells.reserve(row.size());
                for (const std::string& cell : row) cells.push_back(terms.mark(cell));
                table.rows.push_back(std::move(cells));
            }
            return to.push_back(Element{id, std::move(table), {}});
        }
        case Kind::figure: {
            const Figure* figure = find_figure(scene.content.knowledge, block.figure);
            if (figure != nullptr) add_figure(scene, terms, id, *figure, to);
            return;
        }
        case Kind::link: {
            const Place place = block.article.empty() ? Place{Screen::meeting, block.meeting.value}
                                                      : Place{Screen::article, block.article.value};
            return to.push_back(link(id, block.text, LinkKind::plain, place));
        }
        case Kind::source: {
            const Source* source = find_source(scene.content, block.source);
            if (source == nullptr) return;
            const std::string said = with_stop(block.text) + " " + with_address(*source);
            return to.push_back(paragraph(id, said, ParagraphTone::small));
        }
    }
}

// Does a link on the page lead there already?
bool is_led_to(const Place& place, const Elements& elements) {
    for (const Element& element : elements) {
        const auto* link = std::get_if<Link>(&element.body);
        if (link != nullptr && link->address == address_of(place)) return true;
    }
    return false;
}

// Where one can go on, and what it rests on.
void add_end(const Scene& scene, const std::vector<ArticleId>& articles, const std::vector<MeetingId>& meetings,
             const Review& review, Elements& to) {
    Elements links;
    for (const ArticleId& id : articles) {
        if (is_led_to(Place{Screen::article, id.value}, to)) continue;
        const Article* other = find_article(scene.content.knowledge, id);
        if (other != nullptr)
            links.push_back(link("also-" + id.value, other->title, LinkKind::plain, Place{Screen::article, id.value}));
    }
    for (const MeetingId& id : meetings) {
        if (is_led_to(Place{Screen::meeting, id.value}, to)) continue;
        const MeetingGuide* meeting = find_meeting(scene.content.knowledge, id);
        if (meeting != nullptr)
            links.push_back(link("meet-" + id.value, meeting->name, LinkKind::plain, Place{Screen::meeting, id.value}));
    }
    if (!links.empty()) {
        to.push_back(heading("also-title", 2, scene.say(Text::article_also)));
        to.push_back(group("also", GroupKind::plain, std::move(links)));
    }
    add_paper(scene, to);
    add_disclosure(scene, to, "from", scene.say(Text::sources_and_date), describe_review(scene, "from", review));
}

void add_part(const Scene& scene, TermMarks& terms, const char* id, Text title, const std::vector<std::string>& items,
              Elements& to) {
    if (items.empty()) return;
    to.push_back(heading(std::string{id} + "-title", 2, scene.say(title)));
    to.push_back(list_of(terms, id, items));
}

void add_part(const Scene& scene, TermMarks& terms, const char* id, Text title, const std::string& text, Elements& to) {
    if (text.empty()) return;
    to.push_back(heading(std::string{id} + "-title", 2, scene.say(title)));
    to.push_back(rich_paragraph(id, terms.mark(text)));
}

// What Linealen can make is one press away; not the paper for a talk that is closed.
void add_forms(const Scene& scene, TermMarks& terms, const MeetingGuide& meeting, Elements& to) {
    if (meeting.forms.empty()) return;
    const Indication indication = indicate(scene.content, scene.subject());
    List list;
    for (const MeetingForm& form : meeting.forms) {
        Rich item = terms.mark(form.name);
        if (form.document && is_offered(scene.content, scene.subject(), indication, *form.document)) {
            const std::string label =
                scene.say(Text::make_document, {{"document", title_of(scene.content, *form.document)}});
            item.push_back(Run{". "});
            item.push_back({label, RunKind::link, address_of(Place{Screen::document, slug_of(*form.document)}), {}});
        }
        list.items.push_back(std::move(item));
    }
    to.push_back(heading("forms-title", 2, scene.say(Text::meeting_forms)));
    to.push_back(Element{"forms", std::move(list), {}});
}

void add_agenda(const Scene& scene, TermMarks& terms, const MeetingGuide& meeting, Elements& to) {
    bool has_minutes = false;
    bool has_when = false;
    for (const AgendaPoint& point : meeting.agenda) {
        has_minutes = has_minutes || point.minutes > 0;
        has_when = has_when || !point.when.empty();
    }
    const Text title = has_minutes ? Text::meeting_agenda : Text::meeting_steps;
    to.push_back(heading("agenda-title", 2, scene.say(title)));
    Table table;
    table.caption = scene.say(Text::agenda_caption, {{"name", meeting.name}});
    table.columns.push_back(scene.say(Text::column_point));
    if (has_minutes) table.columns.push_back(scene.say(Text::column_minutes));
    if (has_when) table.columns.push_back(scene.say(Text::column_when));
    table.columns.push_back(scene.say(Text::column_how));
    for (const AgendaPoint& point : meeting.agenda) {
        std::vector<Rich> cells{strong_words(point.title)};
        if (has_minutes) cells.push_back(words(point.minutes > 0 ? std::to_string(point.minutes) : "–"));
        if (has_when) cells.push_back(words(point.when.empty() ? "–" : point.when));
        cells.push_back(point.text.empty() ? words("–") : terms.mark(point.text));
        table.rows.push_back(std::move(cells));
    }
    to.push_back(Element{"agenda", std::move(table), {}});
    if (!meeting.agenda_note.empty())
        to.push_back(rich_paragraph("agenda-note", terms.mark(meeting.agenda_note), ParagraphTone::muted));
}

void add_people(const Scene& scene, TermMarks& terms, const MeetingGuide& meeting, Elements& to) {
    if (meeting.who.empty()) return;
    to.push_back(heading("who-title", 2, scene.say(Text::meeting_who)));
    List list;
    for (const MeetingPerson& person : meeting.who) {
        Rich item = strong_words(person.who);
        for (Run& run : person.why.empty() ? Rich{} : terms.mark(": " + person.why)) item.push_back(std::move(run));
        list.items.push_back(std::move(item));
    }
    to.push_back(Element{"who", std::move(list), {}});
}

// The signs it is about, as far as they are here; those of an age come with its pack.
void add_signs(const Scene& scene, const Article& article, Elements& to) {
    List list;
    for (const std::string& id : article.signs) {
        const Sign* sign = find_sign(scene.content, SignId{id});
        const AgeGroup* age = sign == nullptr ? nullptr : find_age(scene.content, sign->age);
        if (age == nullptr) continue;
        Rich item{{sign->text, RunKind::link, address_of(Place{Screen::sign, id}), {}}};
        item.push_back(Run{" (" + age->name + ")"});
        list.items.push_back(std::move(item));
    }
    if (list.items.empty()) return;
    to.push_back(heading("signs-title", 2, scene.say(Text::article_signs)));
    to.push_back(Element{"signs", std::move(list), {}});
}

std::vector<AgeGroupId> ids_of(const std::vector<std::string>& ages) {
    std::vector<AgeGroupId> ids;
    ids.reserve(ages.size());
    for (const std::string& age : ages) ids.push_back(AgeGroupId{age});
    return ids;
}

void add_contacts_of(const Scene& scene, const MeetingGuide& meeting, Elements& to) {
    if (meeting.contacts.empty()) return;
    to.push_back(heading("contacts-title", 2, scene.say(Text::contacts_title)));
    for (const ContactId& id : meeting.contacts) {
        const Contact* contact = find_contact(scene.content, id);
        if (contact != nullptr) to.push_back(describe_contact(scene, "contact-" + id.value, *contact));
    }
}

// Back to where it was read to before. The first heading is close enough to go by oneself.
void add_resume(const Scene& scene, const Article& article, Elements& to) {
    bool is_first = true;
    for (std::size_t at = 0; at < article.blocks.size(); ++at) {
        if (article.blocks[at].kind != ArticleBlock::Kind::heading) continue;
        const std::string id = "block-" + std::to_string(at);
        if (id == scene.session.resume_at && !is_first) {
            Link resume;
            resume.label = scene.say(Text::reading_resume, {{"heading", article.blocks[at].text}});
            resume.address = address_of(scene.session.place);
            resume.action = ElementPointedOut{id};
            to.push_back(Element{"resume", std::move(resume), {}});
        }
        is_first = false;
    }
}

}  // namespace

void describe_topic(const Scene& scene, Elements& to) {
    const Topic* topic = find_topic(scene.content.knowledge, TopicId{scene.session.place.part});
    if (topic == nullptr) return add_unknown(scene, to);
    to.push_back(paragraph("lead", with_stop(topic->line), ParagraphTone::lead));
    for (const Article& article : scene.content.knowledge.articles) {
        if (article.topic != topic->id) continue;
        to.push_back(describe_entry("article-" + article.id.value, article.title, article.summary,
                                    Place{Screen::article, article.id.value}));
    }
}

void describe_article(const Scene& scene, Elements& to) {
    const Article* article = find_article(scene.content.knowledge, ArticleId{scene.session.place.part});
    if (article == nullptr) return add_unknown(scene, to);
    TermMarks terms(scene.content.knowledge, article->id.value);
    add_way_to_parents(scene, to);
    to.push_back(rich_paragraph("lead", terms.mark(article->summary), ParagraphTone::lead));
    add_for_whom(scene, ids_of(article->ages), article->for_roles, to);
    add_pending(scene, "pending", article->review, to);
    Elements use;
    use.push_back(rich_paragraph("use-title", strong_words(scene.say(Text::article_use))));
    use.push_back(rich_paragraph("use-text", terms.mark(article->use)));
    to.push_back(group("use", GroupKind::info, std::move(use)));
    add_resume(scene, *article, to);
    for (std::size_t at = 0; at < article->blocks.size(); ++at)
        add_block(scene, terms, "block-" + std::to_string(at), article->blocks[at], to);
    add_signs(scene, *article, to);
    add_end(scene, article->articles, article->meetings, article->review, to);
}

void describe_meetings(const Scene& scene, Elements& to) {
    to.push_back(paragraph("lead", scene.say(Text::meetings_line), ParagraphTone::lead));
    for (const MeetingGuide& meeting : scene.content.knowledge.meetings)
        to.push_back(describe_entry("meeting-" + meeting.id.value, meeting.name, meeting.summary,
                                    Place{Screen::meeting, meeting.id.value}));
}

void describe_meeting(const Scene& scene, Elements& to) {
    const MeetingGuide* meeting = find_meeting(scene.content.knowledge, MeetingId{scene.session.place.part});
    if (meeting == nullptr) return add_unknown(scene, to);
    TermMarks terms(scene.content.knowledge, meeting->id.value);
    add_way_to_parents(scene, to);
    to.push_back(rich_paragraph("lead", terms.mark(meeting->summary), ParagraphTone::lead));
    add_for_whom(scene, ids_of(meeting->ages), meeting->for_roles, to);
    add_pending(scene, "pending", meeting->review, to);
    add_part(scene, terms, "purpose", Text::meeting_purpose, meeting->purpose, to);
    add_people(scene, terms, *meeting, to);
    add_part(scene, terms, "before", Text::meeting_before, meeting->before, to);
    add_agenda(scene, terms, *meeting, to);
    add_part(scene, terms, "after", Text::meeting_after, meeting->after, to);
    add_part(scene, terms, "consent", Text::meeting_consent, meeting->consent, to);
    add_part(scene, terms, "parents", Text::meeting_parents, meeting->parents, to);
    add_part(scene, terms, "child", Text::meeting_child, meeting->child, to);
    add_forms(scene, terms, *meeting, to);
    add_contacts_of(scene, *meeting, to);
    add_end(scene, meeting->articles, {}, meeting->review, to);
}

void describe_terms(const Scene& scene, Elements& to) {
    to.push_back(paragraph("lead", scene.say(Text::terms_line), ParagraphTone::lead));
    List list;
    for (const Term& term : scene.content.knowledge.terms) {
        Rich item{{term.name, RunKind::link, address_of(Place{Screen::term, term.id.value}), {}}};
        item.push_back(Run{": " + term.text});
        list.items.push_back(std::move(item));
    }
    if (!list.items.empty()) to.push_back(Element{"terms", std::move(list), {}});
}

void describe_term(const Scene& scene, Elements& to) {
    const Term* term = find_term(scene.content.knowledge, TermId{scene.session.place.part});
    if (term == nullptr) return add_unknown(scene, to);
    to.push_back(rich_paragraph("lead", TermMarks(scene.content.knowledge, term->id.value).mark(term->text),
                                ParagraphTone::lead));
    add_pending(scene, "pending", term->review, to);
    std::vector<ArticleId> articles;
    if (!term->article.value.empty()) articles.push_back(term->article);
    add_end(scene, articles, {}, term->review, to);
}

Dialog describe_opened_term(const Scene& scene) {
    const Term& term = *find_term(scene.content.knowledge, scene.session.opened_term);
    Dialog dialog;
    dialog.id = "opened-term";
    dialog.elements.push_back(heading("opened-term-title", 2, term.name));
    dialog.elements.push_back(paragraph("opened-term-text", term.text));
    add_pending(scene, "opened-term-pending", term.review, dialog.elements);
    Elements row;
    row.push_back(button("opened-term-close", scene.say(Text::close), ButtonKind::primary, QuestionAnswered{false}));
    const bool has_article = find_article(scene.content.knowledge, term.article) != nullptr;
    const Place more = has_article ? Place{Screen::article, term.article.value} : Place{Screen::term, term.id.value};
    row.push_back(link("opened-term-more", scene.say(Text::read_more), LinkKind::plain, more));
    dialog.elements.push_back(group("opened-term-actions", GroupKind::row, std::move(row)));
    return dialog;
}

std::string heading_of_topic(const Scene& scene) {
    const Topic* topic = find_topic(scene.content.knowledge, TopicId{scene.session.place.part});
    return topic == nullptr ? scene.say(Text::look_up_title) : topic->name;
}

std::string heading_of_article(const Scene& scene) {
    const Article* article = find_article(scene.content.knowledge, ArticleId{scene.session.place.part});
    return article == nullptr ? scene.say(Text::look_up_title) : article->title;
}

std::string heading_of_meeting(const Scene& scene) {
    const MeetingGuide* meeting = find_meeting(scene.content.knowledge, MeetingId{scene.session.place.part});
    return meeting == nullptr ? scene.say(Text::meetings_title) : meeting->name;
}

std::string heading_of_term(const Scene& scene) {
    const Term* term = find_term(scene.content.knowledge, TermId{scene.session.place.part});
    return term == nullptr ? scene.say(Text::terms_title) : term->name;
}

}  // namespace core
