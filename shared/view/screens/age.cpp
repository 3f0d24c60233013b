// The child's age; in months under three years, corrected under two.

#include "flow/route.hpp"
#include "view/screens/screens.hpp"

namespace core {

namespace {

bool shows(const Scene& scene, const char* fault) { return scene.session.faults_shown.count(fault) != 0; }

Element describe_months(const Scene& scene, const AgeGroup& age) {
    const std::string from = std::to_string(age.from_months);
    const std::string to = std::to_string(age.to_months);
    Field field;
    field.label = scene.say(Text::months_label);
    field.kind = FieldKind::number;
    field.value = scene.session.months_typed;
    field.hint = scene.say(Text::months_hint, {{"from", from}, {"to", to}});
    const bool wrong = shows(scene, "months") && !has_age(scene.content, scene.subject());
    if (wrong) field.error = scene.say(Text::months_error, {{"from", from}, {"to", to}});
    field.action = MonthsTyped{};
    field.max_characters = 8;
    return Element{"months", std::move(field), {}};
}

Element describe_weeks(const Scene& scene) {
    Field field;
    field.label = scene.say(Text::weeks_label);
    field.kind = FieldKind::number;
    field.value = scene.session.weeks_typed;
    field.hint = scene.say(Text::weeks_hint);
    const bool wrong = shows(scene, "weeks") && !scene.session.weeks_typed.empty() && !scene.subject().weeks_early;
    if (wrong) field.error = scene.say(Text::weeks_error, {{"most", std::to_string(most_weeks_early)}});
    field.action = WeeksEarlyTyped{};
    field.max_characters = 8;
    return Element{"weeks", std::move(field), {}};
}

}  // namespace

void describe_age(const Scene& scene, Elements& to) {
    to.push_back(paragraph("age-danger", scene.say(Text::emergency_line), ParagraphTone::small_muted));
    Choices choices;
    choices.legend = words(scene.say(Text::age_legend));
    choices.hint = scene.say(Text::age_hint);
    const AgeGroup* chosen = find_age(scene.content, scene.subject().age);
    for (std::size_t at = 0; at < scene.content.ages.size(); ++at) {
        const AgeGroup& age = scene.content.ages[at];
        choices.options.push_back(Option{age.name, {}, AgeChosen{age.id}});
        if (chosen == &age) choices.chosen = at;
    }
    if (shows(scene, "age") && chosen == nullptr) choices.error = scene.say(Text::age_fault);
    to.push_back(Element{"age", std::move(choices), {}});
    if (chosen != nullptr && chosen->asks_months) to.push_back(describe_months(scene, *chosen));
    if (asks_weeks_early(scene.content, scene.subject())) to.push_back(describe_weeks(scene));
    to.push_back(continue_row(scene.say(Text::continue_)));
    if (scene.session.kept.store == StoreState::empty && scene.session.kept.mode == KeepMode::memory) {
        Elements offer;
        offer.push_back(heading("keep-title", 2, scene.say(Text::keep_offer_title)));
        offer.push_back(paragraph("keep-text", scene.say(Text::keep_offer)));
        offer.push_back(link("keep-choose", scene.say(Text::keep_choose), LinkKind::plain, Place{Screen::keeping, {}}));
        to.push_back(group("keep-offer", GroupKind::card, std::move(offer)));
    }
}

}  // namespace core
