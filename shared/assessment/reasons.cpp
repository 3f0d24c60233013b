#include "assessment/reasons.hpp"

#include <algorithm>

#include <utility>
#include "base/sort.hpp"

namespace core {
namespace {

constexpr std::size_t counting_scales = 4;

std::size_t index_of(ScaleKind kind) { return static_cast<std::size_t>(kind); }

bool is_seen(const Asked& asked) { return asked.answer->presence == Presence::seen; }

bool holds(const std::vector<std::size_t>& steps, const std::optional<std::size_t>& step) {
    return step && std::find(steps.begin(), steps.end(), *step) != steps.end();
}

// At the top of a scale whose top counts more than the step below.
bool is_at_top(const Content& content, const Asked& asked, ScaleKind kind) {
    const std::vector<int>& steps = content.rules.scales[index_of(kind)].steps;
    const std::optional<std::size_t>& step = asked.answer->scales[index_of(kind)];
    return steps.size() > 1 && step && *step + 1 == steps.size() && steps.back() > steps[steps.size() - 2];
}

bool is_described(const Asked& asked) {
    for (std::size_t i = 0; i < counting_scales; ++i) {
        const bool asks = !(asked.sign->developmental && i == index_of(ScaleKind::frequency));
        if (asks && !asked.answer->scales[i]) return false;
    }
    return true;
}

class Collector {
public:
    Collector(const Content& content, const Weighing& weighing) : content_(content), weighing_(weighing) {}

    template <class Fits>
    void add_if_any(ReasonKind kind, RuleKind rule, Fits fits) {
        Reason reason{kind, content_.rules.note(rule).id, {}, {}};
        for (const Asked& asked : weighing_.asked()) {
            if (fits(asked)) reason.signs.push_back(asked.sign->id);
        }
        if (!reason.signs.empty()) reasons_.push_back(std::move(reason));
    }

    void add_alarms() {
        for (const Asked& asked : weighing_.asked()) {
            if (is_seen(asked) && asked.sign->alarm) add(ReasonKind::alarm, RuleKind::alarm, {asked.sign->id});
        }
        add_if_any(ReasonKind::unsure_alarm, RuleKind::alarm,
                   [](const Asked& asked) { return asked.sign->alarm && asked.answer->presence == Presence::unsure; });
    }

    // The strongest signs one by one, the rest together.
    void add_signs() {
        std::vector<std::pair<int, std::size_t>> ranked;
        for (std::size_t i = 0; i < weighing_.asked().size(); ++i) {
            const Asked& asked = weighing_.asked()[i];
            if (is_seen(asked) && !asked.sign->alarm) ranked.emplace_back(weighing_.effect_of(i), i);
        }
        sort_short(ranked, [](const auto& left, const auto& right) { return left.first > right.first; });
        std::vector<SignId> rest;
        for (std::size_t i = 0; i < ranked.size(); ++i) {
            const SignId& id = weighing_.asked()[ranked[i].second].sign->id;
            // One left over is named too: "et tegn mere" would take as much room.
            const bool named = i < content_.rules.longest_list || (rest.empty() && i + 1 == ranked.size());
            if (named) add(ReasonKind::sign, RuleKind::weight, {id});
            if (!named) rest.push_back(id);
        }
        if (!rest.empty()) add(ReasonKind::more_signs, RuleKind::weight, std::move(rest));
    }

    void add_breadth() {
        std::vector<bool> seen(content_.dimensions.size(), false);
        Reason reason{ReasonKind::breadth, content_.rules.note(RuleKind::breadth).id, {}, {}};
        for (const Asked& asked : weighing_.asked()) {
            if (!is_seen(asked) || seen[asked.dimension]) continue;
            seen[asked.dimension] = true;
            reason.signs.push_back(asked.sign->id);
            reason.dimensions.push_back(content_.dimensions[asked.dimension].id);
        }
        if (reason.dimensions.size() > 1) reasons_.push_back(std::move(reason));
    }

    void add(ReasonKind kind, RuleKind rule, std::vector<SignId> signs) {
        reasons_.push_back(Reason{kind, content_.rules.note(rule).id, std::move(signs), {}});
    }

    std::vector<Reason> take() { return std::move(reasons_); }

private:
    const Content& content_;
    const Weighing& weighing_;
    std::vector<Reason> reasons_;
};

}  // namespace

std::vector<Reason> find_reasons(const Content& content, const Weighing& weighing, const Indication& indication) {
    Collector collector(content, weighing);
    collector.add_alarms();
    const Basis& basis = indication.basis;
    if (basis.answered + basis.unsure == 0) collector.add(ReasonKind::nothing_answered, RuleKind::unknown, {});
    if (basis.seen == 0 && basis.answered > basis.unsure)
        collector.add(ReasonKind::nothing_seen, RuleKind::unknown, {});
    collector.add_signs();
    collector.add_breadth();
    collector.add_if_any(ReasonKind::worse, RuleKind::trend, [&content](const Asked& asked) {
        return is_seen(asked) && is_at_top(content, asked, ScaleKind::trend);
    });
    collector.add_if_any(ReasonKind::lasting, RuleKind::duration, [&content](const Asked& asked) {
        return is_seen(asked) && is_at_top(content, asked, ScaleKind::duration);
    });
    const auto seen_at = [](const std::vector<std::size_t>& steps) {
        return [&steps](const Asked& asked) {
            return is_seen(asked) && holds(steps, asked.answer->scales[index_of(ScaleKind::where)]);
        };
    };
    collector.add_if_any(ReasonKind::told_by_parents, RuleKind::where, seen_at(content.rules.told_by_parents));
    collector.add_if_any(ReasonKind::told_by_others, RuleKind::where, seen_at(content.rules.told_by_others));
    collector.add_if_any(ReasonKind::several_places, RuleKind::where, seen_at(content.rules.several_places));
    collector.add_if_any(ReasonKind::unsure, RuleKind::unknown, [](const Asked& asked) {
        return !asked.sign->alarm && asked.answer->presence == Presence::unsure;
    });
    collector.add_if_any(ReasonKind::not_described, RuleKind::unknown, [](const Asked& asked) {
        return is_seen(asked) && !asked.sign->alarm && !is_described(asked);
    });
    if (indication.protective_lowered) collector.add(ReasonKind::protective_lowered, RuleKind::protective, {});
    return collector.take();
}

}  // namespace core
