#include "keeping/retention.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "base/day.hpp"
#include "support/random_case.hpp"
#include "support/reached.hpp"

using namespace core;

namespace {

KeptDraft draft(const char* id, const char* expires) { return {id, 1, expires}; }

std::string later(const std::string& day, int days) { return iso_date(*day_number(day) + days); }

}  // namespace

TEST_CASE("A draft is there on the whole of its day, and goes when two starts on two days are after it", "[keeping]") {
    const std::vector<KeptDraft> drafts{draft("a", "2026-12-22"), draft("b", "2027-01-05")};
    CHECK(rule_on(drafts, {"2026-12-20", "2026-12-21"}, "2026-12-22").remove.empty());
    CHECK(rule_on(drafts, {"2026-12-21", "2026-12-22"}, "2026-12-22").remove.empty());
    CHECK(rule_on(drafts, {"2026-12-21", "2027-12-21"}, "2026-12-22").remove.empty());
    CHECK(rule_on(drafts, {"2026-12-21", "2026-12-22"}, "2026-12-23").remove.empty());
    CHECK(rule_on(drafts, {"2026-12-22", "2026-12-23"}, "2026-12-23").remove.empty());
    CHECK(rule_on(drafts, {"2026-12-22", "2026-12-23"}, "2026-12-24").remove == std::vector<DraftId>{"a"});
    CHECK(rule_on(drafts, {"2026-12-21", "2027-01-07"}, "2027-01-10").remove == std::vector<DraftId>{"a", "b"});
    CHECK(expires_after("2026-11-22", 30) == "2026-12-22");
    CHECK(expires_after("2026-11-22", 1) == "2026-11-29");
    CHECK(expires_after("2026-11-22", 400) == "2027-02-20");
    CHECK(expires_after("", 30).empty());
    CHECK(days_left("2026-12-20", "2026-12-22") == 2);
    CHECK(days_left("2026-12-25", "2026-12-22") == 0);
}

TEST_CASE("A clock that is set back keeps nothing longer", "[keeping]") {
    const RetentionRuling ruling = rule_on({draft("a", "2026-12-22")}, {"2026-12-23", "2026-12-24"}, "2025-01-01");
    CHECK(ruling.remove == std::vector<DraftId>{"a"});
    CHECK(ruling.days.seen == "2026-12-23");
}

TEST_CASE("A clock that jumps ahead removes nothing until time has gone on from there", "[keeping]") {
    const std::vector<KeptDraft> drafts{draft("a", "2026-12-22")};
    const RetentionRuling first = rule_on(drafts, {"2026-11-21", "2026-11-22"}, "2027-12-27");
    CHECK(first.remove.empty());
    CHECK(first.is_clock_doubted);
    CHECK(first.days == SeenDays{"2026-11-22", "2027-12-27"});
    // Again on the same day, and with the clock put right.
    CHECK(rule_on(drafts, first.days, "2027-12-27").remove.empty());
    const RetentionRuling right = rule_on(drafts, first.days, "2026-11-23");
    CHECK(right.remove.empty());
    CHECK_FALSE(right.is_clock_doubted);
    CHECK(right.days == SeenDays{"2026-11-23", "2026-11-23"});
    // Or it was true: the device lay in a drawer.
    const RetentionRuling second = rule_on(drafts, first.days, "2027-12-28");
    CHECK(second.remove == std::vector<DraftId>{"a"});
    CHECK(second.days.seen == "2027-12-27");
}

