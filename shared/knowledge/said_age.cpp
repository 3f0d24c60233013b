#include "knowledge/said_age.hpp"

#include <algorithm>
#include <charconv>

namespace core {
namespace {

constexpr int most_years = 17;
constexpr int first_school_year = 6;  // 0. klasse

bool begins_with(const std::string& word, const char* beginning) { return word.rfind(beginning, 0) == 0; }

// The number at the beginning of the word, and how long it is; none when it has more than two digits.
std::optional<std::pair<int, std::size_t>> read_number(const std::string& word) {
    const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
    if (digits == 0 || digits > 2) return std::nullopt;
    int number = 0;
    std::from_chars(word.data(), word.data() + digits, number);
    return std::pair(number, digits);
}

// How many months a number of this unit is; none when the word is no unit.
std::optional<int> months_of(int number, const std::string& unit) {
    constexpr int months_in_year = 12;
    constexpr int weeks_in_month = 4;
    if (begins_with(unit, "aar")) return number * months_in_year;
    if (unit == "mdr" || unit == "md" || begins_with(unit, "maaned")) return number;
    if (begins_with(unit, "uge")) return number / weeks_in_month;
    if (begins_with(unit, "klasse")) return (number + first_school_year) * months_in_year;
    return std::nullopt;
}

}  // namespace

std::optional<SaidAge> find_said_age(const std::vector<DanishWord>& words) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto number = read_number(words[at].folded);
        if (!number) continue;
        const bool is_one_word = number->second < words[at].folded.size();
        if (!is_one_word && at + 1 == words.size()) continue;
        const std::string unit = is_one_word ? words[at].folded.substr(number->second) : words[at + 1].folded;
        const std::optional<int> months = months_of(number->first, unit);
        if (!months || *months >= (most_years + 1) * 12) continue;
        const std::size_t count = is_one_word ? 1 : 2;
        if (count == words.size()) return std::nullopt;
        return SaidAge{*months, at, count};
    }
    return std::nullopt;
}

}  // namespace core
