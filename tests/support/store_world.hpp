// store_world.hpp -- a keeper, a store and a clock that can be wound, for tests of what a fault does.
//
// The store works in single operations, as a database does: begin, put the record, put the head, complete, read back.
// The n-th operation of a run can be made to fail in one of eight ways; time passes by events, not by waiting.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "keeping/keeper.hpp"
#include "support/random_case.hpp"

namespace support {

enum class StoreFault {
    none,
    request_error,        // the operation is refused; the transaction with it
    abort_after_success,  // all operations succeeded, and then the transaction was aborted
    quota,
    closed,        // the connection is gone; whether the transaction was complete is not known
    answer_twice,  // the second one late
    answer_never,  // carried out or not
    answer_late,   // carried out, told after everybody has given up
    stale_read     // an old record is read
};
inline constexpr StoreFault every_fault[] = {
    StoreFault::request_error, StoreFault::abort_after_success, StoreFault::quota,       StoreFault::closed,
    StoreFault::answer_twice,  StoreFault::answer_never,        StoreFault::answer_late, StoreFault::stale_read};

// What a draft is on the disk: two slots written in turn.
struct DraftOnDisk {
    core::Generation generation = 0;
    std::string slots[2];
    [[nodiscard]] const std::string& bytes() const { return slots[generation % 2]; }
};

class StoreWorld {
public:
    // Operation number `at` (1 …) of the run fails, and the one `again` further on; 0: none does.
    StoreWorld(StoreFault fault, std::size_t at, std::uint64_t seed, std::size_t again = 0);

    void type(const std::string& case_bytes);  // the user changes the case
    void hide();                               // the page goes out of sight
    void pass(int milliseconds);
    void wipe();                                          // somebody removes all that is stored
    void write_from_elsewhere(const std::string& bytes);  // another tab

    [[nodiscard]] const core::Keeper& keeper() const { return keeper_; }
    [[nodiscard]] const DraftOnDisk* on_disk() const;
    [[nodiscard]] const std::string& typed() const { return typed_; }
    [[nodiscard]] std::size_t operations() const { return operations_; }
    [[nodiscard]] bool has_failed() const { return has_failed_; }
    // Broken promises so far, in words.
    [[nodiscard]] const std::vector<std::string>& broken() const { return broken_; }

private:
    struct Coming {
        std::uint32_t wait = 0;  // or an answer
        core::StoreAnswer answer{};
        bool is_answer = false;
        core::SaveDraft landing{};  // a save that reaches the disk only now
        bool lands = false;
    };

    bool fails(StoreFault fault);
    void carry_out(const core::KeeperOrders& orders);
    void do_order(const core::OpenStore& order);
    void do_order(const core::LoadDraft& order);
    void do_order(const core::SaveDraft& order);
    void do_order(const core::RemoveDraft& order);
    void do_order(const core::WipeStore& order);
    void put(const core::SaveDraft& order);
    void answer(core::StoreAnswer answer, bool is_carried_out);
    void happen(const Coming& coming);
    void check();

    StoreFault fault_;
    std::size_t at_;
    std::size_t again_;
    Dice dice_;
    core::Keeper keeper_;
    std::map<std::string, DraftOnDisk> disk_;
    std::map<std::string, DraftOnDisk> before_;  // as a stale read sees it
    std::multimap<long, Coming> coming_;
    long now_ = 0;
    std::size_t operations_ = 0;
    bool has_failed_ = false;
    StoreFault failing_ = StoreFault::none;  // of the order being carried out
    bool is_open_ = true;
    std::string typed_;
    std::map<core::Generation, std::string> acknowledged_;
    bool is_wiped_ = false;
    std::vector<std::string> broken_;
};

}  // namespace support
