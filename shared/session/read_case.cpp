#include <algorithm>
#include <initializer_list>
#include <utility>

#include "base/json_reader.hpp"
#include "base/text.hpp"
#include "session/case_fields.hpp"
#include "session/session_codec.hpp"

namespace core {
namespace {

constexpr double most_months = 18 * 12 - 1;  // as in case.schema.json
constexpr double most_weeks_early = 18;
// Answers to what this content does not know. With those it knows, and that are given later, a case stays within what
// is read of a list.
constexpr std::size_t most_parked = 3000;

// Takes a case file apart. The first thing that is not as written by
// write_case makes the whole file damaged; `fault_line` then tells where.
class CaseReader {
public:
    explicit CaseReader(const Content& content) : content_(content) {
        // Signs of other ages travel in packs that may not be here yet: only
        // when all are, an unknown sign is known to be unknown.
        for (const AgeGroup& age : content.ages) {
            if (!age.pack.empty() && !has_pack(content, age.pack)) all_signs_here_ = false;
        }
    }

    void read(const JsonValue& root) {
        only(root, {"kind", "schema", "content_version", "code_word", "age", "months", "weeks_early", "role",
                    "observations", "circumstances", "protective_factors", "reflections", "first_feeling", "judgement",
                    "suspect", "certainty"});
        Case& subject = opened_.subject;
        subject.content_version = words(root, "content_version");
        subject.code_word = words(root, "code_word");
        subject.months = whole(root, "months", most_months);
        subject.weeks_early = whole(root, "weeks_early", most_weeks_early);
        Parked& parked = subject.parked;
        read_id(root, "age", subject.age, parked.age,
                [this](const AgeGroupId& one) { return find_age(content_, one) != nullptr; });
        read_id(root, "role", subject.role, parked.role,
                [this](const RoleId& one) { return find_role(content_, one) != nullptr; });
        read_id(root, "suspect", subject.suspect, parked.suspect, [this](const SuspectId& one) {
            return content_.suspects.empty() || find_suspect(content_, one) != nullptr;
        });
        read_id(root, "certainty", subject.certainty, parked.certainty, [this](const CertaintyId& one) {
            return content_.certainties.empty() || find_certainty(content_, one) != nullptr;
        });
        for (const JsonValue& item : list(root, "observations")) read_observation(item);
        for (const JsonValue& item : list(root, "reflections")) read_reflection(item);
        read_ids(root, "circumstances", subject.circumstances, parked.circumstances, [this](const CircumstanceId& one) {
            return content_.circumstances.empty() || find_circumstance(content_, one) != nullptr;
        });
        read_ids(root, "protective_factors", subject.protective_factors, parked.protective_factors,
                 [this](const ProtectiveFactorId& one) {
                     return content_.protective_factors.empty() || find_protective_factor(content_, one) != nullptr;
                 });
        subject.first_feeling = level(root, "first_feeling", parked.first_feeling);
        read_judgement(root);
        opened_.other_version = subject.content_version != content_.version;
    }

    void read_self(const JsonValue& root) {
        only(root, {"kind", "schema", "content_version", "name", "figure", "answers", "agreed"});
        Case& subject = opened_.subject;
        subject.content_version = words(root, "content_version");
        subject.code_word = words(root, "name");
        SelfAssessment self;
        self.figure = id<FigureId>(root, "figure");
        self.agreed = words(root, "agreed");
        for (const JsonValue& item : list(root, "answers")) self.answers.push_back(read_marks(item));
        if (self.figure.empty() || self.answers.empty() || self.answers.size() > most_answers) damage(root);
        subject.self_assessment = std::move(self);
        opened_.other_version = subject.content_version != content_.version;
    }

    [[nodiscard]] bool damaged() const { return damaged_; }
    [[nodiscard]] int fault_line() const { return fault_line_; }
    OpenedCase take() { return std::move(opened_); }

private:
    void damage(const JsonValue& where) {
        if (!damaged_) fault_line_ = where.line;
        damaged_ = true;
    }

    void only(const JsonValue& object, std::initializer_list<std::string_view> keys) {
        if (object.kind != JsonKind::object) return damage(object);
        for (const JsonValue& member : object.items) {
            if (std::find(keys.begin(), keys.end(), member.key) == keys.end()) damage(member);
        }
    }

