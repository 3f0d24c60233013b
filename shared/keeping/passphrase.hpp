// passphrase.hpp -- five words out of many, and what is too easily guessed.
//
// The one secret that opens what is kept: whoever has a copy of the device's files can guess at it for as long as
// they like, so a short one or a known phrase is refused (safekeeping.md, 3.1).
// Knows: base. Never: keeps one.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace core {

inline constexpr std::size_t words_of_passphrase = 5;
inline constexpr std::size_t fewest_words = 2048;       // 11 bits a word, 55 in all
inline constexpr std::size_t shortest_passphrase = 15;  // characters, of one's own making
inline constexpr std::size_t longest_passphrase = 200;

// `dice`: 32 hexadecimal digits. Empty when there are too few words or dice.
std::string propose_passphrase(const std::vector<std::string>& words, std::string_view dice);

// As it was meant: small letters, one space between words. What a telephone makes of the first letter, or puts after
// the last, is no other passphrase when the words were proposed.
std::string plain_passphrase(std::string_view typed);

enum class PassphraseFault { none, too_short, too_long, digits_only, too_few_signs, known };

// `known`: parts nobody should build on, in small letters: seasons, "kommune", the case's own words.
PassphraseFault judge_passphrase(std::string_view typed, const std::vector<std::string>& known);

}  // namespace core
