// The professional's own role: grouped, and only those that meet this age.

#include "flow/route.hpp"
#include "view/screens/screens.hpp"

namespace core {

namespace {

bool meets(const Role& role, const AgeGroupId& age) {
    for (const AgeGroupId& met : role.ages) {
        if (met == age) return true;
    }
    return false;
}

// A role with several groups stands under its first.
bool is_in(const Role& role, const RoleGroup* group) {
    if (group == nullptr) return role.groups.empty();
    return !role.groups.empty() && role.groups.front() == group->id;
}

std::optional<Choices> roles_of(const Scene& scene, const RoleGroup* group) {
    Choices choices;
    choices.legend = words(group == nullptr ? scene.say(Text::roles_other) : group->name);
    for (const Role& role : scene.content.roles) {
        if (!is_in(role, group) || !meets(role, scene.subject().age)) continue;
        if (role.id == scene.subject().role) choices.chosen = choices.options.size();
        choices.options.push_back(Option{role.name, {}, RoleChosen{role.id}});
    }
    if (choices.options.empty()) return std::nullopt;
    return choices;
}

}  // namespace

void describe_role(const Scene& scene, Elements& to) {
    to.push_back(paragraph("role-lead", scene.say(Text::role_lead)));
    const bool wrong = scene.session.faults_shown.count("role") != 0 && !has_role(scene.content, scene.subject());
    bool first = true;
    const auto add = [&](const RoleGroup* group) {
        std::optional<Choices> choices = roles_of(scene, group);
        if (!choices) return;
        if (first && wrong) choices->error = scene.say(Text::role_fault);
        const std::string id = first ? "role-first" : "role-" + (group == nullptr ? "other" : group->id.value);
        to.push_back(Element{id, std::move(*choices), {}});
        first = false;
    };
    for (const RoleGroup& group : scene.content.role_groups) add(&group);
    add(nullptr);
    to.push_back(continue_row(scene.say(Text::continue_)));
}

}  // namespace core
