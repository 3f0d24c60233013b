#include "base/one_of_compiled.hpp"
#include "flow/action.hpp"
#include "flow/effect.hpp"

template struct core::OneOf<core::ActionKinds>;
template struct core::OneOf<core::EffectKinds>;
