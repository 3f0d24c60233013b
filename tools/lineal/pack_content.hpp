// pack_content.hpp -- content as the page fetches it.
//
// Knows: content_folder, seal. Never: packs content that has problems.

#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "lineal/content_folder.hpp"

namespace tool {

// One pack as one minified JSON file.
struct PackedFile {
    std::string pack;  // "start"
    std::string name;  // "start.0a1b2c3d.json"
    std::string bytes;
    std::string integrity;  // "sha384-…"
};

std::vector<PackedFile> pack_files(const ContentFolder& folder);

// The lines between <!-- packs --> and <!-- /packs --> of the page.
std::string links_to(const std::vector<PackedFile>& packs);

// The page with its links renewed; empty when the two marks are not there.
std::string with_links(const std::string& page, const std::string& links);

// Writes everything below `dist` and removes packs of before.
core::Problems write_packs(const std::vector<PackedFile>& packs, const std::string& dist);

}  // namespace tool
