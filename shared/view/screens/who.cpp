// Hvem gør hvad: the steps of each role, by level and age, without a case.

#include <algorithm>

#include "guide/choose_pathways.hpp"
#include "view/address.hpp"
#include "view/screens/screens.hpp"

namespace core {

namespace {

bool holds_at(const PathwayStep& step, const ConcernLevel& level) {
    return step.levels.empty() || std::find(step.levels.begin(), step.levels.end(), level.id) != step.levels.end();
}

bool holds_for(const PathwayStep& step, const Role& role, const AgeGroupId& age) {
    const bool fits_role = step.for_roles.empty() || is_for_role(step.for_roles, role);
    const bool fits_age =
        age.empty() || step.ages.empty() || std::find(step.ages.begin(), step.ages.end(), age) != step.ages.end();
    return step.tracks.empty() && fits_role && fits_age;
}

Rich line_of(const PathwayStep& step) {
    Rich line{{step.title, RunKind::link, address_of(Place{Screen::step, step.id.value}), {}}};
    if (!step.by_when.empty()) line.push_back(Run{" · " + step.by_when});
    return line;
}

void add_level(const Scene& scene, const ConcernLevel& level, const Role& role, const AgeGroupId& age, Elements& to) {
    std::vector<const PathwayStep*> steps;
    for (const PathwayStep& step : scene.content.steps)
        if (holds_at(step, level) && holds_for(step, role, age)) steps.push_back(&step);
    if (steps.empty()) return;
    std::stable_sort(steps.begin(), steps.end(),
                     [](const PathwayStep* one, const PathwayStep* other) { return one->order < other->order; });
    List list;
    for (const PathwayStep* step : steps) list.items.push_back(line_of(*step));
    to.push_back(heading("level-" + level.id.value + "-title", 2, level.name));
    to.push_back(Element{"level-" + level.id.value, std::move(list), {}});
}

Element ask_age(const Scene& scene, const Role& role, const AgeGroupId& age) {
    Select select;
    select.label = scene.say(Text::role_ways_age);
    select.options.push_back(Option{scene.say(Text::all_ages), "", WaysAgeChosen{}});
    select.chosen = 0;
    for (const AgeGroupId& id : role.ages) {
        const AgeGroup* group = find_age(scene.content, id);
        if (group == nullptr) continue;
        if (id == age) select.chosen = select.options.size();
        select.options.push_back(Option{group->name, "", WaysAgeChosen{id}});
    }
    return Element{"ways-age", std::move(select), {}};
}

// What was chosen for one role may not be an age of the next.
AgeGroupId age_for(const Scene& scene, const Role& role) {
    const AgeGroupId& age = scene.session.ways_age;
    return std::find(role.ages.begin(), role.ages.end(), age) == role.ages.end() ? AgeGroupId{} : age;
}

}  // namespace

void describe_roles(const Scene& scene, Elements& to) {
    to.push_back(paragraph("lead", scene.say(Text::roles_line), ParagraphTone::lead));
    for (const RoleGroup& group : scene.content.role_groups) {
        List list;
        for (const Role& role : scene.content.roles) {
            if (role.groups.empty() || !(role.groups.front() == group.id)) continue;
            const std::string address = address_of(Place{Screen::role_ways, role.id.value});
            list.items.push_back(Rich{{role.name, RunKind::link, address, {}}});
        }
        if (list.items.empty()) continue;
        to.push_back(heading("group-" + group.id.value + "-title", 2, group.name));
        to.push_back(Element{"group-" + group.id.value, std::move(list), {}});
    }
}

void describe_role_ways(const Scene& scene, Elements& to) {
    const Role* role = find_role(scene.content, RoleId{scene.session.place.part});
    if (role == nullptr) return add_unknown(scene, to);
    const AgeGroupId age = age_for(scene, *role);
    to.push_back(paragraph("lead", scene.say(Text::role_ways_lead), ParagraphTone::lead));
    add_way_to_parents(scene, to);
    add_other_steps(scene, to);
    if (role->ages.size() > 1) to.push_back(ask_age(scene, *role, age));
    for (const ConcernLevel& level : scene.content.levels) add_level(scene, level, *role, age, to);
    add_duty(scene, to);
}

std::string heading_of_role_ways(const Scene& scene) {
    const Role* role = find_role(scene.content, RoleId{scene.session.place.part});
    return role == nullptr ? scene.say(Text::roles_title) : scene.say(Text::role_ways_title, {{"role", role->phrase}});
}

}  // namespace core
