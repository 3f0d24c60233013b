// carry_out.hpp -- orders of the house, given to the browser.
//
// Knows: effects, bridge. Never: decides; answers an order itself.

#pragma once

#include "flow/effect.hpp"

namespace shell {

void carry_out(const core::Effect& effect);

}  // namespace shell
