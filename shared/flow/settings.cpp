// How the page looks, and what the rim tells.

#include "flow/turn.hpp"

namespace core {

namespace {

constexpr int text_sizes[] = {100, 125, 150, 200};

bool is_text_size(int percent) {
    for (const int size : text_sizes) {
        if (size == percent) return true;
    }
    return false;
}

const char* name_of(Appearance appearance) {
    switch (appearance) {
        case Appearance::light: return "light";
        case Appearance::dark: return "dark";
        case Appearance::as_device: break;
    }
    return "device";
}

// Words with a space between, e.g. "dark text 125"; on_(AppearanceRecalled) reads them.
void remember(Turn& turn) {
    std::string value = name_of(turn.session.appearance);
    value += turn.session.text_view ? " text " : " picture ";
    value += std::to_string(turn.session.text_percent);
    turn.effects.push_back(RememberAppearance{std::move(value)});
}

void recall_word(Session& session, const std::string& word) {
    if (word == "light") session.appearance = Appearance::light;
    if (word == "dark") session.appearance = Appearance::dark;
    if (word == "text") session.text_view = true;
    for (const int size : text_sizes) {
        if (word == std::to_string(size)) session.text_percent = size;
    }
}

}  // namespace

void on(Turn& turn, const AppearanceChosen& happened) {
    if (turn.session.appearance == happened.appearance) return;
    turn.session.appearance = happened.appearance;
    remember(turn);
}

void on(Turn& turn, const TextViewChosen& happened) {
    if (turn.session.text_view == happened.text_view) return;
    turn.session.text_view = happened.text_view;
    say(turn, NoticeKind::none, happened.text_view ? Text::text_view_on : Text::text_view_off);
    remember(turn);
}

void on(Turn& turn, const TextSizeChosen& happened) {
    if (turn.session.text_percent == happened.percent || !is_text_size(happened.percent)) return;
    turn.session.text_percent = happened.percent;
    remember(turn);
}

void on(Turn& turn, const AppearanceRecalled& happened) {
    std::string word;
    for (const char c : happened.value + " ") {
        if (c != ' ') {
            word += c;
            continue;
        }
        recall_word(turn.session, word);
        word.clear();
    }
}

void on(Turn& turn, const PackArrived& happened) {
    turn.session.packs_wanted.erase(happened.pack);
    turn.session.packs_failed.erase(happened.pack);
    turn.session.packs_damaged.erase(happened.pack);
    if (happened.pack == start_pack) list_drafts(turn);
    // What is sought may be in it: the number of hits is said again.
    const bool looks_up = turn.session.place.screen == Screen::look_up && !turn.session.sought.empty();
    const bool searches = looks_up || !turn.session.search.empty();
    if (searches && turn.session.notice.kind == NoticeKind::none) ++turn.session.notice_serial;
}

void on(Turn& turn, const PackFailed& happened) {
    turn.session.packs_wanted.erase(happened.pack);
    turn.session.packs_failed.insert(happened.pack);
    if (happened.is_damaged) turn.session.packs_damaged.insert(happened.pack);
}

void on(Turn& turn, const PackWanted& happened) {
    turn.session.packs_failed.erase(happened.pack);
    turn.session.packs_damaged.erase(happened.pack);
}

void on(Turn& turn, const DayStamped& happened) {
    turn.session.today = happened.today;
    look_at_store(turn);
}

void on(Turn& turn, const PictureLost&) {
    if (turn.session.text_view) return;
    turn.session.text_view = true;
    say(turn, NoticeKind::information, Text::picture_lost);
}

}  // namespace core
