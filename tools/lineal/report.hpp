// report.hpp -- problems as lines that editors can jump from.
//
// Knows: result. Never: decides what is a problem.

#pragma once

#include <string>

#include "base/result.hpp"

namespace tool {

// "content/lineal/ages.json:12 /ages/1/id\n    what\n    → cure\n" for each.
// `folder` is put before the file names.
std::string describe_problems(const core::Problems& problems, const std::string& folder);

}  // namespace tool
