// walk.hpp -- a case looked at from every side: each screen, each document.

#pragma once

#include "content/content.hpp"
#include "session/session.hpp"

namespace fuzz {

// Stops the program when a View breaks a promise (support/view_text.hpp).
void look_at_every_screen(const core::Content& content, const core::Case& subject);

// Stops the program when a document cannot be read back.
void write_every_document(const core::Content& content, const core::Case& subject);

}  // namespace fuzz
