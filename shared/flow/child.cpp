// The child's age, the professional's role, the code word.
//
// A changed age or role parks answers: they stay in Case::observations, and
// which of them count is computed (shown_signs).

#include "flow/route.hpp"
#include "flow/turn.hpp"

namespace core {

namespace {

constexpr std::size_t longest_code_word = 60;
constexpr std::size_t longest_number = 8;

}  // namespace

void on(Turn& turn, const AgeChosen& happened) {
    const AgeGroup* age = find_age(turn.content, happened.age);
    if (age == nullptr) return;
    Session& session = turn.session;
    if (!set_field(turn, session.subject.age, happened.age)) return;
    session.faults_shown.clear();
    const bool months_fit = session.subject.months && *session.subject.months >= age->from_months &&
                            *session.subject.months <= age->to_months;
    if (months_fit) return;
    session.subject.months.reset();
    session.months_typed.clear();
}

void on(Turn& turn, const MonthsTyped& happened) {
    Session& session = turn.session;
    const AgeGroup* age = find_age(turn.content, session.subject.age);
    if (age == nullptr) return;
    session.months_typed = no_longer_than(happened.text, longest_number);
    set_field(turn, session.subject.months, read_whole_number(session.months_typed, age->from_months, age->to_months));
}

void on(Turn& turn, const WeeksEarlyTyped& happened) {
    Session& session = turn.session;
    session.weeks_typed = no_longer_than(happened.text, longest_number);
    set_field(turn, session.subject.weeks_early, read_whole_number(session.weeks_typed, 0, most_weeks_early));
}

void on(Turn& turn, const RoleChosen& happened) {
    if (find_role(turn.content, happened.role) == nullptr) return;
    if (set_field(turn, turn.session.subject.role, happened.role)) turn.session.faults_shown.clear();
}

void on(Turn& turn, const CodeWordTyped& happened) {
    set_words(turn, turn.session.subject.code_word, happened.text, longest_code_word);
}

}  // namespace core
