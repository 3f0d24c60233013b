#include "assessment/explain.hpp"

#include <utility>

#include "assessment/compose_sentence.hpp"

namespace core {
namespace {

// The four ways to say that of the signs seen, so many …
struct Counted {
    Text only;  // the one sign seen
    Text one;
    Text all;
    Text many;
};

const std::string* step_phrase(const Content& content, const Observation& answer, ScaleKind kind) {
    const auto index = static_cast<std::size_t>(kind);
    const std::vector<ScaleStep>& steps = content.scales[index].steps;
    const std::optional<std::size_t>& step = answer.scales[index];
    return step && *step < steps.size() ? &steps[*step].phrase : nullptr;
}

std::string level_phrase(const Content& content, LevelIndex level) {
    return level < content.levels.size() ? content.levels[level].phrase : std::string();
}

// "barnet trækker sig fra leg, **hver dag** i **to til otte uger**, og det bekymrer dig **en del**"
void append_sign(Sentence& sentence, const Content& content, const Case& subject, const SignId& id) {
    const Sign* sign = find_sign(content, id);
    if (sign == nullptr) return;
    const Observation& answer = observation_of(subject, id);
    const std::string* frequency = sign->developmental ? nullptr : step_phrase(content, answer, ScaleKind::frequency);
    const std::string* duration = step_phrase(content, answer, ScaleKind::duration);
    const std::string* severity = step_phrase(content, answer, ScaleKind::severity);
    append_words(sentence, "{sign}", {{"sign", sign->phrase}});
    if (frequency != nullptr) append_words(sentence, content.texts[Text::explain_frequency], {{"step", *frequency}});
    if (duration != nullptr) {
        const Text key = frequency != nullptr ? Text::explain_duration : Text::explain_duration_first;
        append_words(sentence, content.texts[key], {{"step", *duration}});
    }
    if (severity != nullptr) append_words(sentence, content.texts[Text::explain_severity], {{"step", *severity}});
}

class Explainer {
public:
    Explainer(const Content& content, const Case& subject, const Indication& indication)
        : content_(content), subject_(subject), indication_(indication) {}

    Sentence explain(const Reason& reason) const {
        Sentence sentence;
        sentence.signs = reason.signs;
        sentence.rule = reason.rule;
        sentence.because = true;
        switch (reason.kind) {
            case ReasonKind::alarm: say(sentence, Text::explain_alarm, first_phrase(reason)); break;
            case ReasonKind::unsure_alarm:
                sentence.because = false;
                say_number(sentence, reason, Text::explain_unsure_alarm_one, Text::explain_unsure_alarm_many);
                break;
            case ReasonKind::nothing_answered:
                sentence.because = false;
                say(sentence, Text::explain_nothing_answered, "");
                break;
            case ReasonKind::nothing_seen:
                sentence.because = false;
                say(sentence, Text::explain_nothing_seen, "");
                break;
            case ReasonKind::sign: append_sign(sentence, content_, subject_, reason.signs.front()); break;
            case ReasonKind::more_signs:
                say_number(sentence, reason, Text::explain_more_signs, Text::explain_more_signs);
                break;
            case ReasonKind::breadth: say_breadth(sentence, reason); break;
            case ReasonKind::worse:
                say_counted(sentence, reason,
                            {Text::explain_worse_only, Text::explain_worse_one, Text::explain_worse_all,
                             Text::explain_worse_many});
                break;
            case ReasonKind::lasting:
                say_counted(sentence, reason,
                            {Text::explain_lasting_only, Text::explain_lasting_one, Text::explain_lasting_all,
                             Text::explain_lasting_many});
                break;
            case ReasonKind::told_by_parents:
                say_counted(sentence, reason,
                            {Text::explain_told_by_parents_only, Text::explain_told_by_parents_one,
                             Text::explain_told_by_parents_all, Text::explain_told_by_parents_many});
                break;
            case ReasonKind::told_by_others:
                say_counted(sentence, reason,
                            {Text::explain_told_by_others_only, Text::explain_told_by_others_one,
                             Text::explain_told_by_others_all, Text::explain_told_by_others_many});
                break;
            case ReasonKind::several_places:
                say_counted(sentence, reason,
                            {Text::explain_several_places_only, Text::explain_several_places_one,
                             Text::explain_several_places_all, Text::explain_several_places_many});
                break;
            case ReasonKind::unsure:
                sentence.because = indication_.basis.seen > 0;
                if (sentence.because) say_number(sentence, reason, Text::explain_unsure_one, Text::explain_unsure_many);
                if (!sentence.because)
                    say_number(sentence, reason, Text::explain_unsure_alone_one, Text::explain_unsure_alone_many);
                break;
            case ReasonKind::not_described:
                say_number(sentence, reason, Text::explain_not_described_one, Text::explain_not_described_many);
                break;
            case ReasonKind::protective_lowered:
                sentence.because = false;
                say(sentence, Text::explain_protective_lowered, "");
                break;
        }
        return sentence;
    }

private:
    std::string first_phrase(const Reason& reason) const {
        return reason.signs.empty() ? std::string() : phrase_of(content_, reason.signs.front());
    }

