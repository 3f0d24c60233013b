// danish_words.hpp -- Danish text as words that can be compared.
//
// "Børnenes trivsel" and "boernenes trivsel" hold the same words here, and
// "trivslen" the same stem as "trivsel" where Snowball's stemmer knows it.
// Knows: text, Snowball's stemmer (danish_stem.cpp alone). Never: what a word means.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace core {

// In small letters a-z and digits: æ is ae, ø oe, å aa; é and its like lose
// their accent. Other characters are left out.
std::string fold_danish(std::string_view text);

struct DanishWord {
    std::string folded;
    std::size_t begin = 0;  // bytes [begin, end) of the text it stands in
    std::size_t end = 0;
};

// Letters and digits that stand together, one word after the other; a hyphen parts words.
class WordReader {
public:
    explicit WordReader(std::string_view text) : text_(text) {}

    // False, and `word` is not to be used, when there is none left. `word` is reused, and so is its memory.
    bool next(DanishWord& word);

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

// All of them.
std::vector<DanishWord> split_words(std::string_view text);

// Guards the stemmer's working memory; make one and use it for many words.
class DanishStemmer {
public:
    DanishStemmer();
    ~DanishStemmer();
    DanishStemmer(const DanishStemmer&) = delete;
    DanishStemmer& operator=(const DanishStemmer&) = delete;

    // Snowball's Danish stem of a folded word; the word itself when there is no memory left. A word always begins with
    // its stem.
    std::string stem(const std::string& folded);

private:
    void* working_;  // SN_env
};

// How many letters must be put in, left out, exchanged or swapped with their
// neighbour to make one word of the other; `most + 1` when it is more than `most`.
int letters_apart(std::string_view one, std::string_view other, int most);

}  // namespace core
