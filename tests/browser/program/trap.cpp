// Faults on order, each as the program may one day make it: a test asks for one in the middle of a call.

#include <emscripten/emscripten.h>

#include <cstdint>
#include <cstdlib>
#include <vector>

#include "base/require.hpp"

namespace {

enum class Trap : int { trap, abort, broken_promise, endless_depth, out_of_memory, bad_address };

// Deeper than any stack. What is below the stack is written over first, as it would be.
int sink(int depth) {
    static volatile bool is_deep_enough = false;
    volatile int room[64] = {depth};
    return is_deep_enough ? depth : sink(depth + 1) + room[depth % 64];
}

void eat_memory() {
    std::vector<std::vector<std::uint8_t>> eaten;
    for (;;) eaten.emplace_back(std::size_t{16} * 1024 * 1024, std::uint8_t{1});
}

}  // namespace

extern "C" EMSCRIPTEN_KEEPALIVE void page_trap(int kind) {
    switch (static_cast<Trap>(kind)) {
        case Trap::trap: __builtin_trap();
        case Trap::abort: std::abort();
        case Trap::broken_promise: return core::require(false, "a test has broken this promise");
        case Trap::endless_depth: std::exit(sink(0));
        case Trap::out_of_memory: return eat_memory();
        case Trap::bad_address: *reinterpret_cast<volatile int*>(0xFFFFFFF0U) = 1;
    }
}
