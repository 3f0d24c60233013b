// store_port.hpp -- orders for the store, packed for web/keep.mjs, and its answers read.
//
// Knows: keeping, bridge. Never: decides.

#pragma once

#include <cstdint>
#include <string_view>

#include "keeping/store.hpp"

namespace shell {

void order(const core::StoreOrder& order);
void order(const core::VaultOrder& order);

// `told`: 8 bytes generation, lowest first; 16 bytes of dice; then what belongs to the order, see keep.mjs.
core::StoreAnswer read_answer(std::uint32_t ticket, std::uint32_t code, std::string_view told);

}  // namespace shell
