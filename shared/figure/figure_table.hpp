// figure_table.hpp -- a figure as the table that says the same.
//
// Knows: content's figures. Never: where anything stands.

#pragma once

#include <string>
#include <vector>

#include "content/knowledge.hpp"

namespace core {

// A row for each part, a cell for each of the figure's columns: title, then
// value, body and what follows, those that any part has.
std::vector<std::vector<std::string>> rows_of(const Figure& figure);

// "129.000", and "24 %" where the unit is a percentage.
std::string written_value(int value, const std::string& unit);

}  // namespace core
