// faulty_store.hpp -- a store in memory that keeps the contract of keeping/store.hpp, and breaks down when told to.
//
// It works in single operations, as a database does: begin, put the record, put the head, complete, read back. The n-th
// operation of its life can be made to fail in one of eight ways. Without a fault it is the plain store in memory.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "keeping/store.hpp"
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
    std::optional<std::string> first;  // as it was when the page that writes it began to
    bool is_first_kept = false;
    int writer = 0;  // the page that writes it; 0: none
    std::string expires;
    bool is_head_damaged = false;
    [[nodiscard]] const std::string& bytes() const { return slots[generation % 2]; }
    [[nodiscard]] std::optional<std::string> copy(core::DraftCopy which) const;
};

struct AnswerInTime {
    int after;  // ms
    core::StoreAnswer answer;
};

// A save that reaches the disk later.
struct LandingInTime {
    int after;  // ms
    core::SaveDraft save;
};

struct StoreOutcome {
    std::vector<AnswerInTime> answers;
    std::optional<LandingInTime> landing;
};

class FaultyStore {
public:
    // Operation number `at` (1 …) fails, and the one `again` further on; 0: none does. `late`: ms.
    FaultyStore(StoreFault fault, std::size_t at, std::uint64_t seed, std::size_t again = 0, int late = 9000)
        : fault_(fault), at_(at), again_(again), late_(late), dice_(seed) {}

    StoreOutcome carry_out(const core::StoreOrder& order);
    void act_as(int page) { page_ = page; }  // that the next orders come from
    void land(const core::SaveDraft& save);

    // The operation `further` ones on fails; what failed before is forgotten.
    void break_soon(StoreFault fault, std::size_t further = 1);
    // A vault or a file: one operation that writes nothing here. Answered as `good` unless it fails.
    StoreOutcome carry_out_elsewhere(core::StoreAnswer good);
    void damage_head(const core::DraftId& draft);  // or take it away: what is left of the draft has no day

    void wipe();                                                                      // somebody removes all
    void write_from_elsewhere(const core::DraftId& draft, const std::string& bytes);  // another tab
    [[nodiscard]] const DraftOnDisk* find(const core::DraftId& draft) const;
    [[nodiscard]] std::size_t count() const { return disk_.size(); }
    [[nodiscard]] const core::SeenDays& days() const { return days_; }
    [[nodiscard]] bool has_failed() const { return has_failed_; }

private:
    bool fails(StoreFault fault);
    // One transaction that does `work`, or not.
    template <class Work>
    void write(std::uint32_t ticket, Work work);
    void answer(core::StoreAnswer answer, bool is_carried_out);
    void carry_out(const core::OpenStore& order);
    void carry_out(const core::LoadDraft& order);
    void carry_out(const core::SaveDraft& order);
    void carry_out(const core::RemoveDraft& order);
    void carry_out(const core::WipeStore& order);
    void carry_out(const core::ReleaseDraft& order);
    void carry_out(const core::NoteDays& order);

    StoreFault fault_;
    std::size_t at_;
    std::size_t again_;
    int late_;
    Dice dice_;
    core::SeenDays days_;
    std::map<core::DraftId, DraftOnDisk> disk_;
    std::map<core::DraftId, DraftOnDisk> before_;  // as a stale read sees it
    std::size_t operations_ = 0;
    bool has_failed_ = false;
    StoreFault failing_ = StoreFault::none;  // of the order being carried out
    bool is_open_ = true;
    int page_ = 1;
    StoreOutcome outcome_;
};

}  // namespace support
