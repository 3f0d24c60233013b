#include "flow/update.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "flow/route.hpp"
#include "flow/turn.hpp"

namespace core {

namespace {

void order_missing_packs(Turn& turn) {
    std::vector<std::string> packs = packs_needed(turn.content, turn.session);
    for (std::string& pack : packs_wanted_soon(turn.content, turn.session)) packs.push_back(std::move(pack));
    for (const std::string& pack : packs) {
        if (turn.session.packs_failed.count(pack) != 0) continue;
        if (!turn.session.packs_wanted.insert(pack).second) continue;
        turn.effects.push_back(LoadPack{pack});
    }
}

}  // namespace

void mark_changed(Turn& turn) {
    turn.session.has_unsaved_work = true;
    for (auto& [number, ticket] : turn.session.tickets) ticket.overtaken = true;
    keep_change(turn);
}

void say(Turn& turn, NoticeKind kind, Text text, std::string detail, std::string at) {
    turn.session.notice = Notice{kind, text, std::move(detail), std::move(at)};
    ++turn.session.notice_serial;
}

void move_focus(Turn& turn, std::string element) {
    turn.session.focus_id = std::move(element);
    ++turn.session.focus_serial;
}

std::uint32_t take_ticket(Turn& turn, Order order, std::string at) {
    const std::uint32_t number = turn.session.next_ticket++;
    turn.session.tickets[number] = Ticket{order, std::move(at), false};
    return number;
}

std::string no_longer_than(std::string text, std::size_t most_characters) {
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
        if (!begins || ++characters <= most_characters) continue;
        text.resize(at);
        break;
    }
    return text;
}

void set_words(Turn& turn, std::string& field, const std::string& typed, std::size_t most_characters) {
    const bool was_full = count_units(field) >= most_characters;
    const std::size_t room = std::max(most_characters, count_characters(field));
    if (!set_field(turn, field, no_longer_than(typed, room)) || was_full) return;
    // A browser cuts what is pasted without a word. The same stands by the field (view/build.cpp); here it is heard.
    if (count_units(field) >= most_characters)
        say(turn, NoticeKind::none, Text::field_full, written_count(most_characters));
}

Step update(const Content& content, Session session, const Action& action) {
    Step step{std::move(session), {}};
    const bool was_unsaved = step.session.has_unsaved_work;

    Turn turn{content, step.session, step.effects};
    std::visit([&turn](const auto& happened) { on(turn, happened); }, action);

    end_turn(turn);
    order_missing_packs(turn);
    if (step.session.has_unsaved_work != was_unsaved) {
        step.effects.push_back(GuardUnsavedWork{step.session.has_unsaved_work});
    }
    return step;
}

}  // namespace core
