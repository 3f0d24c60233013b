// The fields of a passphrase, for what is kept on the device and for a file.

#include "view/screens/screens.hpp"

namespace core {

namespace {

Text text_of(PassphraseFault fault) {
    switch (fault) {
        case PassphraseFault::none:
        case PassphraseFault::too_short: break;
        case PassphraseFault::too_long: return Text::passphrase_too_long;
        case PassphraseFault::digits_only: return Text::passphrase_digits;
        case PassphraseFault::too_few_signs: return Text::passphrase_few_signs;
        case PassphraseFault::known: return Text::passphrase_known;
    }
    return Text::passphrase_too_short;
}

Element passphrase_field(const Scene& scene, std::string id, Text label, const std::string& value, FieldKind kind,
                         Action action) {
    Field field;
    field.label = scene.say(label);
    field.kind = scene.session.kept.shows_passphrase ? FieldKind::text : kind;
    field.value = value;
    field.action = std::move(action);
    field.max_characters = 0;  // shown or not: what is too long is said, not cut
    return Element{std::move(id), std::move(field), {}};
}

// What is wrong with it stands by it when it is the one that was tried.
Element passphrase_now(const Scene& scene, std::string id, Text label, const std::string& value, Action action) {
    Element field = passphrase_field(scene, std::move(id), label, value, FieldKind::secret, std::move(action));
    if (scene.session.kept.fault == KeyFault::wrong)
        std::get_if<Field>(&field.body)->error = scene.say(Text::passphrase_wrong);
    return field;
}

Element show_box(const Scene& scene) {
    const bool shown = scene.session.kept.shows_passphrase;
    return checkbox("show-passphrase", scene.say(Text::passphrase_show), shown, PassphraseShown{!shown});
}

}  // namespace

// The key is made of what was typed, which takes a while, and after a wrong one a pause.
void add_use(const Scene& scene, Elements& to, const char* id, Text label, Action action) {
    const Kept& kept = scene.session.kept;
    // Where a case is saved as a file nothing is guessed: a pause would only keep somebody from saving.
    const bool pauses = kept.penalty_wait != 0 && scene.session.place.screen != Screen::case_file;
    Elements row;
    Element use = button(id, scene.say(label), ButtonKind::primary, std::move(action));
    std::get_if<Button>(&use.body)->disabled = kept.is_busy || pauses;
    row.push_back(std::move(use));
    to.push_back(group("actions", GroupKind::row, std::move(row)));
    if (kept.is_busy) to.push_back(paragraph("busy", scene.say(Text::key_is_made), ParagraphTone::muted));
    if (pauses) to.push_back(paragraph("penalty", scene.say(Text::unlock_wait), ParagraphTone::muted));
}

// The field for a passphrase that is there already, and the button that uses it.
void add_passphrase(const Scene& scene, Elements& to, const char* id, Text label, Action action) {
    to.push_back(
        passphrase_now(scene, "passphrase", Text::passphrase_label, scene.session.kept.passphrase, PassphraseTyped{}));
    to.push_back(show_box(scene));
    add_use(scene, to, id, label, std::move(action));
}

void add_new_passphrase(const Scene& scene, Elements& to) {
    const Kept& kept = scene.session.kept;
    if (!kept.proposal.empty()) {
        Elements children;
        children.push_back(paragraph("proposal-label", scene.say(Text::proposal_label), ParagraphTone::muted));
        children.push_back(rich_paragraph("proposal", strong_words(kept.proposal), ParagraphTone::lead));
        children.push_back(paragraph("proposal-body", scene.say(Text::proposal_body)));
        children.push_back(
            button("proposal-again", scene.say(Text::proposal_again), ButtonKind::quiet, ProposalWanted{}));
        to.push_back(group("proposal-card", GroupKind::card, std::move(children)));
    }
    Elements warning;
    warning.push_back(paragraph("forgotten-text", scene.say(Text::forgotten_is_lost)));
    to.push_back(group("forgotten", GroupKind::notice, std::move(warning)));
    const bool exchanges = scene.session.place.screen == Screen::new_key;
    Element first = passphrase_field(scene, "passphrase", exchanges ? Text::passphrase_next : Text::passphrase_new,
                                     kept.passphrase, FieldKind::new_secret, PassphraseTyped{});
    Field& field = *std::get_if<Field>(&first.body);
    field.hint = scene.say(kept.proposal.empty() ? Text::passphrase_own_hint : Text::passphrase_new_hint);
    if (kept.fault == KeyFault::judged) field.error = scene.say(text_of(kept.judged));
    to.push_back(std::move(first));
    // Asked for twice only when it is not the proposed one, or the beginning of it.
    const bool is_proposed = kept.proposal.starts_with(plain_passphrase(kept.passphrase));
    if (!is_proposed || (kept.proposal.empty() && !kept.passphrase.empty())) {
        Element again = passphrase_field(scene, "passphrase-again", Text::passphrase_again, kept.passphrase_again,
                                         FieldKind::new_secret, PassphraseAgainTyped{});
        if (kept.fault == KeyFault::not_the_same)
            std::get_if<Field>(&again.body)->error = scene.say(Text::passphrase_not_the_same);
        to.push_back(std::move(again));
    }
    to.push_back(show_box(scene));
}

void describe_new_key(const Scene& scene, Elements& to) {
    if (!can_change_passphrase(scene.session.kept)) {
        to.push_back(paragraph("new-key-none", scene.say(Text::new_key_none)));
        to.push_back(link("to-keeping", scene.say(Text::keep_title), LinkKind::plain, Place{Screen::keeping, {}}));
        return;
    }
    to.push_back(paragraph("new-key-lead", scene.say(Text::new_key_lead)));
    to.push_back(passphrase_now(scene, "passphrase-now", Text::passphrase_now, scene.session.kept.passphrase_now,
                                PassphraseNowTyped{}));
    add_new_passphrase(scene, to);
    add_use(scene, to, "change", Text::new_key_title, NewKeyWanted{});
    Elements known;
    known.push_back(paragraph("known-text", scene.say(Text::new_key_leaked)));
    known.push_back(link("known-kept", scene.say(Text::kept_title), LinkKind::plain, Place{Screen::kept, {}}));
    add_disclosure(scene, to, "known", scene.say(Text::new_key_leaked_question), std::move(known));
}

}  // namespace core
