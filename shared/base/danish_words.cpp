#include "base/danish_words.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/text.hpp"

namespace core {

namespace {

// The small letter or digit of a byte below 128; 0 when it is neither.
char folded_byte(char byte) {
    if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) return byte;
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : '\0';
}

// What another character is in a folded word; empty when it belongs to none.
std::string_view folded_letter(char32_t character) {
    switch (character) {
        case U'æ':
        case U'Æ':
        case U'ä':
        case U'Ä': return "ae";
        case U'ø':
        case U'Ø':
        case U'ö':
        case U'Ö': return "oe";
        case U'å':
        case U'Å': return "aa";
        case U'é':
        case U'É':
        case U'è':
        case U'ë': return "e";
        case U'á':
        case U'à': return "a";
        case U'ü':
        case U'Ü':
        case U'ú': return "u";
        case U'ó': return "o";
        case U'ð': return "d";
        case U'ñ': return "n";
        case U'ç': return "c";
        default: return {};
    }
}

// Adds what the characters at `at` are, and goes past them: one, or all the plain ones that follow each other.
// False: it belongs to no word.
bool take_letters(std::string_view text, std::size_t& at, std::string& folded) {
    const std::size_t begin = at;
    while (at < text.size() && folded_byte(text[at]) != '\0') ++at;
    if (at > begin) {  // most are plain, and need no decoding
        const auto from = static_cast<std::ptrdiff_t>(folded.size());
        folded.append(text, begin, at - begin);
        std::transform(folded.begin() + from, folded.end(), folded.begin() + from, folded_byte);
        return true;
    }
    const std::string_view letters = folded_letter(take_character(text, at));
    folded += letters;
    return !letters.empty();
}

}  // namespace

std::string fold_danish(std::string_view text) {
    std::string folded;
    for (std::size_t at = 0; at < text.size();) take_letters(text, at, folded);
    return folded;
}

bool WordReader::next(DanishWord& word) {
    word.folded.clear();
    while (at_ < text_.size()) {
        const std::size_t begin = at_;
        const bool is_first = word.folded.empty();
        if (take_letters(text_, at_, word.folded)) {
            if (is_first) word.begin = begin;
            word.end = at_;
        } else if (!is_first) {
            return true;
        }
    }
    return !word.folded.empty();
}

std::vector<DanishWord> split_words(std::string_view text) {
    std::vector<DanishWord> words;
    WordReader reader(text);
    for (DanishWord word; reader.next(word);) words.push_back(word);
    return words;
}

int letters_apart(std::string_view one, std::string_view other, int most) {
    constexpr std::size_t longest = 40;  // longer words are the same or they are not
    const int too_many = most + 1;
    if (one.size() > longest || other.size() > longest) return one == other ? 0 : too_many;
    const auto difference = static_cast<int>(one.size()) - static_cast<int>(other.size());
    if (std::abs(difference) > most) return too_many;
    // Rows of the table: two before, the one before, this one.
    std::array<std::array<int, longest + 1>, 3> rows{};
    for (std::size_t j = 0; j <= other.size(); ++j) rows[0][j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= one.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& before = rows[(i + 2) % 3];
        const auto& two_before = rows[(i + 1) % 3];
        row[0] = static_cast<int>(i);
        int least = row[0];
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const int exchange = before[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
            row[j] = std::min({exchange, before[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                row[j] = std::min(row[j], two_before[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > most) return too_many;
    }
    return std::min(rows[one.size() % 3][other.size()], too_many);
}

}  // namespace core
