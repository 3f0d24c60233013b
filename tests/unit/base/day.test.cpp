#include "base/day.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace core;

TEST_CASE("Days are counted over months, leap years and centuries", "[base]") {
    CHECK(day_number("1970-01-01") == 0);
    CHECK(day_number("2000-03-01") == 11017);
    CHECK(*day_number("2024-03-01") - *day_number("2024-02-28") == 2);
    CHECK(*day_number("2026-03-01") - *day_number("2026-02-28") == 1);
    CHECK(*day_number("2100-03-01") - *day_number("2100-02-28") == 1);
    for (int days = 0; days < 60'000; ++days) REQUIRE(day_number(iso_date(days)) == days);
    CHECK(iso_date(*day_number("2026-11-22") + 30) == "2026-12-22");
    CHECK(iso_date(-1) == "1970-01-01");
}

TEST_CASE("What is no date is no day", "[base]") {
    for (const char* wrong : {"", "2026-11-2", "2026-11-222", "2026/11/22", "2026-13-01", "2026-00-10", "2026-02-30",
                              "2026-04-31", "1969-12-31", "x026-11-22", "2026-1a-22", "2026-11-00", "2026-11-32"})
        CHECK_FALSE(day_number(wrong));
}
