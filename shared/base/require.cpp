#include "base/require.hpp"

#include <cstdio>
#include <cstdlib>

namespace core {

void require(bool kept, const char* promise) {
    if (kept) return;
    // puts, not printf: formatting of numbers is ten kilobytes of WebAssembly.
    std::puts(promise);
    std::abort();
}

}  // namespace core
