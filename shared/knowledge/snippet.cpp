// The sentence that says most about a question.

#include <algorithm>

#include "base/danish_words.hpp"
#include "knowledge/question_words.hpp"
#include "knowledge/search.hpp"

namespace core {

namespace {

// Sentences end with . ! ? and a space, or with the text.
std::vector<std::string_view> sentences_of(std::string_view text) {
    std::vector<std::string_view> sentences;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool ends = text[at] == '.' || text[at] == '!' || text[at] == '?';
        if (!ends || (at + 1 < text.size() && text[at + 1] != ' ')) continue;
        sentences.push_back(trimmed(text.substr(begin, at + 1 - begin)));
        begin = at + 1;
    }
    if (!trimmed(text.substr(begin)).empty()) sentences.push_back(trimmed(text.substr(begin)));
    return sentences;
}

// Cut between words, around the first mark; marks move along.
Snippet cut(const Snippet& whole, std::size_t longest) {
    if (whole.text.size() <= longest) return whole;
    const std::size_t first = whole.marked.empty() ? 0 : whole.marked.front().begin;
    std::size_t begin = first > longest / 3 ? first - longest / 3 : 0;
    if (begin > 0) {
        const std::size_t space = whole.text.find(' ', begin);
        begin = space == std::string::npos || space > first ? first : space + 1;
    }
    std::size_t end = std::min(whole.text.size(), begin + longest);
    if (end < whole.text.size()) {
        const std::size_t space = whole.text.rfind(' ', end);
        if (space != std::string::npos && space > begin) end = space;
        while (end > begin && (static_cast<unsigned char>(whole.text[end]) & 0xC0U) == 0x80U) --end;
    }
    Snippet part;
    const std::string before = begin > 0 ? "… " : "";
    part.text = before + whole.text.substr(begin, end - begin) + (end < whole.text.size() ? " …" : "");
    for (const TextRange& mark : whole.marked) {
        if (mark.begin < begin || mark.end > end) continue;
        part.marked.push_back({mark.begin - begin + before.size(), mark.end - begin + before.size()});
    }
    return part;
}

}  // namespace

std::vector<TextRange> marks_in(const Content& content, std::string_view text, const std::vector<WordNumber>& words) {
    DanishStemmer stemmer;
    std::vector<TextRange> marks;
    for (const DanishWord& word : split_words(text)) {
        const auto known = content.index.numbers.find(stemmer.stem(word.folded));
        if (known == content.index.numbers.end()) continue;
        if (std::binary_search(words.begin(), words.end(), known->second)) marks.push_back({word.begin, word.end});
    }
    return marks;
}

Snippet make_snippet(const Content& content, const Hit& hit, std::size_t longest) {
    DanishStemmer stemmer;
    Snippet best;
    float most = -1;
    for (const FindableText& one : texts_of(content, hit.thing)) {
        if (one.field != TextPlace::summary && one.field != TextPlace::body) continue;
        for (const std::string_view sentence : sentences_of(*one.text)) {
            float says = 0;
            std::vector<TextRange> marks;
            std::vector<WordNumber> met;
            for (const DanishWord& word : split_words(sentence)) {
                const auto known = content.index.numbers.find(stemmer.stem(word.folded));
                if (known == content.index.numbers.end()) continue;
                if (!std::binary_search(hit.words.begin(), hit.words.end(), known->second)) continue;
                marks.push_back({word.begin, word.end});
                if (std::find(met.begin(), met.end(), known->second) != met.end()) continue;
                met.push_back(known->second);
                says += telling_weight(content.index, known->second);
            }
            if (says <= most) continue;
            most = says;
            best = Snippet{std::string(sentence), std::move(marks)};
        }
    }
    return cut(best, longest);
}

}  // namespace core
