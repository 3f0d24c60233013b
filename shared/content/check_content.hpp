// check_content.hpp -- what the files say about each other, and to people.
//
// load_content looks at one field at a time; this looks at the whole: ids that
// lead nowhere, places nobody can reach, a role without a next step, a step
// that would talk to suspected parents, words that judge a child.
// Knows: base, content. Never: changes anything; stops at the first fault.

#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "content/content.hpp"
#include "content/load_content.hpp"

namespace core {

// A word that says what a child is instead of what one sees; `word*` stands
// for every word that begins so. `better` is a whole sentence of advice.
struct JudgingWord {
    std::string word;
    std::string better;
};

struct CheckOptions {
    std::vector<JudgingWord> judging_words;
    bool municipality = false;  // placeholders are errors: this is about to be used
};

struct CheckReport {
    Problems errors;
    Problems warnings;
};

// `content` was loaded from `packs`, which say where each thing stands.
CheckReport check_content(const Content& content, const std::vector<ContentPack>& packs, const CheckOptions& options);

// By file, then by line.
void sort_by_place(Problems& problems);

}  // namespace core
