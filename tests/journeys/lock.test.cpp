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
constexpr const char* not_saved =
    "Linealen er ikke låst, fordi det nyeste, du har skrevet, ikke kunne gemmes. Gem kladden som fil, og lås så.";

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
    SECTION("out of sight, and the machine slept for three minutes") {
        device.visit().happens(PageHidden{true});
        device.pass(10 * second);
        device.sleep(3 * minute);
        REQUIRE(device.is_locked());
    }
    SECTION("not because a browser wakes a page that is out of sight once a minute only") {
        device.visit().happens(PageHidden{true});
        device.sleep(minute + 30 * second);
        CHECK_FALSE(device.is_locked());
    }
    SECTION("not because another tab had what is open here saved") {
        device.visit().happens(SaveWanted{});
        for (int i = 0; i < 7; ++i) device.pass(minute, true);
        CHECK_FALSE(device.is_locked());
        device.visit().see_heading("Oversigt");
        device.sleep(2 * minute);
        REQUIRE(device.is_locked());
    }
    SECTION("on request") {
        device.visit().press("Gem på denne enhed").press("Lås nu");
        device.pass(second);
        CHECK(device.is_locked());
    }
    // What was written is there when it is unlocked.
    if (!device.is_locked()) return;
    device.open();
    device.visit().see("Luk fanen, når du går fra enheden.");
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
        device.visit().see_heading("Skærmen er skjult").see(not_saved).press("Vis igen");
        device.visit().see(not_saved).see("IKKE GEMT.");
        CHECK(device.visit().session().subject.code_word == "Ærenpris");
        // Hidden by the button it says nothing of locking, and a file is as good as a save.
        device.visit().press("Skjul skærmen").see_not(not_saved).press("Vis igen");
        support::save_unprotected(device.visit());
        device.visit().happens(TicketAnswered{device.download().ticket, TicketCode::ok});
        device.visit().happens(LockWanted{});
        CHECK(device.is_locked());
    }
    SECTION("not saved at first, and then after all") {
        device.answer_next_save(StoreCode::aborted);
        device.visit().happens(LockWanted{});
        device.pass(100);
        CHECK_FALSE(device.is_locked());
        device.visit().see_heading("Skærmen er skjult").see(not_saved);
        device.pass(second);
        CHECK(device.is_locked());
    }
    SECTION("not saved, locked by the clock, and there is room again") {
        device.answer_next_save(StoreCode::quota);
        device.pass(600);
        device.visit().see("IKKE GEMT.");
        device.answer_next_save(StoreCode::quota);
        device.pass(10 * minute);
        CHECK_FALSE(device.is_locked());
        device.visit().see_heading("Skærmen er skjult").see(not_saved).see_not("Ærenpris");
        device.pass(minute);
        CHECK(device.is_locked());
        device.open();
        device.unlock();
        device.visit().see("Ærenpris");
    }
}

TEST_CASE("A tab whose draft was taken over locks, unless something was typed after it", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    device.visit().happens(DraftTakenOver{device.visit().session().kept.keeper.draft});
    device.visit().see("Åben i en anden fane. Her gemmes ikke mere.").see_not("IKKE GEMT.");
    CHECK_FALSE(device.visit().session().has_unsaved_work);
    SECTION("on request") {
        device.visit().press("Gem på denne enhed").press("Lås nu");
        CHECK(device.is_locked());
    }
    SECTION("by the clock") {
        device.pass(10 * minute);
        CHECK(device.is_locked());
    }
    SECTION("with something typed after it") {
        device.visit().type("Kodeord for barnet", "Ærenpris").see("IKKE GEMT.");
        device.visit().happens(LockWanted{});
        device.pass(second);
        CHECK_FALSE(device.is_locked());
        device.visit()
            .see_heading("Skærmen er skjult")
            .see(
                "Linealen er ikke låst, fordi kladden er åben i en anden fane, og det, du siden har skrevet her, "
                "ikke er gemt.")
            .see_not("Ærenpris");
    }
}

TEST_CASE("A draft that was removed from the device is hidden and not thrown away", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    device.store().wipe();
    device.visit().type("Kodeord for barnet", "Ærenpris");
    device.pass(3 * second);
    device.visit().see("Det, der var gemt på enheden, er fjernet").happens(LockWanted{});
    device.pass(second);
    CHECK_FALSE(device.is_locked());
    device.visit()
        .see_heading("Skærmen er skjult")
        .see("Linealen er ikke låst, fordi kladden er fjernet fra enheden og nu kun findes i denne fane.")
        .see_not("Ærenpris")
        .press("Vis igen")
        .see("Ærenpris");
}

// E6 where there is no passphrase to lock with
TEST_CASE("Without a passphrase the screen hides by the same clock, and nothing is thrown away", "[journeys]") {
    Content content = support::shipped_content();
    content.settings.allows_managed_key = true;
    Device device(content);
    device.open();
    SECTION("nothing kept") { device.write_case("Mælkebøtte"); }
    SECTION("the device keeps the key") {
        device.visit().press("Gem på denne enhed");
        device.pass(second);
        device.visit().choose("Hvor skal det, du skriver, gemmes?", "Gem på denne enhed uden adgangssætning");
        device.visit().press("Gem krypteret");
        device.pass(second);
        device.write_case("Mælkebøtte");
        device.visit().see("Gemt kl.");
    }
    const auto is_hidden = [&] {
        CHECK_FALSE(device.is_locked());
        device.visit().see_heading("Skærmen er skjult").see_not("Mælkebøtte").press("Vis igen").see("Mælkebøtte");
    };
    device.pass(second, true);

    device.pass(9 * minute + 5 * second);
    device.visit().see("Skærmen skjules om et minut.").see("Mælkebøtte");
    device.pass(minute);
    is_hidden();

    device.pass(second, true);
    for (int i = 0; i < 9; ++i) device.pass(minute, true);
    device.visit().see("Mælkebøtte").see_not("Skærmen skjules om et minut.");

    device.visit().happens(PageHidden{true});
    for (int i = 0; i < 6; ++i) device.pass(minute, true);
    device.visit().happens(PageHidden{false});
    is_hidden();

    device.sleep(2 * minute);
    is_hidden();

    for (int i = 0; i < 10 * 60; ++i) device.pass(minute, true);
    is_hidden();
    device.pass(minute, true);
    device.visit().see("Mælkebøtte");

    device.visit().go_to("#/gem").see(
        "Skærmen skjules, når Linealen ikke har været brugt i 10 minutter, men den låses ikke.");
    support::reached("E6", "native, without a passphrase",
                     "hidden after 10 min unused, 5 out of sight, 2 of sleep and 10 h; warned before; nothing lost");
}

TEST_CASE("Where no case is open and nothing is kept the screen stays", "[journeys]") {
    Device device(support::shipped_content());
    device.open().press("Slå op");
    device.sleep(60 * minute);
    device.visit().see_heading("Slå op");
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
