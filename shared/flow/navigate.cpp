// Moving about: open, back, on. Nothing said is ever lost by moving.

#include "flow/route.hpp"
#include "flow/turn.hpp"

namespace core {

namespace {

constexpr std::size_t longest_trail = 60;

// A step that is not reachable yet says why the user stands somewhere else.
void say_what_is_missing(Turn& turn, Missing missing) {
    const auto tell = [&turn](Text text) { say(turn, NoticeKind::information, text); };
    switch (missing) {
        case Missing::nothing:
        case Missing::area:
        case Missing::recipient: return;
        case Missing::age: return tell(Text::age_first);
        case Missing::months: return tell(Text::months_first);
        case Missing::role: return tell(Text::role_first);
        case Missing::born: return tell(Text::unborn_has_own_page);
        case Missing::judgement: return tell(Text::judgement_first);
        case Missing::closing: {
            const bool is_kept = !turn.session.kept.keeper.draft.empty();
            return tell(is_kept ? Text::self_open_first : Text::self_open_unkept);
        }
        case Missing::parent_talk: return tell(Text::no_parent_talk);
    }
}

// Places where "ret" and reasons lead away from, and "Fortsæt" leads back to.
bool is_hub(Screen screen) {
    return screen == Screen::areas || screen == Screen::check || screen == Screen::indication;
}

bool is_question(Screen screen) {
    switch (screen) {
        case Screen::age:
        case Screen::role:
        case Screen::signs:
        case Screen::circumstances:
        case Screen::protective:
        case Screen::reflection:
        case Screen::feeling: return true;
        default: return false;  // a screen that asks nothing
    }
}

void remember_trail(Session& session, const Place& target) {
    if (!session.trail.empty() && session.trail.back() == target) {
        session.trail.pop_back();
        return;
    }
    session.trail.push_back(session.place);
    if (session.trail.size() > longest_trail) session.trail.erase(session.trail.begin());
}

void remember_return(Session& session, const Place& target) {
    if (is_question(target.screen) && is_hub(session.place.screen)) {
        session.returns_to = session.place;
        return;
    }
    session.returns_to.reset();
}

// The primary button was pressed and something must be mended first.
bool has_fault(Turn& turn) {
    Session& session = turn.session;
    const Screen screen = session.place.screen;
    const auto show = [&](const char* field) {
        session.faults_shown.insert(field);
        move_focus(turn, "fault-summary");
        return true;
    };
    if (screen == Screen::age) {
        if (find_age(turn.content, session.subject.age) == nullptr) return show("age");
        if (!has_age(turn.content, session.subject)) return show("months");
        const bool weeks_wrong = asks_weeks_early(turn.content, session.subject) && !session.weeks_typed.empty() &&
                                 !session.subject.weeks_early;
        if (weeks_wrong) return show("weeks");
    }
    if (screen == Screen::role && !has_role(turn.content, session.subject)) return show("role");
    if (screen == Screen::judgement && !session.subject.judgement) return show("judgement");
    return false;
}

}  // namespace

void go(Turn& turn, const Place& wanted, const std::string& element) {
    Session& session = turn.session;
    const Missing missing = missing_for(turn.content, session, wanted);
    const Place target = reachable_place(turn.content, session, wanted);
    session.notice = Notice{};
    session.opened_term = {};
    if (!(target == session.place)) {
        remember_return(session, target);
        remember_trail(session, target);
        session.place = target;
        note_reading(turn);
        save_soon(turn);
        if (target.screen == Screen::kept) count_kept(turn);
        // What was typed of a passphrase goes with the screen it was typed on.
        if (!session.kept.is_busy) forget_passphrases(session.kept);
        session.search.clear();
        session.unfolded.erase(std::string{search_disclosure});
        session.faults_shown.clear();
    }
    move_focus(turn, missing == Missing::nothing ? element : std::string{});
    say_what_is_missing(turn, missing);
}

void on(Turn& turn, const PlaceOpened& happened) {
    go(turn, happened.place, happened.element);
    if (happened.place.screen == Screen::keeping) look_again(turn);
}

void on(Turn& turn, const WentBack&) {
    Session& session = turn.session;
    const Place target = session.trail.empty() ? place_before(turn.content, session) : session.trail.back();
    go(turn, target);
    session.returns_to.reset();
}

void on(Turn& turn, const Continued&) {
    if (has_fault(turn)) return;
    Session& session = turn.session;
    const std::optional<Place> returns_to = session.returns_to;
    go(turn, returns_to ? *returns_to : place_after(turn.content, session));
    session.returns_to.reset();
}

void on(Turn& turn, const ElementPointedOut& happened) { move_focus(turn, happened.id); }

void on(Turn& turn, const DisclosureToggled& happened) {
    std::set<std::string>& unfolded = turn.session.unfolded;
    const bool closes = unfolded.erase(happened.id) != 0;
    if (!closes) unfolded.insert(happened.id);
    if (closes && happened.id == search_disclosure) turn.session.search.clear();
}

}  // namespace core
