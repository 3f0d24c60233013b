#include "base/text.hpp"

namespace core {
namespace {

constexpr char32_t broken = 0xFFFD;

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

bool continues(std::string_view text, std::size_t at, unsigned char lowest, unsigned char highest) {
    return at < text.size() && byte_at(text, at) >= lowest && byte_at(text, at) <= highest;
}

char32_t lower_case(char32_t c) {
    if (c >= 'A' && c <= 'Z') return c + 0x20;
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
    if (c == 0x152) return 0x153;  // Œ
    if (c == 0x1E9E) return 0xDF;  // ẞ
    return c;
}

char32_t upper_case(char32_t c) {
    if (c >= 'a' && c <= 'z') return c - 0x20;
    if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 0x20;
    return c;
}

bool is_letter_or_digit(char32_t c) {
    return (c >= '0' && c <= '9') || (lower_case(c) >= 'a' && lower_case(c) <= 'z') ||
           (c >= 0xC0 && c != 0xD7 && c != 0xF7 && c < 0x2000);
}

bool finds_word(std::string_view text, std::string_view wanted, bool whole) {
    const std::string in = core::lower_case(text);
    const std::string word = core::lower_case(wanted);
    if (word.empty()) return true;
    for (std::size_t found = in.find(word); found != std::string::npos; found = in.find(word, found + 1)) {
        std::size_t before = found;
        if (before > 0) --before;
        while (before > 0 && (byte_at(in, before) & 0xC0U) == 0x80) --before;  // to the start of the character
        std::size_t after = found + word.size();
        const bool begins = found == 0 || !is_letter_or_digit(take_character(in, before));
        const bool ends = !whole || after >= in.size() || !is_letter_or_digit(take_character(in, after));
        if (begins && ends) return true;
    }
    return false;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

}  // namespace

std::size_t valid_utf8_length(std::string_view text, std::size_t at) {
    const unsigned char first = byte_at(text, at);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return continues(text, at + 1, 0x80, 0xBF) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const unsigned char lowest = first == 0xE0 ? 0xA0 : 0x80;   // no overlong spelling
        const unsigned char highest = first == 0xED ? 0x9F : 0xBF;  // no surrogates
        return continues(text, at + 1, lowest, highest) && continues(text, at + 2, 0x80, 0xBF) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const unsigned char lowest = first == 0xF0 ? 0x90 : 0x80;
        const unsigned char highest = first == 0xF4 ? 0x8F : 0xBF;  // not beyond U+10FFFF
        return continues(text, at + 1, lowest, highest) && continues(text, at + 2, 0x80, 0xBF) &&
                       continues(text, at + 3, 0x80, 0xBF)
                   ? 4
                   : 0;
    }
    return 0;
}

bool is_valid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = valid_utf8_length(text, at);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

char32_t take_character(std::string_view text, std::size_t& at) {
    const std::size_t length = valid_utf8_length(text, at);
    const unsigned char first = byte_at(text, at);
    if (length == 0) {
        ++at;
        return broken;
    }
    if (length == 1) {
        ++at;
        return first;
    }
    char32_t character = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) character = (character << 6) | (byte_at(text, at + i) & 0x3FU);
    at += length;
    return character;
}

void append_character(std::string& to, char32_t c) {
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = broken;
    if (c < 0x80) {
        to += static_cast<char>(c);
        return;
    }
    const int following = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    const char32_t mark = following == 1 ? 0xC0 : following == 2 ? 0xE0 : 0xF0;
    to += static_cast<char>(mark | (c >> (6 * following)));
    for (int i = following - 1; i >= 0; --i) to += static_cast<char>(0x80 | ((c >> (6 * i)) & 0x3F));
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) take_character(text, at);
    return count;
}

std::size_t count_units(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) count += take_character(text, at) > 0xFFFF ? 2 : 1;
    return count;
}

std::string written_count(std::size_t count) {
    std::string written = std::to_string(count);
    for (std::size_t at = written.size(); at > 3;) written.insert(at -= 3, ".");
    return written;
}

std::string lower_case(std::string_view text) {
    std::string made;
    made.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) append_character(made, lower_case(take_character(text, at)));
    return made;
}

std::string capitalised(std::string_view text) {
    if (text.empty()) return {};
    std::size_t at = 0;
    std::string made;
    append_character(made, upper_case(take_character(text, at)));
    return made.append(text.substr(at));
}

bool contains(std::string_view text, std::string_view wanted) {
    return lower_case(text).find(lower_case(wanted)) != std::string::npos;
}

bool contains_word(std::string_view text, std::string_view wanted) { return finds_word(text, wanted, true); }

bool contains_word_beginning(std::string_view text, std::string_view wanted) { return finds_word(text, wanted, false); }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string with_stop(std::string text) {
    const bool ends = !text.empty() && (text.back() == '.' || text.back() == '?' || text.back() == '!');
    if (!text.empty() && !ends) text += '.';
    return text;
}

std::string written_date(std::string_view iso) {
    constexpr std::string_view pattern = "0000-00-00";
    bool fits = iso.size() == pattern.size();
    for (std::size_t at = 0; fits && at < pattern.size(); ++at) {
        fits = pattern[at] == '-' ? iso[at] == '-' : iso[at] >= '0' && iso[at] <= '9';
    }
    if (!fits) return std::string(iso);
    return std::string(iso.substr(8, 2)) + "." + std::string(iso.substr(5, 2)) + "." + std::string(iso.substr(0, 4));
}

}  // namespace core
