// Eyes on the screen, and time: hide, lock, and what happens when nobody is there.
//
// Time arrives as what has passed since it was told last; nothing here reads a clock.

#include <algorithm>

#include "flow/turn.hpp"

namespace core {

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t longest_open = 600 * minute;
constexpr std::int64_t longest_gap = minute;  // in sight, and longer than that without a word: the machine slept
constexpr std::int64_t warned_before = minute;
constexpr int reminded_after = 10 * static_cast<int>(minute);

std::int64_t minutes(int count) { return count * minute; }

// ms until it locks by itself, by the first of the three limits.
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

void watch_on(Turn& turn) {
    constexpr std::int64_t longest = 30 * second;
    const std::int64_t left = time_left(turn);
    const std::int64_t until_warning = left > warned_before ? left - warned_before : left;
    const std::int64_t wait = std::clamp(until_warning, second, longest);
    wait_for(turn, static_cast<int>(wait), turn.session.kept.watch_wait);
}

void warn_if_soon(Turn& turn) {
    Kept& kept = turn.session.kept;
    if (kept.unused == 0 && kept.is_warned) {
        kept.is_warned = false;
        if (turn.session.notice.text == Text::locks_soon) turn.session.notice = Notice{};
    }
    // Of the other limits nobody is there to be told, or a key would not help.
    if (kept.is_warned || minutes(turn.content.settings.minutes_unused) - kept.unused > warned_before) return;
    kept.is_warned = true;
    say(turn, NoticeKind::information, Text::locks_soon);
}

// A tab that is closed or stays dark is not left open for whoever comes by.
void lock_when_due(Turn& turn, std::int64_t passed, bool was_out_of_sight) {
    const bool slept = !was_out_of_sight && passed > longest_gap;
    if (slept || time_left(turn) <= 0) ask_for_lock(turn);
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
    if (is_guarded(turn)) watch_on(turn);
}

void ask_for_lock(Turn& turn) {
    if (!is_guarded(turn)) return;
    turn.session.is_screen_hidden = true;  // at once, also while the last save is on its way
    turn.session.kept.after_save = AfterSave::lock;
    save_soon(turn);
}

void on(Turn& turn, const LockWanted&) { ask_for_lock(turn); }

void on(Turn& turn, const ScreenHidden& happened) {
    turn.session.is_screen_hidden = happened.hidden;
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
    if (happened.wait == kept.watch_wait) return is_guarded(turn) ? watch_on(turn) : void();
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
    if (!is_guarded(turn)) return;
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

void end_turn(Turn& turn) {
    Session& session = turn.session;
    Kept& kept = session.kept;
    propose_where_asked(turn);
    const bool is_kept = !kept.keeper.draft.empty();
    const KeptState state = kept.keeper.state;
    const bool is_safe = state == KeptState::saved || state == KeptState::nothing || kept.is_taken_along;
    if (is_kept) session.has_unsaved_work = !is_safe;
    if (!is_kept && session.has_unsaved_work && kept.reminder_wait == 0)
        wait_for(turn, reminded_after, kept.reminder_wait);
    if (kept.after_save == AfterSave::nothing) return;
    const bool is_at_risk = is_kept && session.has_unsaved_work;
    if (is_at_risk && !is_out_of_reach(kept.keeper)) return;  // the answer is on its way
    const AfterSave wanted = std::exchange(kept.after_save, AfterSave::nothing);
    if (is_at_risk) return say(turn, NoticeKind::failed, Text::not_saved_so_not_closed);
    if (wanted == AfterSave::lock) turn.effects.push_back(LockPage{});
    if (wanted == AfterSave::other_child) finish_other_child(turn);
}

}  // namespace core
