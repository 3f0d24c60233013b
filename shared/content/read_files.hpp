// read_files.hpp -- one reader per kind of content file.
//
// Inside the room: load_content.cpp calls these, nobody else.
// Knows: json_fields, content. Never: looks from one file into another.

#pragma once

#include "base/json_fields.hpp"
#include "content/content.hpp"
#include "content/read_review.hpp"

namespace core {

// Each adds to `content` what the file holds and complains about the rest.
void read_ages(const JsonValue&, JsonReport&, Content&);
void read_roles(const JsonValue&, JsonReport&, Content&);
void read_dimensions(const JsonValue&, JsonReport&, Content&);
void read_scales(const JsonValue&, JsonReport&, Content&);
void read_levels(const JsonValue&, JsonReport&, Content&);
void read_sources(const JsonValue&, JsonReport&, Content&);
void read_settings(const JsonValue&, JsonReport&, Content&);
void read_passphrase_words(const JsonValue&, JsonReport&, Content&);
void read_texts(const JsonValue&, JsonReport&, Content&);
void read_front_texts(const JsonValue&, JsonReport&, Content&);
void read_signs(const JsonValue&, JsonReport&, Content&);
void read_circumstances(const JsonValue&, JsonReport&, Content&);
void read_protective_factors(const JsonValue&, JsonReport&, Content&);
void read_reflections(const JsonValue&, JsonReport&, Content&);
void read_tracks(const JsonValue&, JsonReport&, Content&);
void read_steps(const JsonValue&, JsonReport&, Content&);
void read_contacts(const JsonValue&, JsonReport&, Content&);
void read_pages(const JsonValue&, JsonReport&, Content&);
void read_topics(const JsonValue&, JsonReport&, Content&);
void read_articles(const JsonValue&, JsonReport&, Content&);
void read_meetings(const JsonValue&, JsonReport&, Content&);
void read_terms(const JsonValue&, JsonReport&, Content&);
void read_figures(const JsonValue&, JsonReport&, Content&);
void read_search_words(const JsonValue&, JsonReport&, Content&);

Arena read_arena(const JsonValue&, JsonReport&);

}  // namespace core
