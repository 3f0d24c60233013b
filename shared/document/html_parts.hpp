// html_parts.hpp -- what every page for paper begins and ends with.
//
// Knows: content's texts, document_style. Never: what stands on the page.

#pragma once

#include <string>
#include <string_view>

#include "content/content.hpp"

namespace core {

// sheet: set small and in two columns on paper, so that it is one page to hang up or bring.
enum class Paper { document, sheet };

// Up to and with <main>: strict policy, one style, the title.
std::string open_html(const Content& content, std::string_view title, Paper paper = Paper::document);
std::string close_html(std::string_view footer);

// <tag>text</tag>, the text made safe.
std::string html_element(const char* tag, std::string_view text);

}  // namespace core
