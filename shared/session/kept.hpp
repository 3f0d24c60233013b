// kept.hpp -- what was decided about keeping on this device, and what the store has told.
//
// Knows: keeping, texts. Never: a key; the words of a case other than the open one.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "content/texts.hpp"
#include "keeping/keeper.hpp"
#include "keeping/passphrase.hpp"
#include "keeping/retention.hpp"

namespace core {

// memory: nothing but what is taken along as a file. passphrase: sealed under one. managed: sealed under a key the
// device keeps, where the municipality has allowed it.
enum class KeepMode { memory, passphrase, managed };

// looking: asked, not answered. absent: this browser keeps nothing for us, see Kept::why. empty: it could.
enum class StoreState { looking, absent, empty, locked, open };

// What an order was given for.
enum class StoreTask {
    look,
    create,
    unlock,
    unlock_managed,
    list,
    open,
    remove,
    release,
    wipe,
    count,
    note_days,
    seal,
    unseal,
    change
};

struct AskedStore {
    StoreTask task = StoreTask::look;
    DraftId draft;
    DraftCopy copy = DraftCopy::newest;
    LoadFor purpose = LoadFor::reading;
    bool is_plain = false;  // unlock, unseal: the passphrase without capitals and spaces too many
};

// A draft in the list of this device. Its code word is known once the vault is open.
struct ListedDraft {
    DraftId draft;
    std::string expires;  // ISO date
    std::string code_word;
    bool is_damaged = false;
    bool is_self_assessment = false;
    bool is_day_unread = false;  // `expires` is counted from when that was noticed
};

// Which sentence stands by the passphrase.
enum class KeyFault { none, wrong, not_the_same, judged };

enum class CountState { asked, told, failed };

// What was asked for and waits until the case is saved.
enum class AfterSave { nothing, lock, other_child };

struct Kept {
    StoreState store = StoreState::looking;
    StoreCode why = StoreCode::ok;  // of absent
    KeepMode mode = KeepMode::memory;
    KeepMode wanted = KeepMode::memory;  // chosen on the screen, not carried out yet
    Keeper keeper;                       // of the open case; its draft is empty while nothing of it is kept
    std::string saved_at;                // "14.03", of the last acknowledged save
    bool is_taken_along = false;         // a file holds the open case as it is now
    std::map<std::uint32_t, AskedStore> asked;
    std::vector<ListedDraft> drafts;
    std::vector<KeptKind> kinds;           // what the device holds, counted
    CountState count = CountState::asked;  // of `kinds`
    bool is_clock_doubted = false;
    std::string seen_day;                         // ISO date, the latest that two starts agree on; empty: none
    std::string opened_day;                       // ISO date, of this start or the one before
    std::map<DraftId, std::string> unread_since;  // see SeenDays
    std::string dice;                             // the next throw; empty: used

    // What is typed; forgotten as soon as it was used.
    std::string passphrase;
    std::string passphrase_again;
    std::string passphrase_now;  // the one that is to be exchanged
    std::string proposal;
    bool shows_passphrase = false;
    bool is_busy = false;       // a key is being made
    std::uint32_t sealing = 0;  // the ticket of the file it is made for: what is changed meanwhile is not in it
    KeyFault fault = KeyFault::none;
    PassphraseFault judged = PassphraseFault::none;
    int wrong_tries = 0;
    std::uint32_t penalty_wait = 0;  // after a wrong one; nothing is tried before

    bool seals_file = true;   // da: krypteret fil, not one that anybody can read
    std::string sealed_file;  // chosen, and waiting for its passphrase
    DraftId asked_about;      // of the question being asked
    AfterSave after_save = AfterSave::nothing;
    bool is_lock_refused = false;  // hidden in its place: what is open was not saved
    bool is_out_of_sight = false;  // the page, by the browser
    bool is_warned = false;        // that it will lock or hide by itself
    std::int64_t unused = 0;       // ms
    std::int64_t out_of_sight = 0;
    std::int64_t open_for = 0;
    std::uint32_t watch_wait = 0;
    std::uint32_t reminder_wait = 0;  // memory: of what is not taken along yet
    std::string clock;                // "14.03", as told last
};

constexpr bool can_change_passphrase(const Kept& kept) {
    return kept.store == StoreState::open && kept.mode == KeepMode::passphrase;
}

// Why nothing can be kept, and what to do.
Text text_of(StoreCode code);
// The same of what was to be read: nothing is lost by it.
Text text_of_reading(StoreCode code);
// Of a state that is not saved.
Text why_not_locked(KeptState state);

}  // namespace core
