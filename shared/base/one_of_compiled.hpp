// one_of_compiled.hpp -- the copies, moves and end of OneOf, for the one file that instantiates it for its kinds.
//
// Knows: OneOf. Never: included in a header, else all is compiled everywhere again.

#pragma once

#include "base/one_of.hpp"

namespace core {

template <class Kinds>
OneOf<Kinds>::OneOf() = default;
template <class Kinds>
OneOf<Kinds>::OneOf(const OneOf&) = default;
template <class Kinds>
OneOf<Kinds>::OneOf(OneOf&&) noexcept = default;
template <class Kinds>
OneOf<Kinds>& OneOf<Kinds>::operator=(const OneOf&) = default;
template <class Kinds>
OneOf<Kinds>& OneOf<Kinds>::operator=(OneOf&&) noexcept = default;
template <class Kinds>
OneOf<Kinds>::~OneOf() = default;

}  // namespace core
