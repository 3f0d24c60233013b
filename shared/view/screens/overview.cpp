// The task list: all steps with their state; save, open, documents, discard.

#include "assessment/indicate.hpp"
#include "base/text.hpp"
#include "document/compose.hpp"
#include "flow/route.hpp"
#include "view/address.hpp"
#include "view/screens/screens.hpp"

namespace core {

namespace {

SummaryRow task(const Scene& scene, Screen screen, Text name, std::string state) {
    const Place place{screen, {}};
    SummaryRow row;
    row.id = "task-" + std::to_string(static_cast<int>(screen));
    row.term = scene.say(name);
    row.said = words(std::move(state));
    row.link_label = scene.say(Text::open_);
    row.link_description = row.term;
    row.address = address_of(place);
    row.action = PlaceOpened{place};
    return row;
}

std::string name_or_none(const Scene& scene, const std::string* name) {
    return name == nullptr ? scene.say(Text::state_not_begun) : *name;
}

std::string state_of_count(const Scene& scene, std::size_t count, Text some) {
    if (count == 0) return scene.say(Text::state_not_begun);
    return scene.say(some, {{"count", std::to_string(count)}});
}

std::string state_of_signs(const Scene& scene) {
    const std::vector<const Sign*> signs = shown_signs(scene.content, scene.subject());
    std::size_t answered = 0;
    for (const Sign* sign : signs) {
        if (observation_of(scene.subject(), sign->id).presence != Presence::not_answered) ++answered;
    }
    if (answered == 0) return scene.say(Text::state_not_begun);
    return scene.say(Text::state_some,
                     {{"answered", std::to_string(answered)}, {"shown", std::to_string(signs.size())}});
}

std::string name_of_level(const Scene& scene, const std::optional<LevelIndex>& level) {
    if (!level || *level >= scene.content.levels.size()) return scene.say(Text::state_not_begun);
    return scene.content.levels[*level].name;
}

Element describe_tasks(const Scene& scene) {
    const Case& subject = scene.subject();
    const AgeGroup* age = find_age(scene.content, subject.age);
    const Role* role = has_role(scene.content, subject) ? find_role(scene.content, subject.role) : nullptr;
    std::size_t written = 0;
    for (const auto& [id, text] : subject.reflections) {
        if (!text.empty() && find_reflection(scene.content, id) != nullptr) ++written;
    }
    std::optional<LevelIndex> mark;
    if (subject.judgement) mark = subject.judgement->level;
    const bool ready = has_age(scene.content, subject) && role != nullptr;
    Summary list;
    const auto add = [&](Screen screen, Text name, std::string state) {
        list.rows.push_back(task(scene, screen, name, std::move(state)));
    };
    add(Screen::age, Text::age_row, name_or_none(scene, age == nullptr ? nullptr : &age->name));
    if (is_unborn(scene.content, subject)) {
        add(Screen::unborn, Text::unborn_title, scene.say(Text::state_read));
        return Element{"tasks", std::move(list), {}};
    }
    add(Screen::role, Text::role_title, name_or_none(scene, role == nullptr ? nullptr : &role->name));
    add(Screen::areas, Text::signs_title, ready ? state_of_signs(scene) : scene.say(Text::state_not_begun));
    add(Screen::circumstances, Text::circumstances_title,
        state_of_count(scene, subject.circumstances.size(), Text::state_ticked));
    add(Screen::protective, Text::protective_title,
        state_of_count(scene, subject.protective_factors.size(), Text::state_ticked));
    add(Screen::reflection, Text::reflection_title, state_of_count(scene, written, Text::state_written));
    add(Screen::check, Text::check_title, scene.say(Text::state_read));
    if (scene.content.settings.asks_first_feeling) {
        add(Screen::feeling, Text::feeling_title, name_of_level(scene, subject.first_feeling));
    }
    add(Screen::indication, Text::indication_title, scene.say(Text::state_read));
    add(Screen::judgement, Text::judgement_title, name_of_level(scene, mark));
    add(Screen::next, Text::next_title, scene.say(Text::state_read));
    return Element{"tasks", std::move(list), {}};
}

void add_saving(const Scene& scene, Elements& to) {
    Elements children;
    children.push_back(heading("saving-title", 2, scene.say(Text::saving_title)));
    children.push_back(paragraph("saving-text", scene.say(Text::saving_body)));
    children.push_back(code_word_field(scene, "code-word", Text::code_word_label, Text::code_word_hint));
    const bool empty = is_empty(scene.subject());
    if (!empty) {
        children.push_back(paragraph(
            "saving-state",
            with_stop(capitalised(scene.say(scene.session.has_unsaved_work ? Text::case_not_saved : Text::case_saved))),
            ParagraphTone::muted));
    }
    Elements row;
    if (!empty) row.push_back(link("save", scene.say(Text::save), LinkKind::plain, Place{Screen::case_file, {}}));
    row.push_back(button("open-file", scene.say(Text::open_file), ButtonKind::secondary, CaseFileWanted{}));
    if (!empty) row.push_back(button("discard", scene.say(Text::discard), ButtonKind::quiet, CaseDiscarded{}));
    children.push_back(group("saving-actions", GroupKind::row, std::move(row)));
    children.push_back(paragraph("into-system", scene.say(Text::document_into_system)));
    to.push_back(group("saving", GroupKind::section, std::move(children), scene.say(Text::saving_title)));
}

void add_documents(const Scene& scene, Elements& to) {
    const Indication indication = indicate(scene.content, scene.subject());
    Summary list;
    for (std::size_t at = 0; at < recipient_count; ++at) {
        const auto recipient = static_cast<Recipient>(at);
        if (!is_offered(scene.content, scene.subject(), indication, recipient)) continue;
        const Place place{Screen::document, slug_of(recipient)};
        constexpr Text whom[recipient_count] = {Text::document_for_notification, Text::document_for_focus_team,
                                                Text::document_for_parent_talk, Text::document_for_own_notes};
        SummaryRow row;
        row.id = std::string{"document-"} + slug_of(recipient);
        row.term = title_of(scene.content, recipient);
        row.said = words(scene.say(whom[at]));
        row.link_label = scene.say(Text::show_document);
        row.link_description = row.term;
        row.address = address_of(place);
        row.action = PlaceOpened{place};
        list.rows.push_back(std::move(row));
    }
    Elements children;
    children.push_back(heading("documents-title", 2, scene.say(Text::documents_title)));
    if (!is_offered(scene.content, scene.subject(), indication, Recipient::parent_talk)) {
        children.push_back(paragraph("documents-closed", scene.say(Text::document_not_offered)));
    }
    children.push_back(Element{"documents-rows", std::move(list), {}});
    to.push_back(group("documents", GroupKind::section, std::move(children), scene.say(Text::documents_title)));
}

}  // namespace

void describe_overview(const Scene& scene, Elements& to) {
    to.push_back(paragraph("overview-lead", scene.say(Text::overview_lead)));
    describe_parked(scene, to);
    add_cpr_warning(scene, to);
    to.push_back(describe_tasks(scene));
    const bool ready = has_age(scene.content, scene.subject()) && has_role(scene.content, scene.subject());
    if (ready) add_documents(scene, to);
    add_saving(scene, to);
}

}  // namespace core
