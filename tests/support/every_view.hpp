// every_view.hpp -- a visit to every screen in each of its states.
//
// A list of what happened, so that the same visits run natively and in the
// browser: start from an empty Session and let one Action after the other
// happen. A new screen that is not visited fails a test.
// Knows: flow. Never: content (a case is a case file).

#pragma once

#include <string>
#include <vector>

#include "flow/action.hpp"

namespace support {

struct NamedVisit {
    std::string name;  // [a-z0-9-], for addresses and screenshots
    std::vector<core::Action> actions;
};

std::vector<NamedVisit> every_view();

// As a .lineal file looks from outside; nothing in it is sealed.
std::string sealed_file(const std::string& bytes);

}  // namespace support
