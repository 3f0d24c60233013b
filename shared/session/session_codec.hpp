// session_codec.hpp -- a Case as a file, and back.
//
// JSON with a schema number and the content version. Canonical: the same case
// gives the same bytes. Reading is strict and all or nothing; answers to things
// this content does not know are parked, counted, and written again as they were.
// Knows: content, session, base. Never: fields of the visit; opens a file.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "session/session.hpp"

namespace core {

inline constexpr int case_schema = 1;  // of both kinds of file: a child's case, a self-assessment
inline constexpr std::size_t longest_case_file = longest_draft;  // bytes

struct OpenedCase {
    Case subject;
    std::size_t unknown = 0;     // answers this content does not know; see Parked
    bool other_version = false;  // made with another version of the content
};

// Why a file was not opened: one sentence; `detail` fills {detail}, and is
// never the user's words.
struct CaseFault {
    Text text = Text::case_file_damaged;
    std::string detail;
};

// The version written is that of `content`.
std::string write_case(const Content& content, const Case& subject);

// The same bytes, read back and found to say what `subject` says; nothing when they do not. What is longer than
// longest_case_file is not read back: it is refused by its length.
std::optional<std::string> write_checked_case(const Content& content, const Case& subject);

std::variant<OpenedCase, CaseFault> read_case(const Content& content, std::string_view bytes);

}  // namespace core
