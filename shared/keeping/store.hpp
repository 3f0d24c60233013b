// store.hpp -- what a store on the device is asked, and what it answers.
//
// A draft is one case kept on the device, in generations: 1, 2, 3 … The store
// seals what it is given; a generation it has answered `ok` for is on the disk,
// was read back and found equal (safekeeping.md, 3.6).
// Every order has a ticket and is answered; a faulty store answers twice, late
// or never, and Keeper lives with that.
// Knows: std. Never: what a case is; how a browser does it.

#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace core {

// 32 hexadecimal digits, from the rim's dice. Empty: none yet.
using DraftId = std::string;
using Generation = std::uint64_t;  // 0: nothing kept

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
    timeout,  // no answer in time: what became of the order is not known
};

// Answered with the drafts that are there. Also after a fault: a connection is
// made anew.
struct OpenStore {
    std::uint32_t ticket;
};
// Answered with the bytes and their generation.
struct LoadDraft {
    std::uint32_t ticket;
    DraftId draft;
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
struct WipeStore {
    std::uint32_t ticket;
};
using StoreOrder = std::variant<OpenStore, LoadDraft, SaveDraft, RemoveDraft, WipeStore>;

struct KeptDraft {
    DraftId draft;
    Generation generation;
    std::string expires;
};

struct StoreAnswer {
    std::uint32_t ticket;
    StoreCode code;
    Generation generation = 0;           // LoadDraft, SaveDraft
    std::string bytes = {};              // LoadDraft
    std::vector<KeptDraft> drafts = {};  // OpenStore
};

}  // namespace core
