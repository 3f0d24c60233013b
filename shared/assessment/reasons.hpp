// reasons.hpp -- which answers the indication rests on, strongest first.
//
// Whatever is named has an effect: without it, an end or what stands behind it
// would be lower (a protective factor's: higher).
// Knows: strength, indicate. Never: words.

#pragma once

#include <vector>

#include "assessment/strength.hpp"

namespace core {

// `indication` already holds the span, the alarms and the basis.
std::vector<Reason> find_reasons(const Content& content, const Weighing& weighing, const Indication& indication);

}  // namespace core
