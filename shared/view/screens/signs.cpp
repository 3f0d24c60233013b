// Signs, one area at a time, as calm cards; and found by search over all areas.

#include "assessment/indicate.hpp"
#include "flow/route.hpp"
#include "view/screens/screens.hpp"
#include "view/sign_search.hpp"

namespace core {

namespace {

const char* name_of_scale(ScaleKind kind) {
    switch (kind) {
        case ScaleKind::frequency: return "frequency";
        case ScaleKind::severity: return "severity";
        case ScaleKind::duration: return "duration";
        case ScaleKind::trend: return "trend";
        case ScaleKind::where: break;
    }
    return "where";
}

Element describe_presence(const Scene& scene, const Sign& sign, const Observation& observation) {
    Choices choices;
    choices.legend = strong_words(sign.text);
    choices.kind = ChoicesKind::segments;
    constexpr Presence offered[] = {Presence::seen, Presence::not_seen, Presence::unsure};
    constexpr Text labels[] = {Text::presence_seen, Text::presence_not_seen, Text::presence_unsure};
    for (std::size_t at = 0; at < 3; ++at) {
        choices.options.push_back(Option{scene.say(labels[at]), {}, PresenceChosen{sign.id, offered[at]}});
        if (observation.presence == offered[at]) choices.chosen = at;
    }
    return Element{"sign-" + sign.id.value, std::move(choices), {}};
}

Element describe_scale(const Scene& scene, const Sign& sign, const Observation& observation, ScaleKind kind) {
    const auto at = static_cast<std::size_t>(kind);
    const Scale& scale = scene.content.scales[at];
    Choices choices;
    choices.legend = words(scale.question);
    choices.kind = ChoicesKind::stack;
    choices.quiet_legend = true;
    choices.chosen = observation.scales[at];
    for (std::size_t step = 0; step < scale.steps.size(); ++step) {
        choices.options.push_back(Option{scale.steps[step].label, {}, ScaleChosen{sign.id, kind, step}});
    }
    return Element{std::string{name_of_scale(kind)} + "-" + sign.id.value, std::move(choices), {}};
}

Element describe_note(const Scene& scene, const Sign& sign, NoteKind kind, const std::string& value) {
    const bool saw = kind == NoteKind::saw;
    Element element =
        note_field(scene, (saw ? "saw-" : "thought-") + sign.id.value,
                   scene.say(saw ? Text::note_saw : Text::note_thought), value, NoteTyped{sign.id, kind, {}});
    std::get_if<Field>(&element.body)->quiet_label = true;
    return element;
}

void add_details(const Scene& scene, const Sign& sign, const Observation& observation, Elements& to) {
    for (std::size_t at = 0; at < scale_kind_count; ++at) {
        const auto kind = static_cast<ScaleKind>(at);
        if (kind == ScaleKind::frequency && sign.developmental) continue;
        to.push_back(describe_scale(scene, sign, observation, kind));
    }
    to.push_back(describe_note(scene, sign, NoteKind::saw, observation.saw));
    to.push_back(describe_note(scene, sign, NoteKind::thought, observation.thought));
    if (!sign.developmental) return;
    to.push_back(
        paragraph("developmental-" + sign.id.value, scene.say(Text::developmental_note), ParagraphTone::small_muted));
}

// An alarm leaves the scale at once; in doubt it is discussed today.
void add_alarm(const Scene& scene, const Sign& sign, Presence presence, Elements& to) {
    if (!sign.alarm) return;
    const std::string id = "alarm-" + sign.id.value;
    if (presence == Presence::seen) {
        Elements children;
        children.push_back(paragraph(id + "-text", scene.say(Text::alarm_seen)));
        children.push_back(
            link(id + "-link", scene.say(Text::alarm_link), LinkKind::primary, Place{Screen::indication, {}}));
        to.push_back(group(id, GroupKind::alarm, std::move(children)));
    }
    if (presence == Presence::unsure) {
        Rich text;
        text.push_back(strong(with_stop(scene.say(Text::discuss_today))));
        text.push_back(Run{" " + scene.say(Text::discuss_today_sign)});
        Elements children;
        children.push_back(rich_paragraph(id + "-text", std::move(text)));
        to.push_back(group(id, GroupKind::notice, std::move(children)));
    }
}

void add_why(const Scene& scene, const Sign& sign, Elements& to) {
    const std::string id = "why-" + sign.id.value;
    Elements children;
    const auto add = [&](const char* part, Text label, const std::string& text) {
        if (text.empty()) return;
        Rich rich;
        rich.push_back(strong(scene.say(label)));
        rich.push_back(Run{" " + text});
        children.push_back(rich_paragraph(id + part, std::move(rich), ParagraphTone::small));
    };
    add("-example", Text::why_example, sign.example);
    add("-not-same", Text::why_not_same, sign.not_same_as);
    for (Element& element : describe_review(scene, id, sign.review)) children.push_back(std::move(element));
    children.push_back(
        link(id + "-page", scene.say(Text::sign_look_up), LinkKind::plain, Place{Screen::sign, sign.id.value}));
    add_disclosure(scene, to, id, scene.say(Text::why_asked), std::move(children), sign.text);
}

Element describe_card(const Scene& scene, const Sign& sign) {
    const Observation& observation = observation_of(scene.subject(), sign.id);
    Elements children;
    children.push_back(describe_presence(scene, sign, observation));
    add_alarm(scene, sign, observation.presence, children);
    if (observation.presence == Presence::seen) add_details(scene, sign, observation, children);
    add_why(scene, sign, children);
    return group("card-" + sign.id.value, GroupKind::card, std::move(children), sign.text);
}

bool searches(const Scene& scene) {
    return scene.session.unfolded.count(std::string{search_disclosure}) != 0 || !scene.session.search.empty();
}

std::string describe_count(const Scene& scene, std::size_t hits) {
    if (hits == 0) return scene.say(Text::search_none);
    if (hits == 1) return scene.say(Text::search_one);
    return scene.say(Text::search_hits, {{"count", std::to_string(hits)}});
}

void add_hits(const Scene& scene, Elements& to) {
    const std::vector<const Sign*> hits = find_signs(scene.content, scene.subject(), scene.session.search);
    to.push_back(paragraph(sign_hits_id, describe_count(scene, hits.size()), ParagraphTone::muted));
    const DimensionId* under = nullptr;
    for (const Sign* sign : hits) {
        if (under == nullptr || *under != sign->dimension) {
            const Dimension* dimension = find_dimension(scene.content, sign->dimension);
            if (dimension != nullptr) to.push_back(heading("hits-" + dimension->id.value, 2, dimension->name));
        }
        under = &sign->dimension;
        to.push_back(describe_card(scene, *sign));
    }
}

Element describe_tools(const Scene& scene, const DimensionId& dimension) {
    Elements row;
    // "These" are the signs of the area; hits come from all areas.
    if (scene.session.search.empty()) {
        row.push_back(
            button("rest-not-seen", scene.say(Text::rest_not_seen), ButtonKind::secondary, RestNotSeen{dimension}));
    }
    Element opener = button("search-open", scene.say(Text::search_open), ButtonKind::quiet,
                            DisclosureToggled{std::string{search_disclosure}});
    Button& body = *std::get_if<Button>(&opener.body);
    body.expanded = searches(scene);
    if (searches(scene)) body.controls = "search-field";
    row.push_back(std::move(opener));
    return group("tools", GroupKind::row, std::move(row));
}

}  // namespace

std::string heading_of_signs(const Scene& scene) {
    const Dimension* dimension = find_dimension(scene.content, DimensionId{scene.session.place.part});
    return dimension == nullptr ? scene.say(Text::signs_title) : dimension->name;
}

void describe_signs(const Scene& scene, Elements& to) {
    const DimensionId dimension{scene.session.place.part};
    to.push_back(paragraph("signs-lead", scene.say(Text::signs_lead)));
    to.push_back(describe_tools(scene, dimension));
    if (searches(scene))
        to.push_back(search_field("search-field", scene.say(Text::search_label), scene.say(Text::search_hint),
                                  scene.session.search, SignSearchTyped{}, 100));
    if (!scene.session.search.empty()) {
        add_hits(scene, to);
    } else {
        bool any = false;
        for (const Sign* sign : shown_signs(scene.content, scene.subject())) {
            if (sign->dimension != dimension) continue;
            to.push_back(describe_card(scene, *sign));
            any = true;
        }
        if (!any) to.push_back(paragraph("signs-none", scene.say(Text::signs_none), ParagraphTone::muted));
    }
    Elements more;
    more.push_back(link("to-areas", scene.say(Text::to_areas), LinkKind::plain, Place{Screen::areas, {}}));
    more.push_back(link("to-overview", scene.say(Text::overview_title), LinkKind::plain, Place{Screen::overview, {}}));
    to.push_back(continue_row(scene.say(Text::continue_), std::move(more)));
}

}  // namespace core
