#include "assessment/find_changes.hpp"

#include <algorithm>
#include <vector>

namespace core {
namespace {

constexpr std::size_t counting_scales = 4;

bool is_up(const Span& before, const Span& after) {
    return after.lowest >= before.lowest && after.highest >= before.highest && !(after == before);
}

bool is_down(const Span& before, const Span& after) { return is_up(after, before); }

class Search {
public:
    Search(const Content& content, const Weighing& weighing)
        : content_(content), weighing_(weighing), before_(weighing.span()) {}

    Changes run() {
        const std::vector<Asked>& asked = weighing_.asked();
        for (std::size_t i = 0; i < asked.size(); ++i) {
            if (may_be_named(*asked[i].sign) && asked[i].answer->presence == Presence::seen) try_scales(i);
        }
        std::vector<bool> close(content_.dimensions.size(), false);
        for (const Asked& one : asked) {
            if (one.answer->presence == Presence::seen) close[one.dimension] = true;
        }
        for (const bool wanted : {true, false}) {
            for (std::size_t i = 0; i < asked.size(); ++i) {
                if (close[asked[i].dimension] == wanted && may_be_named(*asked[i].sign)) try_presences(i);
            }
        }
        return found_;
    }

private:
    bool may_be_named(const Sign& sign) const {
        const std::vector<std::string>& never = content_.rules.never_named;
        return !sign.alarm && std::find(never.begin(), never.end(), sign.dimension.value) == never.end();
    }

    void try_scales(std::size_t index) {
        const Asked& asked = weighing_.asked()[index];
        for (std::size_t i = 0; i < counting_scales; ++i) {
            const std::size_t count = content_.scales[i].steps.size();
            if (count == 0) continue;
            if (asked.sign->developmental && i == static_cast<std::size_t>(ScaleKind::frequency)) continue;
            const std::optional<std::size_t> now = asked.answer->scales[i];
            if (!now) {
                try_answers(index, i, count);
                continue;
            }
            if (*now + 1 < count) try_towards(index, i, *now, count - 1);
            if (*now > 0) try_towards(index, i, *now, 0);
        }
    }

    Observation with_step(std::size_t index, std::size_t scale, std::size_t step) const {
        Observation answer;
        const Observation& now = *weighing_.asked()[index].answer;
        answer.presence = now.presence;
        std::copy(std::begin(now.scales), std::end(now.scales), std::begin(answer.scales));
        answer.scales[scale] = step;
        return answer;
    }

    bool moves(bool up, const Span& after) const { return up ? is_up(before_, after) : is_down(before_, after); }

    bool is_better(bool up, std::size_t steps) const {
        const std::optional<Change>& best = up ? found_.up : found_.down;
        return !best || steps < best->steps;
    }

    void keep(bool up, const Change& change) { (up ? found_.up : found_.down) = change; }

    // More steps the same way never move the span less, so the farthest worth
    // having is asked first.
    void try_towards(std::size_t index, std::size_t scale, std::size_t now, std::size_t end) {
        const bool up = end > now;
        const std::size_t best =
            (up ? found_.up : found_.down) ? (up ? found_.up : found_.down)->steps : counting_scales * 100;
        const std::size_t reach = std::min(up ? end - now : now - end, best - 1);
        if (reach == 0) return;
        const auto step_at = [&](std::size_t steps) { return up ? now + steps : now - steps; };
        if (!moves(up, weighing_.span_with(index, with_step(index, scale, step_at(reach))))) return;
        for (std::size_t steps = 1; steps <= reach; ++steps) {
            if (!moves(up, weighing_.span_with(index, with_step(index, scale, step_at(steps))))) continue;
            keep(up, change_of_scale(index, scale, step_at(steps), steps));
            return;
        }
    }

    // A scale not answered yet: any answer is one step.
    void try_answers(std::size_t index, std::size_t scale, std::size_t count) {
        for (std::size_t step = 0; is_better(true, 1) && step < count; ++step) {
            if (moves(true, weighing_.span_with(index, with_step(index, scale, step)))) {
                keep(true, change_of_scale(index, scale, step, 1));
            }
        }
        for (std::size_t step = count; is_better(false, 1) && step > 0; --step) {
            if (moves(false, weighing_.span_with(index, with_step(index, scale, step - 1)))) {
                keep(false, change_of_scale(index, scale, step - 1, 1));
            }
        }
    }

    void try_presences(std::size_t index) {
        for (const bool up : {true, false}) {
            const Presence presence = up ? Presence::seen : Presence::not_seen;
            const Observation& now = *weighing_.asked()[index].answer;
            if (now.presence == presence || !is_better(up, 1)) continue;
            Observation answer;
            answer.presence = presence;
            std::copy(std::begin(now.scales), std::end(now.scales), std::begin(answer.scales));
            if (!moves(up, weighing_.span_with(index, answer))) continue;
            Change change;
            change.sign = weighing_.asked()[index].sign->id;
            change.of_presence = true;
            change.presence = presence;
            change.steps = 1;
            keep(up, change);
        }
    }

    Change change_of_scale(std::size_t index, std::size_t scale, std::size_t step, std::size_t steps) const {
        Change change;
        change.sign = weighing_.asked()[index].sign->id;
        change.scale = static_cast<ScaleKind>(scale);
        change.step = step;
        change.steps = steps;
        return change;
    }

    const Content& content_;
    const Weighing& weighing_;
    Span before_;
    Changes found_;
};

}  // namespace

Changes find_changes(const Content& content, const Weighing& weighing) { return Search(content, weighing).run(); }

}  // namespace core
