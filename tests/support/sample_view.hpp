// sample_view.hpp -- a View with every element kind in every state, for tests.
//
// The words are test data, long where people write long ones.
// Knows: view. Never: content, screens.

#pragma once

#include <string>

#include "view/view.hpp"

namespace support {

core::View sample_view();

// The same with a question in front of it.
core::View sample_view_with_dialog();

// Builders for tests that need one thing only.
core::Element make_element(const std::string& id, core::Body body, core::Elements children = {});
core::Rich rich(const std::string& text);
core::Rich rich(const std::string& before, const std::string& strong, const std::string& after);
// One element in main, nothing else.
core::View view_of(core::Element element);

}  // namespace support
