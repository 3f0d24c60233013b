#include "support/store_world.hpp"

#include <utility>
#include <variant>

namespace support {

using core::KeptState;
using core::StoreAnswer;
using core::StoreCode;

namespace {

constexpr int store_takes = 20;    // ms
constexpr int late_answer = 9000;  // after the keeper has given up
const std::string draft_name = "00112233445566778899aabbccddeeff";

}  // namespace

StoreWorld::StoreWorld(StoreFault fault, std::size_t at, std::uint64_t seed, std::size_t again)
    : fault_(fault), at_(at), again_(again), dice_(seed), keeper_(core::keep(draft_name, 0, "2026-12-22")) {}

const DraftOnDisk* StoreWorld::on_disk() const {
    const auto found = disk_.find(keeper_.draft);
    return found == disk_.end() ? nullptr : &found->second;
}

void StoreWorld::type(const std::string& case_bytes) {
    typed_ = case_bytes;
    core::KeeperOrders orders;
    changed(keeper_, orders);
    carry_out(orders);
    check();
}

void StoreWorld::hide() {
    core::KeeperOrders orders;
    hurry(keeper_, orders);
    carry_out(orders);
    check();
}

void StoreWorld::wipe() {
    disk_.clear();
    before_.clear();
    is_wiped_ = true;
}

void StoreWorld::write_from_elsewhere(const std::string& bytes) {
    DraftOnDisk& draft = disk_[keeper_.draft];
    ++draft.generation;
    draft.slots[draft.generation % 2] = bytes;
}

void StoreWorld::pass(int milliseconds) {
    const long until = now_ + milliseconds;
    while (!coming_.empty() && coming_.begin()->first <= until) {
        now_ = coming_.begin()->first;
        const Coming coming = coming_.begin()->second;
        coming_.erase(coming_.begin());
        happen(coming);
        check();
    }
    now_ = until;
}

void StoreWorld::happen(const Coming& coming) {
    core::KeeperOrders orders;
    if (coming.lands) put(coming.landing);
    if (coming.is_answer) {
        answered(keeper_, coming.answer, orders);
    } else if (coming.wait != 0) {
        woken(keeper_, coming.wait, orders);
    }
    carry_out(orders);
}

// One operation of the store. Remembers how the order it belongs to goes on.
bool StoreWorld::fails(StoreFault fault) {
    if (failing_ == StoreFault::none) {
        ++operations_;
        const bool is_next = again_ != 0 && operations_ == at_ + again_;
        if (at_ != 0 && (operations_ == at_ || is_next)) failing_ = fault_;
        has_failed_ = has_failed_ || failing_ != StoreFault::none;
    }
    return failing_ == fault;
}

void StoreWorld::carry_out(const core::KeeperOrders& orders) {
    for (const core::KeeperOrder& order : orders) {
        if (const auto* wait = std::get_if<core::WaitFor>(&order)) {
            Coming coming;
            coming.wait = wait->wait;
            coming_.emplace(now_ + wait->milliseconds, coming);
        } else if (std::holds_alternative<core::GiveBytes>(order)) {
            core::KeeperOrders more;
            save(keeper_, typed_, more);
            carry_out(more);
        } else {
            failing_ = StoreFault::none;
            std::visit([this](const auto& one) { do_order(one); }, std::get<core::StoreOrder>(order));
        }
    }
}

void StoreWorld::answer(StoreAnswer answer, bool is_carried_out) {
    if (is_carried_out && failing_ == StoreFault::answer_never) return;
    Coming coming;
    coming.is_answer = true;
    coming.answer = std::move(answer);
    const bool is_late = is_carried_out && failing_ == StoreFault::answer_late;
    coming_.emplace(now_ + (is_late ? late_answer : store_takes), coming);
    if (is_carried_out && failing_ == StoreFault::answer_twice) coming_.emplace(now_ + late_answer, coming);
}

void StoreWorld::do_order(const core::OpenStore& order) {
    if (fails(StoreFault::request_error) || fails(StoreFault::quota))
        return answer({order.ticket, StoreCode::aborted}, false);
    if (fails(StoreFault::closed) || fails(StoreFault::abort_after_success))
        return answer({order.ticket, StoreCode::blocked}, false);
    is_open_ = true;
    StoreAnswer here{order.ticket, StoreCode::ok};
    for (const auto& [name, draft] : disk_) here.drafts.push_back({name, draft.generation, "2026-12-22"});
    answer(std::move(here), true);
}

void StoreWorld::do_order(const core::LoadDraft& order) {
    if (!is_open_) return answer({order.ticket, StoreCode::closed}, false);
    if (fails(StoreFault::request_error) || fails(StoreFault::quota) || fails(StoreFault::abort_after_success))
        return answer({order.ticket, StoreCode::aborted}, false);
    if (fails(StoreFault::closed)) {
        is_open_ = false;
        return answer({order.ticket, StoreCode::closed}, false);
    }
    const auto& seen = fails(StoreFault::stale_read) ? before_ : disk_;
    const auto found = seen.find(order.draft);
    if (found == seen.end()) {
        // A stale read never says "not there" of what this program has seen there.
        const bool was_there = failing_ == StoreFault::stale_read && disk_.count(order.draft) != 0;
        return answer({order.ticket, was_there ? StoreCode::corrupt : StoreCode::not_found}, true);
    }
    answer({order.ticket, StoreCode::ok, found->second.generation, found->second.bytes()}, true);
}

void StoreWorld::put(const core::SaveDraft& order) {
    const auto found = disk_.find(order.draft);
    if ((found == disk_.end() ? 0 : found->second.generation) != order.after) return;
    before_ = disk_;
    DraftOnDisk& draft = disk_[order.draft];
    draft.slots[(order.after + 1) % 2] = order.bytes;
    draft.generation = order.after + 1;
}

void StoreWorld::do_order(const core::SaveDraft& order) {
    if (!is_open_) return answer({order.ticket, StoreCode::closed}, false);
    constexpr int before_complete = 4;  // begin, put the record, put the head, complete
    for (int operation = 1; operation <= before_complete; ++operation) {
        if (fails(StoreFault::request_error)) return answer({order.ticket, StoreCode::aborted}, false);
        if (fails(StoreFault::quota)) return answer({order.ticket, StoreCode::quota}, false);
        if (fails(StoreFault::closed)) {
            is_open_ = false;
            if (operation == before_complete && dice_.chance(50)) put(order);
            return answer({order.ticket, StoreCode::closed}, false);
        }
    }
    if (failing_ == StoreFault::abort_after_success) return answer({order.ticket, StoreCode::aborted}, false);
    if (failing_ == StoreFault::answer_never && dice_.chance(50)) return;
    if (failing_ == StoreFault::answer_late && dice_.chance(50)) {
        // It reaches the disk when the keeper gives up or has done so.
        Coming coming;
        coming.lands = true;
        coming.landing = order;
        coming_.emplace(now_ + core::answer_within - 100 + static_cast<long>(dice_.roll(500)), coming);
        return answer({order.ticket, StoreCode::ok, order.after + 1}, true);
    }
    const auto& seen = failing_ == StoreFault::stale_read ? before_ : disk_;
    const auto found = seen.find(order.draft);
    const core::Generation generation = found == seen.end() ? 0 : found->second.generation;
    if (generation == 0 && order.after > 0 && disk_.count(order.draft) == 0)
        return answer({order.ticket, StoreCode::not_found}, true);
    if (generation != order.after) return answer({order.ticket, StoreCode::conflict}, true);
    put(order);
    fails(StoreFault::none);  // the reading back is an operation too
    const bool is_read_wrong = failing_ == StoreFault::stale_read;
    answer({order.ticket, is_read_wrong ? StoreCode::corrupt : StoreCode::ok, order.after + 1}, true);
}

void StoreWorld::do_order(const core::RemoveDraft& order) {
    disk_.erase(order.draft);
    answer({order.ticket, StoreCode::ok}, true);
}

void StoreWorld::do_order(const core::WipeStore& order) {
    disk_.clear();
    answer({order.ticket, StoreCode::ok}, true);
}

void StoreWorld::check() {
    const DraftOnDisk* kept = on_disk();
    const std::string when = " at " + std::to_string(now_) + " ms";
    if (keeper_.state == KeptState::saved && (kept == nullptr || kept->bytes() != typed_) && !is_wiped_)
        broken_.push_back("\"Gemt\" is said of what is not on the disk" + when);
    if (keeper_.kept > 0 && !is_wiped_ && (kept == nullptr || kept->generation < keeper_.kept))
        broken_.push_back("an acknowledged generation is gone" + when);
    if (kept == nullptr || keeper_.kept == 0 || kept->generation != keeper_.kept) return;
    const auto [said, is_new] = acknowledged_.emplace(keeper_.kept, kept->bytes());
    if (!is_new && said->second != kept->bytes()) broken_.push_back("an acknowledged generation was changed" + when);
}

}  // namespace support
