// strength.hpp -- how strongly the answers speak, in whole quarter steps.
//
// The one place where rules become figures: indicate() turns them into levels
// and find_changes() asks what one other answer would do. Every figure grows
// with every step of every scale, so nothing seen can ever pull an end down.
// Knows: content, session. Never: a figure meant for the screen.

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "assessment/indicate.hpp"

namespace core {

// What one answer adds at the two ends.
struct Share {
    int low = 0;
    int high = 0;
    bool light = false;  // saturates with the other light ones of its dimension
};

Share share_of(const Rules& rules, const Sign& sign, const Observation& answer);

// A sign asked about, with its answer.
struct Asked {
    const Sign* sign = nullptr;
    const Observation* answer = nullptr;
    Share share;
    std::size_t dimension = 0;  // position in Content::dimensions
};

struct Span {
    LevelIndex lowest = 0;
    LevelIndex highest = 0;
    bool lowered = false;  // by protective factors
    friend bool operator==(const Span& left, const Span& right) {
        return left.lowest == right.lowest && left.highest == right.highest;
    }
};

struct Strength {
    int low = 0;
    int high = 0;
};

// One case laid out once, so that asking for another answer is cheap.
class Weighing {
public:
    Weighing(const Content& content, const Case& subject);

    [[nodiscard]] const std::vector<Asked>& asked() const { return asked_; }
    [[nodiscard]] Strength strength() const;
    [[nodiscard]] Span span() const { return span_of(strength(), carrying_seen_); }
    // As if sign number `index` had been answered otherwise.
    [[nodiscard]] Span span_with(std::size_t index, const Observation& answer) const;
    // How much sign number `index` adds, both ends together.
    [[nodiscard]] int effect_of(std::size_t index) const;

private:
    struct Part {
        std::size_t begin = 0;  // of asked_
        std::size_t end = 0;
        int low = 0;
        int high = 0;
        int seen = 0;
        int possible = 0;  // seen or unsure
    };

    [[nodiscard]] Part part_with(std::size_t dimension, std::size_t index, const Share& share, Presence presence) const;
    [[nodiscard]] Strength strength_with(std::size_t dimension, const Part& part) const;
    [[nodiscard]] Span span_of(const Strength& strength, int carrying_seen) const;
    [[nodiscard]] LevelIndex level_of(int strength) const;

    const Content& content_;
    std::vector<Asked> asked_;
    std::vector<Part> parts_;  // by dimension
    int carrying_seen_ = 0;    // seen signs of care, parents or abuse
    std::size_t protective_ = 0;
    std::optional<LevelIndex> floor_;           // the highest of the alarms seen
    std::optional<LevelIndex> possible_floor_;  // the highest of the alarms in doubt
};

}  // namespace core
