// Slå op: one field to search by, and the ways in for who would rather look.

#include <algorithm>

#include "knowledge/search.hpp"
#include "view/address.hpp"
#include "view/screens/screens.hpp"

namespace core {

namespace {

Place page_of(const Content& content, const Findable& thing) {
    switch (thing.kind) {
        case FoundKind::article: return Place{Screen::article, content.knowledge.articles[thing.at].id.value};
        case FoundKind::meeting: return Place{Screen::meeting, content.knowledge.meetings[thing.at].id.value};
        case FoundKind::step: return Place{Screen::step, content.steps[thing.at].id.value};
        case FoundKind::term: return Place{Screen::term, content.knowledge.terms[thing.at].id.value};
        case FoundKind::sign: return Place{Screen::sign, content.signs[thing.at].id.value};
        case FoundKind::track: return Place{Screen::track, content.tracks[thing.at].id.value};
        case FoundKind::level: return Place{Screen::level, content.levels[thing.at].id.value};
        case FoundKind::contact: return Place{Screen::contacts, {}};
        case FoundKind::figure: {
            const Article* article = article_showing(content.knowledge, content.knowledge.figures[thing.at].id);
            if (article != nullptr) return Place{Screen::article, article->id.value};
            break;
        }
    }
    return Place{Screen::look_up, {}};
}

// Empty when the content does not have it any more.
std::string title_of_reading(const Content& content, const Place& place) {
    if (place.screen == Screen::meeting) {
        const MeetingGuide* meeting = find_meeting(content.knowledge, MeetingId{place.part});
        return meeting == nullptr ? std::string{} : meeting->name;
    }
    const Article* article = find_article(content.knowledge, ArticleId{place.part});
    return article == nullptr ? std::string{} : article->title;
}

// "Tegn · 3-5 år"
std::string kind_of(const Scene& scene, const Findable& thing) {
    switch (thing.kind) {
        case FoundKind::article: return scene.say(Text::found_article);
        case FoundKind::meeting: return scene.say(Text::found_meeting);
        case FoundKind::step: return scene.say(Text::found_step);
        case FoundKind::term: return scene.say(Text::found_term);
        case FoundKind::track: return scene.say(Text::found_track);
        case FoundKind::level: return scene.say(Text::found_level);
        case FoundKind::contact: return scene.say(Text::found_contact);
        case FoundKind::figure: return scene.say(Text::found_figure);
        case FoundKind::sign: break;
    }
    const AgeGroup* age = find_age(scene.content, scene.content.signs[thing.at].age);
    return scene.say(Text::found_sign, {{"age", age == nullptr ? std::string_view{} : age->name}});
}

// Best first; lifted for the role and age of the case, where there is one.
Answers find_sought(const Scene& scene) {
    constexpr std::size_t most = 15;
    if (scene.session.sought.empty()) return {};
    const Case& subject = scene.subject();
    return answer(scene.content, {scene.session.sought, find_role(scene.content, subject.role), subject.age}, most);
}

// "7 svar. De bedste står først."
std::string describe_found(const Scene& scene, std::size_t hits) {
    if (hits == 0) return scene.say(Text::found_none);
    if (hits == 1) return scene.say(Text::found_one);
    return scene.say(Text::found_many, {{"count", std::to_string(hits)}});
}

// »one«, »two«
std::string quoted(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "»" : ", »") + word + "«";
    return text;
}

// Why it is here: what it resembles most, or else which of the words stand where.
std::string why_of(const Scene& scene, const Hit& hit) {
    if (hit.phrase != nullptr) return scene.say(Text::found_phrase, {{"phrase", *hit.phrase}});
    constexpr Text sentences[] = {Text::found_same, Text::found_alike, Text::found_part, Text::found_beginning,
                                  Text::found_misspelt};
    std::string text;
    for (std::size_t kind = 0; kind < std::size(sentences); ++kind) {
        std::vector<std::string> words;
        for (const MatchReason& reason : hit.reasons)
            if (static_cast<std::size_t>(reason.kind) == kind) words.push_back(reason.typed);
        if (!words.empty()) text += (text.empty() ? "" : " ") + scene.say(sentences[kind], {{"words", quoted(words)}});
    }
    return text;
}

Rich marked(const Snippet& snippet) {
    Rich rich;
    std::size_t at = 0;
    for (const TextRange& mark : snippet.marked) {
        if (mark.begin > at) rich.push_back(Run{snippet.text.substr(at, mark.begin - at)});
        rich.push_back(strong(snippet.text.substr(mark.begin, mark.end - mark.begin)));
        at = mark.end;
    }
    if (at < snippet.text.size()) rich.push_back(Run{snippet.text.substr(at)});
    return rich;
}

Element describe_hit(const Scene& scene, const Hit& hit, const std::string& id) {
    constexpr std::size_t longest_snippet = 220;
    Elements children;
    children.push_back(
        link(id, title_of(scene.content, hit.thing), LinkKind::plain, page_of(scene.content, hit.thing)));
    std::get_if<Link>(&children.back().body)->description = kind_of(scene, hit.thing);
    Rich rich = marked(make_snippet(scene.content, hit, longest_snippet));
    if (!rich.empty()) children.push_back(rich_paragraph(id + "-text", std::move(rich)));
    children.push_back(
        paragraph(id + "-why", kind_of(scene, hit.thing) + ". " + why_of(scene, hit), ParagraphTone::small_muted));
    return group(id + "-card", GroupKind::card, std::move(children));
}

void add_search(const Scene& scene, const Answers& answers, Elements& to) {
    const std::vector<Hit>& hits = answers.hits;
    to.push_back(search_field("sought", scene.say(Text::sought_label), scene.say(Text::sought_hint),
                              scene.session.sought, LookUpTyped{}, 200));
    if (scene.session.sought.empty()) return;
    to.push_back(heading(found_title_id, 2, describe_found(scene, hits.size())));
    // What they were not found by.
    if (!hits.empty() && !answers.unknown.empty())
        to.push_back(paragraph(found_unknown_id, scene.say(Text::found_unknown, {{"words", quoted(answers.unknown)}}),
                               ParagraphTone::small_muted));
    // What fits best comes first; the rest is one press away, and not made anew at every letter.
    constexpr std::size_t at_first = 6;
    const std::size_t shown = scene.session.shows_all_hits ? hits.size() : std::min(hits.size(), at_first);
    for (std::size_t at = 0; at < shown; ++at)
        to.push_back(describe_hit(scene, hits[at], "found-" + std::to_string(at + 1)));
    if (hits.size() > shown) {
        const std::string count = std::to_string(hits.size() - shown);
        to.push_back(button("found-more", scene.say(Text::found_more, {{"count", count}}), ButtonKind::secondary,
                            MoreHitsWanted{}));
    }
}

void add_entry(const Scene& scene, const char* id, Text title, Text line, Screen screen, Elements& to) {
    to.push_back(describe_entry(id, scene.say(title), scene.say(line), Place{screen, {}}));
}

// Those the content still has, newest first.
void add_readings(const Scene& scene, Elements& to) {
    List list;
    for (const Reading& one : scene.session.readings) {
        const std::string title = title_of_reading(scene.content, one.place);
        if (!title.empty()) list.items.push_back({{title, RunKind::link, address_of(one.place), {}}});
    }
    if (list.items.empty()) return;
    to.push_back(heading("read-title", 2, scene.say(Text::readings_title)));
    to.push_back(Element{"read", std::move(list), {}});
    const bool on = scene.session.remembers_readings;
    Element box = checkbox("read-remember", scene.say(Text::readings_remember), on, ReadingsRemembered{!on});
    std::get_if<Checkbox>(&box.body)->hint = scene.say(Text::readings_hint);
    to.push_back(std::move(box));
    to.push_back(button("read-forget", scene.say(Text::readings_forget), ButtonKind::quiet, ReadingsForgotten{}));
}

}  // namespace

void describe_look_up(const Scene& scene, Elements& to) {
    to.push_back(paragraph("lead", scene.say(Text::look_up_lead), ParagraphTone::lead));
    add_way_to_parents(scene, to);
    const Answers answers = find_sought(scene);
    add_search(scene, answers, to);
    if (!answers.hits.empty()) return;
    add_readings(scene, to);
    for (const Topic& topic : scene.content.knowledge.topics)
        to.push_back(describe_entry("topic-" + topic.id.value, topic.name, with_stop(topic.line),
                                    Place{Screen::topic, topic.id.value}));
    add_entry(scene, "to-signs", Text::sign_ages_title, Text::sign_ages_line, Screen::sign_ages, to);
    add_entry(scene, "to-ways", Text::ways_title, Text::ways_line, Screen::ways, to);
    add_entry(scene, "to-roles", Text::roles_title, Text::roles_line, Screen::roles, to);
    add_entry(scene, "to-meetings", Text::meetings_title, Text::meetings_line, Screen::meetings, to);
    add_entry(scene, "to-contacts", Text::numbers_title, Text::numbers_line, Screen::contacts, to);
    add_entry(scene, "to-terms", Text::terms_title, Text::terms_line, Screen::terms, to);
}

}  // namespace core
