// look_up_hits.hpp -- what answers the question under Slå op.
//
// Knows: build, search. Never: how a hit looks.

#pragma once

#include <string>
#include <vector>

#include "knowledge/search.hpp"
#include "view/build.hpp"

namespace core {

// Best first; lifted for the role and age of the case, where there is one.
Answers find_sought(const Scene& scene);

// "7 svar. De bedste står først.", for the eye and the ear.
std::string describe_found(const Scene& scene, std::size_t hits);

// "Kendes ikke her: »…«.": what they were not found by; empty when all words were known, or nothing was found.
std::string describe_unknown(const Scene& scene, const Answers& answers);

// »one«, »two«
std::string quoted(const std::vector<std::string>& words);

}  // namespace core
