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

struct DifferenceOf {
    const std::string& focused;  // the id with the focus, or empty
    bool is_other_case = false;  // what is written in is made anew: a browser's undo knows what stood there before
};

// Gives every node of `after` its handle: the one it had in `before`, else
// the next of `next_handle`.
void write_difference(Operations& operations, const Node& before, Node& after, const DifferenceOf& of,
                      std::uint32_t& next_handle);

}  // namespace shell
