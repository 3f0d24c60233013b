// write_self_page.hpp -- a self-assessment as one HTML page for paper or the shared folder.
//
// Knows: assessment, html_parts. Never: a child; who answered.

#pragma once

#include <string>

#include "content/content.hpp"
#include "session/session.hpp"

namespace core {

// `name`: what those who answered call it, may be empty. `today`: ISO date.
std::string write_self_page(const Content& content, const Figure& figure, const std::string& name,
                            const SelfAssessment& self, const std::string& today, const std::string& address);

}  // namespace core
