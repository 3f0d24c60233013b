// store_world.hpp -- a keeper, a store and a clock that can be wound, for tests of what a fault does.
//
// Time passes by events, not by waiting; after each the promises of safekeeping.md are checked.

#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "keeping/keeper.hpp"
#include "support/faulty_store.hpp"

namespace support {

class StoreWorld {
public:
    StoreWorld(StoreFault fault, std::size_t at, std::uint64_t seed, std::size_t again = 0);

    void type(const std::string& case_bytes);  // the user changes the case
    void hide();                               // the page goes out of sight
    void pass(int milliseconds);
    void wipe();                                          // somebody removes all that is stored
    void write_from_elsewhere(const std::string& bytes);  // another tab

    [[nodiscard]] const core::Keeper& keeper() const { return keeper_; }
    [[nodiscard]] const DraftOnDisk* on_disk() const { return store_.find(keeper_.draft); }
    [[nodiscard]] const std::string& typed() const { return typed_; }
    [[nodiscard]] bool has_failed() const { return store_.has_failed(); }
    // Broken promises so far, in words.
    [[nodiscard]] const std::vector<std::string>& broken() const { return broken_; }

private:
    struct WaitIsOver {
        std::uint32_t wait;
    };
    using Coming = std::variant<WaitIsOver, core::StoreAnswer, core::SaveDraft>;

    void carry_out(const core::KeeperOrders& orders);
    void happen(const Coming& coming);
    void check();

    FaultyStore store_;
    core::Keeper keeper_;
    std::multimap<long, Coming> coming_;
    long now_ = 0;
    std::string typed_;
    std::map<core::Generation, std::string> acknowledged_;
    bool is_wiped_ = false;
    std::vector<std::string> broken_;
};

}  // namespace support
