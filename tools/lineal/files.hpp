// files.hpp -- whole files in and out, natively.
//
// Knows: std, base. Never: what is in them.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tool {

std::optional<std::string> read_file(const std::string& path);

// Writes beside the file and renames, so that nobody sees half of it.
bool write_file(const std::string& path, std::string_view bytes);
core::Problem could_not_write(const std::string& path);

// Paths relative to `folder`, with /, sorted, of all files below it that end so.
std::vector<std::string> find_files(const std::string& folder, std::string_view ending);

}  // namespace tool
