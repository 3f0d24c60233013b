// address.hpp -- a place written as the window's address, and read again.
//
// Real addresses without case data: "#/vurder/tegn/mental".
// Knows: session/place. Never: anything about a case.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "session/place.hpp"

namespace core {

std::string address_of(const Place& place);

// Empty when no screen has that address. With or without "#"; a query after
// "?" is not looked at.
std::optional<Place> place_of(std::string_view address);

}  // namespace core
