#include "keeping/keeper.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace core {
namespace {

std::uint32_t wait_for(Keeper& keeper, int milliseconds, KeeperOrders& orders) {
    const std::uint32_t wait = keeper.next_number++;
    orders.emplace_back(WaitFor{milliseconds, wait});
    return wait;
}

// Gives an order to the store, and wakes up if it never answers.
template <class Order>
void order(Keeper& keeper, Keeper::Doing doing, Order given, KeeperOrders& orders) {
    keeper.doing = doing;
    keeper.outstanding = keeper.next_number++;
    given.ticket = keeper.outstanding;
    orders.emplace_back(StoreOrder{std::move(given)});
    keeper.answer_wait = wait_for(keeper, answer_within, orders);
}

void forget_waits(Keeper& keeper) { keeper.last_change_wait = keeper.first_change_wait = keeper.retry_wait = 0; }

bool writes(const Keeper& keeper) { return keeper.state != KeptState::taken_over && keeper.state != KeptState::gone; }

// What became of the bytes on their way? Only the store knows, and a connection that failed is made anew first.
void find_out(Keeper& keeper, KeeperOrders& orders) { order(keeper, Keeper::Doing::reopening, OpenStore{0}, orders); }

void go_on(Keeper& keeper, KeeperOrders& orders) {
    if (keeper.doing != Keeper::Doing::nothing || keeper.asks_bytes) return;
    forget_waits(keeper);
    keeper.asks_bytes = true;
    orders.emplace_back(GiveBytes{});
}

void stop_writing(Keeper& keeper, KeptState state) {
    forget_waits(keeper);
    keeper.state = state;
}

void end_well(Keeper& keeper, KeeperOrders& orders) {
    ++keeper.kept;
    keeper.on_its_way.clear();
    keeper.retries = 0;
    if (!writes(keeper)) return;  // another tab has said meanwhile that it writes from now on
    keeper.state = keeper.changes == keeper.given ? KeptState::saved : KeptState::saving;
    // Changed while it was saved: the next one takes what has come since.
    if (keeper.state == KeptState::saving) go_on(keeper, orders);
}

// Is it worth trying again by itself?
bool may_pass(StoreCode code) {
    switch (code) {
        case StoreCode::aborted:
        case StoreCode::blocked:
        case StoreCode::closed:
        case StoreCode::corrupt:
        case StoreCode::timeout:
        case StoreCode::unreachable: return true;
        default: return false;
    }
}

void end_badly(Keeper& keeper, StoreCode why, KeeperOrders& orders) {
    keeper.state = KeptState::not_saved;
    keeper.why = why;
    if (may_pass(why) && keeper.retries < std::size(retry_after))
        keeper.retry_wait = wait_for(keeper, retry_after[keeper.retries++], orders);
}

void saved(Keeper& keeper, const StoreAnswer& answer, KeeperOrders& orders) {
    switch (answer.code) {
        case StoreCode::ok: return end_well(keeper, orders);
        case StoreCode::not_found: return stop_writing(keeper, KeptState::gone);
        case StoreCode::held:
        case StoreCode::taken_over: return stop_writing(keeper, KeptState::taken_over);
        case StoreCode::conflict:
        case StoreCode::timeout:
        case StoreCode::corrupt:
        case StoreCode::closed:
            keeper.state = KeptState::not_saved;
            keeper.why = answer.code;
            return find_out(keeper, orders);
        default:
            // Refused: these bytes are nowhere.
            keeper.on_its_way.pop_back();
            keeper.given = 0;
            return end_badly(keeper, answer.code, orders);
    }
}

void looked_up(Keeper& keeper, const StoreAnswer& answer, KeeperOrders& orders) {
    if (answer.code == StoreCode::not_found && keeper.kept > 0) return stop_writing(keeper, KeptState::gone);
    const bool is_there = answer.code == StoreCode::ok;
    if (!is_there && answer.code != StoreCode::not_found) return end_badly(keeper, answer.code, orders);
    const Generation found = is_there ? answer.generation : 0;
    const auto ours = std::find(keeper.on_its_way.begin(), keeper.on_its_way.end(), answer.bytes);
    if (found == keeper.kept + 1 && ours != keeper.on_its_way.end()) {
        // One given before, which was thought lost, is not what the case is now.
        if (std::next(ours) != keeper.on_its_way.end()) keeper.given = 0;
        return end_well(keeper, orders);
    }
    if (found > keeper.kept) return stop_writing(keeper, KeptState::taken_over);
    // It did not arrive, as far as is known. Given again after a pause, with what has come since.
    end_badly(keeper, StoreCode::aborted, orders);
}

}  // namespace

