// arguments.hpp -- what was written after the command.
//
// Knows: std. Never: what an option means.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tool {

struct Arguments {
    std::vector<std::string> plain;              // in order
    std::map<std::string, std::string> options;  // "--role" -> "teacher"; flags -> ""
};

// `with_value` and `flags` are the options there are. Empty, with one sentence
// in `trouble`, when something else was written.
std::optional<Arguments> read_arguments(const std::vector<std::string>& written,
                                        const std::vector<std::string>& with_value,
                                        const std::vector<std::string>& flags, std::string& trouble);

// What was written for the option `name`.
std::string option_or(const Arguments& arguments, const std::string& name, const std::string& fallback);

}  // namespace tool
