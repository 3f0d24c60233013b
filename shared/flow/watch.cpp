// Eyes on the screen, and time: hide, lock, and what happens when nobody is there.
//
// Time arrives as what has passed since it was told last; nothing here reads a clock.

#include <algorithm>

#include "flow/route.hpp"
#include "flow/turn.hpp"

namespace core {

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t longest_open = 600 * minute;
constexpr std::int64_t longest_gap = minute;                   // longer than that without a word: the machine slept
constexpr std::int64_t longest_gap_out_of_sight = 2 * minute;  // there a browser wakes a page once a minute
constexpr std::int64_t warned_before = minute;
constexpr int reminded_after = 10 * static_cast<int>(minute);

std::int64_t minutes(int count) { return count * minute; }

// ms until it locks or hides by itself, by the first of the three limits.
std::int64_t time_left(const Turn& turn) {
    const Kept& kept = turn.session.kept;
    const Settings& settings = turn.content.settings;
    const std::int64_t unused = minutes(settings.minutes_unused) - kept.unused;
    const std::int64_t hidden = minutes(settings.minutes_out_of_sight) - kept.out_of_sight;
    const std::int64_t open = longest_open - kept.open_for;
    return std::min({unused, open, kept.is_out_of_sight ? hidden : unused});
}

bool is_guarded(const Turn& turn) {
    const Kept& kept = turn.session.kept;
    return kept.store == StoreState::open && kept.mode == KeepMode::passphrase;
}

// Without a key there is nothing to lock, and the screen is hidden all the same: a case may stand on it, or what the
// cases kept here are called.
bool is_watched(const Turn& turn) {
    return turn.session.kept.store == StoreState::open || !is_empty(turn.session.subject);
}

void watch_on(Turn& turn) {
    constexpr std::int64_t longest = 30 * second;
    const std::int64_t left = time_left(turn);
    const std::int64_t until_warning = left > warned_before ? left - warned_before : left;
    // With nothing left it is hidden already, and tried again to be saved and locked.
    const std::int64_t wait = left <= 0 ? longest : std::clamp(until_warning, second, longest);
    wait_for(turn, static_cast<int>(wait), turn.session.kept.watch_wait);
}

void warn_if_soon(Turn& turn) {
    Kept& kept = turn.session.kept;
    if (kept.unused == 0 && kept.is_warned) {
        kept.is_warned = false;
        const Text said = turn.session.notice.text;
        if (said == Text::locks_soon || said == Text::hides_soon) turn.session.notice = Notice{};
    }
    // Of the other limits nobody is there to be told, or a key would not help.
    if (kept.is_warned || minutes(turn.content.settings.minutes_unused) - kept.unused > warned_before) return;
    kept.is_warned = true;
    say(turn, NoticeKind::information, is_guarded(turn) ? Text::locks_soon : Text::hides_soon);
}

void hide_screen(Turn& turn) {
    if (turn.session.is_screen_hidden) return;
    turn.session.is_screen_hidden = true;
    move_focus(turn, {});
}

// A tab that is closed or stays dark is not left open for whoever comes by.
void lock_when_due(Turn& turn, std::int64_t passed, bool was_out_of_sight) {
    const bool slept = passed > (was_out_of_sight ? longest_gap_out_of_sight : longest_gap);
    if (!slept && time_left(turn) > 0) return;
    if (turn.session.kept.is_lock_refused) return;  // hidden, and tried again by the watch
    if (is_guarded(turn)) return ask_for_lock(turn);
    hide_screen(turn);
    save_soon(turn);
    turn.session.kept.open_for = 0;  // whoever shows it again has ten hours more, and not a second
}

// What was written comes before what was hidden: nothing is thrown away because it could not be saved.
void refuse_lock(Turn& turn) {
    Kept& kept = turn.session.kept;
    kept.is_lock_refused = true;
    kept.open_for = 0;
    say(turn, NoticeKind::failed, why_not_locked(kept.keeper.state));
}

void lock_page(Turn& turn) {
    turn.session.kept.is_lock_refused = false;
    turn.effects.push_back(LockPage{});
}

void finish_other_child(Turn& turn) {
    const Place here = turn.session.place;
    clear_case(turn);
    // Closed to make room for a self-assessment: that comes next.
    go(turn, here.screen == Screen::self_assessment ? here : Place{Screen::keeping, {}});
    say(turn, NoticeKind::information, Text::other_child_ready);
}

}  // namespace

