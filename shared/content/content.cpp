#include "content/content.hpp"

#include <algorithm>

namespace core {
namespace {

template <class Things, class Wanted>
const typename Things::value_type* find_by_id(const Things& things, const Wanted& id) {
    for (const auto& thing : things) {
        if (thing.id == id) return &thing;
    }
    return nullptr;
}

}  // namespace

const AgeGroup* find_age(const Content& content, const AgeGroupId& id) { return find_by_id(content.ages, id); }
const Role* find_role(const Content& content, const RoleId& id) { return find_by_id(content.roles, id); }
const Dimension* find_dimension(const Content& content, const DimensionId& id) {
    return find_by_id(content.dimensions, id);
}
const Sign* find_sign(const Content& content, const SignId& id) { return find_by_id(content.signs, id); }
const Circumstance* find_circumstance(const Content& content, const CircumstanceId& id) {
    return find_by_id(content.circumstances, id);
}
const ProtectiveFactor* find_protective_factor(const Content& content, const ProtectiveFactorId& id) {
    return find_by_id(content.protective_factors, id);
}
const ReflectionQuestion* find_reflection(const Content& content, const ReflectionId& id) {
    return find_by_id(content.reflections, id);
}
const Track* find_track(const Content& content, const TrackId& id) { return find_by_id(content.tracks, id); }
const Suspect* find_suspect(const Content& content, const SuspectId& id) { return find_by_id(content.suspects, id); }
const Certainty* find_certainty(const Content& content, const CertaintyId& id) {
    return find_by_id(content.certainties, id);
}
const PathwayStep* find_step(const Content& content, const StepId& id) { return find_by_id(content.steps, id); }
const Contact* find_contact(const Content& content, const ContactId& id) { return find_by_id(content.contacts, id); }
const Page* find_page(const Content& content, const std::string& id) { return find_by_id(content.pages, id); }

const Source* find_source(const Content& content, const SourceKey& key) {
    for (const Source& source : content.sources) {
        if (source.key == key) return &source;
    }
    return nullptr;
}

std::string with_address(const Source& source) {
    return source.address.empty() ? source.title : source.title + ". " + source.address;
}

std::optional<LevelIndex> find_level(const Content& content, const LevelId& id) {
    const ConcernLevel* level = find_by_id(content.levels, id);
    if (level == nullptr) return std::nullopt;
    return static_cast<LevelIndex>(level - content.levels.data());
}

bool has_pack(const Content& content, std::string_view name) {
    return std::find(content.packs.begin(), content.packs.end(), name) != content.packs.end();
}

bool is_for_role(const std::vector<std::string>& for_roles, const Role& role) {
    if (for_roles.empty()) return true;
    return std::any_of(for_roles.begin(), for_roles.end(), [&](const std::string& wanted) {
        if (wanted == role.id.value) return true;
        return std::any_of(role.groups.begin(), role.groups.end(),
                           [&](const RoleGroupId& group) { return group.value == wanted; });
    });
}

const AgeGroup* find_age_of_months(const Content& content, int months) {
    for (const AgeGroup& age : content.ages) {
        if (!age.unborn && age.from_months <= months && months <= age.to_months) return &age;
    }
    return nullptr;
}

Text text_of(ReviewState state) {
    switch (state) {
        case ReviewState::checked: return Text::review_checked;
        case ReviewState::drafted: return Text::review_drafted;
        case ReviewState::pending: break;
    }
    return Text::review_pending;
}

}  // namespace core
