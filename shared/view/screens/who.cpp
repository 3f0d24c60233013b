// Hvem gør hvad: the steps of each role, by level and age, and the numbers to ring, without a case.

#include "guide/steps_of.hpp"
#include "guide/words_on.hpp"
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

// The same for every role, and before all levels when they hold.
void add_tracks(const Scene& scene, Elements& to) {
    if (scene.content.tracks.empty()) return;
    List list;
    for (const Track& track : scene.content.tracks)
        list.items.push_back({{track.name, RunKind::link, address_of(Place{Screen::track, track.id.value}), {}}});
    to.push_back(heading("tracks-title", 2, scene.say(Text::ways_tracks)));
    to.push_back(Element{"tracks", std::move(list), {}});
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

// Large enough to read while ringing.
void add_number(const Scene& scene, const Contact& contact, int level, Elements& to) {
    const std::string id = "contact-" + contact.id.value;
    const std::string hours = contact.hours.empty() ? std::string() : contact.hours + ". ";
    Elements children;
    children.push_back(heading(id + "-name", level, contact.name));
    children.push_back(rich_paragraph(id + "-phone", {strong(contact.phone)}, ParagraphTone::lead));
    if (const std::string when = hours + contact.note; !when.empty()) {
        children.push_back(paragraph(id + "-when", when));
    }
    children.push_back(paragraph(id + "-checked", words_on_check(scene.content, contact, scene.session.today),
                                 ParagraphTone::small_muted));
    to.push_back(group(id, GroupKind::card, std::move(children)));
}

Rich name_and_note(const Contact& contact) {
    Rich item = strong_words(contact.name);
    if (!contact.note.empty()) item.push_back(Run{": " + contact.note});
    return item;
}

void add_list(const Scene& scene, const std::string& id, int level, Text title, Text lead, List list, Elements& to) {
    if (list.items.empty()) return;
    to.push_back(heading(id + "-title", level, scene.say(title)));
    to.push_back(paragraph(id + "-lead", scene.say(lead)));
    to.push_back(Element{id, std::move(list), {}});
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
    const AgeGroupId age = age_of(*role, scene.session.ways_age);
    to.push_back(paragraph("lead", scene.say(Text::role_ways_lead), ParagraphTone::lead));
    add_way_to_parents(scene, to);
    add_other_steps(scene, to);
    if (role->ages.size() > 1) to.push_back(ask_age(scene, *role, age));
    for (const ConcernLevel& level : scene.content.levels) add_level(scene, level, *role, age, to);
    add_tracks(scene, to);
    add_duty(scene, to);
    add_paper(scene, to);
}

std::string heading_of_role_ways(const Scene& scene) {
    const Role* role = find_role(scene.content, RoleId{scene.session.place.part});
    return role == nullptr ? scene.say(Text::roles_title) : scene.say(Text::role_ways_title, {{"role", role->phrase}});
}

void add_contacts(const Scene& scene, int level, Elements& to) {
    List others, missing;
    for (const Contact& contact : scene.content.contacts) {
        if (!contact.phone.empty()) {
            add_number(scene, contact, level, to);
        } else {
            (contact.placeholder ? missing : others).items.push_back(name_and_note(contact));
        }
    }
    add_list(scene, "others", level, Text::numbers_others, Text::numbers_others_lead, std::move(others), to);
    add_list(scene, "missing", level, Text::numbers_missing, Text::numbers_missing_lead, std::move(missing), to);
}

void describe_contacts(const Scene& scene, Elements& to) {
    to.push_back(paragraph("lead", scene.say(Text::numbers_line), ParagraphTone::lead));
    add_contacts(scene, 2, to);
    add_paper(scene, to);
}

}  // namespace core
