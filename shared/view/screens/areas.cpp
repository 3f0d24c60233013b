// Where to begin: the areas with one line each, in turn or by choice.

#include "assessment/indicate.hpp"
#include "view/address.hpp"
#include "view/screens/screens.hpp"

namespace core {

namespace {

struct Count {
    std::size_t shown = 0;
    std::size_t answered = 0;
};

Count count_of(const Scene& scene, const std::vector<const Sign*>& signs, const DimensionId& dimension) {
    Count count;
    for (const Sign* sign : signs) {
        if (sign->dimension != dimension) continue;
        ++count.shown;
        const Presence presence = observation_of(scene.subject(), sign->id).presence;
        if (presence != Presence::not_answered) ++count.answered;
    }
    return count;
}

std::string state_of(const Scene& scene, const Count& count) {
    if (count.answered == count.shown) return scene.say(Text::state_done);
    return scene.say(Text::state_some,
                     {{"answered", std::to_string(count.answered)}, {"shown", std::to_string(count.shown)}});
}

SummaryRow row_to(const Scene& scene, std::string id, std::string term, Rich said, const Place& place) {
    SummaryRow row;
    row.id = std::move(id);
    row.link_description = term;
    row.term = std::move(term);
    row.said = std::move(said);
    row.link_label = scene.say(Text::open_);
    row.address = address_of(place);
    row.action = PlaceOpened{place};
    return row;
}

std::size_t count_parked(const Scene& scene, const std::vector<const Sign*>& signs) {
    std::size_t answered_here = 0;
    for (const Sign* sign : signs) {
        if (observation_of(scene.subject(), sign->id).presence != Presence::not_answered) ++answered_here;
    }
    std::size_t answered = 0;
    for (const auto& [id, observation] : scene.subject().observations) {
        if (observation.presence != Presence::not_answered) ++answered;
    }
    return answered - answered_here;
}

}  // namespace

void describe_parked(const Scene& scene, Elements& to) {
    if (count_parked(scene, shown_signs(scene.content, scene.subject())) == 0) return;
    Elements children;
    children.push_back(paragraph("parked-text", scene.say(Text::answers_parked)));
    to.push_back(group("parked", GroupKind::info, std::move(children)));
}

void describe_areas(const Scene& scene, Elements& to) {
    to.push_back(paragraph("areas-lead", scene.say(Text::areas_lead)));
    describe_parked(scene, to);
    const std::vector<const Sign*> signs = shown_signs(scene.content, scene.subject());
    Summary summary;
    bool begun = false;
    for (const Dimension& dimension : scene.content.dimensions) {
        const Count count = count_of(scene, signs, dimension.id);
        if (count.shown == 0) continue;
        begun = begun || count.answered > 0;
        Rich said = words(dimension.line);
        if (count.answered > 0) {
            said.push_back(Run{" "});
            said.push_back(strong(with_stop(state_of(scene, count))));
        }
        summary.rows.push_back(row_to(scene, "area-" + dimension.id.value, dimension.name, std::move(said),
                                      Place{Screen::signs, dimension.id.value}));
    }
    summary.rows.push_back(row_to(scene, "area-circumstances", scene.say(Text::circumstances_title),
                                  words(scene.say(Text::circumstances_line)), Place{Screen::circumstances, {}}));
    to.push_back(Element{"areas", std::move(summary), {}});
    Elements more;
    if (begun) more.push_back(link("to-check", scene.say(Text::to_check), LinkKind::plain, Place{Screen::check, {}}));
    to.push_back(continue_row(scene.say(begun ? Text::areas_next : Text::areas_in_turn), std::move(more)));
}

}  // namespace core
