// read_review.hpp -- the fields that every reviewed thing carries.
//
// Knows: json_fields, review. Never: whether the sources exist (check_content).

#pragma once

#include "base/json_fields.hpp"
#include "content/review.hpp"

namespace core {

// "sources", "review" and "review_date" of the object behind `fields`.
Review read_review(JsonFields& fields);

}  // namespace core
