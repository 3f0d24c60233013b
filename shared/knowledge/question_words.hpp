// question_words.hpp -- what each word of a question can be in the content's own words.
//
// Knows: content's word index, danish_words. Never: scores a thing.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/word_index.hpp"
#include "knowledge/search.hpp"

namespace core {

struct Expansion {
    WordNumber word = 0;
    float quality = 1;  // 1: the same word
    MatchKind kind = MatchKind::same;
};

struct QuestionWord {
    std::string typed;
    std::optional<WordNumber> stem;  // none: the content does not know it
    bool is_little = false;
    float weight = 0;                   // how much it tells things apart (idf)
    std::vector<Expansion> expansions;  // each word of the content once
    std::vector<QuestionWord> parts;    // of a compound the content does not know whole, or knows seldom
};

struct Question {
    std::vector<QuestionWord> words;
    std::optional<int> months;   // the age it names
    bool is_sure_of_age = true;  // "baby" may be another child than the one who is asked about
};

Question read_question(const WordIndex&, std::string_view text);

// How much a word tells things apart: ln(1 + (N - n + 0.5) / (n + 0.5)), n things of N hold it.
float telling_weight(const WordIndex&, WordNumber);

}  // namespace core
