// day.hpp -- days of the calendar as numbers, to count with.
//
// Days come as ISO dates from the rim; there is no clock in the house.
// Source of the arithmetic: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
// Knows: std. Never: which day it is.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace core {

// Days since 1970-01-01. Nothing for what is no date from 1970 to 9999, "2026-02-30" among them.
std::optional<int> day_number(std::string_view iso_date);

// "2026-12-22"; `days` in [0, 2932896].
std::string iso_date(int days);

// The parts of a date, all 1 or more.
struct CalendarDay {
    int year;
    int month;
    int day;
};
CalendarDay calendar_day(int days);

}  // namespace core
