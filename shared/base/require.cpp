#include "base/require.hpp"

#include <cstdio>
#include <cstdlib>

namespace core {

void require(bool kept, const char* promise) {
    if (kept) return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

}  // namespace core
