// find_changes.hpp -- da: hvad kan ændre billedet.
//
// The smallest change of one answer that moves the span up, and the one that
// moves it down: neither end the other way, at least one end that way.
// Knows: strength. Never: names alarm signs, or signs of the dimensions the
// rules keep out (abuse and neglect); asks for "ved ikke endnu".

#pragma once

#include <optional>

#include "assessment/strength.hpp"

namespace core {

struct Changes {
    std::optional<Change> up;
    std::optional<Change> down;
};

// A presence changes to "seen" upwards and to "not seen" downwards. Ties: a
// scale before a presence, a dimension where something is seen before the
// others, then the order of the signs and scales.
Changes find_changes(const Content& content, const Weighing& weighing);

}  // namespace core