Keeper keep(DraftId draft, Generation kept, std::string expires, std::uint32_t next_number) {
    Keeper keeper;
    keeper.next_number = next_number;
    keeper.draft = std::move(draft);
    keeper.kept = kept;
    keeper.expires = std::move(expires);
    if (kept > 0) keeper.state = KeptState::saved;
    return keeper;
}

void changed(Keeper& keeper, KeeperOrders& orders) {
    ++keeper.changes;
    if (!writes(keeper)) return;
    if (keeper.state != KeptState::not_saved) keeper.state = KeptState::saving;
    keeper.retries = 0;
    keeper.last_change_wait = wait_for(keeper, save_after_last_change, orders);
    if (keeper.first_change_wait == 0) keeper.first_change_wait = wait_for(keeper, save_after_first_change, orders);
}

void hurry(Keeper& keeper, KeeperOrders& orders) {
    if (writes(keeper) && has_unsaved(keeper)) go_on(keeper, orders);
}

void woken(Keeper& keeper, std::uint32_t wait, KeeperOrders& orders) {
    if (wait == 0 || !writes(keeper)) return;
    if (wait == keeper.answer_wait) return answered(keeper, {keeper.outstanding, StoreCode::timeout}, orders);
    const bool is_due =
        wait == keeper.last_change_wait || wait == keeper.first_change_wait || wait == keeper.retry_wait;
    if (is_due && has_unsaved(keeper)) go_on(keeper, orders);
}

void save(Keeper& keeper, std::string bytes, KeeperOrders& orders) {
    if (!std::exchange(keeper.asks_bytes, false) || !writes(keeper)) return;
    if (bytes.size() > longest_draft) return end_badly(keeper, StoreCode::too_large, orders);
    keeper.given = keeper.changes;
    constexpr std::size_t most = 4;
    if (keeper.on_its_way.size() == most) keeper.on_its_way.erase(keeper.on_its_way.begin());
    keeper.on_its_way.push_back(std::move(bytes));
    order(keeper, Keeper::Doing::saving,
          SaveDraft{0, keeper.draft, keeper.kept, keeper.on_its_way.back(), keeper.expires}, orders);
}

void refuse(Keeper& keeper, StoreCode why) {
    if (!std::exchange(keeper.asks_bytes, false) || !writes(keeper)) return;
    keeper.state = KeptState::not_saved;
    keeper.why = why;
}

void taken_over(Keeper& keeper) { stop_writing(keeper, KeptState::taken_over); }

void answered(Keeper& keeper, const StoreAnswer& answer, KeeperOrders& orders) {
    if (answer.ticket == 0 || answer.ticket != keeper.outstanding) return;
    keeper.outstanding = keeper.answer_wait = 0;
    switch (std::exchange(keeper.doing, Keeper::Doing::nothing)) {
        case Keeper::Doing::saving: return saved(keeper, answer, orders);
        case Keeper::Doing::looking_up: return looked_up(keeper, answer, orders);
        case Keeper::Doing::reopening:
            if (answer.code != StoreCode::ok) return end_badly(keeper, answer.code, orders);
            return order(keeper, Keeper::Doing::looking_up, LoadDraft{0, keeper.draft, {}, {}}, orders);
        case Keeper::Doing::nothing: return;
    }
}

bool is_out_of_reach(const Keeper& keeper) {
    return keeper.state == KeptState::not_saved || keeper.state == KeptState::gone ||
           keeper.state == KeptState::taken_over;
}

bool has_unsaved(const Keeper& keeper) { return keeper.changes != keeper.given || !keeper.on_its_way.empty(); }

}  // namespace core