void wait_for(Turn& turn, int milliseconds, std::uint32_t& number) {
    number = take_number(turn);
    turn.effects.push_back(Wait{milliseconds, number});
}

void begin_watch(Turn& turn) {
    Kept& kept = turn.session.kept;
    kept.unused = kept.out_of_sight = kept.open_for = 0;
    kept.is_warned = false;
    watch_on(turn);
}

void ask_for_lock(Turn& turn) {
    if (!is_guarded(turn)) return;
    hide_screen(turn);  // at once, also while the last save is on its way
    turn.session.kept.after_save = AfterSave::lock;
    save_soon(turn);
}

void on(Turn& turn, const LockWanted&) { ask_for_lock(turn); }

void on(Turn& turn, const ScreenHidden& happened) {
    turn.session.is_screen_hidden = happened.hidden;
    turn.session.kept.is_lock_refused = false;
    if (!happened.hidden) turn.session.kept.unused = 0;  // somebody is there
    if (happened.hidden) save_soon(turn);
    move_focus(turn, {});
}

void on(Turn& turn, const WaitEnded& happened) {
    Kept& kept = turn.session.kept;
    if (happened.wait == 0) return;
    if (happened.wait == kept.penalty_wait) {
        kept.penalty_wait = 0;
        return;
    }
    if (happened.wait == kept.watch_wait) {
        kept.watch_wait = 0;
        if (kept.is_lock_refused) save_soon(turn);
        return is_watched(turn) ? watch_on(turn) : void();
    }
    if (happened.wait == kept.reminder_wait) {
        kept.reminder_wait = 0;
        const bool is_at_risk = kept.keeper.draft.empty() && turn.session.has_unsaved_work;
        if (is_at_risk) say(turn, NoticeKind::information, Text::remember_to_save);
        return;
    }
    if (kept.keeper.draft.empty()) return;
    KeeperOrders orders;
    const KeptState before = kept.keeper.state;
    const StoreCode why = kept.keeper.why;
    woken(kept.keeper, happened.wait, orders);
    carry(turn, orders);
    say_what_became(turn, before, why);
}

void on(Turn& turn, const TimePassed& happened) {
    Kept& kept = turn.session.kept;
    turn.session.today = happened.today;
    kept.clock = happened.clock;
    if (!is_watched(turn)) return;
    const std::int64_t passed = std::max<std::int64_t>(0, happened.passed);
    kept.open_for += passed;
    kept.unused += passed;
    if (kept.is_out_of_sight) kept.out_of_sight += passed;
    lock_when_due(turn, passed, kept.is_out_of_sight);
    // What moved after the time was up does not count.
    if (happened.is_stirred) kept.unused = 0;
    warn_if_soon(turn);
}

void on(Turn& turn, const PageHidden& happened) {
    Kept& kept = turn.session.kept;
    kept.is_out_of_sight = happened.hidden;
    kept.out_of_sight = 0;
    if (happened.hidden) save_soon(turn);
}

void on(Turn& turn, const SaveWanted&) { save_soon(turn); }

void end_turn(Turn& turn) {
    Session& session = turn.session;
    Kept& kept = session.kept;
    propose_where_asked(turn);
    if (kept.watch_wait == 0 && is_watched(turn)) begin_watch(turn);
    const bool is_kept = !kept.keeper.draft.empty();
    if (is_kept) session.has_unsaved_work = has_unsaved(kept.keeper) && !kept.is_taken_along;
    if (!is_kept && session.has_unsaved_work && kept.reminder_wait == 0)
        wait_for(turn, reminded_after, kept.reminder_wait);
    const bool is_at_risk = is_kept && session.has_unsaved_work;
    // Saved after all, and nobody has come back.
    if (kept.is_lock_refused && !is_at_risk && is_guarded(turn)) return lock_page(turn);
    if (kept.after_save == AfterSave::nothing) return;
    if (is_at_risk && !is_out_of_reach(kept.keeper)) return;  // the answer is on its way
    const AfterSave wanted = std::exchange(kept.after_save, AfterSave::nothing);
    if (is_at_risk && wanted == AfterSave::lock) return refuse_lock(turn);
    if (is_at_risk) return say(turn, NoticeKind::failed, Text::not_saved_so_not_closed);
    if (wanted == AfterSave::lock) lock_page(turn);
    if (wanted == AfterSave::other_child) finish_other_child(turn);
}

}  // namespace core
