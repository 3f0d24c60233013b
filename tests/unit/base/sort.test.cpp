#include "base/sort.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>
#include <vector>

TEST_CASE("A short list is sorted, and equals keep their order", "[base]") {
    std::vector<std::pair<int, std::string>> list = {{3, "a"}, {1, "b"}, {3, "c"}, {2, "d"}, {1, "e"}};

    core::sort_short(list, [](const auto& left, const auto& right) { return left.first < right.first; });

    const std::vector<std::pair<int, std::string>> wanted = {{1, "b"}, {1, "e"}, {2, "d"}, {3, "a"}, {3, "c"}};
    CHECK(list == wanted);
}

TEST_CASE("Sorting nothing is nothing", "[base]") {
    std::vector<int> list;

    core::sort_short(list, [](int left, int right) { return left < right; });

    CHECK(list.empty());
}
