// texts.hpp -- every word the program itself says, by key.
//
// The keys live in text_keys.inc, the words in content/texts.da.json. A key
// without words, or words without a key, fail `lineal check`. A front text is
// said before the start pack has arrived: on the start page, while another
// screen waits, and by the header and footer (docs/adr/0003).
// Knows: std. Never: a Danish word.

#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace core {

enum class Text {
#define LINEAL_TEXT(key) key,
#define LINEAL_FRONT_TEXT(key) key,
#include "content/text_keys.inc"
#undef LINEAL_FRONT_TEXT
#undef LINEAL_TEXT
    count_
};

inline constexpr std::size_t text_count = static_cast<std::size_t>(Text::count_);

// The key as written in content/texts.da.json.
std::string_view name_of(Text key);

bool is_front(Text key);

class Texts {
public:
    const std::string& operator[](Text key) const { return words_[static_cast<std::size_t>(key)]; }
    void set(Text key, std::string words) { words_[static_cast<std::size_t>(key)] = std::move(words); }

private:
    std::array<std::string, text_count> words_{};
};

// Replaces each {name} in `words` by its value. A name without a value stays.
std::string fill(std::string_view words, std::initializer_list<std::pair<std::string_view, std::string_view>> values);

}  // namespace core
