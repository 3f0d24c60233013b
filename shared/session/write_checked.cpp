// A serializer's fault is found before it is sealed, while the words are still on the screen (safekeeping.md, 3.6).

#include <utility>

#include "session/session_codec.hpp"

namespace core {
namespace {

template <class IdType>
void replace_parked(const IdType& answered, IdType& parked) {
    if (!answered.empty()) parked = IdType{};
}

// An answer given anew goes before the parked one.
void replace_steps(const SignId& sign, const Observation& answer, Parked& parked) {
    const auto found = parked.steps.find(sign);
    if (found == parked.steps.end()) return;
    std::erase_if(found->second, [&](const auto& step) { return answer.scales[step.first].has_value(); });
    if (found->second.empty()) parked.steps.erase(found);
}

// What a file says of the case: nothing of what stands empty, or was replaced.
Case as_kept(const Content& content, Case subject) {
    subject.content_version = content.version;
    if (subject.self_assessment) {
        Case self;
        self.content_version = subject.content_version;
        self.code_word = std::move(subject.code_word);
        self.self_assessment = std::move(subject.self_assessment);
        return self;
    }
    Parked& parked = subject.parked;
    for (const auto& [sign, answer] : subject.observations) replace_steps(sign, answer, parked);
    std::erase_if(subject.observations,
                  [&](const auto& one) { return one.second == Observation{} && !parked.steps.contains(one.first); });
    std::erase_if(subject.reflections, [](const auto& one) { return one.second.empty(); });
    replace_parked(subject.age, parked.age);
    replace_parked(subject.role, parked.role);
    replace_parked(subject.suspect, parked.suspect);
    replace_parked(subject.certainty, parked.certainty);
    if (subject.first_feeling) parked.first_feeling = {};
    if (subject.judgement) {
        parked.mark = {};
        subject.reason_without_mark.clear();
    }
    return subject;
}

}  // namespace

std::optional<std::string> write_checked_case(const Content& content, const Case& subject) {
    std::string bytes = write_case(content, subject);
    if (bytes.size() > longest_case_file) return bytes;
    const std::variant<OpenedCase, CaseFault> read = read_case(content, bytes);
    const auto* opened = std::get_if<OpenedCase>(&read);
    if (opened == nullptr || opened->subject != as_kept(content, subject)) return std::nullopt;
    if (write_case(content, opened->subject) != bytes) return std::nullopt;
    return bytes;
}

}  // namespace core
