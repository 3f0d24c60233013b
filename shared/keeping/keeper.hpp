// keeper.hpp -- when the open case is saved, and what may be said of it.
//
// A value and four functions over it: something changed, a wait is over, the
// page may go away, the store answered. Each gives orders; none reads a clock:
// waits are ordered, and end in `woken`.
// "Saved" is said of a generation the store has answered `ok` for and of
// nothing else; an order whose fate is not known is looked up before it is
// given again (safekeeping.md, 3.6).
// Knows: store. Never: what a case is.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "keeping/store.hpp"

namespace core {

inline constexpr int save_after_last_change = 400;  // ms
inline constexpr int save_after_first_change = 1600;
inline constexpr int answer_within = 4000;
inline constexpr int retry_after[] = {200, 1000, 5000};  // ms; then not before the next change

// Ends in woken(keeper, wait).
struct WaitFor {
    int milliseconds;
    std::uint32_t wait;
};
// The case as bytes is asked of the caller: save(keeper, bytes).
struct GiveBytes {};
using KeeperOrder = std::variant<StoreOrder, WaitFor, GiveBytes>;
using KeeperOrders = std::vector<KeeperOrder>;

enum class KeptState {
    nothing,     // nothing to save yet
    saving,      // changed since, and on its way
    saved,       // the case as it is now
    not_saved,   // see Keeper::why
    gone,        // it was removed from the device; nothing is written any more; a new draft may begin
    taken_over,  // another tab writes this draft; nothing more is written from here
};

struct Keeper {
    DraftId draft;
    std::string expires;  // ISO date, of the next save
    Generation kept = 0;  // the last one acknowledged
    KeptState state = KeptState::nothing;
    StoreCode why = StoreCode::ok;  // of not_saved

    std::uint64_t changes = 0;  // counted; what is newer than `given` is not saved
    std::uint64_t given = 0;    // changes in the bytes on their way
    // Bytes given as the generation after `kept`, newest last, until one of them is known to be it.
    std::vector<std::string> on_its_way;
    bool asks_bytes = false;        // GiveBytes is out
    std::uint32_t next_number = 1;  // of tickets and waits
    std::uint32_t outstanding = 0;  // ticket of the save, the look-up or the reopening; 0: none
    enum class Doing { nothing, saving, looking_up, reopening } doing = Doing::nothing;
    std::uint32_t last_change_wait = 0;
    std::uint32_t first_change_wait = 0;
    std::uint32_t answer_wait = 0;
    std::uint32_t retry_wait = 0;
    std::size_t retries = 0;
};

// A draft begins, or was loaded in generation `kept`. Numbers go on from `next_number`, so that an answer meant for
// the draft before is not taken for one of this.
Keeper keep(DraftId draft, Generation kept, std::string expires, std::uint32_t next_number = 1);

void changed(Keeper&, KeeperOrders&);
// The page is hidden, a step is left: what waits is saved at once.
void hurry(Keeper&, KeeperOrders&);
void woken(Keeper&, std::uint32_t wait, KeeperOrders&);
// The answer to GiveBytes: the bytes, or why there are none. Then nothing is sent.
void save(Keeper&, std::string bytes, KeeperOrders&);
void refuse(Keeper&, StoreCode why);
// Another tab says that it writes the draft from now on.
void taken_over(Keeper&);
// Answers to tickets that are not outstanding are left alone: late or twice.
void answered(Keeper&, const StoreAnswer&, KeeperOrders&);

// True when closing the page now would lose something.
bool has_unsaved(const Keeper&);
// Not saved, and waiting will not change it.
bool is_out_of_reach(const Keeper&);

}  // namespace core
