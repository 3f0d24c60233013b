// read_rules.hpp -- rules.json into Rules, every fault at once.
//
// Knows: base, rules. Never: the rest of the content; what fits to it (as many
// steps as the scale has) is check_rules's to ask, once all is read.

#pragma once

#include "base/json_fields.hpp"
#include "content/rules.hpp"

namespace core {

struct Content;

// `root` is the whole file: {"rules": [ … ]}. Each kind stands there once.
void read_rules(const JsonValue& root, JsonReport& report, Rules& rules);

// What the rules promise about the rest of the content; problems without line.
void check_rules(const Content& content, const std::string& file, Problems& problems);

}  // namespace core
