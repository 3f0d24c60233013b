#include <algorithm>

#include "assessment/indicate.hpp"

namespace core {
namespace {

constexpr int corrected_until_months = 24;

const Observation no_answer;

// Years are enough above the ages that are asked in months: without months,
// every sign of the age group is asked about.
bool fits_months(const Sign& sign, const std::optional<int>& months) {
    if (!months) return true;
    if (sign.from_months && *months < *sign.from_months) return false;
    return !sign.to_months || *months <= *sign.to_months;
}

}  // namespace

std::optional<int> months_for_signs(const Case& subject) {
    if (!subject.months) return std::nullopt;
    const int months = *subject.months;
    if (!subject.weeks_early || *subject.weeks_early <= 0 || months >= corrected_until_months) return months;
    // Completed months: what is begun is not counted, so the correction is rounded up.
    const int correction = (*subject.weeks_early * 12 + 51) / 52;
    return std::max(0, months - correction);
}

std::vector<const Sign*> shown_signs(const Content& content, const Case& subject) {
    const Role* role = find_role(content, subject.role);
    const std::optional<int> months = months_for_signs(subject);
    std::vector<std::vector<const Sign*>> by_dimension(content.dimensions.size());
    for (const Sign& sign : content.signs) {
        if (sign.age != subject.age) continue;
        if (role != nullptr && !is_for_role(sign.for_roles, *role)) continue;
        if (!fits_months(sign, months)) continue;
        for (std::size_t i = 0; i < content.dimensions.size(); ++i) {
            if (content.dimensions[i].id == sign.dimension) by_dimension[i].push_back(&sign);
        }
    }
    std::vector<const Sign*> shown;
    for (const std::vector<const Sign*>& signs : by_dimension) shown.insert(shown.end(), signs.begin(), signs.end());
    return shown;
}

const Observation& observation_of(const Case& subject, const SignId& sign) {
    const auto found = subject.observations.find(sign);
    return found == subject.observations.end() ? no_answer : found->second;
}

}  // namespace core
