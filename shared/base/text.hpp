// text.hpp -- small questions about UTF-8 text.
//
// Knows: std. Never: the language of the screen beyond the letters æ, ø, å
// and their Latin relatives; changes what a person wrote.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace core {

// Length in bytes (1-4) of the valid UTF-8 character at `at`; 0 when the bytes
// there are none (overlong, surrogate, cut short, beyond U+10FFFF).
std::size_t valid_utf8_length(std::string_view text, std::size_t at);

bool is_valid_utf8(std::string_view text);

// The character at `at` (U+FFFD when broken); moves `at` past it.
char32_t take_character(std::string_view text, std::size_t& at);

void append_character(std::string& to, char32_t character);

std::size_t count_characters(std::string_view text);

// As a browser counts what a field holds: a character beyond U+FFFF is two.
std::size_t count_units(std::string_view text);

// Lower case for A-Z, Æ, Ø, Å and the rest of Latin-1.
std::string lower_case(std::string_view text);

// The first letter as a capital.
std::string capitalised(std::string_view text);

// Is `wanted` part of `text`, capitals or not? An empty wish is in every text.
bool contains(std::string_view text, std::string_view wanted);

// As contains(), but only where whole words begin and end: "ged" is not in "noget".
bool contains_word(std::string_view text, std::string_view wanted);

// As contains(), but only where a word begins: "ged" is in "gedebuk".
bool contains_word_beginning(std::string_view text, std::string_view wanted);

// Without white space at either end.
std::string_view trimmed(std::string_view text);

// A full stop at the end, where there is none.
std::string with_stop(std::string text);

// An ISO date as Danes write it: "2026-11-22" is "22.11.2026". Anything else stays.
std::string written_date(std::string_view iso);

// A count as Danes write it: 4000 is "4.000".
std::string written_count(std::size_t count);

// Bytes [begin, end) of a text.
struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// The first thing that looks like a CPR number: ddmmyy-xxxx with a possible
// date (also ddmmyyyy-xxxx and replacement numbers, whose day is 61-91), however it is
// spelt: with or without hyphen, with spaces, dots, slashes or full-width
// digits. Modulus 11 is not asked for: numbers since 2007 need not keep it.
std::optional<TextRange> find_cpr(std::string_view text);
bool looks_like_cpr(std::string_view text);

}  // namespace core
