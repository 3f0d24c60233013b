// Conditions around the child, and what protects it: two lists by arena.

#include "view/screens/screens.hpp"

namespace core {

namespace {

bool is_for_age(const std::vector<AgeGroupId>& ages, const AgeGroupId& age) {
    for (const AgeGroupId& one : ages) {
        if (one == age) return true;
    }
    return ages.empty();
}

void add_arena(const char* prefix, const Arena& arena, Elements boxes, Elements& to) {
    if (boxes.empty()) return;
    const std::string id = prefix + arena.id;
    boxes.insert(boxes.begin(), heading(id + "-title", 2, arena.name));
    to.push_back(group(id, GroupKind::section, std::move(boxes), arena.name));
}

}  // namespace

void describe_circumstances(const Scene& scene, Elements& to) {
    to.push_back(paragraph("circumstances-lead", scene.say(Text::circumstances_lead)));
    const std::set<CircumstanceId>& ticked = scene.subject().circumstances;
    for (const Arena& arena : scene.content.circumstance_arenas) {
        Elements boxes;
        for (const Circumstance& one : scene.content.circumstances) {
            if (one.arena != arena.id) continue;
            const bool present = ticked.count(one.id) != 0;
            boxes.push_back(
                checkbox("circumstance-" + one.id.value, one.text, present, CircumstanceToggled{one.id, !present}));
        }
        add_arena("circumstances-", arena, std::move(boxes), to);
    }
    to.push_back(continue_row(scene.say(Text::continue_)));
}

void describe_protective(const Scene& scene, Elements& to) {
    to.push_back(paragraph("protective-lead", scene.say(Text::protective_lead)));
    const std::set<ProtectiveFactorId>& ticked = scene.subject().protective_factors;
    for (const Arena& arena : scene.content.protective_arenas) {
        Elements boxes;
        for (const ProtectiveFactor& one : scene.content.protective_factors) {
            if (one.arena != arena.id || !is_for_age(one.ages, scene.subject().age)) continue;
            const bool present = ticked.count(one.id) != 0;
            boxes.push_back(
                checkbox("factor-" + one.id.value, one.text, present, ProtectiveFactorToggled{one.id, !present}));
        }
        add_arena("protective-", arena, std::move(boxes), to);
    }
    to.push_back(continue_row(scene.say(Text::continue_)));
}

}  // namespace core
