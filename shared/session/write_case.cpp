#include "base/json_writer.hpp"
#include "session/case_fields.hpp"
#include "session/session_codec.hpp"

namespace core {
namespace {

bool is_empty(const Observation& answer) {
    for (const std::optional<std::size_t>& step : answer.scales) {
        if (step) return false;
    }
    return answer.presence == Presence::not_answered && answer.saw.empty() && answer.thought.empty();
}

void write_if_any(JsonWriter& write, std::string_view key, const std::string& words) {
    if (!words.empty()) write.field(key, words);
}

void write_level(JsonWriter& write, std::string_view key, const Content& content, LevelIndex level) {
    if (level < content.levels.size()) write.field(key, content.levels[level].id.value);
}

template <class Ids>
void write_ids(JsonWriter& write, std::string_view key, const Ids& ids) {
    if (ids.empty()) return;
    write.key(key).begin_list();
    for (const auto& id : ids) write.text(id.value);
    write.end_list();
}

void write_observation(JsonWriter& write, const Content& content, const SignId& sign, const Observation& answer) {
    write.begin_object().field("sign", sign.value);
    write.field("presence", presence_names[static_cast<std::size_t>(answer.presence)]);
    for (std::size_t i = 0; i < scale_kind_count; ++i) {
        const std::vector<ScaleStep>& steps = content.scales[i].steps;
        const std::optional<std::size_t>& step = answer.scales[i];
        if (step && *step < steps.size()) write.field(scale_names[i], steps[*step].id);
    }
    write_if_any(write, "saw", answer.saw);
    write_if_any(write, "thought", answer.thought);
    write.end_object();
}

void write_answers(JsonWriter& write, const Content& content, const Case& subject) {
    write.key("observations").begin_list();
    for (const auto& [sign, answer] : subject.observations) {
        if (!is_empty(answer)) write_observation(write, content, sign, answer);
    }
    write.end_list();
    write_ids(write, "circumstances", subject.circumstances);
    write_ids(write, "protective_factors", subject.protective_factors);
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

}  // namespace

std::string write_case(const Content& content, const Case& subject) {
    if (subject.self_assessment) return write_self(content, subject.code_word, *subject.self_assessment);
    JsonWriter write(JsonWriter::Layout::indented);
    write.begin_object().field("kind", case_kind).field("schema", case_schema);
    write_if_any(write, "content_version", content.version);
    write_if_any(write, "code_word", subject.code_word);
    write_if_any(write, "age", subject.age.value);
    if (subject.months) write.field("months", *subject.months);
    if (subject.weeks_early) write.field("weeks_early", *subject.weeks_early);
    write_if_any(write, "role", subject.role.value);
    write_answers(write, content, subject);
    if (subject.first_feeling) write_level(write, "first_feeling", content, *subject.first_feeling);
    if (subject.judgement) {
        write.key("judgement").begin_object();
        write_level(write, "level", content, subject.judgement->level);
        write_if_any(write, "reason", subject.judgement->reason);
        write.end_object();
    } else if (!subject.reason_without_mark.empty()) {
        write.key("judgement").begin_object().field("reason", subject.reason_without_mark).end_object();
    }
    write_if_any(write, "suspect", subject.suspect.value);
    write_if_any(write, "certainty", subject.certainty.value);
    write.end_object();
    return write.take();
}

}  // namespace core
