// difference.hpp -- what must be done to the page for it to read as the View.
//
// A node is kept when its id, tag and parent are the same. What is kept is
// never made anew and, if it has the focus, never moved.
// Knows: node, operations. Never: the View.

#pragma once

#include <cstdint>
#include <string>

#include "mirror/node.hpp"
#include "mirror/operations.hpp"

namespace shell {

// Gives every node of `after` its handle: the one it had in `before`, else
// the next of `next_handle`. `focused` is the id with the focus, or empty.
void write_difference(Operations& operations, const Node& before, Node& after, const std::string& focused,
                      std::uint32_t& next_handle);

}  // namespace shell
