// review.hpp -- where something comes from, and who has looked at it.
//
// Knows: base. Never: what is reviewed.

#pragma once

#include <string>
#include <vector>

#include "base/id.hpp"

namespace core {

using SourceKey = Id<struct SourceTag>;

// How far a professional has looked at it. `pending`: no source was seen, or
// the law is uncertain; shown as such wherever it stands.
enum class ReviewState { pending, drafted, checked };

// Where something comes from and when it was last read through (ISO date).
struct Review {
    ReviewState state = ReviewState::pending;
    std::string date;
    std::vector<SourceKey> sources;
};

}  // namespace core
