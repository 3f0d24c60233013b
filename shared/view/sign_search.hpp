// sign_search.hpp -- find a sign in everyday words.
//
// Each word typed must be in the sign's text, its everyday words or its
// example; capitals do not matter.
// Knows: build, assessment (which signs are asked for here). Never: ranks.

#pragma once

#include <string>
#include <vector>

#include "view/build.hpp"

namespace core {

std::vector<const Sign*> find_signs(const Content& content, const Case& subject, const std::string& wanted);

// "3 tegn passer på din søgning", for the eye and the ear.
std::string describe_hits(const Scene& scene);

}  // namespace core
