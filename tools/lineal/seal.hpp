// seal.hpp -- hashes and compressed forms of what goes on the web.
//
// Knows: libcrypto, brotli, zlib, files. Never: what the bytes mean.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tool {

// The first `digits` of the SHA-256, for file names.
std::string short_hash(std::string_view bytes, std::size_t digits);

// "sha384-…", as integrity attributes want it.
std::string integrity_of(std::string_view bytes);

// At the highest setting: packed once, fetched many times. The same bytes in
// give the same bytes out. Empty only when the library fails.
std::optional<std::string> brotli(std::string_view bytes);
std::optional<std::string> gzip(std::string_view bytes);

// The file, and beside it the compressed forms that hosts send instead.
bool write_with_compressed(const std::string& path, const std::string& bytes);

}  // namespace tool
