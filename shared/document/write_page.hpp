// write_page.hpp -- a page of the videnssamling or the guide as a stand-alone page for paper.
//
// Articles, meetings, levels, tracks and steps, figures and all; set for A4
// like the documents. Nothing of a case is in it.
// Knows: content, place, figure. Never: a session, a file.

#pragma once

#include <optional>
#include <string>

#include "content/content.hpp"
#include "session/place.hpp"

namespace core {

// Can the page be printed as one?
bool is_for_paper(const Content& content, const Place& place);

// Nothing when it cannot. `address`: where it stands, for the foot of the page.
std::optional<std::string> write_page(const Content& content, const Place& place, const std::string& address);

}  // namespace core
