// What was read of the videnssamling, and how far. It says nothing about a case, and stays in this visit unless the
// user wants it remembered on the device.

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/id.hpp"
#include "flow/turn.hpp"

namespace core {

namespace {

constexpr const char* article_name = "article";
constexpr const char* meeting_name = "meeting";

bool is_read(Screen screen) { return screen == Screen::article || screen == Screen::meeting; }

// A line for each, newest first: "article notification_steps block-7"; on(ReadingsRecalled) reads them. Empty lines
// never; nothing at all: to be forgotten.
std::string written(const std::vector<Reading>& readings) {
    std::string text;
    for (const Reading& one : readings) {
        text += one.place.screen == Screen::article ? article_name : meeting_name;
        text += " " + one.place.part + " " + one.reached + "\n";
    }
    return text;
}

void remember(Turn& turn) {
    const Session& session = turn.session;
    if (session.remembers_readings) turn.effects.push_back(RememberReadings{written(session.readings)});
}

std::string take_word(std::string_view& line) {
    const std::size_t at = std::min(line.find(' '), line.size());
    std::string word(line.substr(0, at));
    line.remove_prefix(std::min(at + 1, line.size()));
    return word;
}

// Whatever runs under this address can write there.
std::optional<Reading> read_line(std::string_view line) {
    const std::string name = take_word(line);
    const std::string part = take_word(line);
    const std::string reached = take_word(line);
    const bool is_known = name == article_name || name == meeting_name;
    if (!is_known || !is_valid_id(part) || (!reached.empty() && !is_valid_id(reached))) return std::nullopt;
    return Reading{Place{name == article_name ? Screen::article : Screen::meeting, part}, reached};
}

// Behind what was read in this visit. The page may have been opened at an article: then it is known here only how far
// that was read.
void recall(Session& session, const Reading& read) {
    for (Reading& one : session.readings) {
        if (!(one.place == read.place)) continue;
        if (one.reached.empty()) one.reached = read.reached;
        if (session.place == read.place && session.resume_at.empty()) session.resume_at = read.reached;
        return;
    }
    if (session.readings.size() < most_readings) session.readings.push_back(read);
}

}  // namespace

void note_reading(Turn& turn) {
    Session& session = turn.session;
    session.resume_at.clear();
    if (!is_read(session.place.screen)) return;
    Reading reading{session.place, {}};
    for (std::size_t at = 0; at < session.readings.size(); ++at) {
        if (!(session.readings[at].place == session.place)) continue;
        session.resume_at = reading.reached = session.readings[at].reached;
        session.readings.erase(session.readings.begin() + static_cast<std::ptrdiff_t>(at));
        break;
    }
    session.readings.insert(session.readings.begin(), std::move(reading));
    if (session.readings.size() > most_readings) session.readings.pop_back();
    remember(turn);
}

void on(Turn& turn, const HeadingReached& happened) {
    Session& session = turn.session;
    const bool is_here = !session.readings.empty() && session.readings.front().place == session.place;
    if (!is_here || session.readings.front().reached == happened.element) return;
    session.readings.front().reached = happened.element;
    remember(turn);
}

void on(Turn& turn, const ReadingsRemembered& happened) {
    Session& session = turn.session;
    session.remembers_readings = happened.on;
    turn.effects.push_back(RememberReadings{happened.on ? written(session.readings) : std::string{}});
}

void on(Turn& turn, const ReadingsForgotten&) {
    turn.session.readings.clear();
    turn.session.remembers_readings = false;
    turn.effects.push_back(RememberReadings{});
    say(turn, NoticeKind::information, Text::readings_forgotten);
}

void on(Turn& turn, const ReadingsRecalled& happened) {
    Session& session = turn.session;
    std::string_view rest = happened.value;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        const std::optional<Reading> read = read_line(line);
        if (read) recall(session, *read);
    }
    session.remembers_readings = !session.readings.empty();
}

}  // namespace core
