// said_age.hpp -- the age a question names: "2 årig går ikke", "14årig drikker", "pige 7 mdr", "i 6. klasse".
//
// Numbers tell things apart in the index and nothing in a question like these: the words are taken out, and the age lifts
// what is for it. "Baby" says an age too, but less surely: it stays.
// Knows: danish_words. Never: which age group it is.

#pragma once

#include <optional>
#include <vector>

#include "base/danish_words.hpp"

namespace core {

struct SaidAge {
    int months = 0;
    std::size_t first = 0;  // of the words that say it
    std::size_t count = 0;  // 0: none is to be taken out
};

// The first age a child can have; none when there is no such words or no others.
std::optional<SaidAge> find_said_age(const std::vector<DanishWord>& words);

}  // namespace core
