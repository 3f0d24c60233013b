// Hidden, locked, and locked by itself.

#include <catch2/catch_test_macros.hpp>

#include "support/device.hpp"
#include "support/reached.hpp"
#include "support/shipped_content.hpp"
#include "support/view_text.hpp"

using namespace core;
using support::Device;

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;

}  // namespace

// E6 of safekeeping.md
TEST_CASE("It locks by itself: unused, out of sight, after ten hours, after sleep", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    SECTION("unused for ten minutes, with a warning a minute before") {
        device.pass(9 * minute - 5 * second);
        device.visit().see_not("låser sig selv om et minut");
        device.pass(10 * second);
        device.visit().see("låser sig selv om et minut");
        CHECK_FALSE(device.is_locked());
        device.pass(60 * second);
        CHECK(device.is_locked());
    }
    SECTION("not while somebody moves") {
        for (int i = 0; i < 40; ++i) device.pass(minute, true);
        CHECK_FALSE(device.is_locked());
    }
    SECTION("a touch after the warning takes it back") {
        device.pass(9 * minute + 5 * second);
        device.visit().see("låser sig selv om et minut");
        device.pass(second, true);
        device.pass(30 * second);
        device.visit().see_not("låser sig selv om et minut");
        device.pass(5 * minute);
        CHECK_FALSE(device.is_locked());
    }
    SECTION("out of sight for five minutes") {
        device.visit().happens(PageHidden{true});
        for (int i = 0; i < 4; ++i) device.pass(minute, true);
        CHECK_FALSE(device.is_locked());
        device.pass(minute + second, true);
        CHECK(device.is_locked());
    }
    SECTION("after ten hours, however busy") {
        for (int i = 0; i < 10 * 60 - 1; ++i) device.pass(minute, true);
        CHECK_FALSE(device.is_locked());
        device.pass(2 * minute, true);
        CHECK(device.is_locked());
    }
    SECTION("the machine slept for two minutes") {
        device.sleep(2 * minute);
        REQUIRE(device.is_locked());
        support::reached("R14", "native sleep", "locked at the first tick after two minutes");
    }
    SECTION("on request") {
        device.visit().press("Gem på denne enhed").press("Lås nu");
        device.pass(second);
        CHECK(device.is_locked());
    }
    // What was written is there when it is unlocked.
    if (!device.is_locked()) return;
    device.open();
    device.unlock();
    device.visit().see("Mælkebøtte");
}

TEST_CASE("What was just typed is saved before it locks; what cannot be saved keeps it from locking", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    device.visit().press("Gem på denne enhed").press("Oversigt").type("Kodeord for barnet", "Ærenpris");
    SECTION("saved") {
        device.visit().happens(LockWanted{});
        CHECK_FALSE(device.is_locked());
        device.visit().see_heading("Skærmen er skjult").see_not("Ærenpris");
        device.pass(second);
        CHECK(device.is_locked());
        device.open();
        device.unlock();
        device.visit().see("Ærenpris");
    }
    SECTION("not saved") {
        device.answer_next_save(StoreCode::quota);
        device.visit().happens(LockWanted{});
        device.pass(second);
        CHECK_FALSE(device.is_locked());
        device.visit().see_heading("Skærmen er skjult").press("Vis igen");
        device.visit()
            .see("Kladden kunne ikke gemmes og er derfor ikke lukket. Gem den som fil først.")
            .see("IKKE GEMT.");
        CHECK(device.visit().session().subject.code_word == "Ærenpris");
    }
}

TEST_CASE("A hidden screen holds nothing of the case for eye or ear, and comes back as it was", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    const std::string before = support::dump(device.visit().view());
    device.visit().press("Skjul skærmen");
    const View& view = device.visit().view();
    CHECK(view.title == "Side");
    CHECK(view.header.empty());
    CHECK(view.footer.empty());
    CHECK(view.announcement.text.empty());
    CHECK(support::dump(view).find("Mælkebøtte") == std::string::npos);
    CHECK(support::all_elements(view).size() <= 6);
    device.visit().press("Vis igen").see_heading("Oversigt").see("Mælkebøtte");
    CHECK(support::dump(device.visit().view()) == before);
}
