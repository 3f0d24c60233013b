// write_parts.hpp -- what the writers of the page share; one file per family.
//
// Rectangles are in document coordinates here; write_page makes them relative
// when the tree is whole.
// Knows: view, layout, node. Never: the DOM.

#pragma once

#include <string>

#include "layout/layout.hpp"
#include "mirror/node.hpp"

namespace shell {

// A node that lies where the box lies; without a place when there is no box.
Node make_node(std::string id, std::string tag, std::string classes, const Box* box = nullptr);

// A node of text in the lines of the layout; of `words` when there is no block.
Node make_text(std::string id, std::string tag, const std::string& classes, TextStyle style, const TextBlock* block,
               const core::Rich& words);

void set(Node& node, const char* name, std::string value);

// The child box with that role (and index), or null.
const Box* find_box(const Box* box, BoxRole role, std::size_t index = 0);
const Box* find_cell(const Box* row, BoxRole role, std::size_t column);
const TextBlock* find_text(const Box* box, std::size_t index = 0);

core::Rich plain(const std::string& words);
std::string words_of(const core::Rich& rich);

// Hint and error as <p>, with aria-describedby and aria-invalid on `described`.
void add_hint_and_error(Node& parent, Node& described, const Box* box, const std::string& id, const std::string& hint,
                        const std::string& error);

// Words for the ear after the label.
void add_description(Node& node, const std::string& id, const std::string& description);

// Texts: heading, paragraph, list, tag
Node write(const core::Element&, const core::Heading&, const Box*);
Node write(const core::Element&, const core::Paragraph&, const Box*);
Node write(const core::Element&, const core::List&, const Box*);
Node write(const core::Element&, const core::Tag&, const Box*);
// Chrome: groups, buttons, links, brand, progress
Node write(const core::Element&, const core::Group&, const Box*);
Node write(const core::Element&, const core::Button&, const Box*);
Node write(const core::Element&, const core::Link&, const Box*);
Node write(const core::Element&, const core::Brand&, const Box*);
Node write(const core::Element&, const core::Progress&, const Box*);
// Choices: choices, checkbox, ruler
Node write(const core::Element&, const core::Choices&, const Box*);
Node write(const core::Element&, const core::Checkbox&, const Box*);
Node write(const core::Element&, const core::Ruler&, const Box*);
Node write(const core::Element&, const core::Illustration&, const Box*);  // write_tables
// Fields: field, select
Node write(const core::Element&, const core::Field&, const Box*);
Node write(const core::Element&, const core::Select&, const Box*);
// Tables: table, summary
Node write(const core::Element&, const core::Table&, const Box*);
Node write(const core::Element&, const core::Summary&, const Box*);

Node write_element(const core::Element& element, const Box* box);

// Each element with its box among the children of `box`, by order and id.
void write_elements(Node& parent, const core::Elements& elements, const Box* box);

}  // namespace shell
