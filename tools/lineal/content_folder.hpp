// content_folder.hpp -- a content folder on disk, read as its manifest says.
//
// Knows: core content. Never: what the content means.

#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "content/check_content.hpp"
#include "content/content.hpp"
#include "content/load_content.hpp"

namespace tool {

struct ContentFolder {
    std::string version;
    std::vector<core::ContentPack> packs;  // in the manifest's order, parsed and not yet looked into
    std::vector<core::JudgingWord> judging_words;
};

// manifest.json: {"version","language","packs":{"start":["lineal/ages.json",…],…}}.
// An entry that ends in / stands for every .json file below that folder.
// A file that no pack names is a problem: it would never be seen.
core::Result<ContentFolder> read_folder(const std::string& folder);

core::Result<core::Content> load_folder(const std::string& folder);

// All that can be said about a content folder, at once: missing and broken
// files, wrong fields, and (when every file could be read) what does not fit.
struct FolderCheck {
    core::CheckReport report;
    ContentFolder folder;
    core::Content content;
};

FolderCheck check_folder(const std::string& folder, bool municipality);

}  // namespace tool