    const JsonValue* member(const JsonValue& object, std::string_view key, JsonKind kind) {
        const JsonValue* found = find_member(object, key);
        if (found == nullptr || found->kind == kind) return found;
        damage(*found);
        return nullptr;
    }

    std::string words(const JsonValue& object, std::string_view key) {
        const JsonValue* found = member(object, key, JsonKind::text);
        return found == nullptr ? std::string() : found->text;
    }

    std::optional<int> whole(const JsonValue& object, std::string_view key, double highest) {
        const JsonValue* found = member(object, key, JsonKind::number);
        if (found == nullptr) return std::nullopt;
        if (!found->whole || found->number < 0 || found->number > highest) {
            damage(*found);
            return std::nullopt;
        }
        return static_cast<int>(found->number);
    }

    const std::vector<JsonValue>& list(const JsonValue& object, std::string_view key) {
        const JsonValue* found = member(object, key, JsonKind::list);
        return found == nullptr ? none_ : found->items;
    }

    // Empty when it is not there.
    template <class IdType>
    IdType id(const JsonValue& object, std::string_view key) {
        const JsonValue* found = member(object, key, JsonKind::text);
        return found == nullptr ? IdType{} : valid<IdType>(*found);
    }

    template <class IdType>
    IdType valid(const JsonValue& value) {
        if (value.kind == JsonKind::text && is_valid_id(value.text)) return IdType{value.text};
        damage(value);
        return IdType{};
    }

    template <class IdType, class IsKnown>
    void read_id(const JsonValue& root, std::string_view key, IdType& into, IdType& parked, IsKnown is_known) {
        IdType one = id<IdType>(root, key);
        const bool is_parked = !one.empty() && !is_known(one);
        if (is_parked) ++opened_.unknown;
        (is_parked ? parked : into) = std::move(one);
    }

    std::optional<LevelIndex> level(const JsonValue& object, std::string_view key, LevelId& parked) {
        LevelId one = id<LevelId>(object, key);
        if (one.empty()) return std::nullopt;
        const std::optional<LevelIndex> found = find_level(content_, one);
        if (found) return found;
        ++opened_.unknown;
        parked = std::move(one);
        return std::nullopt;
    }

    template <class IdType, class IsKnown>
    void read_ids(const JsonValue& root, std::string_view key, std::set<IdType>& into, std::set<IdType>& parked,
                  IsKnown is_known) {
        for (const JsonValue& item : list(root, key)) {
            const IdType one = valid<IdType>(item);
            if (one.empty()) return;
            const bool is_parked = !is_known(one);
            if (is_parked) ++opened_.unknown;
            if (is_parked && ++parked_ > most_parked) return damage(item);
            if (!(is_parked ? parked : into).insert(one).second) damage(item);
        }
    }

    // Marks of parts this figure does not have stay here, parked.
    SelfMarks read_marks(const JsonValue& item) {
        constexpr double highest_mark = 5;
        SelfMarks marks;
        if (item.kind != JsonKind::object || item.items.size() > most_parked) damage(item);
        for (const JsonValue& mark : item.items) {
            const std::optional<int> number = whole(item, mark.key, highest_mark);
            if (!is_valid_id(mark.key) || number.value_or(0) < 1) damage(mark);
            marks[mark.key] = number.value_or(0);
        }
        return marks;
    }

    void read_observation(const JsonValue& item) {
        only(item, {"sign", "presence", "frequency", "severity", "duration", "trend", "where", "saw", "thought"});
        const SignId sign = id<SignId>(item, "sign");
        if (sign.empty()) return damage(item);
        // Kept all the same: it stays parked with what the user wrote, and goes into the next file.
        const bool is_parked = find_sign(content_, sign) == nullptr;
        if (is_parked && ++parked_ > most_parked) return damage(item);
        if (is_parked && all_signs_here_) ++opened_.unknown;

        Observation answer;
        const std::string presence = words(item, "presence");
        const auto* const found = std::find(std::begin(presence_names), std::end(presence_names), presence);
        if (found == std::end(presence_names)) return damage(item);
        answer.presence = static_cast<Presence>(found - std::begin(presence_names));
        for (std::size_t i = 0; i < scale_kind_count; ++i) answer.scales[i] = step(item, i, sign);
        answer.saw = words(item, "saw");
        answer.thought = words(item, "thought");
        if (!opened_.subject.observations.emplace(sign, std::move(answer)).second) damage(item);
    }

