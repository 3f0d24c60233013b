// envelope.hpp -- the bytes around a sealed case: on the device and in a .lineal file (docs/format.md).
//
//   header 76 | a file's key block 24 | a rescued draft's wrapped key 60 | sealed bytes | a file's sum 32
// Written and read here; sealed and opened by the browser, which fills in what only it has: vault, IV and, for a
// file, salt and number of rounds. The header is bound to what it seals, so that nothing can be exchanged.
// Knows: std. Never: a key; what is sealed.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "keeping/store.hpp"

namespace core {

inline constexpr std::size_t header_length = 76;
inline constexpr std::size_t file_header_length = 100;
inline constexpr std::size_t rescued_header_length = 160;
inline constexpr std::size_t longest_sealed = longest_draft + std::size_t{1024} * 1024;  // bytes
// Sealed lengths tell nothing finer than this.
inline constexpr std::size_t padded_to = 4096;
inline constexpr std::uint32_t least_iterations = 600'000;
inline constexpr std::uint32_t most_iterations = 5'000'000;
// A draft's key is renewed after so many generations; the epoch is in the header.
inline constexpr Generation generations_of_a_key = Generation{1} << 24U;

// A rescued draft is a file too: the help panel makes it of what lies on the device, without a passphrase.
enum class EnvelopeKind : std::uint8_t { draft = 1, file = 2, rescued = 3 };

// What is to be sealed: the header with room for what the browser fills in, and the bytes with their length before
// them, padded.
struct Unsealed {
    std::string header;
    std::string plain;
};

Unsealed wrap_draft(const DraftId& draft, Generation generation, std::uint32_t schema, std::string_view bytes);
Unsealed wrap_file(std::uint32_t schema, std::string_view bytes);

enum class EnvelopeFault {
    foreign,   // not ours
    newer,     // of a format to come, or with a case of a schema to come
    too_long,  // more than longest_sealed
    damaged,   // lengths or numbers that cannot be
};

// May a file's sealed part be given to the browser? Looked at before any key is made of a passphrase. A case of a
// schema after `newest_schema` could not be read once it is opened.
std::optional<EnvelopeFault> check_file(std::string_view file, std::uint32_t newest_schema);

// What the browser opened: the header, then what was sealed. The bytes, or why not.
std::variant<std::string, EnvelopeFault> unwrap(std::string_view opened, EnvelopeKind kind,
                                                std::uint32_t newest_schema);
std::variant<std::string, EnvelopeFault> unwrap_file(std::string_view opened, std::uint32_t newest_schema);

}  // namespace core
