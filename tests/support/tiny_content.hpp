// tiny_content.hpp -- the smallest content that has no problems, and ways to
// break it.

#pragma once

#include <string>
#include <vector>

#include "base/json_reader.hpp"

namespace support {

// A folder of its own below the system's temporary one, gone afterwards.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

// tests/content/tiny with the shipped scales and rules, and a word for every key.
void write_tiny_content(const std::string& folder);

// One way to break it; see tests/content/broken/.
struct BrokenCase {
    std::string name;  // of its file
    std::string about;
    bool municipality = false;
    std::string expected;  // as `lineal check` says it, without the folder
    core::JsonValue changes;
};

std::vector<BrokenCase> read_broken_cases();

// Does to the folder what the case says; false when it could not be done.
bool break_content(const std::string& folder, const BrokenCase& broken);

}  // namespace support
