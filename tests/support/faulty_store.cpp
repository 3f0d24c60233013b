#include "support/faulty_store.hpp"

#include <utility>
#include <variant>

namespace support {

using core::StoreAnswer;
using core::StoreCode;

namespace {

constexpr int store_takes = 20;  // ms

}  // namespace

std::optional<std::string> DraftOnDisk::copy(core::DraftCopy which) const {
    switch (which) {
        case core::DraftCopy::newest: return bytes();
        case core::DraftCopy::before: return generation < 2 ? std::nullopt : std::optional{slots[(generation + 1) % 2]};
        case core::DraftCopy::first: break;
    }
    return first;
}

const DraftOnDisk* FaultyStore::find(const core::DraftId& draft) const {
    const auto found = disk_.find(draft);
    return found == disk_.end() ? nullptr : &found->second;
}

void FaultyStore::wipe() {
    disk_.clear();
    before_.clear();
}

void FaultyStore::write_from_elsewhere(const core::DraftId& name, const std::string& bytes) {
    DraftOnDisk& draft = disk_[name];
    ++draft.generation;
    draft.slots[draft.generation % 2] = bytes;
}

// One operation of the store. Remembers how the order it belongs to goes on.
bool FaultyStore::fails(StoreFault fault) {
    if (failing_ == StoreFault::none) {
        ++operations_;
        const bool is_next = again_ != 0 && operations_ == at_ + again_;
        if (at_ != 0 && (operations_ == at_ || is_next)) failing_ = fault_;
        has_failed_ = has_failed_ || failing_ != StoreFault::none;
    }
    return failing_ == fault;
}

StoreOutcome FaultyStore::carry_out(const core::StoreOrder& order) {
    failing_ = StoreFault::none;
    outcome_ = {};
    std::visit([this](const auto& one) { carry_out(one); }, order);
    return std::move(outcome_);
}

void FaultyStore::answer(StoreAnswer answer, bool is_carried_out) {
    if (is_carried_out && failing_ == StoreFault::answer_never) return;
    const bool is_late = is_carried_out && failing_ == StoreFault::answer_late;
    outcome_.answers.push_back({is_late ? late_ : store_takes, answer});
    if (is_carried_out && failing_ == StoreFault::answer_twice) outcome_.answers.push_back({late_, answer});
}

void FaultyStore::carry_out(const core::OpenStore& order) {
    if (fails(StoreFault::request_error) || fails(StoreFault::quota))
        return answer({order.ticket, StoreCode::aborted}, false);
    if (fails(StoreFault::closed) || fails(StoreFault::abort_after_success))
        return answer({order.ticket, StoreCode::blocked}, false);
    is_open_ = true;
    StoreAnswer here{order.ticket, StoreCode::ok};
    here.days = days_;
    for (const auto& [name, draft] : disk_)
        here.drafts.push_back(draft.is_head_damaged ? core::KeptDraft{name, 0, "-"}
                                                    : core::KeptDraft{name, draft.generation, draft.expires});
    answer(std::move(here), true);
}

void FaultyStore::carry_out(const core::LoadDraft& order) {
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
        // A stale read never says "not there" of what is there.
        const bool is_there = disk_.count(order.draft) != 0;
        return answer({order.ticket, is_there ? StoreCode::corrupt : StoreCode::not_found}, true);
    }
    if (found->second.is_head_damaged) return answer({order.ticket, StoreCode::corrupt}, true);
    if (order.purpose != core::LoadFor::reading) {
        DraftOnDisk& draft = disk_[order.draft];
        const bool is_held = draft.writer != 0 && draft.writer != page_;
        if (is_held && order.purpose == core::LoadFor::writing) return answer({order.ticket, StoreCode::held}, true);
        draft.writer = page_;
        draft.is_first_kept = false;
    }
    const std::optional<std::string> bytes = found->second.copy(order.copy);
    if (!bytes) return answer({order.ticket, StoreCode::corrupt}, true);
    answer({order.ticket, StoreCode::ok, found->second.generation, *bytes}, true);
}

void FaultyStore::land(const core::SaveDraft& save) {
    const DraftOnDisk* there = find(save.draft);
    if ((there == nullptr ? 0 : there->generation) != save.after) return;
    before_ = disk_;
    DraftOnDisk& draft = disk_[save.draft];
    if (draft.generation == 0) draft.writer = page_;
    if (!draft.is_first_kept && draft.generation > 0) draft.first = draft.bytes();
    draft.is_first_kept = true;
    draft.generation = save.after + 1;
    draft.slots[draft.generation % 2] = save.bytes;
    draft.expires = save.expires;
}

