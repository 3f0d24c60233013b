#include "view/sign_search.hpp"

#include "assessment/indicate.hpp"
#include "base/text.hpp"

namespace core {

namespace {

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words{{}};
    for (const char c : text) {
        const bool between = c == ' ' || c == ',' || c == '.' || c == '\t' || c == '\n';
        if (!between) words.back() += c;
        if (between && !words.back().empty()) words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

bool holds(const Sign& sign, const std::string& word) {
    if (contains(sign.text, word) || contains(sign.example, word)) return true;
    for (const std::string& everyday : sign.search_words) {
        if (contains(everyday, word)) return true;
    }
    return false;
}

}  // namespace

std::vector<const Sign*> find_signs(const Content& content, const Case& subject, const std::string& wanted) {
    const std::vector<std::string> sought = words_of(wanted);
    std::vector<const Sign*> found;
    if (sought.empty()) return found;
    for (const Sign* sign : shown_signs(content, subject)) {
        bool fits = true;
        for (const std::string& word : sought) fits = fits && holds(*sign, word);
        if (fits) found.push_back(sign);
    }
    return found;
}

}  // namespace core
