#include "base/json_writer.hpp"
#include "session/case_fields.hpp"
#include "session/session_codec.hpp"

namespace core {
namespace {

// Of one sign, by scale.
using ParkedSteps = std::map<std::size_t, std::string>;

bool is_empty(const Observation& answer, const ParkedSteps& parked) {
    for (const std::optional<std::size_t>& step : answer.scales) {
        if (step) return false;
    }
    return parked.empty() && answer.presence == Presence::not_answered && answer.saw.empty() && answer.thought.empty();
}

void write_if_any(JsonWriter& write, std::string_view key, const std::string& words) {
    if (!words.empty()) write.field(key, words);
}

template <class IdType>
void write_id(JsonWriter& write, std::string_view key, const IdType& id, const IdType& parked) {
    write_if_any(write, key, id.empty() ? parked.value : id.value);
}

void write_level(JsonWriter& write, std::string_view key, const Content& content,
                 const std::optional<LevelIndex>& level, const LevelId& parked) {
    const bool is_known = level && *level < content.levels.size();
    write_if_any(write, key, is_known ? content.levels[*level].id.value : parked.value);
}

template <class Ids>
void write_ids(JsonWriter& write, std::string_view key, Ids ids, const Ids& parked) {
    ids.insert(parked.begin(), parked.end());
    if (ids.empty()) return;
    write.key(key).begin_list();
    for (const auto& id : ids) write.text(id.value);
    write.end_list();
}

void write_observation(JsonWriter& write, const Content& content, const SignId& sign, const Observation& answer,
                       const ParkedSteps& parked) {
    write.begin_object().field("sign", sign.value);
    write.field("presence", presence_names[static_cast<std::size_t>(answer.presence)]);
    for (std::size_t i = 0; i < scale_kind_count; ++i) {
        const std::vector<ScaleStep>& steps = content.scales[i].steps;
        const std::optional<std::size_t>& step = answer.scales[i];
        const auto found = parked.find(i);
        if (step && *step < steps.size())
            write.field(scale_names[i], steps[*step].id);
        else if (found != parked.end())
            write.field(scale_names[i], found->second);
    }
    write_if_any(write, "saw", answer.saw);
    write_if_any(write, "thought", answer.thought);
    write.end_object();
}

void write_answers(JsonWriter& write, const Content& content, const Case& subject) {
    const Parked& parked = subject.parked;
    write.key("observations").begin_list();
    for (const auto& [sign, answer] : subject.observations) {
        const auto found = parked.steps.find(sign);
        const ParkedSteps& steps = found == parked.steps.end() ? ParkedSteps{} : found->second;
        if (!is_empty(answer, steps)) write_observation(write, content, sign, answer, steps);
    }
    write.end_list();
    write_ids(write, "circumstances", subject.circumstances, parked.circumstances);
    write_ids(write, "protective_factors", subject.protective_factors, parked.protective_factors);
    write.key("reflections").begin_list();
    for (const auto& [question, answer] : subject.reflections) {
        if (answer.empty()) continue;
        write.begin_object().field("question", question.value).field("answer", answer).end_object();
    }
    write.end_list();
}

// A file of its own kind: nothing in it is about a child.
std::string write_self(const Content& content, const std::string& name, const SelfAssessment& self) {
    JsonWriter write(JsonWriter::Layout::indented);
    write.begin_object().field("kind", self_kind).field("schema", case_schema);
    write_if_any(write, "content_version", content.version);
    write_if_any(write, "name", name);
    write.field("figure", self.figure.value);
    write.key("answers").begin_list();
    for (const SelfMarks& answer : self.answers) {
        write.begin_object();
        for (const auto& [part, mark] : answer) write.field(part, mark);
        write.end_object();
    }
    write.end_list();
    write_if_any(write, "agreed", self.agreed);
    write.end_object();
    return write.take();
}

void write_judgement(JsonWriter& write, const Content& content, const Case& subject) {
    const std::optional<Judgement>& judgement = subject.judgement;
    const std::string& reason = judgement ? judgement->reason : subject.reason_without_mark;
    if (!judgement && reason.empty() && subject.parked.mark.empty()) return;
    write.key("judgement").begin_object();
    const std::optional<LevelIndex> level = judgement ? std::optional{judgement->level} : std::nullopt;
    write_level(write, "level", content, level, subject.parked.mark);
    write_if_any(write, "reason", reason);
    write.end_object();
}

}  // namespace

std::string write_case(const Content& content, const Case& subject) {
    if (subject.self_assessment) return write_self(content, subject.code_word, *subject.self_assessment);
    JsonWriter write(JsonWriter::Layout::indented);
    write.begin_object().field("kind", case_kind).field("schema", case_schema);
    write_if_any(write, "content_version", content.version);
    write_if_any(write, "code_word", subject.code_word);
    const Parked& parked = subject.parked;
    write_id(write, "age", subject.age, parked.age);
    if (subject.months) write.field("months", *subject.months);
    if (subject.weeks_early) write.field("weeks_early", *subject.weeks_early);
    write_id(write, "role", subject.role, parked.role);
    write_answers(write, content, subject);
    write_level(write, "first_feeling", content, subject.first_feeling, parked.first_feeling);
    write_judgement(write, content, subject);
    write_id(write, "suspect", subject.suspect, parked.suspect);
    write_id(write, "certainty", subject.certainty, parked.certainty);
    write.end_object();
    return write.take();
}

}  // namespace core
