// shipped_content.hpp -- the content folder of this project, loaded once.

#pragma once

#include <string>

#include "content/content.hpp"

namespace support {

// Stops the test when the shipped content does not load.
const core::Content& shipped_content();

// The words of a sign of the shipped content; stops the test without one.
std::string text_of_sign(const std::string& id);

// The shipped rules over so few signs of one age (three to five per dimension,
// every alarm kind among them) that a hundred thousand cases are quick.
const core::Content& small_content();

// The shipped content with three levels, as another municipality may have it.
core::Content three_level_content();

}  // namespace support