// R14 of safekeeping.md
TEST_CASE("No draft goes early by jumps of the clock alone", "[keeping]") {
    support::Dice dice(14);
    const std::string made = "2026-11-22";
    constexpr int times_kept[] = {least_days_kept, 30, most_days_kept};
    std::size_t jumped = 0;
    for (int turn = 0; turn < 3000; ++turn) {
        const int kept = times_kept[dice.roll(std::size(times_kept))];
        const std::vector<KeptDraft> drafts{{"a", 1, expires_after(made, kept)}};
        SeenDays days{made, made};
        bool is_right_before = true;
        int true_day = 0;
        for (; true_day <= kept; true_day += static_cast<int>(dice.roll(3))) {
            // By 1 to 60 days or by 400, ahead or back. A clock that runs on at a later date for days is a clock like any
            // other: it is put right in between.
            int jump = dice.chance(50) ? 0 : dice.chance(20) ? 400 : 1 + static_cast<int>(dice.roll(60));
            if (dice.chance(40)) jump = -jump;
            if (jump > 0 && !is_right_before) jump = 0;
            is_right_before = jump <= 0;
            jumped += jump == 0 ? 0 : 1;
            const RetentionRuling ruling = rule_on(drafts, days, later(made, true_day + jump));
            CAPTURE(kept, true_day, jump, days.seen, days.before);
            REQUIRE(ruling.remove.empty());
            days = ruling.days;
        }
        // And it goes, once the clock goes right.
        for (int start = 0; start < 2; ++start) days = rule_on(drafts, days, later(made, true_day + start)).days;
        REQUIRE(rule_on(drafts, days, later(made, true_day + 2)).remove.size() == 1);
    }
    support::reached(
        "R14", "native jumps",
        std::to_string(jumped) + " jumps of 1 to 60 or 400 days, ahead and back, 0 drafts removed by them");
}

// E10 of safekeeping.md
TEST_CASE("Each of 5,000 drafts goes when two starts on two days are after its own, and not before", "[keeping]") {
    support::Dice dice(10);
    const int first = *day_number("2026-11-22");
    int latest = 0;  // days after its own, of the devices used at least every seventh day
    for (int turn = 0; turn < 5000; ++turn) {
        const int kept = least_days_kept + static_cast<int>(dice.roll(most_days_kept - least_days_kept + 1));
        const std::vector<KeptDraft> drafts{draft("a", expires_after("2026-11-22", kept).c_str())};
        REQUIRE(drafts.front().expires == iso_date(first + kept));
        const std::size_t longest_gap = turn % 2 == 0 ? 7 : 40;
        SeenDays days{"2026-11-22", "2026-11-22"};
        int today = 0;
        for (bool is_gone = false; !is_gone;) {
            const int before = today;
            today += static_cast<int>(dice.roll(longest_gap + 1));
            const RetentionRuling ruling = rule_on(drafts, days, iso_date(first + today));
            is_gone = !ruling.remove.empty();
            REQUIRE(is_gone == (before > kept && today > before));
            const int last = before < today ? before : *day_number(ruling.days.seen) - first;
            REQUIRE(ruling.is_clock_doubted == (!is_gone && today > kept && today - last > longest_usual_gap));
            REQUIRE(days_left(iso_date(first + today), drafts.front().expires) == std::max(0, kept - today));
            days = ruling.days;
        }
        if (longest_gap == 7) latest = std::max(latest, today - kept);
    }
    REQUIRE(latest <= 14);
    support::reached(
        "E10", "native",
        "5,000 drafts of 7 to 90 days, each gone when two starts on two days were after its own, 0 before; " +
            std::to_string(latest) + " days after at most where the page is opened once a week");
}

TEST_CASE("What changes while the clock is set back is not kept for less", "[keeping]") {
    CHECK(day_of_change("2026-11-22", "", "") == "2026-11-22");
    CHECK(day_of_change("2026-11-22", "2026-11-22", "2026-11-22") == "2026-11-22");
    CHECK(day_of_change("2026-11-25", "2026-11-22", "2026-11-23") == "2026-11-25");
    CHECK(day_of_change("2027-12-25", "2026-11-22", "") == "2027-12-25");  // ahead: never early
    CHECK(day_of_change("2026-11-21", "2026-11-22", "") == "2026-11-22");  // has travelled west
    CHECK(day_of_change("2026-11-20", "2026-11-22", "") == later("2026-11-22", days_for_a_lost_clock));
    CHECK(day_of_change("2025-10-18", "2026-11-22", "") == later("2026-11-22", days_for_a_lost_clock));
    // Between the day two starts agree on and that of the last start; which may itself have been a wrong clock.
    CHECK(day_of_change("2026-11-25", "2026-11-22", "2026-12-20") == "2026-12-20");
    CHECK(day_of_change("2026-11-25", "2026-11-22", "2027-12-20") == "2026-11-25");
    CHECK(day_of_change("2025-10-18", "", "2026-11-22") == "2026-11-22");
    CHECK(day_of_change("never", "2026-11-22", "") == "never");  // and expires_after makes nothing of it
}

