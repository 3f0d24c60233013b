// Check the answers: rows of what was said, each with a link that leads back.

#include "assessment/indicate.hpp"
#include "base/text.hpp"
#include "guide/choose_pathways.hpp"
#include "view/address.hpp"
#include "view/screens/screens.hpp"

namespace core {

namespace {

SummaryRow change_row(const Scene& scene, std::string id, std::string term, Rich said, const Place& place,
                      std::string element = {}) {
    SummaryRow row;
    row.id = std::move(id);
    row.link_description = term;
    row.term = std::move(term);
    row.said = std::move(said);
    row.link_label = scene.say(Text::change);
    row.address = address_of(place);
    row.action = PlaceOpened{place, std::move(element)};
    return row;
}

void add_section(const char* id, std::string title, std::vector<SummaryRow> rows, Elements& to) {
    if (rows.empty()) return;
    Elements children;
    children.push_back(heading(std::string{id} + "-title", 2, title));
    children.push_back(Element{std::string{id} + "-rows", Summary{std::move(rows)}, {}});
    to.push_back(group(id, GroupKind::section, std::move(children), std::move(title)));
}

std::string words_on_age(const Scene& scene) {
    const AgeGroup* age = find_age(scene.content, scene.subject().age);
    std::string said = age == nullptr ? scene.say(Text::state_not_begun) : age->name;
    const Case& subject = scene.subject();
    if (subject.months && age != nullptr && age->asks_months) {
        said += " · " + scene.say(Text::months_said, {{"months", std::to_string(*subject.months)}});
    }
    if (subject.weeks_early && *subject.weeks_early > 0) {
        said += " · " + scene.say(Text::weeks_said, {{"weeks", std::to_string(*subject.weeks_early)}});
    }
    return said;
}

std::string words_on_observation(const Scene& scene, const Sign& sign, const Observation& observation) {
    if (observation.presence == Presence::unsure) return scene.say(Text::presence_unsure);
    std::vector<std::string> parts{scene.say(Text::presence_seen)};
    for (std::size_t at = 0; at < scale_kind_count; ++at) {
        if (sign.developmental && static_cast<ScaleKind>(at) == ScaleKind::frequency) continue;
        const std::vector<ScaleStep>& steps = scene.content.scales[at].steps;
        if (observation.scales[at] && *observation.scales[at] < steps.size()) {
            parts.push_back(steps[*observation.scales[at]].label);
        }
    }
    if (!observation.saw.empty()) parts.push_back("»" + observation.saw + "«");
    return joined(parts, " · ");
}

void add_area(const Scene& scene, const Dimension& dimension, const std::vector<const Sign*>& signs, Elements& to) {
    const Place place{Screen::signs, dimension.id.value};
    std::vector<SummaryRow> rows;
    std::size_t shown = 0;
    std::size_t not_seen = 0;
    std::size_t not_answered = 0;
    for (const Sign* sign : signs) {
        if (sign->dimension != dimension.id) continue;
        ++shown;
        const Observation& observation = observation_of(scene.subject(), sign->id);
        if (observation.presence == Presence::not_seen) ++not_seen;
        if (observation.presence == Presence::not_answered) ++not_answered;
        const bool said = observation.presence == Presence::seen || observation.presence == Presence::unsure;
        if (!said) continue;
        rows.push_back(change_row(scene, "check-" + sign->id.value, sign->text,
                                  words(words_on_observation(scene, *sign, observation)), place,
                                  "sign-" + sign->id.value));
    }
    if (shown == 0) return;
    const std::string rest = not_answered == shown
                                 ? scene.say(Text::area_not_looked_at)
                                 : scene.say(Text::area_rest, {{"not_seen", std::to_string(not_seen)},
                                                               {"not_answered", std::to_string(not_answered)}});
    rows.push_back(change_row(scene, "check-rest-" + dimension.id.value,
                              scene.say(rows.empty() ? Text::signs_title : Text::other_signs), words(rest), place));
    const std::string id = "check-" + dimension.id.value;
    add_section(id.c_str(), dimension.name, std::move(rows), to);
}

template <class Things, class Ids>
std::string texts_of(const Things& things, const Ids& ticked) {
    std::vector<std::string> texts;
    for (const auto& thing : things) {
        if (ticked.count(thing.id) != 0) texts.push_back(thing.text);
    }
    return joined(texts, " · ");
}

void add_around(const Scene& scene, Elements& to) {
    const Case& subject = scene.subject();
    const auto or_none = [&scene](const std::string& said) {
        return words(said.empty() ? scene.say(Text::none_ticked) : said);
    };
    std::vector<SummaryRow> rows;
    rows.push_back(change_row(scene, "check-circumstances", scene.say(Text::circumstances_title),
                              or_none(texts_of(scene.content.circumstances, subject.circumstances)),
                              Place{Screen::circumstances, {}}));
    rows.push_back(change_row(scene, "check-protective", scene.say(Text::protective_title),
                              or_none(texts_of(scene.content.protective_factors, subject.protective_factors)),
                              Place{Screen::protective, {}}));
    add_section("check-around", scene.say(Text::check_around), std::move(rows), to);
}

void add_reflections(const Scene& scene, Elements& to) {
    std::vector<SummaryRow> rows;
    for (const ReflectionQuestion* question : shown_reflections(scene.content, scene.subject())) {
        const auto found = scene.subject().reflections.find(question->id);
        const bool said = found != scene.subject().reflections.end() && !found->second.empty();
        if (!said) continue;
        rows.push_back(change_row(scene, "check-reflection-" + question->id.value, question->text, words(found->second),
                                  Place{Screen::reflection, {}}, "reflection-" + question->id.value));
    }
    if (rows.empty()) {
        rows.push_back(change_row(scene, "check-reflection", scene.say(Text::reflection_title),
                                  words(scene.say(Text::nothing_written)), Place{Screen::reflection, {}}));
    }
    add_section("check-reflections", scene.say(Text::reflection_title), std::move(rows), to);
}

}  // namespace

bool holds_cpr(const Case& subject) {
    if (looks_like_cpr(subject.code_word)) return true;
    for (const auto& [id, observation] : subject.observations) {
        if (looks_like_cpr(observation.saw) || looks_like_cpr(observation.thought)) return true;
    }
    for (const auto& [id, words_on_it] : subject.reflections) {
        if (looks_like_cpr(words_on_it)) return true;
    }
    if (looks_like_cpr(subject.reason_without_mark)) return true;
    return subject.judgement && looks_like_cpr(subject.judgement->reason);
}

void add_cpr_warning(const Scene& scene, Elements& to) {
    if (!holds_cpr(scene.subject())) return;
    Elements children;
    children.push_back(paragraph("cpr-warning-text", scene.say(Text::cpr_somewhere)));
    to.push_back(group("cpr-warning", GroupKind::notice, std::move(children)));
}

void describe_check(const Scene& scene, Elements& to) {
    to.push_back(paragraph("check-lead", scene.say(Text::check_lead)));
    describe_parked(scene, to);
    add_cpr_warning(scene, to);
    const Role* role = find_role(scene.content, scene.subject().role);
    std::vector<SummaryRow> rows;
    rows.push_back(
        change_row(scene, "check-age", scene.say(Text::age_row), words(words_on_age(scene)), Place{Screen::age, {}}));
    rows.push_back(change_row(scene, "check-role", scene.say(Text::role_title),
                              words(role == nullptr ? scene.say(Text::state_not_begun) : role->name),
                              Place{Screen::role, {}}));
    add_section("check-child", scene.say(Text::check_child), std::move(rows), to);
    const std::vector<const Sign*> signs = shown_signs(scene.content, scene.subject());
    for (const Dimension& dimension : scene.content.dimensions) add_area(scene, dimension, signs, to);
    add_around(scene, to);
    add_reflections(scene, to);
    to.push_back(continue_row(scene.say(Text::continue_)));
}

}  // namespace core
