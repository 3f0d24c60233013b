// Any bytes at all as JSON and as the start pack: an answer, never a fall.
// What was read is written and read again to the same bytes.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "base/require.hpp"
#include "base/text.hpp"
#include "content/load_content.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const core::Result<core::JsonValue> read = core::read_json(bytes, "fuzz.json");
    if (read) {
        const std::string written = core::write_json(read.value());
        const core::Result<core::JsonValue> again = core::read_json(written, "fuzz.json");
        core::require(static_cast<bool>(again), "what was written can be read");
        core::require(core::write_json(again.value()) == written, "it is written alike a second time");
    } else {
        core::require(read.problems().size() == 1, "one reason for a file that is not JSON");
    }
    const core::Result<core::Content> content = core::load_start(bytes);
    core::require(static_cast<bool>(content) || !content.problems().empty(), "content, or why not");
    if (const auto found = core::find_cpr(bytes)) {
        core::require(found->begin < found->end && found->end <= size, "a place inside the text");
    }
    core::contains_word(bytes, "æ");
    return 0;
}
