// The pages beside the case: About, accessibility, help, expecting a child.

#include "view/screens/screens.hpp"

namespace core {

namespace {

Table describe_rules(const Scene& scene) {
    Table table;
    table.caption = scene.say(Text::rules_caption);
    table.columns = {scene.say(Text::column_rule), scene.say(Text::column_why)};
    for (const RuleNote& note : scene.content.rules.notes) {
        if (note.id.empty()) continue;
        table.rows.push_back({words(note.id + " · " + note.title), words(note.why)});
    }
    return table;
}

Element describe_sources(const Scene& scene) {
    List list;
    for (const Source& source : scene.content.sources) list.items.push_back(words(with_address(source)));
    return Element{"source-list", std::move(list), {}};
}

}  // namespace

void describe_about(const Scene& scene, Elements& to) {
    describe_page(scene, "about", to);
    to.push_back(heading("reviewed-title", 2, scene.say(Text::reviewed_title)));
    to.push_back(paragraph("reviewed",
                           scene.say(is_anything_checked(scene.content) ? Text::some_checked : Text::nothing_checked)));
    to.push_back(heading("rules-title", 2, scene.say(Text::rules_title)));
    to.push_back(Element{"rules", describe_rules(scene), {}});
    to.push_back(heading("versions-title", 2, scene.say(Text::versions_title)));
    to.push_back(paragraph("versions", scene.say(Text::versions, {{"version", scene.content.version},
                                                                  {"rules", scene.content.rules_hash}})));
    to.push_back(heading("sources-title", 2, scene.say(Text::sources_title)));
    Elements sources;
    sources.push_back(describe_sources(scene));
    add_disclosure(scene, to, "all-sources", scene.say(Text::sources_show), std::move(sources));
}

void describe_accessibility(const Scene& scene, Elements& to) { describe_page(scene, "accessibility", to); }

void describe_help(const Scene& scene, Elements& to) {
    to.push_back(describe_emergency(scene));
    describe_page(scene, "help", to);
    if (scene.content.contacts.empty()) return;
    to.push_back(heading("contacts-title", 2, scene.say(Text::contacts_title)));
    add_contacts(scene, 3, to);
}

void describe_unborn(const Scene& scene, Elements& to) {
    describe_page(scene, "unborn", to);
    const Page* page = find_page(scene.content, "unborn");
    if (page != nullptr) {
        add_disclosure(scene, to, "unborn-sources", scene.say(Text::sources_and_date),
                       describe_review(scene, "unborn-from", page->review));
    }
    add_duty(scene, to);
    Elements row;
    row.push_back(link("to-age", scene.say(Text::choose_age), LinkKind::plain, Place{Screen::age, {}}));
    to.push_back(group("actions", GroupKind::row, std::move(row)));
}

void describe_appearance(const Scene& scene, Elements& to) {
    to.push_back(paragraph("appearance-lead", scene.say(Text::appearance_lead)));
    constexpr Appearance kinds[] = {Appearance::as_device, Appearance::light, Appearance::dark};
    constexpr Text kind_names[] = {Text::appearance_device, Text::appearance_light, Text::appearance_dark};
    Choices colours;
    colours.legend = words(scene.say(Text::appearance_colours));
    for (std::size_t at = 0; at < 3; ++at) {
        colours.options.push_back(Option{scene.say(kind_names[at]), {}, AppearanceChosen{kinds[at]}});
        if (scene.session.appearance == kinds[at]) colours.chosen = at;
    }
    to.push_back(Element{"colours", std::move(colours), {}});
    constexpr int sizes[] = {100, 125, 150, 200};
    constexpr Text size_names[] = {Text::size_100, Text::size_125, Text::size_150, Text::size_200};
    Choices text_size;
    text_size.legend = words(scene.say(Text::appearance_size));
    for (std::size_t at = 0; at < 4; ++at) {
        text_size.options.push_back(Option{scene.say(size_names[at]), {}, TextSizeChosen{sizes[at]}});
        if (scene.session.text_percent == sizes[at]) text_size.chosen = at;
    }
    to.push_back(Element{"text-size", std::move(text_size), {}});
    Element box = checkbox("text-view", scene.say(Text::text_view), scene.session.text_view,
                           TextViewChosen{!scene.session.text_view});
    std::get_if<Checkbox>(&box.body)->hint = scene.say(Text::text_view_hint);
    to.push_back(std::move(box));
}

}  // namespace core