void FaultyStore::carry_out(const core::SaveDraft& order) {
    if (!is_open_) return answer({order.ticket, StoreCode::closed}, false);
    constexpr int before_complete = 4;  // begin, put the record, put the head, complete
    for (int operation = 1; operation <= before_complete; ++operation) {
        if (fails(StoreFault::request_error)) return answer({order.ticket, StoreCode::aborted}, false);
        if (fails(StoreFault::quota)) return answer({order.ticket, StoreCode::quota}, false);
        if (fails(StoreFault::closed)) {
            is_open_ = false;
            if (operation == before_complete && dice_.chance(50)) land(order);
            return answer({order.ticket, StoreCode::closed}, false);
        }
    }
    if (failing_ == StoreFault::abort_after_success) return answer({order.ticket, StoreCode::aborted}, false);
    if (failing_ == StoreFault::answer_never && dice_.chance(50)) return;
    const StoreAnswer good{order.ticket, StoreCode::ok, order.after + 1};
    if (failing_ == StoreFault::answer_late && dice_.chance(50)) {
        // It reaches the disk about when the one who waits gives up.
        outcome_.landing = LandingInTime{late_ / 2 + static_cast<int>(dice_.roll(1000)), order};
        return answer(good, true);
    }
    const auto& seen = failing_ == StoreFault::stale_read ? before_ : disk_;
    const auto found = seen.find(order.draft);
    const core::Generation generation = found == seen.end() ? 0 : found->second.generation;
    if (order.after > 0 && find(order.draft) == nullptr) return answer({order.ticket, StoreCode::not_found}, true);
    const DraftOnDisk* there = find(order.draft);
    if (there != nullptr && there->writer != page_) return answer({order.ticket, StoreCode::taken_over}, true);
    if (generation != order.after) return answer({order.ticket, StoreCode::conflict}, true);
    land(order);
    fails(StoreFault::none);  // the reading back is an operation too
    if (failing_ == StoreFault::stale_read) return answer({order.ticket, StoreCode::corrupt}, true);
    answer(good, true);
}

template <class Work>
void FaultyStore::write(std::uint32_t ticket, Work work) {
    constexpr int before_complete = 2;  // the request, complete
    for (int operation = 1; operation <= before_complete; ++operation) {
        if (fails(StoreFault::request_error)) return answer({ticket, StoreCode::aborted}, false);
        if (fails(StoreFault::quota)) return answer({ticket, StoreCode::quota}, false);
        if (fails(StoreFault::closed)) {
            if (operation == before_complete && dice_.chance(50)) work();
            return answer({ticket, StoreCode::closed}, false);
        }
    }
    if (failing_ == StoreFault::abort_after_success) return answer({ticket, StoreCode::aborted}, false);
    if (failing_ == StoreFault::answer_never && dice_.chance(50)) return;
    work();
    answer({ticket, StoreCode::ok}, true);
}

void FaultyStore::carry_out(const core::RemoveDraft& order) {
    write(order.ticket, [&] { disk_.erase(order.draft); });
}

// Nothing is written: a page that lets go cannot fail at it.
void FaultyStore::carry_out(const core::ReleaseDraft& order) {
    fails(StoreFault::none);
    const auto found = disk_.find(order.draft);
    if (found != disk_.end() && found->second.writer == page_) found->second.writer = 0;
    answer({order.ticket, StoreCode::ok}, true);
}

void FaultyStore::carry_out(const core::NoteDays& order) {
    write(order.ticket, [&] { days_ = order.days; });
}

void FaultyStore::carry_out(const core::WipeStore& order) {
    write(order.ticket, [this] {
        wipe();
        days_ = {};
    });
}

void FaultyStore::break_soon(StoreFault fault, std::size_t further) {
    fault_ = fault;
    at_ = operations_ + further;
    again_ = 0;
    has_failed_ = false;
}

StoreOutcome FaultyStore::carry_out_elsewhere(StoreAnswer good) {
    failing_ = StoreFault::none;
    outcome_ = {};
    const std::uint32_t ticket = good.ticket;
    fails(StoreFault::none);
    switch (failing_) {
        case StoreFault::request_error:
        case StoreFault::abort_after_success: answer({ticket, StoreCode::aborted}, false); break;
        case StoreFault::quota: answer({ticket, StoreCode::quota}, false); break;
        case StoreFault::closed: answer({ticket, StoreCode::closed}, false); break;
        default: answer(std::move(good), true);
    }
    return std::move(outcome_);
}

void FaultyStore::damage_head(const core::DraftId& draft) { disk_[draft].is_head_damaged = true; }

}  // namespace support
