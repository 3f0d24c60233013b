#include "base/result.hpp"

#include <catch2/catch_test_macros.hpp>
#include <memory>

using namespace core;

TEST_CASE("A result holds a value or the problems, never both", "[base]") {
    const Result<int> good = 3;
    const Result<int> bad = Problem{"file", "/a", 2, "what", "cure"};

    REQUIRE(good);
    CHECK(good.value() == 3);
    REQUIRE_FALSE(bad);
    REQUIRE(bad.problems().size() == 1);
    CHECK(bad.problems()[0].line == 2);
}

TEST_CASE("A value that can only be moved is taken out", "[base]") {
    Result<std::unique_ptr<int>> result = std::make_unique<int>(7);

    REQUIRE(result);
    CHECK(*result.take() == 7);
}
