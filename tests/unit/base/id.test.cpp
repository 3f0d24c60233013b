#include "base/id.hpp"

#include <catch2/catch_test_macros.hpp>
#include <type_traits>

using namespace core;

TEST_CASE("An id is 1 to 64 small letters, digits, underscores and hyphens", "[base]") {
    CHECK(is_valid_id("a0_mental-1"));
    CHECK(is_valid_id(std::string(64, 'a')));
    CHECK_FALSE(is_valid_id(std::string(65, 'a')));
    CHECK_FALSE(is_valid_id(""));
    CHECK_FALSE(is_valid_id("A"));
    CHECK_FALSE(is_valid_id("å"));
    CHECK_FALSE(is_valid_id("a b"));
    CHECK_FALSE(is_valid_id("a/b"));
}

TEST_CASE("Ids of two kinds cannot be mixed", "[base]") {
    using Left = Id<struct LeftTag>;
    using Right = Id<struct RightTag>;
    CHECK_FALSE(std::is_convertible_v<Left, Right>);
    CHECK_FALSE(std::is_convertible_v<std::string, Left>);
    CHECK(Left("a") == Left("a"));
    CHECK(Left("a") < Left("b"));
    CHECK(Left().empty());
}
