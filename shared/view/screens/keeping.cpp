// Keeping on this device: the choice, the passphrase, the drafts that are there.

#include "base/day.hpp"
#include "base/text.hpp"
#include "flow/route.hpp"
#include "view/screens/screens.hpp"

namespace core {

namespace {

void add_choice(const Scene& scene, Elements& to) {
    const Kept& kept = scene.session.kept;
    Choices choices;
    choices.legend = words(scene.say(Text::keep_legend));
    const auto add = [&](KeepMode mode, Text label, Text hint) {
        if (kept.wanted == mode) choices.chosen = choices.options.size();
        choices.options.push_back(Option{scene.say(label), scene.say(hint), KeepModeChosen{mode}});
    };
    add(KeepMode::memory, Text::keep_nothing, Text::keep_nothing_hint);
    add(KeepMode::passphrase, Text::keep_sealed, Text::keep_sealed_hint);
    if (scene.content.settings.allows_managed_key) add(KeepMode::managed, Text::keep_managed, Text::keep_managed_hint);
    to.push_back(Element{"keep-mode", std::move(choices), {}});
}

void add_watch(const Scene& scene, Elements& to, Text text) {
    const std::string minutes = std::to_string(scene.content.settings.minutes_unused);
    to.push_back(paragraph("lock-text", scene.say(text, {{"minutes", minutes}}), ParagraphTone::muted));
}

void describe_empty(const Scene& scene, Elements& to) {
    const Kept& kept = scene.session.kept;
    to.push_back(paragraph("keep-lead", scene.say(Text::keep_lead)));
    add_choice(scene, to);
    const bool is_sealed = kept.wanted == KeepMode::passphrase;
    if (is_sealed) add_new_passphrase(scene, to);
    const std::string days = std::to_string(scene.content.settings.days_kept);
    if (kept.wanted != KeepMode::memory)
        to.push_back(paragraph("keep-days", scene.say(Text::keep_days, {{"days", days}}), ParagraphTone::muted));
    if (kept.wanted == KeepMode::memory) add_watch(scene, to, Text::hides_by_itself);
    add_use(scene, to, "keep", kept.wanted == KeepMode::memory ? Text::continue_ : Text::keep_begin, VaultWanted{});
}

void describe_locked(const Scene& scene, Elements& to) {
    const Kept& kept = scene.session.kept;
    const std::string count = std::to_string(kept.drafts.size());
    to.push_back(paragraph("locked-lead", scene.say(Text::locked_lead, {{"count", count}})));
    add_passphrase(scene, to, "unlock", Text::unlock, UnlockWanted{});
    to.push_back(paragraph("locked-close", scene.say(Text::close_tab), ParagraphTone::muted));
    Elements lost;
    lost.push_back(paragraph("lost-text", scene.say(Text::passphrase_lost)));
    lost.push_back(link("lost-kept", scene.say(Text::kept_title), LinkKind::plain, Place{Screen::kept, {}}));
    add_disclosure(scene, to, "lost", scene.say(Text::passphrase_lost_question), std::move(lost));
}

Element describe_draft(const Scene& scene, const ListedDraft& draft) {
    const std::string id = "draft-" + draft.draft;
    const bool is_open = scene.session.kept.keeper.draft == draft.draft;
    const std::string word = is_open ? scene.subject().code_word : draft.code_word;
    const bool is_self = is_open ? scene.subject().self_assessment.has_value() : draft.is_self_assessment;
    const std::string child = word.empty() ? scene.say(Text::draft_without_word) : word;
    const std::string self = name_of_self_assessment(scene, word);
    const std::string& name = is_self ? self : child;
    const std::string date = written_date(draft.expires);
    const int left = days_left(scene.session.today, draft.expires);
    Elements children;
    children.push_back(heading(id + "-name", 2, name));
    if (is_open) children.push_back(Element{id + "-open", Tag{scene.say(Text::draft_is_open)}, {}});
    if (draft.is_damaged) children.push_back(paragraph(id + "-damaged", scene.say(Text::draft_damaged)));
    // A week before, and the day before, it is more than a note.
    const bool soon = left <= 7;
    const Text goes = left == 0             ? Text::draft_goes_next
                      : draft.is_day_unread ? Text::draft_goes_unread
                      : left == 1           ? Text::draft_goes_tomorrow
                      : soon                ? Text::draft_goes_soon
                                            : Text::draft_goes;
    const ParagraphTone tone = soon ? ParagraphTone::body : ParagraphTone::muted;
    if (day_number(draft.expires)) children.push_back(paragraph(id + "-goes", scene.say(goes, {{"date", date}}), tone));
    Elements row;
    row.push_back(button(id + "-go", scene.say(is_open ? Text::draft_go_on : Text::draft_open), ButtonKind::secondary,
                         DraftOpened{draft.draft}, name));
    row.push_back(
        button(id + "-remove", scene.say(Text::draft_remove), ButtonKind::quiet, DraftRemoved{draft.draft}, name));
    children.push_back(group(id + "-actions", GroupKind::row, std::move(row)));
    return group(id, GroupKind::card, std::move(children));
}

void describe_open(const Scene& scene, Elements& to) {
    const Kept& kept = scene.session.kept;
    to.push_back(paragraph("open-lead", scene.say(kept.drafts.empty() ? Text::drafts_none : Text::drafts_lead)));
    if (kept.is_clock_doubted) {
        Elements doubt;
        doubt.push_back(paragraph("clock-text", scene.say(Text::clock_doubted)));
        to.push_back(group("clock", GroupKind::notice, std::move(doubt)));
    }
    if (kept.keeper.state == KeptState::gone) {
        Elements again;
        again.push_back(paragraph("gone-text", scene.say(Text::draft_was_removed)));
        again.push_back(button("keep-again", scene.say(Text::keep_again), ButtonKind::secondary, KeepAgainWanted{}));
        to.push_back(group("gone", GroupKind::notice, std::move(again)));
    }
    for (const ListedDraft& draft : kept.drafts) to.push_back(describe_draft(scene, draft));
    Elements row;
    const bool is_kept = !kept.keeper.draft.empty();
    if (is_kept)
        row.push_back(button("other-child", scene.say(Text::other_child), ButtonKind::secondary, OtherChildWanted{}));
    else
        row.push_back(link("begin", scene.say(Text::start_assessment), LinkKind::primary, Place{Screen::age, {}}));
    if (kept.mode == KeepMode::passphrase)
        row.push_back(button("lock", scene.say(Text::lock), ButtonKind::secondary, LockWanted{}));
    to.push_back(group("open-actions", GroupKind::row, std::move(row)));
    add_watch(scene, to, kept.mode == KeepMode::passphrase ? Text::locks_by_itself : Text::hides_by_itself);
    Elements other;
    other.push_back(paragraph("other-mode-how", scene.say(Text::other_mode_how)));
    other.push_back(link("other-mode-kept", scene.say(Text::kept_title), LinkKind::plain, Place{Screen::kept, {}}));
    add_disclosure(scene, to, "other-mode", scene.say(Text::other_mode_question), std::move(other));
}

}  // namespace

void describe_keeping(const Scene& scene, Elements& to) {
    switch (scene.session.kept.store) {
        case StoreState::looking:
            to.push_back(paragraph("looking", scene.say(Text::store_looking), ParagraphTone::muted));
            break;
        case StoreState::absent:
            to.push_back(paragraph("absent", scene.say(text_of_reading(scene.session.kept.why))));
            break;
        case StoreState::empty: describe_empty(scene, to); break;
        case StoreState::locked: describe_locked(scene, to); break;
        case StoreState::open: describe_open(scene, to); break;
    }
    Elements row;
    if (can_change_passphrase(scene.session.kept))
        row.push_back(link("to-new-key", scene.say(Text::new_key_title), LinkKind::plain, Place{Screen::new_key, {}}));
    row.push_back(link("to-file", scene.say(Text::keep_as_file), LinkKind::plain, Place{Screen::case_file, {}}));
    row.push_back(link("to-kept", scene.say(Text::kept_title), LinkKind::plain, Place{Screen::kept, {}}));
    to.push_back(group("keep-more", GroupKind::row, std::move(row)));
}

std::string heading_of_keeping(const Scene& scene) {
    switch (scene.session.kept.store) {
        case StoreState::locked: return scene.say(Text::locked_title);
        case StoreState::open: return scene.say(Text::drafts_title);
        default: return scene.say(Text::keep_title);
    }
}

Element describe_kept_state(const Scene& scene) {
    const Session& session = scene.session;
    const Kept& kept = session.kept;
    const std::string to_keeping = "#/gem";
    Rich text;
    const auto link_to = [&](Text label) {
        text.push_back(Run{" "});
        text.push_back(Run{scene.say(label), RunKind::link, to_keeping});
    };
    if (kept.keeper.draft.empty()) {
        text = words(scene.say(session.has_unsaved_work ? Text::state_not_kept : Text::state_nothing_kept));
        link_to(Text::state_keep);
        return rich_paragraph("kept-state", std::move(text), ParagraphTone::small_muted);
    }
    switch (kept.keeper.state) {
        case KeptState::nothing:
        case KeptState::saving: text = words(scene.say(Text::state_saving)); break;
        case KeptState::saved:
            text = words(kept.saved_at.empty() ? scene.say(Text::state_saved)
                                               : scene.say(Text::state_saved_at, {{"clock", kept.saved_at}}));
            break;
        case KeptState::taken_over:
            if (!has_unsaved(kept.keeper)) {
                text = words(scene.say(Text::state_taken_over));
                break;
            }
            [[fallthrough]];
        case KeptState::not_saved:
        case KeptState::gone:
            text = strong_words(scene.say(Text::state_failed));
            text.push_back(Run{" "});
            text.push_back(Run{scene.say(Text::state_as_file), RunKind::link, "#/gem-fil"});
            return rich_paragraph("kept-state", std::move(text), ParagraphTone::small);
    }
    return rich_paragraph("kept-state", std::move(text), ParagraphTone::small_muted);
}

}  // namespace core
