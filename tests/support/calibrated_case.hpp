// calibrated_case.hpp -- one case with what a sensible panel would expect.
//
// Levels as in calibration.md: 1 Trivsel, 2 Øget opmærksomhed, 3 Bekymring,
// 4 Stor bekymring, 5 Alvorlig bekymring. The indication must lie within
// from-to.

#pragma once

#include <string>

#include "assessment/indicate.hpp"
#include "support/case_builder.hpp"

namespace support {

struct Expected {
    std::size_t from = 1;
    std::size_t to = 5;
    std::string alarm;  // the sign named; empty = no alarm
    std::string track;  // the first open track
};

// Checks span, alarm, width and the golden reason sentences, whose file is
// reasons/<name>.txt; gives the indication for what else the case expects.
core::Indication check_case(const std::string& name, const core::Case& subject, const Expected& expected);

// The reason sentences and what stands beside them, one per line.
std::string sentences_of(const core::Content& content, const core::Case& subject);

}  // namespace support
