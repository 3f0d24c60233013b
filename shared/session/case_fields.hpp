// case_fields.hpp -- the words a case file is written with.
//
// Inside the room: for write_case.cpp and read_case.cpp. Never changed for a
// schema that has been released.
// Knows: std. Never: what they mean.

#pragma once

#include <string_view>

namespace core {

inline constexpr const char* case_kind = "linealen-case";
inline constexpr const char* self_kind = "linealen-self-assessment";
inline constexpr std::string_view presence_names[] = {"not_answered", "not_seen", "unsure", "seen"};
inline constexpr std::string_view scale_names[] = {"frequency", "severity", "duration", "trend", "where"};

}  // namespace core
