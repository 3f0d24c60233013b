// offline.hpp -- what is said of working without a net, and of a new edition.
//
// Knows: build. Never: promises what the rim has not seen.

#pragma once

#include "view/build.hpp"

namespace core {

// The start page only, and last there: nobody is disturbed in the middle of a case, and nothing that is about to be
// pressed moves.
void describe_update(const Scene& scene, Elements& to);

// The footer of every screen.
void describe_offline(const Scene& scene, Elements& to);

}  // namespace core
