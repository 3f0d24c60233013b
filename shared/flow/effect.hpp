// effect.hpp -- orders to the world outside, in the imperative.
//
// update() gives them; wasm/platform carries them out. An order with a ticket
// is answered exactly once by TicketAnswered.
// Knows: keeping. Never: how a browser does it.

#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "base/one_of.hpp"
#include "keeping/keeper.hpp"

namespace core {

// Answered by PackArrived or PackFailed.
struct LoadPack {
    std::string pack;
};

// The name says nothing about a case.
struct DownloadFile {
    std::uint32_t ticket;
    std::string name;
    std::string type;
    std::string bytes;
};

// Answered by CaseFileRead, or by TicketAnswered when nothing was chosen or read.
struct ChooseFile {
    std::uint32_t ticket;
};

struct CopyText {
    std::uint32_t ticket;
    std::string text;
};

// The document is on the screen; what is printed is the page itself.
struct PrintDocument {
    std::uint32_t ticket;
};

// Kept on the device only; holds nothing about a case.
struct RememberAppearance {
    std::string value;
};

// Kept on the device only; empty: removed from it. Which articles were read, nothing about a case.
struct RememberReadings {
    std::string value;
};

// The browser asks before the page is closed.
struct GuardUnsavedWork {
    bool on;
};

// Answered by StoreAnswered.
struct AskStore {
    StoreOrder order;
};
struct AskVault {
    VaultOrder order;
};

// Ends in WaitEnded.
struct Wait {
    int milliseconds;
    std::uint32_t number;
};

// Keys are dropped, the program's memory is overwritten and the page begins anew.
struct LockPage {};

// Ends in the page being opened anew, once, or in OfflineTold: exactly one of them.
struct StartUpdate {};

using EffectKinds = std::variant<LoadPack, DownloadFile, ChooseFile, CopyText, PrintDocument, RememberAppearance,
                                 RememberReadings, GuardUnsavedWork, AskStore, AskVault, Wait, LockPage, StartUpdate>;
using Effect = OneOf<EffectKinds>;

}  // namespace core
