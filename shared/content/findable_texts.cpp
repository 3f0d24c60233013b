// What can be looked up, as the texts it is found by.

#include "content/content.hpp"
#include "content/word_index.hpp"

namespace core {

namespace {

class TextList {
public:
    void add(TextPlace field, const std::string& text) {
        if (!text.empty()) texts_.push_back({field, &text});
    }
    void add(TextPlace field, const std::vector<std::string>& texts) {
        for (const std::string& text : texts) add(field, text);
    }
    std::vector<FindableText> take() { return std::move(texts_); }

private:
    std::vector<FindableText> texts_;
};

void add_block(TextList& to, const ArticleBlock& block) {
    to.add(TextPlace::body, block.title);
    to.add(block.kind == ArticleBlock::Kind::heading ? TextPlace::summary : TextPlace::body, block.text);
    to.add(TextPlace::body, block.items);
    for (const auto& row : block.rows) to.add(TextPlace::body, row);
}

void add_texts(TextList& to, const Article& article) {
    to.add(TextPlace::title, article.title);
    to.add(TextPlace::everyday, article.everyday);
    to.add(TextPlace::tag, article.tags);
    to.add(TextPlace::summary, article.summary);
    to.add(TextPlace::body, article.use);
    for (const ArticleBlock& block : article.blocks) add_block(to, block);
}

void add_texts(TextList& to, const MeetingGuide& meeting) {
    to.add(TextPlace::title, meeting.name);
    to.add(TextPlace::everyday, meeting.everyday);
    to.add(TextPlace::summary, meeting.summary);
    to.add(TextPlace::summary, meeting.purpose);
    for (const MeetingPerson& person : meeting.who) {
        to.add(TextPlace::body, person.who);
        to.add(TextPlace::body, person.why);
    }
    to.add(TextPlace::body, meeting.before);
    for (const AgendaPoint& point : meeting.agenda) {
        to.add(TextPlace::body, point.title);
        to.add(TextPlace::body, point.text);
    }
    to.add(TextPlace::body, meeting.after);
    to.add(TextPlace::body, meeting.consent);
    to.add(TextPlace::body, meeting.parents);
    to.add(TextPlace::body, meeting.child);
    for (const MeetingForm& form : meeting.forms) to.add(TextPlace::body, form.name);
}

void add_texts(TextList& to, const PathwayStep& step) {
    to.add(TextPlace::title, step.title);
    to.add(TextPlace::everyday, step.everyday);
    to.add(TextPlace::summary, step.body);
    to.add(TextPlace::body, step.who);
    to.add(TextPlace::body, step.by_when);
    to.add(TextPlace::body, step.parents);
    to.add(TextPlace::body, step.consent);
}

void add_texts(TextList& to, const Term& term) {
    to.add(TextPlace::title, term.name);
    to.add(TextPlace::tag, term.forms);
    to.add(TextPlace::everyday, term.everyday);
    to.add(TextPlace::summary, term.text);
}

void add_texts(TextList& to, const Sign& sign) {
    to.add(TextPlace::title, sign.text);
    to.add(TextPlace::everyday, sign.search_words);
    to.add(TextPlace::summary, sign.example);
    to.add(TextPlace::body, sign.not_same_as);
}

void add_texts(TextList& to, const Track& track) {
    to.add(TextPlace::title, track.name);
    to.add(TextPlace::everyday, track.everyday);
    to.add(TextPlace::summary, track.summary);
    to.add(TextPlace::body, track.call);
    to.add(TextPlace::body, track.by_when);
    to.add(TextPlace::body, track.parents);
    to.add(TextPlace::body, track.child);
}

void add_texts(TextList& to, const ConcernLevel& level) {
    to.add(TextPlace::title, level.name);
    to.add(TextPlace::everyday, level.everyday);
    to.add(TextPlace::summary, level.meaning);
}

void add_texts(TextList& to, const Contact& contact) {
    to.add(TextPlace::title, contact.name);
    to.add(TextPlace::everyday, contact.everyday);
    to.add(TextPlace::tag, contact.phone);
    to.add(TextPlace::summary, contact.note);
    to.add(TextPlace::body, contact.hours);
}

void add_texts(TextList& to, const Figure& figure) {
    to.add(TextPlace::title, figure.title);
    to.add(TextPlace::everyday, figure.everyday);
    to.add(TextPlace::summary, figure.says);
    for (const FigurePart& part : figure.parts) {
        to.add(TextPlace::body, part.title);
        to.add(TextPlace::body, part.body);
    }
    to.add(TextPlace::body, figure.note);
}

}  // namespace

std::vector<FindableText> texts_of(const Content& content, const Findable& thing) {
    TextList texts;
    switch (thing.kind) {
        case FoundKind::article: add_texts(texts, content.knowledge.articles[thing.at]); break;
        case FoundKind::meeting: add_texts(texts, content.knowledge.meetings[thing.at]); break;
        case FoundKind::step: add_texts(texts, content.steps[thing.at]); break;
        case FoundKind::term: add_texts(texts, content.knowledge.terms[thing.at]); break;
        case FoundKind::sign: add_texts(texts, content.signs[thing.at]); break;
        case FoundKind::track: add_texts(texts, content.tracks[thing.at]); break;
        case FoundKind::level: add_texts(texts, content.levels[thing.at]); break;
        case FoundKind::contact: add_texts(texts, content.contacts[thing.at]); break;
        case FoundKind::figure: add_texts(texts, content.knowledge.figures[thing.at]); break;
    }
    return texts.take();
}

std::string slug_of(const Content& content, const Findable& thing) {
    switch (thing.kind) {
        case FoundKind::article: return "article:" + content.knowledge.articles[thing.at].id.value;
        case FoundKind::meeting: return "meeting:" + content.knowledge.meetings[thing.at].id.value;
        case FoundKind::step: return "step:" + content.steps[thing.at].id.value;
        case FoundKind::term: return "term:" + content.knowledge.terms[thing.at].id.value;
        case FoundKind::sign: return "sign:" + content.signs[thing.at].id.value;
        case FoundKind::track: return "track:" + content.tracks[thing.at].id.value;
        case FoundKind::level: return "level:" + content.levels[thing.at].id.value;
        case FoundKind::contact: return "contact:" + content.contacts[thing.at].id.value;
        case FoundKind::figure: return "figure:" + content.knowledge.figures[thing.at].id.value;
    }
    return {};
}

const std::string& title_of(const Content& content, const Findable& thing) {
    return *texts_of(content, thing).front().text;  // the title comes first, and the content check wants one
}

}  // namespace core
