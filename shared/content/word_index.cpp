#include "content/word_index.hpp"

#include <algorithm>
#include <limits>

#include "base/danish_words.hpp"
#include "content/content.hpp"

namespace core {

namespace {

// Adds to an index; remembers the number of each form it has met.
class Indexer {
public:
    explicit Indexer(WordIndex& index) : index_(index), met_(index.forms.begin(), index.forms.end()) {}

    WordNumber number_of_word(const std::string& folded) {
        const auto known = met_.find(folded);
        if (known != met_.end()) return known->second;
        const WordNumber number = number_of_stem(stemmer_.stem(folded));
        met_.emplace(folded, number);
        return number;
    }

    std::vector<WordNumber> numbers_of(const std::string& text) {
        std::vector<WordNumber> numbers;
        WordReader reader(text);
        for (DanishWord word; reader.next(word);) numbers.push_back(number_of_word(word.folded));
        return numbers;
    }

    void add_thing(const Content& content, FoundKind kind, std::size_t at) {
        const auto thing = static_cast<ThingNumber>(index_.things.size());
        Findable findable{kind, at, 0};
        const std::vector<FindableText> texts = texts_of(content, findable);
        for (std::size_t place = 0; place < texts.size(); ++place) {
            const FindableText& one = texts[place];
            const std::vector<WordNumber> words = numbers_of(*one.text);
            for (const WordNumber word : words) count(word, thing, one.field);
            const bool is_long = one.field == TextPlace::summary || one.field == TextPlace::body;
            if (is_long) findable.length += static_cast<std::uint32_t>(words.size());
            const bool is_phrase = one.field == TextPlace::title || one.field == TextPlace::everyday;
            if (is_phrase) add_phrase({thing, one.field, static_cast<std::uint32_t>(place), words});
        }
        index_.length += findable.length;
        index_.things.push_back(findable);
    }

    // The forms that stand in a text; those of the words that only mean the same are none.
    void note_forms() {
        index_.forms.clear();
        for (const auto& [form, word] : met_)
            if (!index_.postings[word].empty()) index_.forms.emplace_back(form, word);
        std::sort(index_.forms.begin(), index_.forms.end());
    }

private:
    WordNumber number_of_stem(std::string stem) {
        const auto next = static_cast<WordNumber>(index_.words.size());
        const auto [place, is_new] = index_.numbers.emplace(stem, next);
        if (!is_new) return place->second;
        index_.words.push_back(std::move(stem));
        index_.postings.emplace_back();
        index_.alike.emplace_back();
        index_.is_little.push_back(false);
        index_.phrases_with.emplace_back();
        return next;
    }

    void count(WordNumber word, ThingNumber thing, TextPlace field) {
        std::vector<Posting>& postings = index_.postings[word];
        if (postings.empty() || postings.back().thing != thing) postings.push_back({thing, {}});
        std::uint8_t& times = postings.back().count[static_cast<std::size_t>(field)];
        if (times < std::numeric_limits<std::uint8_t>::max()) ++times;
    }

    void add_phrase(IndexedPhrase phrase) {
        if (phrase.words.empty()) return;
        const auto at = static_cast<std::uint32_t>(index_.phrases.size());
        for (const WordNumber word : phrase.words) {
            std::vector<std::uint32_t>& with = index_.phrases_with[word];
            if (with.empty() || with.back() != at) with.push_back(at);
        }
        index_.phrases.push_back(std::move(phrase));
    }

    WordIndex& index_;
    DanishStemmer stemmer_;
    std::unordered_map<std::string, WordNumber> met_;
};

void note_endings(WordIndex& index) {
    index.by_ending.clear();
    for (WordNumber word = 0; word < index.words.size(); ++word) {
        if (index.postings[word].empty()) continue;
        const std::string& letters = index.words[word];
        index.by_ending.emplace_back(std::string(letters.rbegin(), letters.rend()), word);
    }
    std::sort(index.by_ending.begin(), index.by_ending.end());
}

void take_in_words(const SearchWords& words, Indexer& indexer, WordIndex& index) {
    for (const std::string& word : words.little) index.is_little[indexer.number_of_word(fold_danish(word))] = true;
    index.sayings.clear();
    for (const std::vector<std::string>& group : words.alike) {
        std::vector<WordNumber> single;
        std::vector<std::vector<WordNumber>> several;
        for (const std::string& one : group) {
            std::vector<WordNumber> numbers = indexer.numbers_of(one);
            if (numbers.size() == 1) single.push_back(numbers.front());
            if (numbers.size() > 1) several.push_back(std::move(numbers));
        }
        for (const WordNumber one : single) {
            for (const WordNumber other : single) {
                std::vector<WordNumber>& known = index.alike[one];
                const bool is_known = std::find(known.begin(), known.end(), other) != known.end();
                if (one != other && !is_known) known.push_back(other);
            }
        }
        for (std::vector<WordNumber>& saying : several) index.sayings.push_back({std::move(saying), single});
    }
}

}  // namespace

void index_words(Content& content) {
    WordIndex& index = content.index;
    Indexer indexer(index);
    const std::array<std::size_t, found_kind_count> sizes = {content.knowledge.articles.size(),
                                                             content.knowledge.meetings.size(),
                                                             content.steps.size(),
                                                             content.knowledge.terms.size(),
                                                             content.signs.size(),
                                                             content.tracks.size(),
                                                             content.levels.size(),
                                                             content.contacts.size(),
                                                             content.knowledge.figures.size()};
    bool is_same = true;
    for (std::size_t kind = 0; kind < found_kind_count; ++kind) {
        is_same = is_same && index.counted[kind] == sizes[kind];
        for (std::size_t at = index.counted[kind]; at < sizes[kind]; ++at)
            indexer.add_thing(content, static_cast<FoundKind>(kind), at);
        index.counted[kind] = sizes[kind];
    }
    if (is_same) return;
    indexer.note_forms();
    note_endings(index);
    take_in_words(content.knowledge.search_words, indexer, index);
}

std::size_t memory_of(const WordIndex& index) {
    constexpr std::size_t one_list = 3 * sizeof(void*);
    std::size_t bytes = 0;
    for (const std::string& word : index.words) bytes += 3 * (sizeof(std::string) + word.capacity());
    for (const auto& postings : index.postings) bytes += one_list + postings.capacity() * sizeof(Posting);
    for (const auto& with : index.phrases_with) bytes += one_list + with.capacity() * sizeof(std::uint32_t);
    for (const IndexedPhrase& phrase : index.phrases) bytes += sizeof phrase + phrase.words.size() * sizeof(WordNumber);
    for (const auto& entry : index.forms) bytes += sizeof entry + entry.first.capacity();
    return bytes + index.things.size() * sizeof(Findable);
}

}  // namespace core
