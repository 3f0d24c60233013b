// describe.hpp -- Content and Session in, View out. Pure.
//
// Knows: all rooms above. Never: keeps anything; two calls give the same View.

#pragma once

#include "view/view.hpp"

namespace core {

View describe(const Content& content, const Session& session);

}  // namespace core
