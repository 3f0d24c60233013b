// view_text.hpp -- a View read as a person would: its words, and its promises.
//
// Knows: view. Never: changes anything.

#pragma once

#include <string>
#include <vector>

#include "view/view.hpp"

namespace support {

// All elements, header first, in reading order, children after their group.
std::vector<const core::Element*> all_elements(const core::View& view);

std::string text_of(const core::Rich& rich);

// Where a View leads to within the app, by links of their own and by those within texts, tables and lists.
struct Way {
    std::string from;     // id of the element
    std::string address;  // "#/viden"
    std::string element;  // id of what is pointed out there; empty: the page
};
std::vector<Way> ways_from(const core::View& view);

// Everything an element says, label, hint, error and options, a line each.
std::string words_of(const core::Element& element);

// The whole View as text, one element a line, for approval.
std::string dump(const core::View& view);

// What page-and-picture.md promises of every View and this one breaks: empty
// names, ids twice or not of the kind, no or several h1, skipped levels.
std::vector<std::string> broken_promises(const core::View& view);

}  // namespace support
