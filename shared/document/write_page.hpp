// write_page.hpp -- a page of the videnssamling or the guide as a stand-alone page for paper.
//
// Articles, meetings, levels, tracks, steps and numbers, figures and all; set for A4
// like the documents. Nothing of a case is in it, but it never says otherwise than
// the case that is open.
// Knows: content, place, figure, guide. Never: a session, a file.

#pragma once

#include <optional>
#include <string>

#include "content/content.hpp"
#include "session/place.hpp"

namespace core {

// Can the page be printed as one?
bool is_for_paper(const Content& content, const Place& place);

struct PageChoices {
    ParentContact parents = ParentContact::open;  // in the case that is open
    AgeGroupId age;                               // of a role's steps; empty: any
    std::string today;                            // ISO date
    std::string address;                          // where the page stands, for its foot
};

// Nothing when it cannot.
std::optional<std::string> write_page(const Content& content, const Place& place, const PageChoices& choices);

}  // namespace core