TEST_CASE("Days that cannot be read remove nothing, and one start alone is believed by nobody", "[keeping]") {
    const std::vector<KeptDraft> drafts{draft("a", "2026-12-22")};
    CHECK(rule_on(drafts, {"", ""}, "").remove.empty());
    CHECK(rule_on({draft("a", "never")}, {"2026-11-22", "x"}, "2026-12-24").remove.empty());
    CHECK(rule_on({draft("a", "-")}, {"2026-11-22", "", {{"a", "2026-11-22"}}}, "").remove.empty());
    for (const SeenDays& days : {SeenDays{"", ""}, SeenDays{"x", ""}, SeenDays{"", "x"}, SeenDays{"x", "2026-11-22"}})
        CHECK(rule_on(drafts, days, "2027-01-30").remove.empty());
    // The first start of all by a clock that is wrong.
    const SeenDays first = rule_on({}, {"", ""}, "2027-12-27").days;
    CHECK(first == SeenDays{"", "2027-12-27"});
    CHECK(rule_on({}, first, "2026-11-23").days.seen == "2026-11-23");
}

TEST_CASE("A draft whose own day cannot be read goes 12 days after that was noticed", "[keeping]") {
    const std::vector<KeptDraft> drafts{draft("a", "-"), draft("b", "2027-01-05"), draft("Not ours", "-")};
    const RetentionRuling first = rule_on(drafts, {"2026-11-22", "2026-11-22"}, "2026-11-22");
    CHECK(first.remove.empty());
    CHECK(first.days.unread == std::map<DraftId, std::string>{{"a", "2026-11-22"}});
    CHECK(day_of_removal(drafts[0], first.days) == "2026-12-04");
    CHECK(day_of_removal(drafts[1], first.days) == "2027-01-05");
    CHECK(day_of_removal(drafts[2], first.days).empty());
    const RetentionRuling on_its_day = rule_on(drafts, first.days, "2026-12-06");
    CHECK(on_its_day.remove.empty());
    CHECK(on_its_day.days.unread.at("a") == "2026-11-22");
    CHECK(rule_on(drafts, on_its_day.days, "2026-12-07").remove == std::vector<DraftId>{"a"});
    // What can be read again, or is gone, is not remembered.
    CHECK(rule_on({draft("a", "2027-01-05")}, on_its_day.days, "2026-12-07").days.unread.empty());
    CHECK(rule_on({}, on_its_day.days, "2026-12-07").days.unread.empty());
    // Remembered wrongly, it is noticed anew; a clock that jumps removes it no more than another.
    for (const char* wrong : {"2999-01-01", "x"})
        CHECK(rule_on(drafts, {"2026-11-22", "", {{"a", wrong}}}, "2026-11-22").days.unread.at("a") == "2026-11-22");
    const RetentionRuling jumped = rule_on(drafts, first.days, "2028-01-01");
    CHECK(jumped.remove.empty());
    CHECK(jumped.is_clock_doubted);
}

// E10 of safekeeping.md
TEST_CASE("Whenever a head is damaged on a device that is used, nothing is there 14 days after the promised day",
          "[keeping]") {
    support::Dice dice(11);
    const int first = *day_number("2026-11-22");
    int latest = 0;
    for (int turn = 0; turn < 2000; ++turn) {
        const int kept = least_days_kept + static_cast<int>(dice.roll(most_days_kept - least_days_kept + 1));
        const int damaged_on = static_cast<int>(dice.roll(static_cast<std::size_t>(kept)));
        SeenDays days{"2026-11-22", "2026-11-22"};
        int today = 0;
        for (bool is_gone = false; !is_gone; ++today) {  // used every day
            const std::string expires = today < damaged_on ? expires_after("2026-11-22", kept) : "-";
            const RetentionRuling ruling = rule_on({draft("a", expires.c_str())}, days, iso_date(first + today));
            is_gone = !ruling.remove.empty();
            if (is_gone) REQUIRE(today == damaged_on + unread_days_kept + 2);
            days = ruling.days;
        }
        latest = std::max(latest, today - 1 - kept);
    }
    REQUIRE(latest <= 14);
    support::reached("E10", "native, damaged heads",
                     "2,000 drafts whose head was damaged, none there 14 days after its day");
}
