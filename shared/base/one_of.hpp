// one_of.hpp -- one of many kinds, as a std::variant, that many files hold.
//
// Its copies, moves and end are compiled once, where base/one_of_compiled.hpp is included: else every file that holds it
// compiles them anew, which was half the time of a build. std::get_if, std::visit and the like take it as its variant.
// Knows: std::variant. Never: what the kinds mean.

#pragma once

#include <type_traits>
#include <utility>
#include <variant>

namespace core {

template <class One, class Kinds>
inline constexpr bool is_kind_of = false;
template <class One, class... Kinds>
inline constexpr bool is_kind_of<One, std::variant<Kinds...>> = (std::is_same_v<One, Kinds> || ...);

template <class One, class Kinds>
concept KindOf = is_kind_of<One, Kinds>;

template <class Kinds>
struct OneOf : Kinds {
    OneOf();
    template <KindOf<Kinds> One>
    OneOf(One one) : Kinds(std::in_place_type<One>, std::move(one)) {}  // NOLINT(google-explicit-constructor)
    OneOf(const OneOf&);
    OneOf(OneOf&&) noexcept;
    OneOf& operator=(const OneOf&);
    OneOf& operator=(OneOf&&) noexcept;
    ~OneOf();
};

}  // namespace core
