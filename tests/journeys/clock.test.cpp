// A clock that is wrong: nothing that was written goes by that alone (R14 of safekeeping.md).

#include <catch2/catch_test_macros.hpp>

#include "base/day.hpp"
#include "support/device.hpp"
#include "support/random_case.hpp"
#include "support/reached.hpp"
#include "support/shipped_content.hpp"
#include "support/view_text.hpp"

using namespace core;
using support::Device;

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t hour = 3'600'000;
constexpr const char* begun = "2026-11-22";

std::string day(int after) { return iso_date(*day_number(begun) + after); }

void start(Device& device, int true_day, int jump) {
    device.set_day(day(true_day + jump));
    device.open();
    device.pass(second);
}

void write(Device& device, const std::string& code_word) {
    device.unlock();
    device.visit().press("Åbn");
    device.pass(second);
    device.visit().type("Kodeord for barnet", code_word);
    device.pass(3 * second);
    device.visit().see("Gemt kl.");
}

}  // namespace

TEST_CASE("What is written while the clock stands wrong is there when it has been put right", "[journeys]") {
    for (const int jump : {-1, 1, -30, 30, -400, 400}) {
        CAPTURE(jump);
        Device device(support::shipped_content(), begun);
        device.begin("Mælkebøtte");
        start(device, 3, jump);
        write(device, "Ærenpris");
        start(device, 4, 0);
        CHECK(device.drafts() == 1);
        device.unlock();
        device.visit().see("Ærenpris");
        // And 28 days after the change: a clock one day behind writes a day that is one too early.
        start(device, 31, 0);
        CHECK(device.drafts() == 1);
    }
}

TEST_CASE("A clock that jumps while the page is open removes nothing", "[journeys]") {
    for (const int jump : {-400, -1, 1, 30, 400}) {
        CAPTURE(jump);
        Device device(support::shipped_content(), begun);
        device.begin("Mælkebøtte");
        device.set_day(day(jump));
        device.pass(second);
        device.visit().type("Kodeord for barnet", "Ærenpris");
        device.pass(3 * second);
        start(device, 1, 0);
        CHECK(device.drafts() == 1);
        device.unlock();
        device.visit().see("Ærenpris");
    }
}

TEST_CASE("What is written while the clock stands between the last two starts is kept as long as promised",
          "[journeys]") {
    for (const bool is_open : {false, true}) {
        CAPTURE(is_open);
        Device device(support::shipped_content(), begun);
        device.begin("Mælkebøtte");
        start(device, 20, 0);
        if (is_open) {
            device.unlock();
            device.set_day(day(6));
            device.pass(second);
            device.visit().press("Åbn");
            device.pass(second);
            device.visit().type("Kodeord for barnet", "Ærenpris");
            device.pass(3 * second);
        } else {
            start(device, 21, -15);
            write(device, "Ærenpris");
        }
        for (const int right : {22, 30, 37, 44, 49}) {
            start(device, right, 0);
            CHECK(device.drafts() == 1);
        }
    }
}

TEST_CASE("A clock a month ahead removes nothing by one start, and says so; by two on different days it is believed",
          "[journeys]") {
    for (const int ahead : {31, 400}) {
        CAPTURE(ahead);
        Device device(support::shipped_content(), begun);
        device.begin("Mælkebøtte");
        for (int times = 0; times < 2; ++times) {
            start(device, 0, ahead);
            device.unlock();
            device.visit().see("Enhedens ur er langt fremme i forhold til sidste gang.").see("Mælkebøtte");
        }
        start(device, 1, 0);
        device.unlock();
        device.visit().see("Mælkebøtte").see_not("Enhedens ur");
        start(device, 2, ahead);
        start(device, 3, ahead);
        CHECK(device.drafts() == 0);
        device.visit().see("Kladder fjernet, fordi deres dag er gået: 1. Der ligger ikke flere.");
    }
}

TEST_CASE("After a night's sleep the page locks at its first moment, before anything else", "[journeys]") {
    Device device(support::shipped_content(), begun);
    device.begin("Mælkebøtte");
    device.sleep(8 * hour);
    CHECK(device.is_locked());
    start(device, 1, 0);
    device.visit().see_not("Mælkebøtte");
    device.unlock();
    device.visit().see("Mælkebøtte");
}

TEST_CASE("A draft outlives whatever a clock does between its changes", "[journeys]") {
    constexpr int courses = 60;
    support::Dice dice(140);
    int starts = 0;
    for (int course = 0; course < courses; ++course) {
        Device device(support::shipped_content(), begun);
        device.begin("Mælkebøtte");
        int true_day = 0, changed = 0;
        bool is_right_before = true;
        for (int turn = 0; turn < 12; ++turn) {
            true_day += static_cast<int>(dice.roll(4));
            if (true_day >= changed + 29) break;
            constexpr int jumps[] = {0, 0, 1, -1, -30, 30, -400, 400};
            int jump = jumps[dice.roll(std::size(jumps))];
            // A clock that runs on at a later date for days is a clock like any other: it is put right in between.
            if (jump > 0 && !is_right_before) jump = 0;
            is_right_before = jump <= 0;
            start(device, true_day, jump);
            ++starts;
            REQUIRE(device.drafts() == 1);
            if (dice.roll(3) != 0) continue;
            write(device, "Ærenpris " + std::to_string(turn));
            changed = true_day;
        }
    }
    support::reached("R14", "native starts",
                     std::to_string(starts) +
                         " starts with clocks up to 400 days wrong, written in between: no draft "
                         "gone; locked at once after 8 h of sleep");
}
