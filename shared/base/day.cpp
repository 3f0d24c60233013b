#include "base/day.hpp"

#include <algorithm>

namespace core {
namespace {

constexpr int days_until_1970 = 719468;  // from 0000-03-01
constexpr int days_of_era = 146097;      // 400 years

int days_from(int year, int month, int day) {
    const int shifted = year - (month <= 2 ? 1 : 0);
    const int era = shifted / 400;
    const int year_of_era = shifted - era * 400;
    const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * days_of_era + day_of_era - days_until_1970;
}

// `count` digits at `at`, or nothing.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    int number = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

std::string padded(int number, std::size_t width) {
    std::string text = std::to_string(number);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

}  // namespace

CalendarDay calendar_day(int days) {
    const int since = std::max(0, days) + days_until_1970;
    const int era = since / days_of_era;
    const int day_of_era = since - era * days_of_era;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted_month = (5 * day_of_year + 2) / 153;
    const int day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    const int month = shifted_month + (shifted_month < 10 ? 3 : -9);
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

std::optional<int> day_number(std::string_view iso_date) {
    if (iso_date.size() != 10 || iso_date[4] != '-' || iso_date[7] != '-') return std::nullopt;
    const std::optional<int> year = digits(iso_date, 0, 4);
    const std::optional<int> month = digits(iso_date, 5, 2);
    const std::optional<int> day = digits(iso_date, 8, 2);
    if (!year || !month || !day || *year < 1970 || *month < 1 || *month > 12 || *day < 1 || *day > 31)
        return std::nullopt;
    const int days = days_from(*year, *month, *day);
    if (calendar_day(days).day != *day) return std::nullopt;  // 30 February is 2 March
    return days;
}

std::string iso_date(int days) {
    const CalendarDay day = calendar_day(days);
    return padded(day.year, 4) + "-" + padded(day.month, 2) + "-" + padded(day.day, 2);
}

}  // namespace core
