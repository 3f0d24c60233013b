// What stands beside the reasons: the basis, what would move the span, and
// what protects.

#include <utility>

#include "assessment/compose_sentence.hpp"
#include "assessment/explain.hpp"

namespace core {
namespace {

Text text_of(const Change& change, Presence before) {
    if (!change.of_presence) {
        switch (change.scale) {
            case ScaleKind::frequency: return Text::explain_change_frequency;
            case ScaleKind::severity:
                return change.step == 0 ? Text::explain_change_severity_lowest : Text::explain_change_severity;
            case ScaleKind::duration: return Text::explain_change_duration;
            case ScaleKind::trend: return Text::explain_change_trend;
            case ScaleKind::where: break;
        }
    }
    if (change.presence == Presence::seen) {
        return before == Presence::unsure ? Text::explain_change_turns_out : Text::explain_change_seen;
    }
    return before == Presence::seen ? Text::explain_change_not_seen : Text::explain_change_turns_out_not;
}

Sentence explain_change(const Content& content, const Case& subject, const Change& change, Text direction) {
    const std::vector<ScaleStep>& steps = content.scales[static_cast<std::size_t>(change.scale)].steps;
    const std::string step =
        !change.of_presence && change.step < steps.size() ? steps[change.step].phrase : std::string();
    const std::string words(content.texts[text_of(change, observation_of(subject, change.sign).presence)]);
    Sentence sentence;
    sentence.signs = {change.sign};
    sentence.rule = content.rules.note(RuleKind::what_moves).id;
    const std::string sign = phrase_of(content, change.sign);
    // The direction first, then the words themselves, stars and all.
    const std::string whole = fill(content.texts[direction], {{"change", words}});
    append_words(sentence, whole, {{"step", step}, {"sign", sign}});
    return sentence;
}

Sentence say(const Content& content, Text key, RuleKind rule) {
    Sentence sentence;
    append_words(sentence, content.texts[key]);
    sentence.rule = content.rules.note(rule).id;
    return sentence;
}

}  // namespace

std::vector<Sentence> explain_basis(const Content& content, const Indication& indication) {
    const Basis& basis = indication.basis;
    std::vector<Sentence> sentences;
    Sentence counted;
    append_words(counted, content.texts[Text::explain_basis],
                 {{"answered", std::to_string(basis.answered)}, {"shown", std::to_string(basis.shown)}});
    sentences.push_back(std::move(counted));
    if (basis.unsure > 0) {
        Sentence unsure;
        const Text key = basis.unsure == 1 ? Text::explain_basis_unsure_one : Text::explain_basis_unsure_many;
        append_words(unsure, content.texts[key], {{"number", std::to_string(basis.unsure)}});
        sentences.push_back(std::move(unsure));
    }
    if (!basis.not_looked_at.empty()) {
        Sentence missing;
        append_words(missing, content.texts[Text::explain_basis_not_looked_at],
                     {{"dimensions", dimensions_in_a_row(content, basis.not_looked_at)}});
        sentences.push_back(std::move(missing));
    }
    const bool wide = indication.highest - indication.lowest + 1 > content.rules.widest;
    if (wide) sentences.push_back(say(content, Text::explain_basis_wide, RuleKind::too_little));
    if (basis.offer_observation) sentences.push_back(say(content, Text::explain_basis_observe, RuleKind::too_little));
    return sentences;
}

std::vector<Sentence> explain_changes(const Content& content, const Case& subject, const Indication& indication) {
    std::vector<Sentence> sentences;
    if (indication.moves_down) {
        sentences.push_back(explain_change(content, subject, *indication.moves_down, Text::explain_change_down));
    }
    if (indication.moves_up) {
        sentences.push_back(explain_change(content, subject, *indication.moves_up, Text::explain_change_up));
    }
    return sentences;
}

std::vector<Sentence> explain_protective(const Content& content, const Indication& indication) {
    if (indication.protective_factors.empty()) return {};
    std::string names;
    for (const ProtectiveFactorId& id : indication.protective_factors) {
        const ProtectiveFactor* factor = find_protective_factor(content, id);
        if (factor == nullptr) continue;
        // Their names have commas of their own.
        if (!names.empty()) names += content.texts[Text::explain_dot];
        names += factor->phrase;
    }
    Sentence named;
    append_words(named, content.texts[Text::explain_protective], {{"factors", names}});
    std::vector<Sentence> sentences{std::move(named)};
    sentences.push_back(say(content, Text::explain_protective_beside, RuleKind::protective));
    return sentences;
}

}  // namespace core
