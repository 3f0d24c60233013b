#include "keeping/envelope.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "support/random_case.hpp"
#include "support/reached.hpp"

using namespace core;

namespace {

constexpr const char* draft = "00112233445566778899aabbccddeeff";

std::string opened_of(const Unsealed& unsealed) { return unsealed.header + unsealed.plain; }

// A file as the browser hands it over: rounds filled in, the sealed bytes of any content, a sum.
std::string file_of(std::string_view bytes) {
    const Unsealed unsealed = wrap_file(1, bytes);
    std::string file = unsealed.header + unsealed.plain + std::string(16 + 32, 's');
    constexpr std::uint32_t rounds = 1'000'000;
    for (std::size_t i = 0; i < 4; ++i) file[80 + i] = static_cast<char>((rounds >> (8 * i)) & 0xFFU);
    return file;
}

// A rescued draft: the draft's own header with another kind, the key block, the wrapped key.
std::string rescued_of(std::string_view bytes) {
    const Unsealed unsealed = wrap_draft(draft, 7, 1, bytes);
    const std::string file = file_of(bytes);
    std::string rescued = unsealed.header + file.substr(header_length, 24) + std::string(60, 'w') + unsealed.plain;
    rescued[6] = 3;
    return rescued + std::string(16 + 32, 's');
}

std::string with_number(std::string bytes, std::size_t at, std::uint64_t number, std::size_t count = 4) {
    for (std::size_t i = 0; i < count; ++i) bytes[at + i] = static_cast<char>((number >> (8 * i)) & 0xFFU);
    return bytes;
}

const std::string* words_in(const std::variant<std::string, EnvelopeFault>& opened) {
    return std::get_if<std::string>(&opened);
}

EnvelopeFault fault_in(const std::variant<std::string, EnvelopeFault>& opened) {
    REQUIRE(std::holds_alternative<EnvelopeFault>(opened));
    return std::get<EnvelopeFault>(opened);
}

}  // namespace

TEST_CASE("A draft's header has every number where docs/format.md says", "[keeping]") {
    const Unsealed unsealed = wrap_draft(draft, 0x0102030405ULL, 7, "Ærø");
    const std::string& header = unsealed.header;
    REQUIRE(header.size() == header_length);
    CHECK(header.substr(0, 8) == std::string("LIN1\1\1\1\0", 8));
    CHECK(header.substr(8, 4) == std::string("\2\1\0\0", 4));  // epoch: generation / 2^24
    CHECK(header.substr(12, 4) == std::string("\7\0\0\0", 4));
    CHECK(header.substr(16, 16) == std::string(16, '\0'));
    CHECK(header.substr(32, 4) == "\x00\x11\x22\x33"[0] + std::string("\x11\x22\x33"));
    CHECK(header.substr(48, 8) == std::string("\5\4\3\2\1\0\0\0", 8));
    CHECK(header.substr(72, 4) == std::string("\x10\x10\0\0", 4));  // 4096 and the tag
    CHECK(unsealed.plain.size() == padded_to);
    CHECK(unsealed.plain.substr(0, 8) == std::string("\5\0\0\0", 4) + "Ærø"[0] + std::string("Ærø").substr(1, 3));
}

