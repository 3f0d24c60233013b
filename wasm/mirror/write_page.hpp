// write_page.hpp -- how the View reads: every element as its native node.
//
// Order is the View's order; nothing is left out. An element without a box is
// written all the same, only without a place.
// Knows: view, layout. Never: leaves anything out; what it looks like.

#pragma once

#include "layout/layout.hpp"
#include "mirror/node.hpp"

namespace shell {

// The root is <div id="page">; its last child may be the <dialog>.
Node write_page(const core::View& view, const Layout& layout);

}  // namespace shell
