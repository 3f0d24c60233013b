// Whether and how the case is kept on this device: the choice, the passphrase, the wipe.
//
// What is typed of a passphrase is forgotten as soon as it was used.

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "flow/route.hpp"
#include "flow/turn.hpp"

namespace core {

namespace {

// Parts nobody should build a passphrase on: those of the content, and what this case is called.
std::vector<std::string> known_words(const Turn& turn) {
    std::vector<std::string> known{lower_case(turn.session.subject.code_word)};
    std::string word;
    for (const char c : turn.content.texts[Text::passphrase_known_words] + ",") {
        if (c == ',')
            known.push_back(std::exchange(word, {}));
        else if (c != ' ' || !word.empty())
            word += c;
    }
    return known;
}

// There is no draft yet, and nothing is tried again by itself.
Text why_no_vault(StoreCode code) {
    switch (code) {
        case StoreCode::quota:
        case StoreCode::blocked:
        case StoreCode::newer_schema:
        case StoreCode::unsupported:
        case StoreCode::unreachable: return text_of(code);
        default: return Text::vault_not_made;
    }
}

// Dice come with every answer: something is counted for their sake.
void need_dice(Turn& turn) {
    for (const auto& [number, asked] : turn.session.kept.asked) {
        if (asked.task == StoreTask::count) return;  // on its way
    }
    count_kept(turn);
}

void begin_proposal(Turn& turn) {
    Kept& kept = turn.session.kept;
    if (!kept.dice.empty()) kept.proposal = propose_passphrase(turn.content.passphrase_words, kept.dice);
    kept.dice.clear();  // never thrown twice
}

constexpr int longest_penalty = 60'000;  // ms

// Slows down who guesses at the keyboard; who has a copy of the files is slowed by the key itself.
void begin_penalty(Turn& turn) {
    Kept& kept = turn.session.kept;
    const int doubled = std::min(kept.wrong_tries, 6);
    wait_for(turn, std::min(longest_penalty, 1000 << doubled), kept.penalty_wait);
    ++kept.wrong_tries;
}

void take_open_vault(Turn& turn, KeepMode mode) {
    Kept& kept = turn.session.kept;
    kept.store = StoreState::open;
    kept.mode = kept.wanted = mode;
    kept.wrong_tries = 0;
    forget_passphrases(kept);
    begin_watch(turn);
    begin_keeping(turn);
    list_drafts(turn);
}

}  // namespace

void forget_fault(Turn& turn) {
    turn.session.kept.fault = KeyFault::none;
    turn.session.faults_shown.clear();
}

void forget_passphrases(Kept& kept) {
    kept.passphrase.clear();
    kept.passphrase_again.clear();
    kept.passphrase_now.clear();
    kept.proposal.clear();
    kept.shows_passphrase = false;
    kept.fault = KeyFault::none;
    kept.judged = PassphraseFault::none;
}

void refuse_passphrase(Turn& turn, KeyFault fault) {
    turn.session.kept.fault = fault;
    const bool exchanges = turn.session.place.screen == Screen::new_key;
    const char* wrong = exchanges ? "key-now-wrong" : "key-wrong";
    const char* field = fault == KeyFault::wrong ? wrong : fault == KeyFault::judged ? "key-judged" : "key-again";
    turn.session.faults_shown = {field};
    move_focus(turn, "fault-summary");
}

void propose_where_asked(Turn& turn) {
    const Session& session = turn.session;
    const Kept& kept = session.kept;
    const bool is_asked = (session.place.screen == Screen::case_file && kept.seals_file) ||
                          (session.place.screen == Screen::new_key && can_change_passphrase(kept)) ||
                          (session.place.screen == Screen::keeping && kept.store == StoreState::empty &&
                           kept.wanted == KeepMode::passphrase);
    if (!is_asked || !kept.proposal.empty() || turn.content.passphrase_words.empty()) return;
    begin_proposal(turn);
    if (kept.proposal.empty()) need_dice(turn);
}

namespace {

void change_passphrase(Turn& turn, const std::string& now, AskedStore asked) {
    Kept& kept = turn.session.kept;
    const std::optional<std::string> passphrase = take_new_passphrase(turn);
    kept.is_busy = passphrase.has_value();
    if (passphrase) ask_vault(turn, ChangePassphrase{0, now, *passphrase}, std::move(asked));
}

}  // namespace

void take_wrong_key(Turn& turn, AskedStore asked) {
    Kept& kept = turn.session.kept;
    // A telephone puts a capital first and a space last.
    const std::string& typed = asked.task == StoreTask::change ? kept.passphrase_now : kept.passphrase;
    const std::string plain = plain_passphrase(typed);
    if (!asked.is_plain && plain != typed) {
        asked.is_plain = true;
        if (asked.task == StoreTask::change) return change_passphrase(turn, plain, std::move(asked));
        if (asked.task == StoreTask::unseal) return ask_vault(turn, UnsealFile{0, plain, kept.sealed_file}, asked);
        return ask_vault(turn, UnlockVault{0, plain}, asked);
    }
    kept.is_busy = false;
    begin_penalty(turn);
    refuse_passphrase(turn, KeyFault::wrong);
}

std::optional<std::string> take_new_passphrase(Turn& turn) {
    Kept& kept = turn.session.kept;
    forget_fault(turn);
    const bool is_proposal = !kept.proposal.empty() && plain_passphrase(kept.passphrase) == kept.proposal;
    if (is_proposal) return kept.proposal;
    kept.judged = judge_passphrase(kept.passphrase, known_words(turn));
    const bool is_judged = kept.judged != PassphraseFault::none;
    if (!is_judged && kept.passphrase_again == kept.passphrase) return kept.passphrase;
    refuse_passphrase(turn, is_judged ? KeyFault::judged : KeyFault::not_the_same);
    return std::nullopt;
}

void list_drafts(Turn& turn) {
    // Without the start pack no case can be read.
    if (turn.session.kept.store != StoreState::open || !has_pack(turn.content, start_pack)) return;
    for (const ListedDraft& one : turn.session.kept.drafts) {
        // The open one is known, and may not be there yet.
        if (!one.code_word.empty() || one.draft == turn.session.kept.keeper.draft) continue;
        ask_store(turn, LoadDraft{0, one.draft}, AskedStore{StoreTask::list, one.draft});
    }
}

void on(Turn& turn, const KeepModeChosen& happened) {
    Kept& kept = turn.session.kept;
    if (!kept.is_busy) kept.wanted = happened.mode;  // the key that is being made is of the choice that was carried out
}

void on(Turn& turn, const PassphraseTyped& happened) { turn.session.kept.passphrase = happened.text; }

void on(Turn& turn, const PassphraseAgainTyped& happened) { turn.session.kept.passphrase_again = happened.text; }

void on(Turn& turn, const PassphraseNowTyped& happened) { turn.session.kept.passphrase_now = happened.text; }

void on(Turn& turn, const PassphraseShown& happened) { turn.session.kept.shows_passphrase = happened.shown; }

void on(Turn& turn, const ProposalWanted&) {
    begin_proposal(turn);
    need_dice(turn);
}

void on(Turn& turn, const VaultWanted&) {
    Kept& kept = turn.session.kept;
    if (kept.is_busy || kept.store != StoreState::empty) return;
    forget_fault(turn);
    if (kept.wanted == KeepMode::memory) {
        kept.mode = KeepMode::memory;
        return go(turn, turn.session.trail.empty() ? Place{} : turn.session.trail.back());
    }
    std::optional<std::string> passphrase = std::string{};
    if (kept.wanted == KeepMode::passphrase) passphrase = take_new_passphrase(turn);
    if (!passphrase) return;
    kept.is_busy = true;
    ask_vault(turn, CreateVault{0, std::move(*passphrase)}, AskedStore{StoreTask::create, {}});
}

void on(Turn& turn, const UnlockWanted&) {
    Kept& kept = turn.session.kept;
    if (kept.is_busy || kept.penalty_wait != 0 || kept.store != StoreState::locked) return;
    forget_fault(turn);
    kept.is_busy = true;
    ask_vault(turn, UnlockVault{0, kept.passphrase}, AskedStore{StoreTask::unlock, {}});
}

void on(Turn& turn, const NewKeyWanted&) {
    const Kept& kept = turn.session.kept;
    if (kept.is_busy || kept.penalty_wait != 0 || !can_change_passphrase(kept)) return;
    change_passphrase(turn, kept.passphrase_now, AskedStore{StoreTask::change, {}});
}

void take_changed(Turn& turn, const AskedStore& asked, const StoreAnswer& answer) {
    Kept& kept = turn.session.kept;
    if (answer.code == StoreCode::wrong_key) return take_wrong_key(turn, asked);
    kept.is_busy = false;
    if (answer.code == StoreCode::corrupt) return say(turn, NoticeKind::failed, Text::vault_damaged);
    // Of an exchange that was not answered in time it is not known which of the two counts now.
    if (answer.code != StoreCode::ok) return say(turn, NoticeKind::failed, Text::new_key_failed);
    kept.wrong_tries = 0;
    forget_passphrases(kept);
    go(turn, Place{Screen::keeping, {}});
    say(turn, NoticeKind::saved, Text::new_key_made);
}

void take_created(Turn& turn, const StoreAnswer& answer) {
    Kept& kept = turn.session.kept;
    kept.is_busy = false;
    if (answer.code == StoreCode::conflict) {  // another tab was first
        look_at_store(turn);
        return say(turn, NoticeKind::information, Text::kept_elsewhere);
    }
    if (answer.code != StoreCode::ok) return say(turn, NoticeKind::failed, why_no_vault(answer.code));
    // The first day is believed, for there is nothing yet that could go: a clock that is set back later is noticed.
    kept.opened_day = turn.session.today;
    if (kept.seen_day.empty()) kept.seen_day = turn.session.today;
    ask_store(turn, NoteDays{0, SeenDays{kept.seen_day, turn.session.today, kept.unread_since}},
              AskedStore{StoreTask::note_days, {}});
    take_open_vault(turn, kept.wanted);
    const std::optional<Place> back =
        turn.session.trail.empty() ? std::nullopt : std::optional{turn.session.trail.back()};
    if (back) go(turn, *back);
    say(turn, NoticeKind::saved, Text::kept_begun);
}

void take_unlocked(Turn& turn, const AskedStore& asked, const StoreAnswer& answer) {
    Kept& kept = turn.session.kept;
    if (answer.code == StoreCode::wrong_key) return take_wrong_key(turn, asked);
    kept.is_busy = false;
    if (answer.code == StoreCode::corrupt) return say(turn, NoticeKind::failed, Text::vault_damaged);
    if (answer.code == StoreCode::not_found) look_at_store(turn);
    if (answer.code != StoreCode::ok) return say(turn, NoticeKind::failed, text_of_reading(answer.code));
    take_open_vault(turn, asked.task == StoreTask::unlock_managed ? KeepMode::managed : KeepMode::passphrase);
    say(turn, NoticeKind::information, kept.drafts.empty() ? Text::unlocked_empty : Text::unlocked);
}

void on(Turn& turn, const WipeWanted&) { turn.session.question = Question::wipe; }

void wipe_store(Turn& turn) {
    forget_draft(turn);  // what is still typed while it is wiped does not come back
    ask_store(turn, WipeStore{0}, AskedStore{StoreTask::wipe, {}});
}

void take_wiped(Turn& turn, const StoreAnswer& answer) {
    Session& session = turn.session;
    const std::uint32_t next_number = session.kept.keeper.next_number;
    clear_case(turn);
    session.kept = Kept{};
    session.offline = OfflineUse::unknown;  // its files went with the rest
    session.kept.keeper.next_number = next_number;
    look_at_store(turn);  // is it true?
    go(turn, Place{Screen::kept, {}});
    session.trail.clear();
    count_kept(turn);
    if (answer.code != StoreCode::ok) return say(turn, NoticeKind::failed, Text::wipe_failed);
    say(turn, NoticeKind::information, answer.generation == 1 ? Text::wiped : Text::wiped_in_part);
}

void count_kept(Turn& turn) {
    turn.session.kept.count = CountState::asked;  // what was counted before is not what lies there now
    ask_vault(turn, CountKept{0}, AskedStore{StoreTask::count, {}});
}

}  // namespace core
