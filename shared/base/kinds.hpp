// kinds.hpp -- whether a type is one of a variant's.
//
// A large variant that many files hold is a class of its own over std::variant, whose copies, moves and end are
// compiled in one file: else every file that holds it compiles them anew, which was half the time of a build.
// Knows: std::variant. Never: what the kinds mean.

#pragma once

#include <type_traits>
#include <variant>

namespace core {

template <class One, class Kinds>
inline constexpr bool is_kind_of = false;
template <class One, class... Kinds>
inline constexpr bool is_kind_of<One, std::variant<Kinds...>> = (std::is_same_v<One, Kinds> || ...);

template <class One, class Kinds>
concept KindOf = is_kind_of<One, Kinds>;

}  // namespace core
