// random_case.hpp -- dice with a seed, and cases thrown with them.
//
// The same seed gives the same cases in every build, WASM too.

#pragma once

#include <cstdint>
#include <string>

#include "content/content.hpp"
#include "session/session.hpp"

namespace support {

// xorshift64*
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed * 2685821657736338717ULL + 1442695040888963407ULL) {}
    // 0 … sides-1
    std::size_t roll(std::size_t sides) {
        state_ ^= state_ >> 12;
        state_ ^= state_ << 25;
        state_ ^= state_ >> 27;
        return static_cast<std::size_t>((state_ * 2685821657736338717ULL >> 33) % sides);
    }
    bool chance(std::size_t percent) { return roll(100) < percent; }

private:
    std::uint64_t state_;
};

// Any mixture of answers; alarms are seen in about every fourth case.
core::Case random_case(const core::Content& content, Dice& dice);

// As above with texts, marks and parked answers: everything a file holds.
core::Case random_full_case(const core::Content& content, Dice& dice);

// FNV-1a over what the indication of the case says.
std::uint64_t digest(std::uint64_t so_far, const core::Content& content, const core::Case& subject);

}  // namespace support
