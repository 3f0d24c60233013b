// run.hpp -- the tool `lineal`: arguments in, words and an exit code out.
//
// Knows: every command. Never: writes to the screen itself, so that tests can
// read what it says.

#pragma once

#include <string>
#include <vector>

namespace tool {

enum class Exit { done = 0, bad_input = 1, wrong_use = 2 };

struct Outcome {
    Exit exit = Exit::done;
    std::string out;  // what was asked for
    std::string err;  // what went wrong, or what to know beside it
};

// `arguments` without the program's own name.
Outcome run(const std::vector<std::string>& arguments);

}  // namespace tool
