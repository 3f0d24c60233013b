// reached.hpp -- what a test has shown of a goal in tests/reliability/goals.json, for docs/reliability.md.
//
// Called after the last assertion, so that a record is a test that passed.

#pragma once

#include <string>

namespace support {

// `goal` is an id ("R4"), `where` one word that tells it from other tests of the same goal, `what` the figures.
void reached(const std::string& goal, const std::string& where, const std::string& what);

}  // namespace support
