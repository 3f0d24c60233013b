// tiny.hpp -- the tiny content for the fuzzing targets, read once.
//
// Small, so that a run takes microseconds; every kind of file is in it.

#pragma once

#include <vector>

#include "content/content.hpp"
#include "content/load_content.hpp"

namespace fuzz {

// Stops the program when the tiny content cannot be read.
const std::vector<core::ContentPack>& tiny_packs();

const core::Content& tiny_content();  // all packs
const core::Content& tiny_start();    // the start pack only
const core::Content& tiny_front();    // only the words of the start page, as it comes first

const core::ContentPack* find_tiny_pack(std::string_view name);

}  // namespace fuzz
