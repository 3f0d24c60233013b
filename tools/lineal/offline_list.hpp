// offline_list.hpp -- which files belong to this edition of the page, told to its service worker.
//
// The worker keeps all of them on the device or none, so the list is made last, from what stands in the folder; a
// municipality that packs its own content gets a new edition by the same road.
// Knows: files, seal. Never: what a file is for.

#pragma once

#include <string>

#include "base/result.hpp"

namespace tool {

// The worker's code with the list of all files below `dist` in front, in place of an older list. Its name follows from
// every byte of them and of the code.
std::string with_offline_list(const std::string& dist, const std::string& worker);

// Renews sw.js below `dist`; a page without one is left as it is.
core::Problems write_offline_list(const std::string& dist);

}  // namespace tool
