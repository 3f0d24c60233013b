// sign_search.hpp -- find a sign in everyday words.
//
// Each word typed must be in the sign's text, its everyday words or its
// example; capitals do not matter.
// Knows: content, session, assessment (which signs are asked for here). Never: ranks.

#pragma once

#include <string>
#include <vector>

#include "content/content.hpp"
#include "session/session.hpp"

namespace core {

std::vector<const Sign*> find_signs(const Content& content, const Case& subject, const std::string& wanted);

}  // namespace core
