// word_index.hpp -- which words stand where in all that can be looked up.
//
// Made from the content as its packs arrive, and only added to. docs/search.md tells how it is used.
// Knows: content, danish_words. Never: a question, or which answer is best.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace core {

struct Content;

enum class FoundKind { article, meeting, step, term, sign, track, level, contact, figure };
inline constexpr std::size_t found_kind_count = 9;

// Where in a thing a text stands. everyday: what people type who do not know the field's words.
enum class TextPlace { title, everyday, tag, summary, body };
inline constexpr std::size_t text_place_count = 5;

// Something that can be looked up: `at` is its place in the content's list of its kind.
struct Findable {
    FoundKind kind = FoundKind::article;
    std::size_t at = 0;
    std::uint32_t length = 0;  // words of summary and body
};

struct FindableText {
    TextPlace field = TextPlace::body;
    const std::string* text = nullptr;  // the content's own
};

// All texts of a thing, in reading order. Good until the content changes.
std::vector<FindableText> texts_of(const Content&, const Findable&);

// "article:adbb", for tools and tests.
std::string slug_of(const Content&, const Findable&);
const std::string& title_of(const Content&, const Findable&);

using WordNumber = std::uint32_t;
using ThingNumber = std::uint32_t;

struct Posting {
    ThingNumber thing = 0;
    std::array<std::uint8_t, text_place_count> count{};  // 255: that often or more
};

// A title or a phrase in everyday words, as its words.
struct IndexedPhrase {
    ThingNumber thing = 0;
    TextPlace field = TextPlace::title;
    std::uint32_t text = 0;  // its place in texts_of() the thing
    std::vector<WordNumber> words;
};

// Several words that together mean what single words mean: "vil ikke i skole".
struct IndexedSaying {
    std::vector<WordNumber> words;
    std::vector<WordNumber> means;
};

struct WordIndex {
    std::vector<std::string> words;  // stems; a word's number is its place
    std::unordered_map<std::string, WordNumber> numbers;
    std::vector<std::vector<Posting>> postings;  // by word, things ascending; empty for words of `alike` alone
    std::vector<std::vector<WordNumber>> alike;  // by word: those that mean the same
    std::vector<IndexedSaying> sayings;
    std::vector<bool> is_little;                            // by word: carries no meaning of its own
    std::vector<std::pair<std::string, WordNumber>> forms;  // as they are written, folded, in order of their letters
    std::vector<std::pair<std::string, WordNumber>> by_ending;  // stems, their letters turned round, in order
    std::vector<Findable> things;
    std::vector<IndexedPhrase> phrases;
    std::vector<std::vector<std::uint32_t>> phrases_with;  // by word: places in `phrases`
    std::uint64_t length = 0;                              // of all things
    std::array<std::size_t, found_kind_count> counted{};   // how many of each kind are in
};

// Takes in what the content holds and the index does not.
void index_words(Content&);

// How many bytes it takes, near enough.
std::size_t memory_of(const WordIndex&);

}  // namespace core
