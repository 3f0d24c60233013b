// written_cases.hpp -- cases of every sort as a file holds them: everyday ones by chance, and the edges by hand.

#pragma once

#include <string>
#include <vector>

#include "content/content.hpp"

namespace support {

struct WrittenCase {
    std::string name;  // "07-emoji.json"
    std::string bytes;
};

// The same every time for the same content.
std::vector<WrittenCase> written_cases(const core::Content& content);

}  // namespace support