    void say(Sentence& sentence, Text key, const std::string& sign) const {
        append_words(sentence, content_.texts[key], {{"sign", sign}});
    }

    void say_number(Sentence& sentence, const Reason& reason, Text one, Text many) const {
        const std::string number = number_in_words(content_, reason.signs.size());
        const Text key = reason.signs.size() == 1 ? one : many;
        append_words(sentence, content_.texts[key], {{"number", number}, {"sign", first_phrase(reason)}});
    }

    void say_counted(Sentence& sentence, const Reason& reason, const Counted& counted) const {
        const std::size_t count = reason.signs.size();
        const std::size_t seen = indication_.basis.seen;
        const bool all = count == seen;
        const Text key = all ? (count == 1 ? counted.only : counted.all) : (count == 1 ? counted.one : counted.many);
        const std::string* longest =
            step_phrase(content_, observation_of(subject_, reason.signs.front()), ScaleKind::duration);
        const std::string number = number_in_words(content_, count);
        append_words(sentence, content_.texts[key], {{"number", number}, {"step", longest == nullptr ? "" : *longest}});
    }

    void say_breadth(Sentence& sentence, const Reason& reason) const {
        const std::string number = number_in_words(content_, reason.dimensions.size());
        append_words(sentence, content_.texts[Text::explain_breadth],
                     {{"number", number}, {"dimensions", dimensions_in_a_row(content_, reason.dimensions)}});
    }

    const Content& content_;
    const Case& subject_;
    const Indication& indication_;
};

}  // namespace

std::string plain(const Sentence& sentence) {
    std::string words;
    for (const Phrase& phrase : sentence.phrases) words += phrase.text;
    return words;
}

Sentence explain_span(const Content& content, const Indication& indication) {
    const std::string lowest = level_phrase(content, indication.lowest);
    const std::string highest = level_phrase(content, indication.highest);
    const bool wide = indication.highest - indication.lowest + 1 > content.rules.widest;
    Text key = indication.lowest == indication.highest ? Text::explain_span_one : Text::explain_span_two;
    if (indication.basis.too_little) key = wide ? Text::explain_span_wide : Text::explain_span_few;
    Sentence sentence;
    append_words(sentence, content.texts[key], {{"lowest", lowest}, {"highest", highest}});
    return sentence;
}

std::vector<Sentence> explain_reasons(const Content& content, const Case& subject, const Indication& indication) {
    const Explainer explainer(content, subject, indication);
    std::vector<Sentence> sentences;
    sentences.reserve(indication.reasons.size());
    for (const Reason& reason : indication.reasons) sentences.push_back(explainer.explain(reason));
    return sentences;
}

Text lead_in(const Indication& indication) { return indication.basis.too_little ? Text::known_so_far : Text::because; }

ReasonsInOrder in_reading_order(std::vector<Sentence> reasons) {
    ReasonsInOrder made;
    for (Sentence& reason : reasons) {
        std::vector<Sentence>& to = reason.because ? made.because : made.because.empty() ? made.before : made.after;
        to.push_back(std::move(reason));
    }
    return made;
}

}  // namespace core
