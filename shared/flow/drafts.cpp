// The drafts on this device: which there are, opening, saving and removing one; what the store answers.

#include <algorithm>

#include "base/day.hpp"
#include "base/id.hpp"
#include "flow/route.hpp"
#include "flow/turn.hpp"

namespace core {

namespace {

ListedDraft* find_listed(Kept& kept, const DraftId& draft) {
    for (ListedDraft& one : kept.drafts) {
        if (one.draft == draft) return &one;
    }
    return nullptr;
}

void unlist(Kept& kept, const DraftId& draft) {
    std::erase_if(kept.drafts, [&](const ListedDraft& one) { return one.draft == draft; });
}

std::string expiry(const Turn& turn) {
    const std::string day = day_of_change(turn.session.today, turn.session.kept.seen_day, turn.session.kept.opened_day);
    return expires_after(day, turn.content.settings.days_kept);
}

void take_list(Turn& turn, const StoreAnswer& answer) {
    Kept& kept = turn.session.kept;
    if (answer.code != StoreCode::ok) {
        kept.store = StoreState::absent;
        kept.why = answer.code;
        return;
    }
    const RetentionRuling ruling = rule_on(answer.drafts, answer.days, turn.session.today);
    kept.is_clock_doubted = ruling.is_clock_doubted;
    kept.seen_day = ruling.days.seen;
    kept.opened_day = std::max(answer.days.before, turn.session.today);  // dates in order of their letters
    kept.unread_since = ruling.days.unread;
    kept.drafts.clear();
    for (const KeptDraft& one : answer.drafts) {
        const bool goes = std::find(ruling.remove.begin(), ruling.remove.end(), one.draft) != ruling.remove.end();
        // Whatever runs under this address can write into the store: what has no name of ours is no draft.
        const bool is_ours = is_valid_id(one.draft) && find_listed(kept, one.draft) == nullptr;
        if (goes)
            ask_store(turn, RemoveDraft{0, one.draft}, AskedStore{StoreTask::remove, {}});
        else if (is_ours)
            kept.drafts.push_back(
                ListedDraft{one.draft, day_of_removal(one, ruling.days), {}, false, false, !day_number(one.expires)});
    }
    if (!ruling.remove.empty()) {
        const Text went = kept.drafts.empty() ? Text::last_drafts_expired : Text::drafts_expired;
        say(turn, NoticeKind::information, went, std::to_string(ruling.remove.size()));
    }
    const bool is_worth_noting = answer.vault != VaultState::none || !ruling.days.unread.empty();
    if (ruling.days != answer.days && is_worth_noting)
        ask_store(turn, NoteDays{0, ruling.days}, AskedStore{StoreTask::note_days, {}});
    switch (answer.vault) {
        case VaultState::none:
            kept.store = StoreState::empty;
            kept.mode = kept.wanted = KeepMode::memory;
            return;
        case VaultState::locked: kept.store = StoreState::locked; return;
        case VaultState::open: kept.store = StoreState::open; return list_drafts(turn);
        case VaultState::managed:
            kept.store = StoreState::locked;
            return ask_vault(turn, UnlockVault{0, {}}, AskedStore{StoreTask::unlock_managed, {}});
    }
}

// The code word of a draft in the list; the rest of it is forgotten.
void take_listed(Turn& turn, const AskedStore& asked, const StoreAnswer& answer) {
    ListedDraft* listed = find_listed(turn.session.kept, asked.draft);
    if (listed == nullptr) return;
    const std::variant<OpenedCase, CaseFault> read = read_case(turn.content, answer.bytes);
    const auto* opened = std::get_if<OpenedCase>(&read);
    // One that cannot be read is tried in its older copies when it is opened; nothing is said of it before.
    if (opened == nullptr) return;
    listed->code_word = opened->subject.code_word;
    listed->is_self_assessment = opened->subject.self_assessment.has_value();
}

void ask_draft(Turn& turn, const AskedStore& asked) {
    ask_store(turn, LoadDraft{0, asked.draft, asked.copy, asked.purpose}, asked);
}

// Asked for in order to be written here, and not open after all.
void let_go(Turn& turn, const AskedStore& asked) {
    if (asked.draft != turn.session.kept.keeper.draft)
        ask_store(turn, ReleaseDraft{0, asked.draft}, AskedStore{StoreTask::release, {}});
}

void take_draft(Turn& turn, AskedStore asked, const StoreAnswer& answer) {
    Session& session = turn.session;
    Kept& kept = session.kept;
    if (answer.code == StoreCode::held) {
        kept.asked_about = asked.draft;
        session.question = Question::take_over;
        return;
    }
    if (answer.code == StoreCode::not_found) {
        unlist(kept, asked.draft);
        return say(turn, NoticeKind::failed, Text::draft_gone);
    }
    std::variant<OpenedCase, CaseFault> read = CaseFault{};
    if (answer.code == StoreCode::ok) read = read_case(turn.content, answer.bytes);
    auto* opened = std::get_if<OpenedCase>(&read);
    // Never an older copy in its place: the next save would go over what the newer program wrote.
    const bool is_newer = answer.code == StoreCode::newer_schema ||
                          (opened == nullptr && std::get_if<CaseFault>(&read)->text == Text::case_file_newer);
    if (is_newer) {
        let_go(turn, asked);
        return say(turn, NoticeKind::failed, Text::draft_newer);
    }
    const bool is_damaged = answer.code == StoreCode::corrupt || (answer.code == StoreCode::ok && opened == nullptr);
    if (is_damaged && asked.copy != DraftCopy::first) {
        asked.copy = asked.copy == DraftCopy::newest ? DraftCopy::before : DraftCopy::first;
        return ask_draft(turn, asked);
    }
    if (is_damaged) {
        let_go(turn, asked);
        if (ListedDraft* listed = find_listed(kept, asked.draft)) listed->is_damaged = true;
        return say(turn, NoticeKind::failed, Text::draft_damaged);
    }
    if (answer.code != StoreCode::ok) return say(turn, NoticeKind::failed, text_of_reading(answer.code));
    // Something was written while it was on its way: that comes first.
    if (session.has_unsaved_work) {
        let_go(turn, asked);
        return say(turn, NoticeKind::information, Text::draft_wait);
    }
    if (kept.keeper.draft == asked.draft) kept.keeper.draft.clear();  // taken back: it is held, and not to be let go
    open_case(turn, std::move(*opened));
    kept.keeper = keep(asked.draft, answer.generation, expiry(turn), kept.keeper.next_number);
    kept.saved_at.clear();
    if (asked.copy != DraftCopy::newest) say(turn, NoticeKind::failed, Text::draft_older_copy);
}

void take_removed(Turn& turn, const AskedStore& asked, const StoreAnswer& answer) {
    Kept& kept = turn.session.kept;
    if (asked.draft.empty()) {  // its day had come; that it went was said already
        if (answer.code != StoreCode::ok) say(turn, NoticeKind::failed, Text::expired_not_removed);
        return;
    }
    if (answer.code != StoreCode::ok) return say(turn, NoticeKind::failed, Text::draft_not_removed);
    unlist(kept, asked.draft);
    if (kept.keeper.draft == asked.draft) clear_case(turn);
    say(turn, NoticeKind::information, kept.drafts.empty() ? Text::last_draft_removed : Text::draft_removed);
}

void take_asked(Turn& turn, const AskedStore& asked, const StoreAnswer& answer) {
    Kept& kept = turn.session.kept;
    switch (asked.task) {
        case StoreTask::look: return take_list(turn, answer);
        case StoreTask::create: return take_created(turn, answer);
        case StoreTask::unlock:
        case StoreTask::unlock_managed: return take_unlocked(turn, asked, answer);
        case StoreTask::change: return take_changed(turn, asked, answer);
        case StoreTask::seal: return take_sealed(turn, answer);
        case StoreTask::unseal: return take_unsealed(turn, asked, answer);
        case StoreTask::list: return take_listed(turn, asked, answer);
        case StoreTask::open: return take_draft(turn, asked, answer);
        case StoreTask::remove: return take_removed(turn, asked, answer);
        case StoreTask::wipe: return take_wiped(turn, answer);
        case StoreTask::count:
            kept.kinds = answer.kinds;
            kept.count = answer.code == StoreCode::ok ? CountState::told : CountState::failed;
            return;
        case StoreTask::release:            // held until the page is closed otherwise
        case StoreTask::note_days: return;  // noted at the next start otherwise
    }
}

}  // namespace

void say_what_became(Turn& turn, KeptState before, StoreCode why) {
    const Keeper& keeper = turn.session.kept.keeper;
    const bool is_other = keeper.state == KeptState::not_saved && text_of(keeper.why) != text_of(why) &&
                          text_of(keeper.why) != Text::kept_failed;
    if (keeper.state == before && !is_other) return;
    if (keeper.state == KeptState::not_saved) say(turn, NoticeKind::failed, text_of(keeper.why));
    // Another tab has wiped it all and begun anew: the screen that unlocks is offered.
    if (keeper.state == KeptState::not_saved && keeper.why == StoreCode::wrong_key) look_at_store(turn);
    if (keeper.state == KeptState::gone) {
        say(turn, NoticeKind::failed, Text::kept_gone);
        look_at_store(turn);  // is the vault gone too?
    }
    if (keeper.state == KeptState::taken_over) say(turn, NoticeKind::failed, Text::kept_taken_over);
    if (keeper.state == KeptState::saved && before == KeptState::not_saved)
        say(turn, NoticeKind::saved, Text::kept_again);
}

std::uint32_t take_number(Turn& turn) { return turn.session.kept.keeper.next_number++; }

void ask_store(Turn& turn, StoreOrder order, AskedStore asked) {
    const std::uint32_t number = take_number(turn);
    std::visit([number](auto& one) { one.ticket = number; }, order);
    turn.session.kept.asked[number] = std::move(asked);
    turn.effects.push_back(AskStore{std::move(order)});
}

void ask_vault(Turn& turn, VaultOrder order, AskedStore asked) {
    const std::uint32_t number = take_number(turn);
    std::visit([number](auto& one) { one.ticket = number; }, order);
    turn.session.kept.asked[number] = std::move(asked);
    turn.effects.push_back(AskVault{std::move(order)});
}

void carry(Turn& turn, const KeeperOrders& orders) {
    Kept& kept = turn.session.kept;
    KeeperOrders waiting = orders;
    for (std::size_t at = 0; at < waiting.size(); ++at) {
        const KeeperOrder order = waiting[at];
        if (const auto* wait = std::get_if<WaitFor>(&order))
            turn.effects.push_back(Wait{wait->milliseconds, wait->wait});
        if (const auto* ask = std::get_if<StoreOrder>(&order)) turn.effects.push_back(AskStore{*ask});
        if (!std::holds_alternative<GiveBytes>(order)) continue;
        kept.keeper.expires = expiry(turn);
        std::optional<std::string> bytes = write_checked_case(turn.content, turn.session.subject);
        if (bytes)
            save(kept.keeper, std::move(*bytes), waiting);
        else
            refuse(kept.keeper, StoreCode::unreadable);
    }
}

void look_at_store(Turn& turn) {
    for (const auto& [number, asked] : turn.session.kept.asked) {
        if (asked.task == StoreTask::look) return;  // on its way
    }
    turn.session.kept.store = StoreState::looking;
    ask_store(turn, OpenStore{0}, AskedStore{StoreTask::look, {}});
}

void look_again(Turn& turn) {
    const Kept& kept = turn.session.kept;
    const bool may_answer = kept.why == StoreCode::timeout || kept.why == StoreCode::blocked;
    if (kept.store == StoreState::absent && may_answer) look_at_store(turn);
}

void begin_keeping(Turn& turn) {
    Kept& kept = turn.session.kept;
    const bool is_free = kept.keeper.draft.empty() || kept.keeper.state == KeptState::gone;
    const bool can = kept.store == StoreState::open && !kept.dice.empty() && is_free;
    if (!can || is_empty(turn.session.subject)) return;
    kept.keeper = keep(kept.dice, 0, expiry(turn), kept.keeper.next_number);
    kept.dice.clear();
    kept.saved_at.clear();
    kept.drafts.push_back(ListedDraft{kept.keeper.draft, kept.keeper.expires, {}, false});
    KeeperOrders orders;
    changed(kept.keeper, orders);
    carry(turn, orders);
}

void keep_change(Turn& turn) {
    Kept& kept = turn.session.kept;
    kept.is_taken_along = false;
    if (kept.keeper.draft.empty()) return begin_keeping(turn);
    KeeperOrders orders;
    changed(kept.keeper, orders);
    carry(turn, orders);
}

void save_soon(Turn& turn) {
    Keeper& keeper = turn.session.kept.keeper;
    if (keeper.draft.empty()) return;
    const KeptState before = keeper.state;
    const StoreCode why = keeper.why;
    KeeperOrders orders;
    hurry(keeper, orders);
    carry(turn, orders);
    say_what_became(turn, before, why);  // refused before it was sent
}

void forget_draft(Turn& turn) {
    Kept& kept = turn.session.kept;
    if (kept.keeper.kept > 0 && kept.keeper.state != KeptState::taken_over)
        ask_store(turn, ReleaseDraft{0, kept.keeper.draft}, AskedStore{StoreTask::release, {}});
    kept.keeper = keep({}, 0, {}, kept.keeper.next_number);
    kept.saved_at.clear();
    kept.is_taken_along = false;
}

void load_draft(Turn& turn, const DraftId& draft, LoadFor purpose) {
    ask_draft(turn, AskedStore{StoreTask::open, draft, DraftCopy::newest, purpose});
}

void remove_draft(Turn& turn, const DraftId& draft) {
    ask_store(turn, RemoveDraft{0, draft}, AskedStore{StoreTask::remove, draft});
}

void on(Turn& turn, const DraftOpened& happened) {
    Session& session = turn.session;
    Kept& kept = session.kept;
    const bool is_lost = is_out_of_reach(kept.keeper);
    if (kept.keeper.draft == happened.draft && !is_lost) return go(turn, open_place(session.subject));
    if (session.has_unsaved_work && is_lost) {  // it will not be saved by waiting
        kept.asked_about = happened.draft;
        session.question = Question::open_over_case;
        return;
    }
    if (session.has_unsaved_work) {
        save_soon(turn);
        return say(turn, NoticeKind::information, Text::draft_wait);
    }
    load_draft(turn, happened.draft, LoadFor::writing);
}

void on(Turn& turn, const DraftRemoved& happened) {
    turn.session.kept.asked_about = happened.draft;
    turn.session.question = Question::remove_draft;
}

void on(Turn& turn, const OtherChildWanted&) {
    if (turn.session.kept.keeper.draft.empty()) return;
    turn.session.kept.after_save = AfterSave::other_child;
    save_soon(turn);
}

void on(Turn& turn, const KeepAgainWanted&) {
    Kept& kept = turn.session.kept;
    if (kept.keeper.state == KeptState::gone) begin_keeping(turn);
    if (kept.keeper.state != KeptState::gone) go(turn, open_place(turn.session.subject));
}

void on(Turn& turn, const StoreAnswered& happened) {
    Kept& kept = turn.session.kept;
    const StoreAnswer& answer = happened.answer;
    if (!answer.dice.empty()) kept.dice = answer.dice;
    const auto found = kept.asked.find(answer.ticket);
    if (found != kept.asked.end()) {
        const AskedStore asked = found->second;
        kept.asked.erase(found);  // an answer that comes again finds nothing
        return take_asked(turn, asked, answer);
    }
    const KeptState before = kept.keeper.state;
    const StoreCode why = kept.keeper.why;
    const Generation generation = kept.keeper.kept;
    KeeperOrders orders;
    answered(kept.keeper, answer, orders);
    if (kept.keeper.kept > generation) {
        kept.saved_at = kept.clock;
        if (ListedDraft* listed = find_listed(kept, kept.keeper.draft)) {
            listed->expires = kept.keeper.expires;
            listed->code_word = turn.session.subject.code_word;
            listed->is_self_assessment = turn.session.subject.self_assessment.has_value();
        }
    }
    carry(turn, orders);
    say_what_became(turn, before, why);
}

void on(Turn& turn, const DraftTakenOver& happened) {
    Keeper& keeper = turn.session.kept.keeper;
    if (keeper.draft != happened.draft || keeper.draft.empty()) return;
    const KeptState before = keeper.state;
    taken_over(keeper);
    say_what_became(turn, before, keeper.why);
}

void on(Turn& turn, const StoreLost&) {
    // The keeper finds out what is still there with its next save; that need not wait for a change.
    Kept& kept = turn.session.kept;
    const bool is_over = kept.keeper.state == KeptState::taken_over || kept.keeper.state == KeptState::gone;
    if (kept.keeper.draft.empty() || is_over) {
        if (kept.store == StoreState::open || kept.store == StoreState::locked) look_at_store(turn);
        return;
    }
    keep_change(turn);
    save_soon(turn);
}

}  // namespace core
