// walk.hpp -- a case looked at from every side: each screen, each document.

#pragma once

#include "content/content.hpp"
#include "session/session.hpp"

namespace fuzz {

// Content as `lineal check` lets it through keeps the promises of a View (support/view_text.hpp); the program stops when
// one is broken. Other content makes Views without falling.
enum class Ground { checked, loaded };
void look_at_every_screen(const core::Content& content, const core::Case& subject, Ground ground);

// Stops the program when a document cannot be read back.
void write_every_document(const core::Content& content, const core::Case& subject);

}  // namespace fuzz