TEST_CASE("What was wrapped comes back, whatever its length, and its length cannot be told from outside", "[keeping]") {
    for (const std::size_t length : {std::size_t{0}, std::size_t{1}, std::size_t{4091}, std::size_t{4092},
                                     std::size_t{4093}, std::size_t{8188}, std::size_t{100'000}}) {
        const std::string bytes(length, 'x');
        const Unsealed one = wrap_draft(draft, 3, 1, bytes);
        CHECK(one.plain.size() % padded_to == 0);
        CHECK(one.plain.size() - length < padded_to + 4);
        const auto back = unwrap(opened_of(one), EnvelopeKind::draft, 1);
        REQUIRE(words_in(back) != nullptr);
        CHECK(*words_in(back) == bytes);
        const auto file = unwrap(opened_of(wrap_file(1, bytes)), EnvelopeKind::file, 1);
        REQUIRE(words_in(file) != nullptr);
        CHECK(*words_in(file) == bytes);
    }
}

TEST_CASE("A file is refused before a key is made when its numbers cannot be", "[keeping]") {
    const std::string good = file_of("words");
    CHECK_FALSE(check_file(good, 1));
    CHECK(check_file("", 1) == EnvelopeFault::foreign);
    CHECK(check_file("{\"kind\": \"linealen-case\"}", 1) == EnvelopeFault::foreign);
    CHECK(check_file(good.substr(0, 99), 1) == EnvelopeFault::damaged);
    CHECK(check_file(good.substr(0, good.size() - 1), 1) == EnvelopeFault::damaged);
    CHECK(check_file(good + "x", 1) == EnvelopeFault::damaged);
    CHECK(check_file(with_number(good, 4, 2, 1), 1) == EnvelopeFault::newer);
    CHECK(check_file(with_number(good, 5, 2, 1), 1) == EnvelopeFault::newer);
    CHECK(check_file(with_number(good, 76, 2, 1), 1) == EnvelopeFault::newer);
    CHECK(check_file(with_number(good, 6, 1, 1), 1) == EnvelopeFault::damaged);
    CHECK(check_file(with_number(good, 7, 1, 1), 1) == EnvelopeFault::damaged);
    // Too few rounds would be a weak lock, too many a page that stands still.
    REQUIRE_FALSE(check_file(with_number(good, 80, least_iterations), 1));
    REQUIRE_FALSE(check_file(with_number(good, 80, most_iterations), 1));
    REQUIRE(check_file(with_number(good, 80, least_iterations - 1), 1) == EnvelopeFault::damaged);
    REQUIRE(check_file(with_number(good, 80, most_iterations + 1), 1) == EnvelopeFault::damaged);
    // As long as may be; one byte longer is not even looked into.
    CHECK(check_file(std::string(longest_sealed, 'L'), 1) == EnvelopeFault::foreign);
    CHECK(check_file(std::string(longest_sealed + 1, 'L'), 1) == EnvelopeFault::too_long);
    support::reached("E3", "native", "a file with 599,999 or 5,000,001 rounds is refused before a key is made");
}

// R11 of safekeeping.md
TEST_CASE("A case of a schema to come is refused by its envelope, before a key is made", "[keeping]") {
    CHECK_FALSE(check_file(file_of("words"), 1));
    CHECK(check_file(with_number(file_of("words"), 12, 2), 1) == EnvelopeFault::newer);
    CHECK_FALSE(check_file(with_number(file_of("words"), 12, 2), 2));
    const std::string later = opened_of(wrap_draft(draft, 1, 2, "words"));
    CHECK(fault_in(unwrap(later, EnvelopeKind::draft, 1)) == EnvelopeFault::newer);
    CHECK(words_in(unwrap(later, EnvelopeKind::draft, 2)) != nullptr);
}

TEST_CASE("A rescued draft is a file with a longer header, and is held to the same limits", "[keeping]") {
    const std::string good = rescued_of("words");
    CHECK_FALSE(check_file(good, 1));
    CHECK(check_file(good.substr(0, 159), 1) == EnvelopeFault::damaged);
    CHECK(check_file(good.substr(0, good.size() - 1), 1) == EnvelopeFault::damaged);
    CHECK(check_file(good + "x", 1) == EnvelopeFault::damaged);
    CHECK(check_file(with_number(good, 6, 2, 1), 1) == EnvelopeFault::damaged);
    CHECK(check_file(with_number(good, 6, 4, 1), 1) == EnvelopeFault::damaged);
    CHECK(check_file(with_number(good, 4, 2, 1), 1) == EnvelopeFault::newer);
    CHECK(check_file(with_number(good, 76, 2, 1), 1) == EnvelopeFault::newer);
    CHECK(check_file(with_number(good, 80, least_iterations - 1), 1) == EnvelopeFault::damaged);
    CHECK(check_file(with_number(good, 80, most_iterations + 1), 1) == EnvelopeFault::damaged);
    CHECK(check_file(good + std::string(longest_sealed, 'x'), 1) == EnvelopeFault::too_long);

    const std::string opened = good.substr(0, good.size() - 16 - 32);
    const auto back = unwrap_file(opened, 1);
    REQUIRE(words_in(back) != nullptr);
    CHECK(*words_in(back) == "words");
    CHECK(fault_in(unwrap(opened, EnvelopeKind::file, 1)) == EnvelopeFault::damaged);
    CHECK(fault_in(unwrap(opened, EnvelopeKind::draft, 1)) == EnvelopeFault::damaged);
    const auto file = unwrap_file(opened_of(wrap_file(1, "words")), 1);
    REQUIRE(words_in(file) != nullptr);
    CHECK(*words_in(file) == "words");
}

TEST_CASE("What was opened is refused when it is not what was sealed", "[keeping]") {
    const std::string good = opened_of(wrap_draft(draft, 1, 1, "words"));
    CHECK(fault_in(unwrap(good, EnvelopeKind::file, 1)) == EnvelopeFault::damaged);
    CHECK(fault_in(unwrap(good.substr(0, 80), EnvelopeKind::draft, 1)) == EnvelopeFault::damaged);
    CHECK(fault_in(unwrap(with_number(good, 76, 4093), EnvelopeKind::draft, 1)) == EnvelopeFault::damaged);
    CHECK(fault_in(unwrap(with_number(good, 76, 0xFFFFFFFFU), EnvelopeKind::draft, 1)) == EnvelopeFault::damaged);
    CHECK(fault_in(unwrap(with_number(good, 200, 1, 1), EnvelopeKind::draft, 1)) == EnvelopeFault::damaged);  // padding
    CHECK(fault_in(unwrap(with_number(good, 0, 'M', 1), EnvelopeKind::draft, 1)) == EnvelopeFault::foreign);
}

// R10 of safekeeping.md, the part before the seal: what the seal itself notices is tests/keeping/seal.test.mjs.
TEST_CASE("40,000 damaged envelopes crash nothing, and what is let through has the length it says", "[keeping]") {
    const std::string words = "Hun siger, at der er for meget larm";
    const std::string good = opened_of(wrap_draft(draft, 9, 1, words));
    const std::string files[] = {file_of(words), rescued_of(words)};
    support::Dice dice(10);
    std::size_t refused = 0;
    for (int turn = 0; turn < 40'000; ++turn) {
        std::string bytes = turn % 2 == 0 ? good : files[turn / 2 % 2];
        switch (dice.roll(4)) {
            case 0: bytes[dice.roll(bytes.size())] ^= static_cast<char>(1U << dice.roll(8)); break;
            case 1: bytes.resize(dice.roll(bytes.size())); break;
            case 2:
                std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(dice.roll(bytes.size())), bytes.end(), '\0');
                break;
            default: bytes.insert(dice.roll(bytes.size()), std::string(1 + dice.roll(9), '\xFF')); break;
        }
        if (turn % 2 == 1) {
            if (check_file(bytes, 1))
                ++refused;
            else
                REQUIRE(bytes.size() == files[turn / 2 % 2].size());
            continue;
        }
        const auto opened = unwrap(bytes, EnvelopeKind::draft, 1);
        if (words_in(opened) == nullptr)
            ++refused;
        else
            REQUIRE(wrap_draft(draft, 9, 1, *words_in(opened)).plain == bytes.substr(header_length));
    }
    REQUIRE(refused > 20'000);
    support::reached("R10", "native",
                     "40,000 damaged envelopes, 0 crashes, " + std::to_string(refused) + " refused before the seal");
}
