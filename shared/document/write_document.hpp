// write_document.hpp -- a Document as HTML, plain text or JSON.
//
// HTML is a stand-alone page with its own strict CSP, set for A4 with page
// numbers and readable in greyscale. JSON follows
// content/schema/document.schema.json.
// Knows: document. Never: opens a file; leaves a block out.

#pragma once

#include <string>

#include "document/compose.hpp"

namespace core {

std::string write_html(const Content& content, const Document& document);
std::string write_text(const Document& document);
std::string write_json(const Document& document);

// One section as plain text, for copying.
std::string write_section_text(const DocumentSection& section);

}  // namespace core
