// Hvem gør hvad: the steps of each role, by level and age, and the numbers to ring, without a case.

#include <algorithm>

#include "guide/steps_of.hpp"
#include "view/address.hpp"
#include "view/screens/screens.hpp"

namespace core {

namespace {

Rich line_of(const PathwayStep& step) {
    Rich line{{step.title, RunKind::link, address_of(Place{Screen::step, step.id.value}), {}}};
    if (!step.by_when.empty()) line.push_back(Run{" · " + step.by_when});
    return line;
}

void add_level(const Scene& scene, const ConcernLevel& level, const Role& role, const AgeGroupId& age, Elements& to) {
    const std::vector<const PathwayStep*> steps = steps_of(scene.content, level, role, age);
    if (steps.empty()) return;
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
    add_paper(scene, to);
}

std::string heading_of_role_ways(const Scene& scene) {
    const Role* role = find_role(scene.content, RoleId{scene.session.place.part});
    return role == nullptr ? scene.say(Text::roles_title) : scene.say(Text::role_ways_title, {{"role", role->phrase}});
}

void describe_contacts(const Scene& scene, Elements& to) {
    to.push_back(paragraph("lead", scene.say(Text::numbers_line), ParagraphTone::lead));
    const auto is_missing = [](const Contact& contact) { return contact.phone.empty() && contact.placeholder; };
    List missing;
    for (const Contact& contact : scene.content.contacts) {
        if (is_missing(contact)) {
            Rich item = strong_words(contact.name);
            if (!contact.note.empty()) item.push_back(Run{": " + contact.note});
            missing.items.push_back(std::move(item));
            continue;
        }
        to.push_back(describe_contact(scene, "contact-" + contact.id.value, contact));
    }
    if (missing.items.empty()) return;
    to.push_back(heading("missing-title", 2, scene.say(Text::numbers_missing)));
    to.push_back(paragraph("missing-lead", scene.say(Text::numbers_missing_lead)));
    to.push_back(Element{"missing", std::move(missing), {}});
}

}  // namespace core
