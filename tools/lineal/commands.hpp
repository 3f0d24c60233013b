// commands.hpp -- one function per command of the tool.
//
// Knows: run, arguments. Never: the screen.

#pragma once

#include <string>
#include <vector>

#include "lineal/run.hpp"

namespace tool {

using Words = std::vector<std::string>;

Outcome check(const Words& written);
Outcome pack(const Words& written);
Outcome assess(const Words& written);
Outcome document(const Words& written);
Outcome pathways(const Words& written);

// One sentence and the usage.
Outcome wrong_use(const std::string& trouble);

}  // namespace tool
