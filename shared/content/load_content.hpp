// load_content.hpp -- JSON files and packs into Content.
//
// A pack is one JSON file made by `lineal pack`:
//   {"pack":"start","version":"1.0","files":{"lineal/ages.json":{…}, …}}
// Every structural fault is told at once: unknown, missing and wrong fields.
// What files say about each other is looked at in check_content.hpp.
// Knows: base, content. Never: opens a file; knows JSON's library.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json_reader.hpp"
#include "base/result.hpp"
#include "content/content.hpp"

namespace core {

// One content file, parsed. Its name is its path below content/ and tells the
// kind: "lineal/ages.json", "guide/steps/abuse.json", "texts.da.json".
struct ContentFile {
    std::string name;
    JsonValue value;
};

// Several files that travel together.
struct ContentPack {
    std::string name;
    std::string version;
    std::vector<ContentFile> files;
};

Result<ContentPack> read_pack(std::string_view bytes, const std::string& file);

// The first pack: either the start pack, which is enough for the screens about
// age and role, or the front pack, which is a part of its texts and enough for
// the start page and for waiting.
Result<Content> load_start(std::string_view pack_bytes);
Result<Content> load_start(const ContentPack& pack);

// Adds a later pack, or leaves `content` as it was and says why. The start
// pack comes in place of the front pack, before all others.
Problems add_pack(Content& content, const std::string& name, std::string_view pack_bytes);
Problems add_pack(Content& content, const ContentPack& pack);

// Everything: `packs[0]` is the start pack.
Result<Content> load_content(const std::vector<ContentPack>& packs);

// As load_content, but keeps what could be read: so that the check can go on
// and tell everything at once.
Problems read_content(const std::vector<ContentPack>& packs, Content& content);

// "lineal/signs/age_3_5/mental.json" is of the kind "lineal/signs"; empty when
// no kind fits. The list in such a file that holds its things, e.g. "signs".
std::string_view kind_of_file(std::string_view name);

}  // namespace core
