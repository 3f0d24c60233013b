#include "content/content.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

Content two_ages() {
    Content content;
    AgeGroup unborn;
    unborn.id = AgeGroupId("unborn");
    unborn.unborn = true;
    AgeGroup small;
    small.id = AgeGroupId("small");
    small.from_months = 0;
    small.to_months = 35;
    AgeGroup big;
    big.id = AgeGroupId("big");
    big.from_months = 36;
    big.to_months = 215;
    content.ages = {unborn, small, big};
    return content;
}

Role teacher() {
    Role role;
    role.id = RoleId("teacher");
    role.groups = {RoleGroupId("school")};
    return role;
}

}  // namespace

TEST_CASE("A child's age in months belongs to one group, and to the unborn never", "[content]") {
    const Content content = two_ages();

    CHECK(find_age_of_months(content, 0)->id.value == "small");
    CHECK(find_age_of_months(content, 35)->id.value == "small");
    CHECK(find_age_of_months(content, 36)->id.value == "big");
    CHECK(find_age_of_months(content, 216) == nullptr);
    CHECK(find_age_of_months(content, -1) == nullptr);
}

TEST_CASE("An id the content does not know finds nothing", "[content]") {
    const Content content = two_ages();

    CHECK(find_age(content, AgeGroupId("big")) == &content.ages[2]);
    CHECK(find_age(content, AgeGroupId("huge")) == nullptr);
    CHECK(find_sign(content, SignId("x")) == nullptr);
    CHECK(find_page(content, "x") == nullptr);
    CHECK_FALSE(find_level(content, LevelId("x")).has_value());
}

TEST_CASE("A level is found by its place", "[content]") {
    Content content;
    content.levels.resize(3);
    content.levels[2].id = LevelId("grave");

    CHECK(find_level(content, LevelId("grave")) == LevelIndex{2});
}

TEST_CASE("Something is for a role by its id, by its group, or for all", "[content]") {
    CHECK(is_for_role({}, teacher()));
    CHECK(is_for_role({"nursery", "teacher"}, teacher()));
    CHECK(is_for_role({"school"}, teacher()));
    CHECK_FALSE(is_for_role({"nursery", "day_care"}, teacher()));
}
