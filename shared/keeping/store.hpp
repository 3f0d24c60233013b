// store.hpp -- what a store on the device is asked, and what it answers.
//
// A draft is one case kept on the device, in generations: 1, 2, 3 … The store
// seals what it is given; a generation it has answered `ok` for is on the disk,
// was read back and found equal (safekeeping.md, 3.6).
// Every order has a ticket and is answered; a faulty store answers twice, late
// or never, and Keeper lives with that.
// Knows: std. Never: what a case is; how a browser does it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace core {

// 32 hexadecimal digits, from the rim's dice. Empty: none yet.
using DraftId = std::string;
using Generation = std::uint64_t;                                           // 0: nothing kept
inline constexpr std::size_t longest_draft = std::size_t{8} * 1024 * 1024;  // bytes, before sealing

// "Not there" and "could not be read" are two answers: taken for one, an empty
// draft would be written over a full one.
enum class StoreCode {
    ok,
    not_found,
    quota,         // no room
    aborted,       // refused or lost; nothing was changed
    blocked,       // another tab holds an older store open
    closed,        // the connection is gone
    corrupt,       // it is there and cannot be trusted; its bytes are kept
    conflict,      // another tab has written since
    newer_schema,  // written by a newer program
    unsupported,   // no store here: a private window, an old browser
    wrong_key,
    timeout,      // no answer in time: what became of the order is not known
    held,         // another tab writes this draft
    taken_over,   // another tab writes this draft, which this one did until now
    unreachable,  // the code that keeps could not be fetched; nothing was changed
    too_large,    // Keeper's own: more than can be opened again
    unreadable,   // Keeper's own: the bytes do not say what the case says
};

// Answered with the drafts that are there. Also after a fault: a connection is
// made anew.
struct OpenStore {
    std::uint32_t ticket;
};
// newest: as it was saved last. before: the generation before that. first: the
// copy from when this page began to write it.
enum class DraftCopy { newest, before, first };
// writing: `held` when another tab does. take_over: asks that tab to let go.
enum class LoadFor { reading, take_over, writing };
// Answered with the bytes, and with the generation the next save follows, also
// when the bytes are an older copy.
struct LoadDraft {
    std::uint32_t ticket;
    DraftId draft;
    DraftCopy copy = DraftCopy::newest;
    LoadFor purpose = LoadFor::reading;
};
// Refused with `conflict` unless the store holds generation `after`.
struct SaveDraft {
    std::uint32_t ticket;
    DraftId draft;
    Generation after;
    std::string bytes;
    std::string expires;  // ISO date; readable without a key, so that old drafts can go
};
// A draft that is not there is `ok`.
struct RemoveDraft {
    std::uint32_t ticket;
    DraftId draft;
};
// This page does not write the draft any more: another may, and nobody is asked first. Always `ok`.
struct ReleaseDraft {
    std::uint32_t ticket;
    DraftId draft;
};
struct WipeStore {
    std::uint32_t ticket;
};
// What the store remembers of days, see retention.hpp; ISO dates, empty: none.
struct SeenDays {
    std::string seen;                            // the latest that two starts agree on
    std::string before;                          // the clock's at the last start
    std::map<DraftId, std::string> unread = {};  // drafts whose own day cannot be read: the day that was noticed

    bool operator==(const SeenDays&) const = default;
};
struct NoteDays {
    std::uint32_t ticket;
    SeenDays days;
};
using StoreOrder = std::variant<OpenStore, LoadDraft, SaveDraft, RemoveDraft, ReleaseDraft, WipeStore, NoteDays>;

// ---- Keys and files: the same tickets, the same answers ---------------------
// A vault is what all drafts on a device are sealed with. `passphrase` empty: the device keeps the key itself.
struct CreateVault {
    std::uint32_t ticket;
    std::string passphrase;
};
struct UnlockVault {
    std::uint32_t ticket;
    std::string passphrase;
};
// The vault's key stays, so that no draft is sealed anew; from now on another passphrase opens it.
struct ChangePassphrase {
    std::uint32_t ticket;
    std::string passphrase_now;
    std::string passphrase;
};
// Answered with the bytes of a .lineal file.
struct SealFile {
    std::uint32_t ticket;
    std::string passphrase;
    std::string bytes;
};
// Answered with the bytes that were sealed; `corrupt` before `wrong_key`.
struct UnsealFile {
    std::uint32_t ticket;
    std::string passphrase;
    std::string bytes;
};
// Answered with what is kept, by kind.
struct CountKept {
    std::uint32_t ticket;
};
using VaultOrder = std::variant<CreateVault, UnlockVault, ChangePassphrase, SealFile, UnsealFile, CountKept>;

struct KeptDraft {
    DraftId draft;
    Generation generation;
    std::string expires;  // no date where what tells of the draft is damaged or gone
};

// none: nothing was ever kept here, or all of it was removed.
enum class VaultState { none, locked, managed, open };

struct KeptKind {
    std::string kind;  // "snap", "appearance", "program" …
    std::uint64_t count = 0;
    std::uint64_t bytes = 0;
};

struct StoreAnswer {
    std::uint32_t ticket;
    StoreCode code;
    Generation generation = 0;            // LoadDraft, SaveDraft; WipeStore: 1 when the browser cleared the files too
    std::string bytes = {};               // LoadDraft, SealFile, UnsealFile
    std::vector<KeptDraft> drafts = {};   // OpenStore
    VaultState vault = VaultState::none;  // OpenStore
    SeenDays days = {};                   // OpenStore
    std::vector<KeptKind> kinds = {};     // CountKept
    std::string dice = {};                // 32 hexadecimal digits that were never thrown before
};

}  // namespace core
