// The sentence that says most about a question.

#include <algorithm>
#include <optional>

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

// Which words of a text are among those that were found. Most begin with the stem of none, and need not be stemmed.
class FoundWords {
public:
    FoundWords(const WordIndex& index, const std::vector<WordNumber>& words) : index_(index), words_(words) {}

    std::optional<WordNumber> find(const DanishWord& word) {
        for (const WordNumber number : words_) {
            const std::string& stem = index_.words[number];
            const bool may_be = word.folded.compare(0, stem.size(), stem) == 0;
            if (may_be && stemmer_.stem(word.folded) == stem) return number;
        }
        return std::nullopt;
    }

private:
    const WordIndex& index_;
    const std::vector<WordNumber>& words_;
    DanishStemmer stemmer_;
};

}  // namespace

Snippet make_snippet(const Content& content, const Hit& hit, std::size_t longest) {
    FoundWords found(content.index, hit.words);
    Snippet best;
    float most = -1;
    for (const FindableText& one : texts_of(content, hit.thing)) {
        if (one.field != TextPlace::summary && one.field != TextPlace::body) continue;
        for (const std::string_view sentence : sentences_of(*one.text)) {
            float says = 0;
            std::vector<TextRange> marks;
            std::vector<WordNumber> met;
            WordReader reader(sentence);
            for (DanishWord word; reader.next(word);) {
                const std::optional<WordNumber> number = found.find(word);
                if (!number) continue;
                marks.push_back({word.begin, word.end});
                if (std::find(met.begin(), met.end(), *number) != met.end()) continue;
                met.push_back(*number);
                says += telling_weight(content.index, *number);
            }
            if (says <= most) continue;
            most = says;
            best = Snippet{std::string(sentence), std::move(marks)};
        }
    }
    return cut(best, longest);
}

}  // namespace core
