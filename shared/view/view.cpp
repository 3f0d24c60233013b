#include "view/view.hpp"

#include "base/one_of_compiled.hpp"

template struct core::OneOf<core::BodyKinds>;
