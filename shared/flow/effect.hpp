// effect.hpp -- orders to the world outside, in the imperative.
//
// update() gives them; wasm/platform carries them out. An order with a ticket
// is answered exactly once by TicketAnswered.
// Knows: std. Never: how a browser does it.

#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace core {

struct LoadPack { std::string pack; };  // answered by PackArrived or PackFailed
struct DownloadFile { std::uint32_t ticket; std::string name; std::string type; std::string bytes; };
struct ChooseFile { std::uint32_t ticket; };  // answered by CaseFileRead, or TicketAnswered when refused
struct CopyText { std::uint32_t ticket; std::string text; };
struct PrintDocument { std::uint32_t ticket; std::string html; };
struct RememberAppearance { std::string value; };  // device only; holds nothing about a case
struct GuardUnsavedWork { bool on; };              // the browser asks before the page is closed

using Effect = std::variant<LoadPack, DownloadFile, ChooseFile, CopyText, PrintDocument,
                            RememberAppearance, GuardUnsavedWork>;

}  // namespace core
