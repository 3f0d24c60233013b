// steps_of.hpp -- the steps of the guide without a case, in their order.
//
// Knows: content. Never: which of them fit a child (choose_pathways.hpp does).

#pragma once

#include <vector>

#include "content/content.hpp"

namespace core {

// Those at a level for anybody, in any age; none of an alarm's track.
std::vector<const PathwayStep*> steps_of(const Content& content, const ConcernLevel& level);

std::vector<const PathwayStep*> steps_of(const Content& content, const Track& track);

// Those of a role at a level. `age` empty: at any age.
std::vector<const PathwayStep*> steps_of(const Content& content, const ConcernLevel& level, const Role& role,
                                         const AgeGroupId& age);

// The age, when children of it are the role's; else empty: what was chosen for one role may not be an age of the next.
AgeGroupId age_of(const Role& role, const AgeGroupId& age);

}  // namespace core
