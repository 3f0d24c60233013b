#include "keeping/envelope.hpp"

namespace core {
namespace {

constexpr std::string_view magic = "LIN1";
constexpr std::uint8_t format = 1;
constexpr std::uint8_t aes_gcm_256 = 1;
constexpr std::uint8_t pbkdf2_sha_256 = 1;
constexpr std::size_t tag_length = 16;
constexpr std::size_t sum_length = 32;
constexpr std::size_t length_length = 4;
constexpr std::size_t at_kind = 6;
constexpr std::size_t at_schema = 12;
constexpr std::size_t at_sealed_length = 72;
constexpr std::size_t at_block = header_length;
constexpr std::size_t at_iterations = 80;

void put(std::string& bytes, std::uint64_t number, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) bytes += static_cast<char>((number >> (8 * i)) & 0xFFU);
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < count; ++i)
        number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return number;
}

std::uint8_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

unsigned digit(char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10) & 15U; }

// The 16 bytes of a draft's name; zeros for a file, which has none.
std::string bytes_of(const DraftId& draft) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < draft.size() && bytes.size() < 16; i += 2)
        bytes += static_cast<char>(digit(draft[i]) * 16U + digit(draft[i + 1]));
    bytes.resize(16, '\0');
    return bytes;
}

std::string pad(std::string_view bytes) {
    std::string plain;
    plain.reserve(bytes.size() + length_length + padded_to);
    put(plain, bytes.size(), length_length);
    plain += bytes;
    plain.resize((plain.size() + padded_to - 1) / padded_to * padded_to, '\0');
    return plain;
}

Unsealed wrap(EnvelopeKind kind, const DraftId& draft, Generation generation, std::uint32_t schema,
              std::string_view bytes) {
    Unsealed unsealed{{}, pad(bytes)};
    std::string& header = unsealed.header;
    header = magic;
    put(header, format, 1);
    put(header, aes_gcm_256, 1);
    put(header, static_cast<std::uint8_t>(kind), 1);
    put(header, 0, 1);
    put(header, generation / generations_of_a_key, 4);
    put(header, schema, 4);
    header.append(16, '\0');  // vault
    header += bytes_of(draft);
    put(header, generation, 8);
    put(header, 0, 4);        // place in a sequence; there is none yet
    header.append(12, '\0');  // IV
    put(header, unsealed.plain.size() + tag_length, 4);
    return unsealed;
}

std::size_t length_of(EnvelopeKind kind) {
    switch (kind) {
        case EnvelopeKind::draft: return header_length;
        case EnvelopeKind::file: return file_header_length;
        case EnvelopeKind::rescued: break;
    }
    return rescued_header_length;
}

// Which of the two files it wants to be; whether it is one is looked at later.
EnvelopeKind kind_of_file(std::string_view bytes) {
    const bool is_rescued =
        bytes.size() > at_kind && byte_at(bytes, at_kind) == static_cast<std::uint8_t>(EnvelopeKind::rescued);
    return is_rescued ? EnvelopeKind::rescued : EnvelopeKind::file;
}

std::optional<EnvelopeFault> check_header(std::string_view bytes, EnvelopeKind kind, std::uint32_t newest_schema) {
    if (bytes.substr(0, magic.size()) != magic) return EnvelopeFault::foreign;
    if (bytes.size() < length_of(kind)) return EnvelopeFault::damaged;
    if (byte_at(bytes, 4) > format || byte_at(bytes, 5) > aes_gcm_256) return EnvelopeFault::newer;
    if (number_at(bytes, at_schema, 4) > newest_schema) return EnvelopeFault::newer;
    const bool is_ours = byte_at(bytes, 4) == format && byte_at(bytes, 5) == aes_gcm_256 &&
                         byte_at(bytes, at_kind) == static_cast<std::uint8_t>(kind) && byte_at(bytes, 7) == 0;
    return is_ours ? std::nullopt : std::optional{EnvelopeFault::damaged};
}

bool is_padded_length(std::uint64_t length) {
    return length >= padded_to && length % padded_to == 0 && length <= longest_sealed;
}

}  // namespace

Unsealed wrap_draft(const DraftId& draft, Generation generation, std::uint32_t schema, std::string_view bytes) {
    return wrap(EnvelopeKind::draft, draft, generation, schema, bytes);
}

Unsealed wrap_file(std::uint32_t schema, std::string_view bytes) {
    Unsealed unsealed = wrap(EnvelopeKind::file, {}, 0, schema, bytes);
    put(unsealed.header, pbkdf2_sha_256, 4);
    put(unsealed.header, 0, 4);        // rounds
    unsealed.header.append(16, '\0');  // salt
    return unsealed;
}

std::optional<EnvelopeFault> check_file(std::string_view file, std::uint32_t newest_schema) {
    if (file.size() > longest_sealed) return EnvelopeFault::too_long;
    const EnvelopeKind kind = kind_of_file(file);
    if (const auto fault = check_header(file, kind, newest_schema)) return fault;
    const std::uint64_t sealed = number_at(file, at_sealed_length, 4);
    const bool fits = sealed >= tag_length && is_padded_length(sealed - tag_length) &&
                      file.size() == length_of(kind) + sealed + sum_length;
    if (!fits) return EnvelopeFault::damaged;
    if (number_at(file, at_block, 4) > pbkdf2_sha_256) return EnvelopeFault::newer;
    const std::uint64_t iterations = number_at(file, at_iterations, 4);
    const bool is_known = number_at(file, at_block, 4) == pbkdf2_sha_256 && iterations >= least_iterations &&
                          iterations <= most_iterations;
    return is_known ? std::nullopt : std::optional{EnvelopeFault::damaged};
}

std::variant<std::string, EnvelopeFault> unwrap(std::string_view opened, EnvelopeKind kind,
                                                std::uint32_t newest_schema) {
    if (const auto fault = check_header(opened, kind, newest_schema)) return *fault;
    const std::string_view plain = opened.substr(length_of(kind));
    const bool fits =
        is_padded_length(plain.size()) && number_at(opened, at_sealed_length, 4) == plain.size() + tag_length;
    if (!fits) return EnvelopeFault::damaged;
    const std::uint64_t size = number_at(plain, 0, length_length);
    const std::size_t room = plain.size() - length_length;
    if (size > room || room - size >= padded_to) return EnvelopeFault::damaged;
    const std::string_view padding = plain.substr(length_length + static_cast<std::size_t>(size));
    if (padding.find_first_not_of('\0') != std::string_view::npos) return EnvelopeFault::damaged;
    return std::string{plain.substr(length_length, static_cast<std::size_t>(size))};
}

std::variant<std::string, EnvelopeFault> unwrap_file(std::string_view opened, std::uint32_t newest_schema) {
    return unwrap(opened, kind_of_file(opened), newest_schema);
}

}  // namespace core
