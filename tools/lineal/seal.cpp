#include "lineal/seal.hpp"

#include <brotli/encode.h>
#include <openssl/evp.h>
#include <zlib.h>

#include <cstdint>
#include <vector>

#include "lineal/files.hpp"

namespace tool {
namespace {

std::vector<unsigned char> digest(std::string_view bytes, const EVP_MD* kind) {
    std::vector<unsigned char> made(EVP_MAX_MD_SIZE);
    unsigned int length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), made.data(), &length, kind, nullptr) != 1) length = 0;
    made.resize(length);
    return made;
}

// zlib and OpenSSL speak in unsigned bytes, texts in char; the bits are the same.
const unsigned char* as_bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* as_bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace

std::string short_hash(std::string_view bytes, std::size_t digits) {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string written;
    for (const unsigned char byte : digest(bytes, EVP_sha256())) {
        written += hex[byte >> 4];
        written += hex[byte & 15];
    }
    return written.substr(0, digits);
}

std::string integrity_of(std::string_view bytes) {
    const std::vector<unsigned char> made = digest(bytes, EVP_sha384());
    std::string base64(4 * ((made.size() + 2) / 3) + 1, '\0');
    const int length = EVP_EncodeBlock(as_bytes(base64), made.data(), static_cast<int>(made.size()));
    base64.resize(static_cast<std::size_t>(length));
    return "sha384-" + base64;
}

std::optional<std::string> brotli(std::string_view bytes) {
    std::string packed(BrotliEncoderMaxCompressedSize(bytes.size()) + 16, '\0');
    std::size_t length = packed.size();
    const int done = BrotliEncoderCompress(BROTLI_MAX_QUALITY, BROTLI_MAX_WINDOW_BITS, BROTLI_MODE_TEXT, bytes.size(),
                                           as_bytes(bytes), &length, as_bytes(packed));
    if (done == BROTLI_FALSE) return std::nullopt;
    packed.resize(length);
    return packed;
}

std::optional<std::string> gzip(std::string_view bytes) {
    constexpr int gzip_format = 15 + 16;
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_format, 9, Z_DEFAULT_STRATEGY) != Z_OK) {
        return std::nullopt;
    }
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())) + 32, '\0');
    stream.next_in = const_cast<unsigned char*>(as_bytes(bytes));  // zlib reads only
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = as_bytes(packed);
    stream.avail_out = static_cast<uInt>(packed.size());
    const int done = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (done != Z_STREAM_END) return std::nullopt;
    return packed;
}

bool write_with_compressed(const std::string& path, const std::string& bytes) {
    const std::optional<std::string> as_brotli = brotli(bytes);
    const std::optional<std::string> as_gzip = gzip(bytes);
    return as_brotli && as_gzip && write_file(path, bytes) && write_file(path + ".br", *as_brotli) &&
           write_file(path + ".gz", *as_gzip);
}

}  // namespace tool
