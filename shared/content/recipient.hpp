// recipient.hpp -- whom a document is for.
//
// Knows: std. Never: what goes to whom; see compose.hpp.

#pragma once

#include <cstddef>
#include <string_view>

namespace core {

// da: bilag til underretning, fokusteam, forberedelse til forældresamtale, egne noter
enum class Recipient { notification, focus_team, parent_talk, own_notes };
inline constexpr std::size_t recipient_count = 4;

// As content and addresses name them; in the order of Recipient.
inline constexpr std::string_view recipient_names[recipient_count] = {"notification", "focus_team", "parent_talk",
                                                                      "own_notes"};

}  // namespace core
