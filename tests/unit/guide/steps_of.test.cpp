#include "guide/steps_of.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "support/shipped_content.hpp"

using namespace core;
using support::shipped_content;

namespace {

bool is_in_order(const std::vector<const PathwayStep*>& steps) {
    return std::is_sorted(steps.begin(), steps.end(),
                          [](const PathwayStep* one, const PathwayStep* other) { return one->order < other->order; });
}

}  // namespace

TEST_CASE("The steps of a level are those of no track, in their order", "[guide]") {
    for (const ConcernLevel& level : shipped_content().levels) {
        INFO(level.id.value);
        const auto steps = steps_of(shipped_content(), level);
        CHECK_FALSE(steps.empty());
        CHECK(is_in_order(steps));
        for (const PathwayStep* step : steps) CHECK(step->tracks.empty());
    }
}

TEST_CASE("Each track has its steps, and each step of a track belongs to one", "[guide]") {
    std::size_t of_tracks = 0;
    for (const Track& track : shipped_content().tracks) {
        INFO(track.id.value);
        const auto steps = steps_of(shipped_content(), track);
        CHECK_FALSE(steps.empty());
        CHECK(is_in_order(steps));
        of_tracks += steps.size();
    }
    std::size_t belongs = 0;
    for (const PathwayStep& step : shipped_content().steps) belongs += step.tracks.size();
    CHECK(of_tracks == belongs);
}

TEST_CASE("A role has its part of a level's steps, and a role at one age never more", "[guide]") {
    const Content& content = shipped_content();
    for (const ConcernLevel& level : content.levels) {
        const auto all = steps_of(content, level);
        for (const Role& role : content.roles) {
            INFO(level.id.value << " " << role.id.value);
            const auto own = steps_of(content, level, role, {});
            for (const PathwayStep* step : own) CHECK(std::find(all.begin(), all.end(), step) != all.end());
            for (const AgeGroupId& age : role.ages) {
                for (const PathwayStep* step : steps_of(content, level, role, age))
                    CHECK(std::find(own.begin(), own.end(), step) != own.end());
            }
        }
    }
}
