// Any bytes at all as a .lineal file, as the head of one, and as what the browser opened: refused, or the very bytes
// that were wrapped. Mutations mend the lengths again, so that what lies behind them is reached.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <variant>

#include "base/require.hpp"
#include "fuzz/parts/tiny.hpp"
#include "keeping/envelope.hpp"
#include "session/session_codec.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

using namespace core;

constexpr std::size_t tag = 16;
constexpr std::size_t sum = 32;

std::uint64_t number_at(std::string_view bytes, std::size_t at) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return number;
}

void put(std::uint8_t* data, std::size_t at, std::size_t number) {
    for (std::size_t i = 0; i < 4; ++i) data[at + i] = static_cast<std::uint8_t>(number >> (8 * i));
}

constexpr EnvelopeKind kinds[] = {EnvelopeKind::draft, EnvelopeKind::file, EnvelopeKind::rescued};

std::size_t header_of(EnvelopeKind kind) {
    if (kind == EnvelopeKind::draft) return header_length;
    return kind == EnvelopeKind::file ? file_header_length : rescued_header_length;
}

void as_opened(std::string_view bytes, EnvelopeKind kind) {
    const std::variant<std::string, EnvelopeFault> opened = unwrap(bytes, kind, case_schema);
    const auto* words = std::get_if<std::string>(&opened);
    if (words == nullptr) return;
    require(wrap_file(1, *words).plain == bytes.substr(header_of(kind)), "wrapped again it is the same");
    (void)read_case(fuzz::tiny_content(), *words);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (!check_file(bytes, case_schema)) {
        require(size <= longest_sealed, "a file that is too long is refused");
        const std::uint64_t rounds = number_at(bytes, 80);
        require(rounds >= least_iterations && rounds <= most_iterations, "the rounds are within their limits");
        const bool is_rescued = bytes[6] == static_cast<char>(EnvelopeKind::rescued);
        const std::size_t head = header_of(is_rescued ? EnvelopeKind::rescued : EnvelopeKind::file);
        require(size == head + number_at(bytes, 72) + sum, "its length is what its header says");
        require(number_at(bytes, 12) <= case_schema, "no case of a schema to come");
    }
    for (const EnvelopeKind kind : kinds) as_opened(bytes, kind);
    return 0;
}

// Changes something and then mends most of the rest.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
    size = LLVMFuzzerMutate(data, size, most);
    if (seed % 8 == 0) return size;
    const EnvelopeKind kind = kinds[seed / 8 % 3];
    const bool is_file = kind != EnvelopeKind::draft;
    const std::size_t head = header_of(kind);
    const std::size_t tail = is_file && seed / 24 % 2 == 0 ? tag + sum : 0;  // else as the browser opened it
    std::size_t plain = size > head + tail ? size - head - tail : 0;
    plain = (plain + padded_to - 1) / padded_to * padded_to;
    if (plain == 0) plain = padded_to;
    const std::size_t whole = head + plain + tail;
    if (whole > most) return size;
    if (whole > size) std::memset(data + size, 0, whole - size);
    std::memcpy(data, "LIN1\1\1", 6);
    data[6] = static_cast<std::uint8_t>(kind);
    data[7] = 0;
    put(data, 12, seed / 48 % 8 == 0 ? seed : 1);
    put(data, 72, plain + tag);
    if (is_file) put(data, 76, 1);
    if (is_file && seed / 384 % 4 != 0) put(data, 80, least_iterations);
    // The words end where the zeros begin.
    std::size_t words = plain;
    while (words > 4 && data[head + words - 1] == 0) --words;
    if (seed / 1536 % 4 != 0) put(data, head, words - 4);
    return whole;
}
