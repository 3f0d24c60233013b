// scaled_content.hpp -- the shipped content, and the same ten and a hundred
// times over.
//
// Copies of the packs of signs get new ids and become packs of their own, as
// JSON, so that loading them is the real thing.
// Knows: lineal, core. Never: changes a file.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "content/content.hpp"
#include "session/session.hpp"

namespace bench {

struct PackBytes {
    std::string name;
    std::string bytes;
};

// The start pack first. Stops the program, with the reason, when the content
// folder cannot be read.
std::vector<PackBytes> make_packs(const std::string& folder, std::size_t times);

// As the page does it: the start pack, then one pack after the other.
core::Content load(const std::vector<PackBytes>& packs);

// The questions of the search's quality test, beside the content folder.
std::vector<std::string> read_questions(const std::string& folder);

// The articles over and over until there are so many, each copy with words of its own: the more is written, the more
// different words there are.
void multiply_articles(core::Content& content, std::size_t wanted);

// Every sign asked about is answered: in turn seen with all its scales, in
// doubt, and not seen. No alarm sign is seen or in doubt: that would spare
// indicate() the search for what could move the span.
core::Session full_case(const core::Content& content);

}  // namespace bench
