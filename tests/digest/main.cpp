// Prints one digest over the indications of 10,000 random cases and over 10,000 numbers read from JSON. Built
// natively and as WASM by tests/digest/compare; the two must be equal.
//
// usage: digest CONTENT_FOLDER

#include <cstdio>
#include <cstring>
#include <string>

#include "base/json_reader.hpp"
#include "lineal/content_folder.hpp"
#include "support/random_case.hpp"

namespace {

std::uint64_t digest_of(std::uint64_t hash, std::uint64_t bits) {
    for (int shift = 0; shift < 64; shift += 8) hash = (hash ^ ((bits >> shift) & 0xFF)) * 1099511628211ULL;
    return hash;
}

// A number as JSON may spell it: whole, with fraction, with exponent, too small, too large.
std::string random_number(support::Dice& dice) {
    const auto digits = [&](std::size_t most) {
        std::string written;
        for (std::size_t left = 1 + dice.roll(most); left > 0; --left)
            written += static_cast<char>('0' + dice.roll(10));
        return written;
    };
    // One throw a statement: compilers differ in which side of a + they do first.
    std::string number = dice.chance(50) ? "-" : "";
    number += static_cast<char>('1' + dice.roll(9));
    if (dice.chance(50)) number += digits(18);
    if (dice.chance(70)) {
        number += '.';
        number += digits(24);
    }
    if (dice.chance(50)) {
        number += dice.chance(50) ? "e-" : "e+";
        number += digits(3);
    }
    return number;
}

std::uint64_t digest_of_number(std::uint64_t hash, const std::string& written) {
    const core::Result<core::JsonValue> read = core::read_json(written, "number");
    if (!read) return digest_of(hash, read.problems().size());
    std::uint64_t bits = 0;  // Emscripten 3.1.6 has no std::bit_cast yet
    std::memcpy(&bits, &read.value().number, sizeof bits);
    return digest_of(hash, bits);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: digest CONTENT_FOLDER\n");
        return 2;
    }
    const core::Result<core::Content> loaded = tool::load_folder(arguments[1]);
    if (!loaded) {
        const core::Problem& first = loaded.problems().front();
        std::fprintf(stderr, "%s %s: %s\n", first.file.c_str(), first.pointer.c_str(), first.what.c_str());
        return 1;
    }
    support::Dice dice(2026);
    std::uint64_t hash = 14695981039346656037ULL;
    for (int number = 0; number < 10000; ++number) {
        hash = support::digest(hash, loaded.value(), support::random_case(loaded.value(), dice));
    }
    for (int number = 0; number < 10000; ++number) hash = digest_of_number(hash, random_number(dice));
    std::printf("%016llx\n", static_cast<unsigned long long>(hash));
    return 0;
}
