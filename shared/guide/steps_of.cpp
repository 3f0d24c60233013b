#include "guide/steps_of.hpp"

#include <algorithm>

namespace core {
namespace {

template <class Item>
bool is_among(const std::vector<Item>& items, const Item& wanted) {
    return std::find(items.begin(), items.end(), wanted) != items.end();
}

template <class Fits>
std::vector<const PathwayStep*> steps_that(const Content& content, Fits fits) {
    std::vector<const PathwayStep*> steps;
    for (const PathwayStep& step : content.steps) {
        if (fits(step)) steps.push_back(&step);
    }
    std::stable_sort(steps.begin(), steps.end(),
                     [](const PathwayStep* one, const PathwayStep* other) { return one->order < other->order; });
    return steps;
}

bool is_at(const PathwayStep& step, const ConcernLevel& level) {
    return step.tracks.empty() && (step.levels.empty() || is_among(step.levels, level.id));
}

}  // namespace

std::vector<const PathwayStep*> steps_of(const Content& content, const ConcernLevel& level) {
    return steps_that(content, [&level](const PathwayStep& step) { return is_at(step, level); });
}

std::vector<const PathwayStep*> steps_of(const Content& content, const Track& track) {
    return steps_that(content, [&track](const PathwayStep& step) { return is_among(step.tracks, track.id); });
}

std::vector<const PathwayStep*> steps_of(const Content& content, const ConcernLevel& level, const Role& role,
                                         const AgeGroupId& age) {
    return steps_that(content, [&](const PathwayStep& step) {
        const bool fits_role = step.for_roles.empty() || is_for_role(step.for_roles, role);
        const bool fits_age = age.empty() || step.ages.empty() || is_among(step.ages, age);
        return is_at(step, level) && fits_role && fits_age;
    });
}

AgeGroupId age_of(const Role& role, const AgeGroupId& age) { return is_among(role.ages, age) ? age : AgeGroupId{}; }

}  // namespace core
