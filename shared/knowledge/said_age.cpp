#include "knowledge/said_age.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

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
    // "8.b"; "1.g" is of a gymnasium, and there is no 10.a.
    const bool is_class = number < 10 && unit.size() == 1 && unit[0] >= 'a' && unit[0] <= 'f';
    if (begins_with(unit, "klasse") || unit == "kl" || is_class) return (number + first_school_year) * months_in_year;
    return std::nullopt;
}

// "Har været væk i 3 uger" tells how long; "i 3. klasse" and "i 3 års alderen" are ages.
bool is_how_long(const std::string& before, const std::string& unit, const std::string& after) {
    constexpr const char* words[] = {"i", "sidste", "efter", "om", "siden", "hver", "over", "gennem", "mindst"};
    const bool is_time = begins_with(unit, "aar") || begins_with(unit, "m") || begins_with(unit, "uge");
    if (!is_time || begins_with(unit, "aars") || begins_with(unit, "aarig")) return false;
    return after == "siden" || std::find(std::begin(words), std::end(words), before) != std::end(words);
}

// "dreng 14": years, when it is said of whom, and not of what.
bool is_young_person(const std::string& word) {
    constexpr const char* persons[] = {"barn", "dreng", "pige", "elev", "ung", "datter", "soen"};
    return std::find(std::begin(persons), std::end(persons), word) != std::end(persons);
}

bool is_counted(const std::string& word) {
    constexpr const char* beginnings[] = {"dag", "gang", "time", "doegn", "minut"};
    return std::any_of(std::begin(beginnings), std::end(beginnings),
                       [&word](const char* beginning) { return begins_with(word, beginning); });
}

bool is_baby(const std::string& word) {
    constexpr const char* forms[] = {"baby",      "babyen",      "babyer",     "spaed",   "spaede",
                                     "spaedbarn", "spaedbarnet", "spaedboern", "nyfoedt", "nyfoedte"};
    return std::find(std::begin(forms), std::end(forms), word) != std::end(forms);
}

}  // namespace

std::optional<SaidAge> find_said_age(const std::vector<DanishWord>& words) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto number = read_number(words[at].folded);
        if (!number) continue;
        const bool is_one_word = number->second < words[at].folded.size();
        const std::string next = at + 1 < words.size() ? words[at + 1].folded : "";
        const std::string unit = is_one_word ? words[at].folded.substr(number->second) : next;
        std::optional<int> months = months_of(number->first, unit);
        std::size_t count = is_one_word ? 1 : 2;
        if (!months && !is_one_word && at > 0 && is_young_person(words[at - 1].folded) && !is_counted(next)) {
            months = number->first * 12;
            count = 1;
        }
        const std::size_t beyond = at + (is_one_word ? 1 : 2);
        const std::string before = at > 0 ? words[at - 1].folded : "";
        if (is_how_long(before, unit, beyond < words.size() ? words[beyond].folded : "")) continue;
        if (!months || *months >= (most_years + 1) * 12) continue;
        if (count == words.size()) return std::nullopt;
        return SaidAge{*months, at, count};
    }
    for (std::size_t at = 0; at < words.size(); ++at)
        if (is_baby(words[at].folded)) return SaidAge{0, at, 0};
    return std::nullopt;
}

}  // namespace core
