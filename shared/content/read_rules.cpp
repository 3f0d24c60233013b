#include "content/read_rules.hpp"

#include <string_view>
#include <utility>

#include "content/content.hpp"
#include "content/read_review.hpp"

namespace core {
namespace {

constexpr int largest = 10000;

enum class Order { rising, never_falling, never_growing };

bool keeps(Order order, int before, int after) {
    if (order == Order::rising) return before < after;
    if (order == Order::never_falling) return before <= after;
    return before >= after;
}

const char* cure_of(Order order) {
    if (order == Order::rising) return "Skriv tallene, så hvert er større end det før.";
    if (order == Order::never_falling) return "Skriv tallene, så intet er mindre end det før.";
    return "Skriv tallene, så intet er større end det før.";
}

// Whole numbers from 0, at least one, in the order asked for.
std::vector<int> read_numbers(JsonFields& fields, std::string_view key, Order order) {
    std::vector<int> numbers;
    for (const JsonValue& item : fields.list(key)) {
        const bool fits = item.kind == JsonKind::number && item.whole && item.number >= 0 && item.number <= largest;
        if (!fits) {
            complain(fields.report(), item, "Her skal stå et helt tal fra 0 til 10000.",
                     "Skriv tallet uden anførselstegn.");
            continue;
        }
        const int number = static_cast<int>(item.number);
        if (!numbers.empty() && !keeps(order, numbers.back(), number)) {
            complain(fields.report(), item,
                     "Tallene i »" + std::string(key) + "« står i en rækkefølge, reglen ikke tåler.", cure_of(order));
        }
        numbers.push_back(number);
    }
    if (numbers.empty() && fields.has(key)) {
        complain(fields.report(), fields.at(key), "»" + std::string(key) + "« har ingen tal.", "Skriv mindst ét tal.");
    }
    return numbers;
}

std::vector<std::size_t> read_positions(JsonFields& fields, std::string_view key) {
    std::vector<std::size_t> positions;
    for (const JsonValue& item : fields.list_or_empty(key)) {
        if (item.kind != JsonKind::number || !item.whole || item.number < 0 || item.number > 100) {
            complain(fields.report(), item, "Her skal stå et trins plads, talt fra 0.",
                     "Skriv et helt tal uden anførselstegn.");
            continue;
        }
        positions.push_back(static_cast<std::size_t>(item.number));
    }
    return positions;
}

std::size_t read_count(JsonFields& fields, std::string_view key, int lowest, int highest) {
    return static_cast<std::size_t>(fields.whole(key, lowest, highest));
}

void read_scale(JsonFields& fields, ScaleRule& scale) {
    scale.steps = read_numbers(fields, "steps", Order::never_falling);
    scale.middling = read_count(fields, "middling", 0, 100);
}

void read_weights(JsonFields& fields, Rules& rules) {
    rules.present = fields.whole("present", 1, largest);
    rules.light = fields.whole("light", 1, largest);
    rules.clear = fields.whole("clear", 1, largest);
    rules.grave = fields.whole("grave", 1, largest);
    if (rules.light > rules.clear || rules.clear > rules.grave) {
        complain(fields.report(), fields.at("light"),
                 "Et let tegn kan ikke tælle mere end et tydeligt, og et tydeligt ikke mere end et alvorligt.",
                 "Skriv tallene, så light ≤ clear ≤ grave.");
    }
}

void read_values(RuleKind kind, JsonFields& fields, Rules& rules) {
    switch (kind) {
        case RuleKind::weight: return read_weights(fields, rules);
        case RuleKind::frequency:
            rules.developmental = fields.whole("developmental", 0, largest);
            return read_scale(fields, rules.scales[0]);
        case RuleKind::severity: return read_scale(fields, rules.scales[1]);
        case RuleKind::duration: return read_scale(fields, rules.scales[2]);
        case RuleKind::trend: return read_scale(fields, rules.scales[3]);
        case RuleKind::where:
            rules.told_by_parents = read_positions(fields, "told_by_parents");
            rules.told_by_others = read_positions(fields, "told_by_others");
            rules.several_places = read_positions(fields, "several_places");
            return;
        case RuleKind::many_light:
            rules.light_quarters = read_numbers(fields, "quarters", Order::never_growing);
            return;
        case RuleKind::breadth: rules.breadth = read_numbers(fields, "by_dimensions", Order::never_falling); return;
        case RuleKind::margin: rules.margin_quarters = fields.whole("quarters", 4, 40); return;
        case RuleKind::unknown: rules.not_answered = fields.whole("not_answered", 0, largest); return;
        case RuleKind::thresholds: rules.thresholds = read_numbers(fields, "from", Order::rising); return;
        case RuleKind::protective: rules.protective_at_least = read_count(fields, "at_least", 1, 1000); return;
        case RuleKind::alarm: return;
        case RuleKind::too_little:
            rules.widest = read_count(fields, "widest", 1, 100);
            rules.fewest_known = read_count(fields, "fewest_known", 0, 1000);
            rules.longest_list = read_count(fields, "longest_list", 1, 100);
            return;
        case RuleKind::what_moves: rules.never_named = fields.id_texts("never_named"); return;
    }
}

void add_problem(Problems& problems, const std::string& file, std::string what, std::string cure) {
    problems.push_back(Problem{file, "/rules", 0, std::move(what), std::move(cure)});
}

bool all_below(const std::vector<std::size_t>& positions, std::size_t count) {
    for (const std::size_t position : positions) {
        if (position >= count) return false;
    }
    return true;
}

}  // namespace

void read_rules(const JsonValue& root, JsonReport& report, Rules& rules) {
    std::vector<std::string_view> kinds;
    for (std::size_t i = 0; i < rule_kind_count; ++i) kinds.emplace_back(name_of(static_cast<RuleKind>(i)));
    bool read[rule_kind_count] = {};

    JsonFields file(root, report);
    for (const JsonValue& item : file.list("rules")) {
        JsonFields fields(item, report);
        const std::size_t faults = report.problems.size();
        const std::size_t index = fields.choice("kind", kinds);
        if (report.problems.size() == faults && read[index]) {
            complain(report, fields.at("kind"),
                     "Der er allerede en regel af slagsen »" + std::string(kinds[index]) + "«.", "Behold én af dem.");
        }
        read[index] = true;
        RuleNote& note = rules.notes[index];
        note.id = fields.text("id");
        note.title = fields.text("title");
        note.why = fields.text("why");
        note.review = read_review(fields);
        read_values(static_cast<RuleKind>(index), fields, rules);
    }
    for (std::size_t i = 0; i < rule_kind_count; ++i) {
        if (read[i]) continue;
        complain(report, file.at("rules"), "Der mangler en regel af slagsen »" + std::string(kinds[i]) + "«.",
                 "Tilføj den; se docs/content-guide.md.");
    }
}

void check_rules(const Content& content, const std::string& file, Problems& problems) {
    const Rules& rules = content.rules;
    for (std::size_t i = 0; i < 4; ++i) {
        const std::string kind = name_of(static_cast<RuleKind>(i + 1));
        const std::size_t wanted = content.scales[i].steps.size();
        if (rules.scales[i].steps.size() != wanted) {
            add_problem(problems, file, "Reglen »" + kind + "« har ikke lige så mange trin som skalaen i scales.json.",
                        "Skriv " + std::to_string(wanted) + " tal i »steps«.");
        }
        if (rules.scales[i].middling >= wanted) {
            add_problem(problems, file, "Reglen »" + kind + "« peger på et mellemtrin, der ikke findes.",
                        "Skriv et tal under " + std::to_string(wanted) + " i »middling«.");
        }
    }
    const std::size_t places = content.scales[static_cast<std::size_t>(ScaleKind::where)].steps.size();
    if (!all_below(rules.told_by_parents, places) || !all_below(rules.told_by_others, places) ||
        !all_below(rules.several_places, places)) {
        add_problem(problems, file, "Reglen »where« peger på et sted, der ikke står i scales.json.",
                    "Skriv tal under " + std::to_string(places) + ".");
    }
    if (rules.not_answered > rules.light * rules.present) {
        add_problem(problems, file, "Et ubesvaret tegn må ikke tælle mere end det mindste tegn, der er set.",
                    "Skriv højst " + std::to_string(rules.light * rules.present) + " i »not_answered«.");
    }
    if (!rules.light_quarters.empty() && rules.light_quarters.front() > 4) {
        add_problem(problems, file, "Det stærkeste lette tegn må højst tælle fuldt.", "Begynd »quarters« med 4.");
    }
    for (const std::string& id : rules.never_named) {
        if (find_dimension(content, DimensionId(id)) == nullptr) {
            add_problem(problems, file, "Reglen »what_moves« nævner dimensionen »" + id + "«, som ikke findes.",
                        "Skriv et id fra dimensions.json.");
        }
    }
}

}  // namespace core
