// stopwatch.hpp -- medians, and how fast this machine is just now.
//
// Every run first times a fixed loop of whole-number arithmetic. What is
// measured is told in milliseconds and as a multiple of that loop, so that
// figures from two machines can be compared.
// Knows: std. Never: what it times.

#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace bench {

// Keeps a result alive, so that the compiler cannot leave the work out.
inline volatile std::uint64_t kept = 0;
inline void keep(std::uint64_t value) { kept = value; }

template <class Work>
double milliseconds(const Work& work) {
    const auto begin = std::chrono::steady_clock::now();
    keep(work());
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

inline double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

// A million steps of FNV-1a, each waiting for the one before.
inline std::uint64_t reference_loop() {
    std::uint64_t hash = 14695981039346656037ULL;
    for (std::uint64_t step = 0; step < 1000000; ++step) hash = (hash ^ (step & 255)) * 1099511628211ULL;
    return hash;
}

struct Timing {
    double median = 0;  // milliseconds
    double worst = 0;
    double ratio = 0;  // median of (run / the reference loop just before it)
    std::size_t runs = 0;
};

// Work and reference in turn, until there are enough runs or the time is up.
template <class Work>
Timing time(const Work& work) {
    constexpr std::size_t fewest = 5;
    constexpr std::size_t most = 101;
    constexpr double time_box = 3000;
    keep(work());  // warm
    std::vector<double> times;
    std::vector<double> ratios;
    double spent = 0;
    while (times.size() < most && (times.size() < fewest || spent < time_box)) {
        const double reference = milliseconds(reference_loop);
        times.push_back(milliseconds(work));
        ratios.push_back(times.back() / reference);
        spent += times.back();
    }
    return {median(times), *std::max_element(times.begin(), times.end()), median(ratios), times.size()};
}

}  // namespace bench
