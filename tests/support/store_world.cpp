#include "support/store_world.hpp"

namespace support {

using core::KeptState;

StoreWorld::StoreWorld(StoreFault fault, std::size_t at, std::uint64_t seed, std::size_t again)
    : store_(fault, at, seed, again), keeper_(core::keep("00112233445566778899aabbccddeeff", 0, "2026-12-22")) {}

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
    store_.wipe();
    is_wiped_ = true;
}

void StoreWorld::write_from_elsewhere(const std::string& bytes) { store_.write_from_elsewhere(keeper_.draft, bytes); }

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
    if (const auto* over = std::get_if<WaitIsOver>(&coming)) woken(keeper_, over->wait, orders);
    if (const auto* answer = std::get_if<core::StoreAnswer>(&coming)) answered(keeper_, *answer, orders);
    if (const auto* save = std::get_if<core::SaveDraft>(&coming)) store_.land(*save);
    carry_out(orders);
}

void StoreWorld::carry_out(const core::KeeperOrders& orders) {
    for (const core::KeeperOrder& order : orders) {
        if (const auto* wait = std::get_if<core::WaitFor>(&order)) {
            coming_.emplace(now_ + wait->milliseconds, WaitIsOver{wait->wait});
        } else if (std::holds_alternative<core::GiveBytes>(order)) {
            core::KeeperOrders more;
            save(keeper_, typed_, more);
            carry_out(more);
        } else {
            const StoreOutcome outcome = store_.carry_out(std::get<core::StoreOrder>(order));
            if (outcome.landing) coming_.emplace(now_ + outcome.landing->after, outcome.landing->save);
            for (const AnswerInTime& one : outcome.answers) coming_.emplace(now_ + one.after, one.answer);
        }
    }
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
