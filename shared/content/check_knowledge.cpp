#include <map>

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
    }
    const std::size_t words = readability_of(article).words;
    if (words < fewest_words || words > most_words) {
        findings.warning("articles", id, "blocks",
                         "Artiklen er på " + std::to_string(words) + " ord; de fleste læser 250 til 700.",
                         "Skriv det ud, eller del den i to.");
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
    check_forms(knowledge, findings);
}

}  // namespace core
