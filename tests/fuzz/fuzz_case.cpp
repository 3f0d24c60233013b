// Any bytes at all as a case file: one sentence why not, or a case that is written again to the same bytes, and of which
// every screen and every document can be made.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "base/require.hpp"
#include "fuzz/parts/tiny.hpp"
#include "fuzz/parts/walk.hpp"
#include "session/session_codec.hpp"

namespace {

using namespace core;

// Returns false when the bytes are no case.
bool read_and_write(const Content& content, std::string_view bytes) {
    const std::variant<OpenedCase, CaseFault> read = read_case(content, bytes);
    const auto* opened = std::get_if<OpenedCase>(&read);
    if (opened == nullptr) {
        const std::string& detail = std::get<CaseFault>(read).detail;
        require(detail.find_first_not_of("0123456789") == std::string::npos, "a fault tells numbers, never words");
        return false;
    }
    const std::string written = write_case(content, opened->subject);
    const std::variant<OpenedCase, CaseFault> again = read_case(content, written);
    const auto* reopened = std::get_if<OpenedCase>(&again);
    require(reopened != nullptr, "a case that was written can be read");
    require(!reopened->other_version, "it is of this version now");
    require(write_case(content, reopened->subject) == written, "the same case is written to the same bytes");
    return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    read_and_write(fuzz::tiny_start(), bytes);
    if (!read_and_write(fuzz::tiny_content(), bytes)) return 0;
    const Case subject = std::get<OpenedCase>(read_case(fuzz::tiny_content(), bytes)).subject;
    fuzz::look_at_every_screen(fuzz::tiny_content(), subject, fuzz::Ground::checked);
    fuzz::write_every_document(fuzz::tiny_content(), subject);
    return 0;
}
