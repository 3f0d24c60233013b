#include "view/offline.hpp"

#include "flow/route.hpp"

namespace core {

namespace {

// These words are not among the few of the front pack: what can wait does not delay the first view.
bool has_words(const Scene& scene) { return has_pack(scene.content, start_pack); }

// To open the page anew is to begin with an empty one: what becomes of the case is said before.
Text words_on_update(const Session& session) {
    if (session.update == UpdateState::starting) return Text::update_starting;
    if (session.update == UpdateState::replaced) return Text::replaced_body;
    if (session.has_unsaved_work) return Text::update_save_first;
    if (is_empty(session.subject)) return Text::update_body;
    return session.kept.keeper.draft.empty() ? Text::update_open_again : Text::update_unlock_again;
}

}  // namespace

void describe_update(const Scene& scene, Elements& to) {
    const Session& session = scene.session;
    if (session.update == UpdateState::none || !has_words(scene)) return;
    const bool replaced = session.update == UpdateState::replaced;
    Elements children;
    children.push_back(heading("update-title", 2, scene.say(replaced ? Text::replaced_title : Text::update_title)));
    children.push_back(paragraph("update-text", scene.say(words_on_update(session))));
    // While it starts the button stays, so that the focus does.
    if (!session.has_unsaved_work) {
        children.push_back(button("update-start", scene.say(replaced ? Text::replaced_button : Text::update_button),
                                  ButtonKind::secondary, UpdateAccepted{}));
    }
    to.push_back(group("update", GroupKind::info, std::move(children)));
}

void describe_offline(const Scene& scene, Elements& to) {
    const Session& session = scene.session;
    if (!has_words(scene)) return;
    const auto add = [&](const char* id, Text text) {
        to.push_back(paragraph(id, scene.say(text), ParagraphTone::small_muted));
    };
    if (session.offline == OfflineUse::ready) add("footer-offline", Text::offline_ready);
    if (session.place.screen == Screen::start) return;  // there it stands in full
    if (session.update == UpdateState::waiting) add("footer-update", Text::update_footer);
    if (session.update == UpdateState::replaced) add("footer-update", Text::replaced_footer);
}

}  // namespace core
