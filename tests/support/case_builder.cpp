#include "support/case_builder.hpp"

#include <stdexcept>

#include "assessment/indicate.hpp"

namespace support {
namespace {

void demand(bool known, const std::string& what) {
    if (!known) throw std::runtime_error("the content does not know " + what);
}

std::optional<std::size_t> step_of(const core::Scale& scale, const std::string& id) {
    if (id.empty()) return std::nullopt;
    for (std::size_t i = 0; i < scale.steps.size(); ++i) {
        if (scale.steps[i].id == id) return i;
    }
    demand(false, "the step " + id);
    return std::nullopt;
}

}  // namespace

CaseBuilder::CaseBuilder(const core::Content& content, const std::string& age, const std::string& role)
    : content_(content) {
    demand(core::find_age(content, core::AgeGroupId(age)) != nullptr, "the age " + age);
    demand(core::find_role(content, core::RoleId(role)) != nullptr, "the role " + role);
    made_.age = core::AgeGroupId(age);
    made_.role = core::RoleId(role);
    made_.content_version = content.version;
}

CaseBuilder& CaseBuilder::months(int completed) {
    made_.months = completed;
    return *this;
}

CaseBuilder& CaseBuilder::weeks_early(int weeks) {
    made_.weeks_early = weeks;
    return *this;
}

CaseBuilder& CaseBuilder::see(const std::string& sign, const How& how) {
    answer(sign, core::Presence::seen);
    core::Observation& observation = made_.observations[core::SignId(sign)];
    const std::string words[] = {how.often, how.much, how.since, how.trend, how.where};
    for (std::size_t i = 0; i < core::scale_kind_count; ++i) {
        observation.scales[i] = step_of(content_.scales[i], words[i]);
    }
    return *this;
}

CaseBuilder& CaseBuilder::answer(const std::string& sign, core::Presence presence) {
    bool is_shown = false;
    for (const core::Sign* shown : core::shown_signs(content_, made_)) is_shown = is_shown || shown->id.value == sign;
    demand(is_shown, "the sign " + sign + " for this age and role");
    made_.observations[core::SignId(sign)].presence = presence;
    return *this;
}

CaseBuilder& CaseBuilder::rest(core::Presence presence) {
    for (const core::Sign* sign : core::shown_signs(content_, made_)) {
        core::Observation& observation = made_.observations[sign->id];
        if (observation.presence == core::Presence::not_answered) observation.presence = presence;
    }
    return *this;
}

CaseBuilder& CaseBuilder::protect(const std::string& factor) {
    demand(core::find_protective_factor(content_, core::ProtectiveFactorId(factor)) != nullptr, "the factor " + factor);
    made_.protective_factors.insert(core::ProtectiveFactorId(factor));
    return *this;
}

CaseBuilder& CaseBuilder::protect_by_all() {
    for (const core::ProtectiveFactor& factor : content_.protective_factors) made_.protective_factors.insert(factor.id);
    return *this;
}

CaseBuilder& CaseBuilder::circumstance(const std::string& id) {
    demand(core::find_circumstance(content_, core::CircumstanceId(id)) != nullptr, "the circumstance " + id);
    made_.circumstances.insert(core::CircumstanceId(id));
    return *this;
}

CaseBuilder& CaseBuilder::suspect(const std::string& id) {
    demand(core::find_suspect(content_, core::SuspectId(id)) != nullptr, "the suspect " + id);
    made_.suspect = core::SuspectId(id);
    return *this;
}

CaseBuilder& CaseBuilder::certainty(const std::string& id) {
    demand(core::find_certainty(content_, core::CertaintyId(id)) != nullptr, "the certainty " + id);
    made_.certainty = core::CertaintyId(id);
    return *this;
}

}  // namespace support
