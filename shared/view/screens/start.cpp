// The start page: danger first, then the door, then what was begun.

#include "flow/route.hpp"
#include "view/address.hpp"
#include "view/offline.hpp"
#include "view/screens/screens.hpp"

namespace core {

namespace {

Element describe_door(const Scene& scene, const char* id, const Place& place, Text heading, Text text, Text label) {
    Link door;
    door.kind = LinkKind::door;
    door.heading = scene.say(heading);
    door.text = scene.say(text);
    door.label = scene.say(label);
    door.address = address_of(place);
    door.action = PlaceOpened{place};
    return Element{id, std::move(door), {}};
}

Element describe_way(const Scene& scene) {
    List list;
    list.ordered = true;
    for (const Text step :
         {Text::way_about_child, Text::way_signs, Text::way_reflection, Text::way_judgement, Text::way_next}) {
        list.items.push_back(words(scene.say(step)));
    }
    Elements children;
    children.push_back(heading("way-title", 2, scene.say(Text::way_title)));
    children.push_back(Element{"way-steps", std::move(list), {}});
    return group("way", GroupKind::card, std::move(children));
}

std::string words_on_case(const Scene& scene) {
    const Case& subject = scene.subject();
    std::vector<std::string> parts;
    if (subject.self_assessment)
        parts.push_back(name_of_self_assessment(scene, subject.code_word));
    else if (!subject.code_word.empty()) {
        parts.push_back(scene.say(Text::code_word_is, {{"word", subject.code_word}}));
    }
    const Role* role = find_role(scene.content, subject.role);
    if (role != nullptr) parts.push_back(role->phrase);
    const AgeGroup* age = find_age(scene.content, subject.age);
    if (age != nullptr) parts.push_back(age->name);
    parts.push_back(scene.say(scene.session.has_unsaved_work ? Text::case_not_saved : Text::case_saved));
    return joined(parts, " · ");
}

// What was begun in this visit, or a file from an earlier one.
Element describe_begun(const Scene& scene) {
    const bool begun = !is_empty(scene.subject());
    Elements head;
    head.push_back(heading("begun-title", 2, scene.say(begun ? Text::begun_title : Text::saved_title)));
    if (begun) {
        Element open = link("begun-open", scene.say(Text::open_), LinkKind::primary, open_place(scene.subject()));
        head.push_back(std::move(open));
    } else {
        head.push_back(button("open-file", scene.say(Text::open_file), ButtonKind::secondary, CaseFileWanted{}));
    }
    Elements children;
    children.push_back(group("begun-head", GroupKind::head, std::move(head)));
    children.push_back(
        paragraph("begun-text", begun ? words_on_case(scene) : scene.say(Text::saved_body), ParagraphTone::muted));
    return group("begun", GroupKind::card, std::move(children));
}

// What lies on this device from earlier visits.
Element describe_kept_drafts(const Scene& scene) {
    const bool locked = scene.session.kept.store == StoreState::locked;
    Elements head;
    head.push_back(heading("drafts-title", 2, scene.say(locked ? Text::locked_title : Text::drafts_title)));
    head.push_back(link("drafts-open", scene.say(locked ? Text::unlock : Text::open_), LinkKind::primary,
                        Place{Screen::keeping, {}}));
    const std::string count = std::to_string(scene.session.kept.drafts.size());
    Elements children;
    children.push_back(group("drafts-head", GroupKind::head, std::move(head)));
    children.push_back(
        paragraph("drafts-text", scene.say(Text::locked_count, {{"count", count}}), ParagraphTone::muted));
    // Here the page opens anew after it was locked; what the browser itself holds goes with the tab.
    if (locked) children.push_back(paragraph("drafts-close", scene.say(Text::close_tab), ParagraphTone::muted));
    return group("drafts", GroupKind::card, std::move(children));
}

// What cannot be read is not shown as if nothing were there.
Element describe_unseen_drafts(const Scene& scene) {
    Elements head;
    head.push_back(heading("drafts-title", 2, scene.say(Text::drafts_title)));
    head.push_back(link("drafts-open", scene.say(Text::drafts_see_why), LinkKind::plain, Place{Screen::keeping, {}}));
    Elements children;
    children.push_back(group("drafts-head", GroupKind::head, std::move(head)));
    children.push_back(paragraph("drafts-text", scene.say(Text::drafts_not_seen)));
    return group("drafts", GroupKind::card, std::move(children));
}

}  // namespace

void describe_start(const Scene& scene, Elements& to) {
    to.push_back(paragraph("lead", scene.say(Text::start_lead), ParagraphTone::lead));
    to.push_back(describe_emergency(scene));
    Elements doors;
    doors.push_back(describe_door(scene, "door-assess", Place{Screen::age, {}}, Text::nav_assess, Text::start_door,
                                  Text::start_assessment));
    doors.push_back(describe_door(scene, "door-look-up", Place{Screen::look_up, {}}, Text::look_up_title,
                                  Text::look_up_door, Text::look_up_open));
    to.push_back(group("doors", GroupKind::doors, std::move(doors)));
    to.push_back(describe_way(scene));
    const StoreState store = scene.session.kept.store;
    const bool has_drafts = !scene.session.kept.drafts.empty();
    if (store == StoreState::locked || (store == StoreState::open && has_drafts))
        to.push_back(describe_kept_drafts(scene));
    // A browser that lets nothing be kept is told of where keeping is chosen.
    if (store == StoreState::absent && scene.session.kept.why != StoreCode::unsupported)
        to.push_back(describe_unseen_drafts(scene));
    to.push_back(describe_begun(scene));
    if (!is_anything_checked(scene.content)) {
        to.push_back(paragraph("unchecked", scene.say(Text::nothing_checked), ParagraphTone::small_muted));
    }
    describe_update(scene, to);
}

}  // namespace core
