#include <algorithm>
#include <array>
#include <string>

#include "base/day.hpp"
#include "base/text.hpp"
#include "content/check_parts.hpp"

namespace core {
namespace {

bool has_any(std::string_view text, std::initializer_list<std::string_view> wanted) {
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](std::string_view one) { return text.find(one) != std::string_view::npos; });
}

void check_review(const Review& review, std::string_view list, const std::string& id, Findings& findings) {
    if (review.sources.empty() && review.state != ReviewState::pending) {
        findings.error(list, id, "sources", in_quotes(id) + " har ingen kilde.",
                       "Skriv en nøgle fra lineal/sources.json, eller sæt »review« til »pending«.");
    }
    if (!day_number(review.date)) {
        const std::string what = review.date.empty() ? in_quotes(id) + " har ingen dato for gennemlæsning."
                                                     : "Datoen " + in_quotes(review.date) + " kan ikke læses.";
        findings.error(list, id, "review_date", what, "Skriv »review_date« som 2026-11-22.");
    }
}

template <class Things>
void check_reviews(const Things& things, std::string_view list, Findings& findings) {
    for (const auto& thing : things) check_review(thing.review, list, thing.id.value, findings);
}

bool ends_with_stop(const std::string& text) {
    if (text.empty()) return false;
    return text.back() == '.' || text.back() == '!';
}

bool begins_with_capital(const std::string& text) {
    std::size_t second = 0;
    if (text.empty()) return false;
    take_character(text, second);
    const std::string_view first = std::string_view(text).substr(0, second);
    return lower_case(first) != first;
}

void check_sign_words(const Sign& sign, Findings& findings) {
    const std::string& id = sign.id.value;
    if (ends_with_stop(sign.text)) {
        findings.error("signs", id, "text", "Tegnets tekst slutter med punktum.",
                       "Slet punktummet; teksten står som et punkt på en liste.");
    }
    if (ends_with_stop(sign.phrase)) {
        findings.error("signs", id, "phrase", "»phrase« slutter med punktum.",
                       "Slet punktummet; ordene står midt i en sætning.");
    }
    if (sign.text != capitalised(sign.text)) {
        findings.error("signs", id, "text", "Tegnets tekst begynder med et lille bogstav.", "Begynd med stort.");
    }
    if (begins_with_capital(sign.phrase)) {
        findings.error("signs", id, "phrase", "»phrase« begynder med et stort bogstav.",
                       "Begynd med småt; ordene står midt i en sætning.");
    }
}

// Keys whose texts are read by machines, or quote titles we do not choose.
bool is_prose(const ContentFile& file, const JsonValue& parent, const JsonValue& text) {
    const std::string_view kind = kind_of_file(file.name);
    if (kind == "texts") return true;
    if (kind == "lineal/sources") return false;
    const std::string& key = text.key.empty() ? parent.key : text.key;
    constexpr std::array<std::string_view, 31> names = {
        "id",          "age",    "dimension", "for_roles", "sources",  "review",   "review_date", "checked",
        "weight",      "track",  "floor",     "certainty", "arena",    "group",    "groups",      "ages",
        "roles",       "levels", "tracks",    "contact",   "contacts", "suspects", "dimensions",  "kind",
        "certainties", "topic",  "article",   "articles",  "meeting",  "meetings", "signs"};
    return std::find(names.begin(), names.end(), key) == names.end();
}

bool holds_judging_word(std::string_view text, const std::string& word) {
    if (word.empty() || word.back() != '*') return contains_word(text, word);
    return contains_word_beginning(text, std::string_view(word).substr(0, word.size() - 1));
}

void check_text(const ContentFile& file, const JsonValue& text, Findings& findings) {
    const std::string& words = text.text;
    if (looks_like_cpr(words)) {
        findings.error_at(file, text, "Teksten ligner et cpr-nummer.",
                          "Fjern det; her må ikke stå noget om rigtige personer.");
    }
    if (has_any(words, {"\"", "“", "”", "„"})) {
        findings.error_at(file, text, "Teksten har andre anførselstegn end »…«.", "Skriv »…«.");
    }
    if (has_any(words, {"Ã", "\xEF\xBF\xBD"})) {
        findings.error_at(file, text, "Æ, ø eller å er gået i stykker i teksten.",
                          "Skriv ordet forfra, og gem filen som UTF-8.");
    }
    // Words of the program may be halves of a sentence: " og ".
    const bool half = kind_of_file(file.name) == "texts";
    if (has_any(words, {"  ", " \n"}) || (!half && trimmed(words).size() != words.size())) {
        findings.error_at(file, text, "Teksten har mellemrum for meget.",
                          "Slet mellemrum i enderne og dobbelte mellemrum.");
    }
}

void check_judging(const ContentFile& file, const JsonValue& parent, const JsonValue& text, const CheckOptions& options,
                   Findings& findings) {
    const std::string& key = text.key.empty() ? parent.key : text.key;
    if (key == "search_words" || key == "everyday") return;  // what people type, not what we say
    for (const JudgingWord& judging : options.judging_words) {
        if (!holds_judging_word(text.text, judging.word)) continue;
        findings.error_at(file, text,
                          in_quotes(judging.word) + " siger, hvad barnet eller familien er, ikke hvad man ser.",
                          judging.better);
    }
}

// »{name}« stands for something the program fills in.
void check_placeholders(const ContentFile& file, const JsonValue& text, Findings& findings) {
    bool open = false;
    for (const char c : text.text) {
        const bool fits = (c >= 'a' && c <= 'z') || c == '_';
        const bool broken = (c == '{' && open) || (c == '}' && !open) || (open && c != '}' && !fits);
        if (broken) {
            open = true;
            break;
        }
        if (c == '{') open = true;
        if (c == '}') open = false;
    }
    if (!open) return;
    findings.error_at(file, text, "En pladsholder i teksten er ikke skrevet rigtigt.",
                      "Skriv den som {navn}, med små bogstaver og begge parenteser.");
}

}  // namespace

void check_words(const Content& content, Findings& findings, const CheckOptions& options) {
    check_reviews(content.signs, "signs", findings);
    check_reviews(content.circumstances, "circumstances", findings);
    check_reviews(content.protective_factors, "protective_factors", findings);
    check_reviews(content.reflections, "reflections", findings);
    check_reviews(content.tracks, "tracks", findings);
    check_reviews(content.steps, "steps", findings);
    check_reviews(content.knowledge.articles, "articles", findings);
    check_reviews(content.knowledge.meetings, "meetings", findings);
    check_reviews(content.knowledge.terms, "terms", findings);
    check_reviews(content.knowledge.figures, "figures", findings);
    for (const Page& page : content.pages) check_review(page.review, "pages", page.id, findings);
    for (const Sign& sign : content.signs) check_sign_words(sign, findings);
    findings.each_text([&](const ContentFile& file, const JsonValue& parent, const JsonValue& text) {
        if (!is_prose(file, parent, text)) return;
        check_text(file, text, findings);
        check_judging(file, parent, text, options, findings);
        if (kind_of_file(file.name) == "texts") check_placeholders(file, text, findings);
    });
}

}  // namespace core
