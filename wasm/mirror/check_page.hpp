// check_page.hpp -- what no page of ours may do, found before a browser is.
//
// Knows: node. Never: repairs.

#pragma once

#include <string>
#include <vector>

#include "mirror/node.hpp"

namespace shell {

// One English sentence per fault: an id used twice, something to act on
// without a name, a heading level skipped, a target under 24 px, something
// pointed at that is not there.
std::vector<std::string> find_faults(const Node& page);

}  // namespace shell
