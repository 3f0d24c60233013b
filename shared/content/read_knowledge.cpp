// Articles, meetings, terms and figures.

#include "content/read_files.hpp"

namespace core {
namespace {

void require_text(JsonFields& fields, JsonReport& report, std::string_view key, const std::string& text) {
    if (!text.empty()) return;
    complain(report, fields.at(key), "Afsnittet mangler »" + std::string(key) + "«.",
             "Skriv det, eller fjern afsnittet.");
}

std::vector<std::vector<std::string>> read_rows(JsonFields& fields, JsonReport& report, std::size_t columns) {
    std::vector<std::vector<std::string>> rows;
    for (const JsonValue& item : fields.list_or_empty("rows")) {
        std::vector<std::string> row;
        for (const JsonValue& cell : item.items) row.push_back(cell.text);
        if (item.kind != JsonKind::list || row.size() != columns) {
            complain(report, item, "Rækken har ikke lige så mange felter, som tabellen har kolonner.",
                     "Skriv et felt for hver kolonne i »columns«.");
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

ArticleBlock read_block(const JsonValue& value, JsonReport& report) {
    using Kind = ArticleBlock::Kind;
    JsonFields fields(value, report);
    ArticleBlock block;
    block.kind = static_cast<Kind>(fields.choice(
        "kind", {"heading", "paragraph", "list", "steps", "callout", "quote", "table", "figure", "link", "source"}));
    block.title = fields.text_or_empty("title");
    block.text = fields.text_or_empty("text");
    block.from = fields.text_or_empty("from");
    block.items = fields.texts("items");
    block.caption = fields.text_or_empty("caption");
    block.columns = fields.texts("columns");
    block.rows = read_rows(fields, report, block.columns.size());
    block.figure = fields.id_or_empty<FigureId>("figure");
    block.article = fields.id_or_empty<ArticleId>("article");
    block.meeting = fields.id_or_empty<MeetingId>("meeting");
    block.source = SourceKey{fields.text_or_empty("source")};
    switch (block.kind) {
        case Kind::heading:
        case Kind::paragraph:
        case Kind::quote: require_text(fields, report, "text", block.text); break;
        case Kind::callout:
            require_text(fields, report, "title", block.title);
            require_text(fields, report, "text", block.text);
            break;
        case Kind::list:
        case Kind::steps:
            if (block.items.empty())
                complain(report, fields.at("items"), "Listen har ingen punkter.", "Skriv »items«, eller fjern listen.");
            break;
        case Kind::table:
            require_text(fields, report, "caption", block.caption);
            if (block.columns.empty() || block.rows.empty())
                complain(report, value, "Tabellen er tom.", "Skriv »columns« og »rows«, eller fjern tabellen.");
            break;
        case Kind::figure: require_text(fields, report, "figure", block.figure.value); break;
        case Kind::link:
            require_text(fields, report, "text", block.text);
            if (block.article.empty() == block.meeting.empty())
                complain(report, value, "Henvisningen skal føre til netop én artikel eller ét møde.",
                         "Skriv enten »article« eller »meeting«.");
            break;
        case Kind::source:
            require_text(fields, report, "source", block.source.value);
            require_text(fields, report, "text", block.text);
            break;
    }
    return block;
}

Article read_article(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    Article article;
    article.id = fields.id<ArticleId>("id");
    article.topic = fields.id<TopicId>("topic");
    article.title = fields.text("title");
    article.summary = fields.text("summary");
    article.use = fields.text("use");
    article.for_roles = fields.id_texts("for_roles");
    article.ages = fields.id_texts("ages");
    article.tags = fields.texts("tags");
    article.everyday = fields.texts("everyday");
    article.signs = fields.id_texts("signs");
    article.articles = fields.ids<ArticleId>("articles");
    article.meetings = fields.ids<MeetingId>("meetings");
    for (const JsonValue& item : fields.list("blocks")) article.blocks.push_back(read_block(item, report));
    article.review = read_review(fields);
    return article;
}

AgendaPoint read_point(const JsonValue& value, JsonReport& report) {
    constexpr int most_minutes = 240;
    JsonFields fields(value, report);
    AgendaPoint point;
    point.minutes = fields.whole_or("minutes", 0, 0, most_minutes);
    point.when = fields.text_or_empty("when");
    point.title = fields.text("title");
    point.text = fields.text_or_empty("text");
    return point;
}

MeetingForm read_form(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    MeetingForm form;
    form.name = fields.text("name");
    const std::size_t document =
        fields.choice_or("document", recipient_count, {std::begin(recipient_names), std::end(recipient_names)});
    if (document < recipient_count) form.document = static_cast<Recipient>(document);
    return form;
}

MeetingGuide read_meeting(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    MeetingGuide meeting;
    meeting.id = fields.id<MeetingId>("id");
    meeting.name = fields.text("name");
    meeting.phrase = fields.text("phrase");
    meeting.summary = fields.text("summary");
    meeting.purpose = fields.texts("purpose");
    for (const JsonValue& item : fields.list("who")) {
        JsonFields person(item, report);
        meeting.who.push_back(MeetingPerson{person.text("who"), person.text_or_empty("why")});
    }
    meeting.before = fields.texts("before");
    for (const JsonValue& item : fields.list("agenda")) meeting.agenda.push_back(read_point(item, report));
    meeting.agenda_note = fields.text_or_empty("agenda_note");
    meeting.after = fields.texts("after");
    meeting.consent = fields.text_or_empty("consent");
    meeting.parents = fields.text_or_empty("parents");
    meeting.child = fields.text_or_empty("child");
    for (const JsonValue& item : fields.list_or_empty("forms")) meeting.forms.push_back(read_form(item, report));
    meeting.everyday = fields.texts("everyday");
    meeting.for_roles = fields.id_texts("for_roles");
    meeting.ages = fields.id_texts("ages");
    meeting.articles = fields.ids<ArticleId>("articles");
    meeting.contacts = fields.ids<ContactId>("contacts");
    meeting.review = read_review(fields);
    return meeting;
}

Term read_term(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    Term term;
    term.id = fields.id<TermId>("id");
    term.name = fields.text("term");
    term.forms = fields.texts("forms");
    term.text = fields.text("text");
    term.everyday = fields.texts("everyday");
    term.article = fields.id_or_empty<ArticleId>("article");
    term.review = read_review(fields);
    return term;
}

Figure read_figure(const JsonValue& value, JsonReport& report) {
    constexpr int largest_value = 100'000'000;
    JsonFields fields(value, report);
    Figure figure;
    figure.id = fields.id<FigureId>("id");
    figure.kind = static_cast<FigureKind>(
        fields.choice("kind", {"stairs", "cycle", "flow", "radar", "bars", "stacked_bar", "table", "ruler"}));
    figure.title = fields.text("title");
    figure.says = fields.text("says");
    figure.table_title = fields.text("table_title");
    figure.columns = fields.texts("columns");
    figure.unit = fields.text_or_empty("unit");
    figure.low = fields.text_or_empty("low");
    figure.high = fields.text_or_empty("high");
    figure.both_ways = fields.truth_or("both_ways", false);
    for (const JsonValue& item : fields.list("parts")) {
        JsonFields part(item, report);
        figure.parts.push_back(FigurePart{part.id_text_or_empty("id"), part.text("title"), part.text_or_empty("body"),
                                          part.optional_whole("value", 0, largest_value)});
    }
    for (const JsonValue& item : fields.list_or_empty("arrows")) {
        JsonFields arrow(item, report);
        figure.arrows.push_back(FigureArrow{arrow.id_text("from"), arrow.id_text("to"), arrow.text_or_empty("when")});
    }
    figure.note = fields.text_or_empty("note");
    figure.everyday = fields.texts("everyday");
    figure.review = read_review(fields);
    return figure;
}

}  // namespace

void read_topics(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    for (const JsonValue& item : fields.list("topics")) {
        JsonFields topic(item, report);
        content.knowledge.topics.push_back(Topic{topic.id<TopicId>("id"), topic.text("name"), topic.text("line")});
    }
}

void read_articles(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    for (const JsonValue& item : fields.list("articles"))
        content.knowledge.articles.push_back(read_article(item, report));
}

void read_figures(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    for (const JsonValue& item : fields.list("figures")) content.knowledge.figures.push_back(read_figure(item, report));
}

void read_meetings(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    for (const JsonValue& item : fields.list("meetings"))
        content.knowledge.meetings.push_back(read_meeting(item, report));
}

void read_search_words(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    SearchWords& words = content.knowledge.search_words;
    words.little = fields.texts("little_words");
    for (const JsonValue& item : fields.list("alike")) {
        JsonFields group(item, report);
        words.alike.push_back(group.texts("words"));
        if (words.alike.back().size() < 2)
            complain(report, item, "Gruppen har færre end to ord.", "Skriv mindst to, der betyder det samme.");
    }
}

void read_terms(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    for (const JsonValue& item : fields.list("terms")) content.knowledge.terms.push_back(read_term(item, report));
}

}  // namespace core
