// The tool `lineal`; what it can do is in run.cpp.

#include <cstdio>
#include <string>
#include <vector>

#include "lineal/run.hpp"

int main(int count, char** words) {
    const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
    const tool::Outcome outcome = tool::run(arguments);
    std::fwrite(outcome.err.data(), 1, outcome.err.size(), stderr);
    std::fwrite(outcome.out.data(), 1, outcome.out.size(), stdout);
    return static_cast<int>(outcome.exit);
}
