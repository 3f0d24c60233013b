#include "keeping/passphrase.hpp"

#include <algorithm>
#include <cstdint>
#include <set>

#include "base/text.hpp"

namespace core {
namespace {

unsigned digit(char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10) & 15U; }

// Six digits a word: 24 bits over some 2,000 words leave no word more than a thousandth likelier than another.
constexpr std::size_t digits_of_word = 6;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

std::string propose_passphrase(const std::vector<std::string>& words, std::string_view dice) {
    if (words.size() < fewest_words || dice.size() < words_of_passphrase * digits_of_word) return {};
    std::string passphrase;
    for (std::size_t word = 0; word < words_of_passphrase; ++word) {
        std::size_t number = 0;
        for (const char c : dice.substr(word * digits_of_word, digits_of_word)) number = number * 16 + digit(c);
        if (word > 0) passphrase += ' ';
        passphrase += words[number % words.size()];
    }
    return passphrase;
}

std::string plain_passphrase(std::string_view typed) {
    std::string plain;
    bool waits = false;
    for (const char c : lower_case(typed)) {
        if (is_space(c)) {
            waits = !plain.empty();
            continue;
        }
        if (waits) plain += ' ';
        waits = false;
        plain += c;
    }
    return plain;
}

PassphraseFault judge_passphrase(std::string_view typed, const std::vector<std::string>& known) {
    const std::string plain = plain_passphrase(typed);
    if (count_characters(plain) < shortest_passphrase) return PassphraseFault::too_short;
    if (count_characters(typed) > longest_passphrase) return PassphraseFault::too_long;
    const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == '.'; };
    if (std::all_of(plain.begin(), plain.end(), is_digit)) return PassphraseFault::digits_only;
    constexpr std::size_t fewest_signs = 6;
    if (std::set<char>(plain.begin(), plain.end()).size() < fewest_signs) return PassphraseFault::too_few_signs;
    // What is left when all that is known is taken away must be long enough by itself.
    std::string rest = plain;
    for (const std::string& part : known) {
        if (part.size() < 3) continue;
        for (std::size_t at = rest.find(part); at != std::string::npos; at = rest.find(part))
            rest.erase(at, part.size());
    }
    constexpr std::size_t shortest_rest = 8;
    return count_characters(rest) < shortest_rest ? PassphraseFault::known : PassphraseFault::none;
}

}  // namespace core
