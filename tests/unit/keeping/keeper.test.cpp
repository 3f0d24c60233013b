#include "keeping/keeper.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "support/reached.hpp"
#include "support/store_world.hpp"

using namespace core;
using support::StoreFault;
using support::StoreWorld;

namespace {

// A user types, pauses, hides the page and comes back; long enough for a dozen generations.
void write_a_case(StoreWorld& world, std::uint64_t seed) {
    support::Dice dice(seed);
    std::string text;
    for (int letter = 0; letter < 60; ++letter) {
        text += static_cast<char>('a' + dice.roll(26));
        world.type(text);
        world.pass(static_cast<int>(dice.roll(5) == 0 ? 300 + dice.roll(1500) : dice.roll(120)));
        if (dice.chance(5)) world.hide();
    }
}

// A keeper whose first bytes are on their way.
Keeper saving(const char* bytes) {
    Keeper keeper = keep("d", 0, "2026-12-22");
    KeeperOrders orders;
    changed(keeper, orders);
    hurry(keeper, orders);
    save(keeper, bytes, orders);
    return keeper;
}

constexpr int long_enough = 60'000;

}  // namespace

TEST_CASE("What is typed is saved 400 ms after the last change and 1.6 s after the first at the latest", "[keeping]") {
    StoreWorld world(StoreFault::none, 0, 1);
    world.type("a");
    CHECK(world.keeper().state == KeptState::saving);
    world.pass(399);
    CHECK(world.on_disk() == nullptr);
    world.pass(1);
    REQUIRE(world.on_disk() != nullptr);
    world.pass(100);
    CHECK(world.keeper().state == KeptState::saved);

    std::string text = "a";
    for (int letter = 0; letter < 53; ++letter) {  // 30 ms apart, without a pause: 1590 ms
        world.type(text += 'b');
        world.pass(30);
    }
    CHECK(world.on_disk()->generation == 1);
    world.type(text += 'c');
    world.pass(11);
    CHECK(world.on_disk()->generation == 2);
    CHECK(world.on_disk()->bytes() == text);
}

TEST_CASE("A page that is hidden is saved at once, and changes during a save make the next one", "[keeping]") {
    StoreWorld world(StoreFault::none, 0, 1);
    world.type("a");
    world.hide();
    REQUIRE(world.on_disk() != nullptr);
    CHECK(world.on_disk()->bytes() == "a");
    world.type("ab");
    CHECK(world.keeper().state == KeptState::saving);
    CHECK(has_unsaved(world.keeper()));
    world.pass(1000);
    CHECK(world.on_disk()->bytes() == "ab");
    CHECK(world.keeper().state == KeptState::saved);
    CHECK_FALSE(has_unsaved(world.keeper()));
}

// R4 of safekeeping.md
TEST_CASE("5,000 faults: each operation of the store fails in each way, and nothing acknowledged is lost",
          "[keeping]") {
    std::size_t injected = 0;
    std::size_t unsaved_at_the_end = 0;
    std::vector<std::string> broken;
    for (const StoreFault fault : support::every_fault) {
        for (std::uint64_t seed = 1; seed <= 16; ++seed) {
            for (std::size_t at = 1;; ++at) {
                StoreWorld world(fault, at, seed * 1000 + at, seed % 6);
                write_a_case(world, seed);
                world.pass(long_enough);
                if (!world.has_failed()) break;
                ++injected;
                for (const std::string& promise : world.broken())
                    broken.push_back("fault " + std::to_string(static_cast<int>(fault)) + ", seed " +
                                     std::to_string(seed) + ", operation " + std::to_string(at) + ": " + promise);
                // One fault passes: what was typed is on the disk without another change.
                const bool is_kept = world.on_disk() != nullptr && world.on_disk()->bytes() == world.typed() &&
                                     world.keeper().state == KeptState::saved;
                // A full disk is not tried again by itself.
                const bool is_told = fault == StoreFault::quota && world.keeper().state == KeptState::not_saved &&
                                     world.keeper().why == StoreCode::quota;
                if (!is_kept && !is_told) ++unsaved_at_the_end;
            }
        }
    }
    INFO(injected << " faults, " << broken.size() << " promises broken, first: " << (broken.empty() ? "" : broken[0]));
    REQUIRE(injected >= 5000);
    REQUIRE(broken.empty());
    REQUIRE(unsaved_at_the_end == 0);
    support::reached("R4", "native", std::to_string(injected) + " faults, 0 promises broken");
}

TEST_CASE("A store that stays broken is told of, and the next change tries again", "[keeping]") {
    Keeper keeper = saving("a");
    KeeperOrders orders;
    std::size_t tries = 1;
    for (int answers = 0; answers < 50; ++answers) {
        const std::uint32_t ticket = keeper.outstanding;
        orders.clear();
        if (ticket != 0) {
            answered(keeper, {ticket, StoreCode::aborted}, orders);
        } else if (keeper.retry_wait != 0) {
            woken(keeper, keeper.retry_wait, orders);
            save(keeper, "a", orders);
            ++tries;
        }
    }
    CHECK(tries == 4);
    CHECK(keeper.state == KeptState::not_saved);
    CHECK(keeper.why == StoreCode::aborted);
    CHECK(has_unsaved(keeper));

    changed(keeper, orders);
    CHECK(keeper.state == KeptState::not_saved);  // said until it is true no more
    hurry(keeper, orders);
    save(keeper, "ab", orders);
    answered(keeper, {keeper.outstanding, StoreCode::ok, 1}, orders);
    CHECK(keeper.state == KeptState::saved);
}

TEST_CASE("Another tab that writes the same draft stops this one, with its words in memory", "[keeping]") {
    StoreWorld world(StoreFault::none, 0, 1);
    world.type("a");
    world.pass(1000);
    world.write_from_elsewhere("from the other tab");
    world.type("ab");
    world.pass(long_enough);
    CHECK(world.keeper().state == KeptState::taken_over);
    CHECK(world.on_disk()->bytes() == "from the other tab");
    CHECK(has_unsaved(world.keeper()));
    world.type("abc");
    world.hide();
    world.pass(long_enough);
    CHECK(world.on_disk()->bytes() == "from the other tab");
}

TEST_CASE("What somebody removed does not come back by itself", "[keeping]") {
    StoreWorld world(StoreFault::none, 0, 1);
    world.type("a");
    world.pass(1000);
    world.wipe();
    world.type("ab");
    world.pass(long_enough);
    CHECK(world.keeper().state == KeptState::gone);
    CHECK(world.on_disk() == nullptr);
}

TEST_CASE("Answers that come late or twice change nothing", "[keeping]") {
    Keeper keeper = saving("a");
    KeeperOrders orders;
    const std::uint32_t ticket = keeper.outstanding;
    answered(keeper, {ticket, StoreCode::ok, 1}, orders);
    REQUIRE(keeper.kept == 1);
    orders.clear();
    answered(keeper, {ticket, StoreCode::ok, 1}, orders);
    answered(keeper, {ticket, StoreCode::quota}, orders);
    answered(keeper, {0, StoreCode::conflict}, orders);
    CHECK(orders.empty());
    CHECK(keeper.kept == 1);
    CHECK(keeper.state == KeptState::saved);

    changed(keeper, orders);
    hurry(keeper, orders);
    save(keeper, "ab", orders);
    answered(keeper, {ticket, StoreCode::ok, 1}, orders);
    CHECK(keeper.kept == 1);
    CHECK(keeper.state == KeptState::saving);
    CHECK(keeper.on_its_way == std::vector<std::string>{"ab"});
}