    std::optional<std::size_t> step(const JsonValue& item, std::size_t scale, const SignId& sign) {
        std::string name = words(item, scale_names[scale]);
        if (name.empty()) return std::nullopt;
        const std::vector<ScaleStep>& steps = content_.scales[scale].steps;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (steps[i].id == name) return i;
        }
        if (!is_valid_id(name)) damage(item);
        ++opened_.unknown;
        opened_.subject.parked.steps[sign][scale] = std::move(name);
        return std::nullopt;
    }

    void read_reflection(const JsonValue& item) {
        only(item, {"question", "answer"});
        const ReflectionId question = id<ReflectionId>(item, "question");
        if (question.empty()) return damage(item);
        const bool is_parked = find_reflection(content_, question) == nullptr;
        if (is_parked && ++parked_ > most_parked) return damage(item);
        if (is_parked && !content_.reflections.empty()) ++opened_.unknown;
        if (!opened_.subject.reflections.emplace(question, words(item, "answer")).second) damage(item);
    }

    void read_judgement(const JsonValue& root) {
        const JsonValue* found = member(root, "judgement", JsonKind::object);
        if (found == nullptr) return;
        only(*found, {"level", "reason"});
        std::string reason = words(*found, "reason");
        if (find_member(*found, "level") == nullptr && reason.empty()) return damage(*found);
        const std::optional<LevelIndex> marked = level(*found, "level", opened_.subject.parked.mark);
        if (marked)
            opened_.subject.judgement = Judgement{*marked, std::move(reason)};
        else
            opened_.subject.reason_without_mark = std::move(reason);
    }

    const Content& content_;
    const std::vector<JsonValue> none_;
    bool all_signs_here_ = true;
    std::size_t parked_ = 0;
    OpenedCase opened_;
    bool damaged_ = false;
    int fault_line_ = 0;
};

CaseFault too_large() {
    return CaseFault{Text::case_file_too_large, std::to_string(longest_case_file / (std::size_t{1024} * 1024))};
}

CaseFault damaged_at(int line) { return CaseFault{Text::case_file_damaged, std::to_string(line)}; }

}  // namespace

std::variant<OpenedCase, CaseFault> read_case(const Content& content, std::string_view bytes) {
    if (bytes.size() > longest_case_file) return too_large();
    JsonLimits limits;
    limits.file = longest_case_file;
    limits.text = longest_case_file;  // what a person wrote is never too long to be opened again
    const Result<JsonValue> read = read_json(bytes, "", limits);
    if (!read) {
        const bool is_ours =
            bytes.find(case_kind) != std::string_view::npos || bytes.find(self_kind) != std::string_view::npos;
        if (!is_ours) return CaseFault{Text::case_file_foreign, ""};
        return damaged_at(read.problems().empty() ? 0 : read.problems().front().line);
    }
    const JsonValue& root = read.value();
    const JsonValue* kind = find_member(root, "kind");
    const bool is_self = kind != nullptr && kind->kind == JsonKind::text && kind->text == self_kind;
    if (kind == nullptr || kind->kind != JsonKind::text || (kind->text != case_kind && !is_self))
        return CaseFault{Text::case_file_foreign, ""};
    const JsonValue* schema = find_member(root, "schema");
    if (schema == nullptr || schema->kind != JsonKind::number || !schema->whole || schema->number < 1) {
        return damaged_at(schema == nullptr ? root.line : schema->line);
    }
    if (schema->number > case_schema)
        return CaseFault{Text::case_file_newer, std::to_string(static_cast<long long>(schema->number))};

    CaseReader reader(content);
    if (is_self)
        reader.read_self(root);
    else
        reader.read(root);
    if (reader.damaged()) return damaged_at(reader.fault_line());
    OpenedCase opened = reader.take();
    // Written by us it is longer: signs are spelt out, lines are indented. What could be opened but never again is not.
    constexpr std::size_t grows_at_most = 8;
    const bool may_not_fit = bytes.size() > longest_case_file / grows_at_most;
    if (may_not_fit && write_case(content, opened.subject).size() > longest_case_file) return too_large();
    return opened;
}

}  // namespace core
