// search.hpp -- what answers a question best, and why.
//
// Pure: the same content and question give the same answer. docs/search.md explains the ranking; the quality is
// measured by tests/search. Offline, as you type.
// Knows: content, session's roles. Never: who asks beyond role and age; a hit without a reason.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "content/content.hpp"

namespace core {

struct SearchQuestion {
    std::string text;            // as it was typed; a half word at the end counts as a beginning
    const Role* role = nullptr;  // null: not known. Lifts what is for that role, hides nothing.
    AgeGroupId age;              // empty: not known. The same; an age the text names goes before it.
};

// Why a word of the question fits. alike: another word of the same meaning; part: of a compound;
// beginning: the word is not typed to its end; misspelt: one or two letters apart.
enum class MatchKind { same, alike, part, beginning, misspelt };

struct MatchReason {
    MatchKind kind = MatchKind::same;
    TextPlace field = TextPlace::body;  // the weightiest it stands in
    std::string typed;                  // as typed
};

struct Hit {
    Findable thing;
    float score = 0;                      // for the order only
    std::vector<MatchReason> reasons;     // one for each word that fits, as typed in order
    const std::string* phrase = nullptr;  // the title or everyday phrase that fits nearly whole; the content's own
    std::vector<WordNumber> words;        // that were found in it, for marking
};

// Best first, at most `most`; none when nothing fits or nothing was asked.
std::vector<Hit> search(const Content&, const SearchQuestion&, std::size_t most);

// The same, with the words that nothing can be found by, as they were typed. Short ones are none: they may be being typed.
struct Answers {
    std::vector<Hit> hits;
    std::vector<std::string> unknown;
};
Answers answer(const Content&, const SearchQuestion&, std::size_t most);

// The sentence of the thing that says most about the question, at most about
// `longest` characters, with the words that were found.
struct Snippet {
    std::string text;
    std::vector<TextRange> marked;  // bytes, ascending, apart from each other
};
Snippet make_snippet(const Content&, const Hit&, std::size_t longest);

}  // namespace core
