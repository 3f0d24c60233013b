#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>

#include "assessment/indicate.hpp"
#include "support/case_builder.hpp"
#include "support/shipped_content.hpp"

namespace {

using support::CaseBuilder;
using support::shipped_content;

bool shows(const core::Content& content, const CaseBuilder& made, const std::string& id) {
    const auto shown = core::shown_signs(content, made.made());
    return std::any_of(shown.begin(), shown.end(), [&id](const core::Sign* sign) { return sign->id.value == id; });
}

bool shows(const CaseBuilder& made, const std::string& id) { return shows(shipped_content(), made, id); }

CaseBuilder visited(int months) { return CaseBuilder(shipped_content(), "age_0_11m", "health_visitor").months(months); }

// Two signs: one from four months on, one until eight.
const core::Content& content_with_windows() {
    static const core::Content made = [] {
        core::Content content = shipped_content();
        content.signs.resize(2);
        for (core::Sign& sign : content.signs) {
            sign.age = core::AgeGroupId("age_0_11m");
            sign.for_roles.clear();
            sign.from_months.reset();
            sign.to_months.reset();
        }
        content.signs[0].id = core::SignId("from_four");
        content.signs[0].from_months = 4;
        content.signs[1].id = core::SignId("until_eight");
        content.signs[1].to_months = 8;
        return content;
    }();
    return made;
}

TEST_CASE("A sign is asked about from its month to its month, both included", "[assessment]") {
    const core::Content& content = content_with_windows();

    CHECK(!shows(content, visited(3), "from_four"));
    CHECK(shows(content, visited(4), "from_four"));
    CHECK(shows(content, visited(8), "until_eight"));
    CHECK(!shows(content, visited(9), "until_eight"));
}

TEST_CASE("Born eight weeks early, a child of five months is asked about as one of three", "[assessment]") {
    const core::Content& content = content_with_windows();

    CHECK(core::months_for_signs(visited(5).weeks_early(8).made()) == 3);
    CHECK(!shows(content, visited(5).weeks_early(8), "from_four"));
    CHECK(shows(content, visited(10).weeks_early(8), "until_eight"));
}

TEST_CASE("Without the age in months every sign of the age group is asked about", "[assessment]") {
    const CaseBuilder made(shipped_content(), "age_0_11m", "health_visitor");

    CHECK(shows(content_with_windows(), made, "from_four"));
    CHECK(shows(content_with_windows(), made, "until_eight"));
}

TEST_CASE("Early birth is corrected for under two years only, and never below birth", "[assessment]") {
    CaseBuilder toddler(shipped_content(), "age_12_35m", "nursery");

    CHECK(core::months_for_signs(toddler.months(23).weeks_early(8).made()) == 21);
    CHECK(core::months_for_signs(toddler.months(24).weeks_early(8).made()) == 24);
    CHECK(core::months_for_signs(visited(0).weeks_early(12).made()) == 0);
    CHECK(core::months_for_signs(visited(5).weeks_early(0).made()) == 5);
    CHECK(!core::months_for_signs(CaseBuilder(shipped_content(), "age_3_5", "kindergarten").made()));
}

TEST_CASE("A role is asked about what it can see", "[assessment]") {
    const CaseBuilder dentist(shipped_content(), "age_3_5", "dental");
    const CaseBuilder pedagogue(shipped_content(), "age_3_5", "kindergarten");

    CHECK(shows(dentist, "a3_attendance_missed_dental_and_checks"));
    CHECK(!shows(pedagogue, "a3_attendance_missed_dental_and_checks"));
    CHECK(shows(pedagogue, "a3_attendance_stopped_eating_here"));
    CHECK(!shows(dentist, "a3_attendance_stopped_eating_here"));
}

TEST_CASE("Signs stand in the order of the dimensions", "[assessment]") {
    const auto shown =
        core::shown_signs(shipped_content(), CaseBuilder(shipped_content(), "age_3_5", "kindergarten").made());
    std::size_t dimension = 0;
    for (const core::Sign* sign : shown) {
        while (dimension < shipped_content().dimensions.size() &&
               shipped_content().dimensions[dimension].id != sign->dimension)
            ++dimension;
    }
    REQUIRE(!shown.empty());
    CHECK(dimension < shipped_content().dimensions.size());
}

TEST_CASE("Every role meets signs in every age it works with", "[assessment]") {
    for (const core::Role& role : shipped_content().roles) {
        for (const core::AgeGroupId& age : role.ages) {
            const core::AgeGroup* group = core::find_age(shipped_content(), age);
            REQUIRE(group != nullptr);
            if (group->unborn) continue;
            CaseBuilder made(shipped_content(), age.value, role.id.value);
            INFO(role.id.value << " " << age.value);
            CHECK(core::shown_signs(shipped_content(), made.made()).size() >= 30);
        }
    }
}

}  // namespace
