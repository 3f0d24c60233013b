// json_reader.hpp -- JSON text into a small tree of our own, strictly.
//
// Refuses what a lenient parser lets through: duplicate keys, a BOM, NUL or
// other trailing bytes, broken UTF-8, and anything beyond JsonLimits. The
// depth limit acts while parsing, so a bomb never becomes a tree.
// Knows: result. Never: what the JSON means; shows the library it uses.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace core {

enum class JsonKind { null, boolean, number, text, list, object };

// One value with what it holds. `line` is 1-based, where the value begins.
struct JsonValue {
    JsonKind kind = JsonKind::null;
    bool truth = false;  // boolean
    bool whole = false;  // number: written without fraction and exponent
    int line = 0;
    double number = 0;             // number; whole ones lie within ±2^53 and are exact
    std::string key;               // its name, when it is a member of an object
    std::string text;              // text; for a number that is not whole: as it was written
    std::vector<JsonValue> items;  // list or object, in the order of the file
};

// Safekeeping F4. Sizes in bytes.
struct JsonLimits {
    std::size_t file = std::size_t{8} * 1024 * 1024;
    std::size_t depth = 32;
    std::size_t nodes = 200000;
    std::size_t text = std::size_t{64} * 1024;
    std::size_t key = 256;
    std::size_t list_items = 4000;
};

inline constexpr double largest_whole_number = 9007199254740992.0;  // 2^53

// `file` is only a name for the problems.
Result<JsonValue> read_json(std::string_view bytes, const std::string& file, const JsonLimits& limits = {});

// The member of that name; null when there is none or `object` is no object.
const JsonValue* find_member(const JsonValue& object, std::string_view key);

// The JSON pointer from `root` to `value`, which must be inside it: "" for the
// root itself. Walks the tree: for problems, not for everyday use.
std::string pointer_to(const JsonValue& root, const JsonValue& value);

}  // namespace core
