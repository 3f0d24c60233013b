// commands.hpp -- one function per command of the tool.
//
// Knows: run, arguments, content. Never: the screen.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/content.hpp"
#include "lineal/arguments.hpp"
#include "lineal/run.hpp"

namespace tool {

using Words = std::vector<std::string>;

Outcome check(const Words& written);
Outcome pack(const Words& written);
Outcome assess(const Words& written);
Outcome document(const Words& written);
Outcome pathways(const Words& written);
Outcome search(const Words& written);

// One sentence and the usage.
Outcome wrong_use(const std::string& trouble);
Outcome bad_input(const std::string& words);

// The content of --content, else of the folder "content"; empty, with why in `outcome`, when it cannot be read.
std::optional<core::Content> load_wanted(const Arguments& arguments, Outcome& outcome);

// "a, b, c": what could have been written instead.
template <class Things>
std::string ids_of(const Things& things) {
    std::string ids;
    for (const auto& thing : things) ids += (ids.empty() ? "" : ", ") + thing.id.value;
    return ids;
}

}  // namespace tool
