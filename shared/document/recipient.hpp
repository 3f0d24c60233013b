// recipient.hpp -- whom a document is for.
//
// Knows: std. Never: what goes to whom; see compose.hpp.

#pragma once

namespace core {

// da: bilag til underretning, fokusteam, forberedelse til forældresamtale, egne noter
enum class Recipient { notification, focus_team, parent_talk, own_notes };
inline constexpr int recipient_count = 4;

}  // namespace core
