#include <algorithm>
#include <map>
#include <set>

#include "base/danish_words.hpp"
#include "content/check_parts.hpp"

namespace core {
namespace {

constexpr std::size_t fewest_words = 250;
constexpr std::size_t most_words = 700;

// What an id in the videnssamling may point to, and the sentence when it does not.
class Pointers {
public:
    Pointers(const Content& content, Findings& findings) : content_(content), findings_(findings) {}

    void article(std::string_view list, const std::string& id, const ArticleId& wanted,
                 std::string_view field = "articles") {
        if (find_article(content_.knowledge, wanted) == nullptr)
            unknown(list, id, field, "Artiklen " + in_quotes(wanted.value));
    }
    void meeting(const std::string& id, const MeetingId& wanted, std::string_view field = "meetings") {
        if (find_meeting(content_.knowledge, wanted) == nullptr)
            unknown("articles", id, field, "Mødet " + in_quotes(wanted.value));
    }
    void sign(const std::string& id, const std::string& wanted) {
        if (find_sign(content_, SignId{wanted}) == nullptr)
            unknown("articles", id, "signs", "Tegnet " + in_quotes(wanted));
    }
    void age(std::string_view list, const std::string& id, const std::string& wanted) {
        if (find_age(content_, AgeGroupId{wanted}) == nullptr)
            unknown(list, id, "ages", "Aldersgruppen " + in_quotes(wanted));
    }
    void role(std::string_view list, const std::string& id, const std::string& wanted) {
        bool is_known = find_role(content_, RoleId{wanted}) != nullptr;
        for (const RoleGroup& group : content_.role_groups) is_known = is_known || group.id.value == wanted;
        if (!is_known) unknown(list, id, "for_roles", "Rollen " + in_quotes(wanted));
    }
    void unknown(std::string_view list, const std::string& id, std::string_view field, const std::string& what) {
        findings_.error(list, id, field, what + " findes ikke.", "Ret id'et, eller tag henvisningen ud.");
    }

private:
    const Content& content_;
    Findings& findings_;
};

void check_article(const Content& content, const Article& article, Pointers& pointers, Findings& findings) {
    const std::string& id = article.id.value;
    if (find_topic(content.knowledge, article.topic) == nullptr)
        pointers.unknown("articles", id, "topic", "Emnet " + in_quotes(article.topic.value));
    for (const std::string& role : article.for_roles) pointers.role("articles", id, role);
    for (const std::string& age : article.ages) pointers.age("articles", id, age);
    for (const std::string& sign : article.signs) pointers.sign(id, sign);
    for (const ArticleId& other : article.articles) pointers.article("articles", id, other);
    for (const MeetingId& meeting : article.meetings) pointers.meeting(id, meeting);
    if (holds(article.articles, article.id)) {
        findings.error("articles", id, "articles", "Artiklen henviser til sig selv.", "Tag den ud af »articles«.");
    }
    for (const ArticleBlock& block : article.blocks) {
        if (!block.article.empty()) pointers.article("articles", id, block.article, "blocks");
        if (!block.meeting.empty()) pointers.meeting(id, block.meeting, "blocks");
        if (!block.figure.empty() && find_figure(content.knowledge, block.figure) == nullptr)
            pointers.unknown("articles", id, "blocks", "Figuren " + in_quotes(block.figure.value));
    }
    const std::size_t words = readability_of(article).words;
    if (words < fewest_words || words > most_words) {
        findings.warning("articles", id, "blocks",
                         "Artiklen er på " + std::to_string(words) + " ord; de fleste læser 250 til 700.",
                         "Skriv det ud, eller del den i to.");
    }
}

std::size_t fewest_parts(FigureKind kind) {
    switch (kind) {
        case FigureKind::radar: return 3;
        case FigureKind::stairs:
        case FigureKind::cycle:
        case FigureKind::flow:
        case FigureKind::ruler:
        case FigureKind::stacked_bar: return 2;
        case FigureKind::bars:
        case FigureKind::table: break;
    }
    return 1;
}

bool has_part(const Figure& figure, const std::string& id) {
    for (const FigurePart& part : figure.parts) {
        if (part.id == id) return true;
    }
    return false;
}

// A ruler that names other levels than those a case is marked with would teach something else.
void check_ruler(const Content& content, const Figure& figure, Findings& findings) {
    const bool is_alike =
        std::equal(figure.parts.begin(), figure.parts.end(), content.levels.begin(), content.levels.end(),
                   [](const FigurePart& part, const ConcernLevel& level) { return part.title == level.name; });
    if (is_alike) return;
    findings.error("figures", figure.id.value, "parts", "Linealen har andre trin end niveauerne.",
                   "Skriv navnene fra lineal/levels.json som »title«, det laveste først.");
}

// What cannot be drawn, or could not be read from its table.
void check_figure(const Content& content, const Figure& figure, Findings& findings) {
    const std::string& id = figure.id.value;
    if (figure.kind == FigureKind::ruler) check_ruler(content, figure, findings);
    if (figure.parts.size() < fewest_parts(figure.kind)) {
        findings.error("figures", id, "parts", "Figuren har for få dele til sin slags.",
                       "Skriv flere dele, eller vælg slagsen »table«.");
    }
    const bool counts = figure.kind == FigureKind::bars || figure.kind == FigureKind::stacked_bar;
    long long sum = 0;
    bool has_body = false;
    std::set<std::string> ids;
    for (const FigurePart& part : figure.parts) {
        if (counts && !part.value) {
            findings.error("figures", id, "parts", "Delen " + in_quotes(part.title) + " har intet tal.",
                           "Skriv »value«, eller vælg slagsen »table«.");
        }
        if (figure.kind == FigureKind::radar && part.id.empty()) {
            findings.error("figures", id, "parts", "Delen " + in_quotes(part.title) + " har intet id.",
                           "Skriv »id«: Ved et spindelvæv gemmes de tal, folk sætter, under det.");
        }
        if (!part.id.empty() && !ids.insert(part.id).second)
            findings.error("figures", id, "parts", "Id'et " + in_quotes(part.id) + " er brugt to gange.",
                           "Giv hver del sit eget id.");
        sum += part.value.value_or(0);
        has_body = has_body || !part.body.empty();
    }
    if (counts && sum == 0) {
        findings.error("figures", id, "parts", "Alle tal er 0, så der er intet at tegne.",
                       "Ret tallene, eller vælg slagsen »table«.");
    }
    for (const FigureArrow& arrow : figure.arrows) {
        for (const std::string& end : {arrow.from, arrow.to}) {
            if (has_part(figure, end)) continue;
            findings.error("figures", id, "arrows", "Pilen går til eller fra " + in_quotes(end) + ", som ikke findes.",
                           "Ret id'et, eller skriv delen.");
        }
    }
    const std::size_t wanted = 1U + (counts ? 1U : 0U) + (has_body ? 1U : 0U) + (figure.arrows.empty() ? 0U : 1U);
    if (figure.columns.size() != wanted) {
        findings.error("figures", id, "columns",
                       "Tabellen har " + std::to_string(wanted) + " kolonner, men »columns« har " +
                           std::to_string(figure.columns.size()) + ".",
                       "Skriv et navn for hver: navn, så tal, forklaring og hvad der følger, dem der er.");
    }
}

// A word that stands in a text leads to one explanation.
void check_forms(const Knowledge& knowledge, Findings& findings) {
    std::map<std::string, TermId> owner;
    for (const Term& term : knowledge.terms) {
        for (const std::string& form : term.forms) {
            const auto [at, is_new] = owner.emplace(form, term.id);
            if (is_new) continue;
            findings.error("terms", term.id.value, "forms",
                           "Ordet " + in_quotes(form) + " står også ved " + in_quotes(at->second.value) + ".",
                           "Lad det stå ved det ene fagord.");
        }
    }
}

// Words that mean the same lead to what one of them stands in, alone.
void check_search_words(const Content& content, Findings& findings) {
    const WordIndex& index = content.index;
    DanishStemmer stemmer;
    const auto stands_somewhere = [&](const std::string& text) {
        const std::vector<DanishWord> words = split_words(text);
        if (words.size() != 1) return false;
        const auto known = index.numbers.find(stemmer.stem(words.front().folded));
        return known != index.numbers.end() && !index.postings[known->second].empty();
    };
    for (const std::vector<std::string>& group : content.knowledge.search_words.alike) {
        if (group.size() < 2) continue;  // told when it was read
        if (std::any_of(group.begin(), group.end(), stands_somewhere)) continue;
        findings.warning_in_kind("knowledge/words",
                                 "Gruppen med " + in_quotes(group.front()) +
                                     " fører ingen steder hen: Ingen tekst bruger et af dens enkelte ord.",
                                 "Skriv et ord med, som teksterne bruger, eller tag gruppen ud.");
    }
}

}  // namespace

void check_knowledge(const Content& content, Findings& findings) {
    const Knowledge& knowledge = content.knowledge;
    Pointers pointers(content, findings);
    for (const Article& article : knowledge.articles) check_article(content, article, pointers, findings);
    for (const MeetingGuide& meeting : knowledge.meetings) {
        for (const ArticleId& article : meeting.articles) pointers.article("meetings", meeting.id.value, article);
        for (const std::string& role : meeting.for_roles) pointers.role("meetings", meeting.id.value, role);
        for (const std::string& age : meeting.ages) pointers.age("meetings", meeting.id.value, age);
    }
    for (const Term& term : knowledge.terms) {
        if (!term.article.empty()) pointers.article("terms", term.id.value, term.article, "article");
    }
    for (const Figure& figure : knowledge.figures) check_figure(content, figure, findings);
    check_forms(knowledge, findings);
    check_search_words(content, findings);
}

}  // namespace core
