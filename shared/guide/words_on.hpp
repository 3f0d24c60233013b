// words_on.hpp -- what a screen and a page on paper must say alike of contacts and of the way to the parents.
//
// Knows: content. Never: a screen, a file.

#pragma once

#include <string>

#include "content/content.hpp"

namespace core {

// When its number was last seen to answer; one of more than a year ago is said to be so. today: ISO date, or empty when
// nobody knows the day.
std::string words_on_check(const Content& content, const Contact& contact, const std::string& today);

// Are the parents told of the step? While the way to them is closed, a step of no closed track says: ask first.
const std::string& words_on_parents(const Content& content, const PathwayStep& step, ParentContact parents);

}  // namespace core
