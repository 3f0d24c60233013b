// update.hpp -- the one door: a Session changes here and nowhere else.
//
// Pure: no clock, no dice, no drawing. One on(…) per Action and no default, so
// that a forgotten Action does not compile.
// Knows: all rooms above. Never: draws, waits, logs.

#pragma once

#include <vector>

#include "flow/action.hpp"
#include "flow/effect.hpp"

namespace core {

struct Step {
    Session session;
    std::vector<Effect> effects;
};

Step update(const Content& content, Session session, const Action& action);

}  // namespace core
