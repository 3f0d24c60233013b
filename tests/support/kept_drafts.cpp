#include "support/kept_drafts.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "base/json_writer.hpp"
#include "lineal/files.hpp"
#include "session/session_codec.hpp"
#include "support/shipped_content.hpp"
#include "support/written_cases.hpp"

namespace support {
namespace {

namespace disk = std::filesystem;

std::string folder_of(int schema) {
    return std::string(LINEALEN_ROOT) + "/tests/keeping/schema_" + std::to_string(schema);
}

std::string read(const std::string& path) {
    const std::optional<std::string> bytes = tool::read_file(path);
    INFO(path);
    REQUIRE(bytes);
    return *bytes;
}

core::JsonValue parse(const std::string& path) {
    core::Result<core::JsonValue> tree = core::read_json(read(path), path);
    REQUIRE(tree);
    return tree.take();
}

const std::vector<core::JsonValue>& list(const core::JsonValue& tree, std::string_view key) {
    const core::JsonValue* found = core::find_member(tree, key);
    REQUIRE(found != nullptr);
    return found->items;
}

template <class Thing>
void read_ids(const core::JsonValue& tree, std::string_view key, std::vector<Thing>& things) {
    for (const core::JsonValue& item : list(tree, key)) things.emplace_back().id = decltype(Thing::id)(item.text);
}

constexpr std::array<std::string_view, core::scale_kind_count> scale_keys = {"frequency", "severity", "duration",
                                                                             "trend", "where"};

core::Content read_known(const core::JsonValue& tree) {
    core::Content known;
    known.packs.emplace_back(core::start_pack);
    known.version = core::find_member(tree, "version")->text;
    read_ids(tree, "ages", known.ages);
    read_ids(tree, "roles", known.roles);
    read_ids(tree, "signs", known.signs);
    read_ids(tree, "circumstances", known.circumstances);
    read_ids(tree, "protective_factors", known.protective_factors);
    read_ids(tree, "reflections", known.reflections);
    read_ids(tree, "levels", known.levels);
    read_ids(tree, "suspects", known.suspects);
    read_ids(tree, "certainties", known.certainties);
    for (std::size_t at = 0; at < scale_keys.size(); ++at) {
        for (const core::JsonValue& item : list(tree, scale_keys[at]))
            known.scales[at].steps.push_back({item.text, {}, {}});
    }
    return known;
}

template <class Things>
void write_ids(core::JsonWriter& write, std::string_view key, const Things& things) {
    write.key(key).begin_list();
    for (const auto& thing : things) {
        if constexpr (requires { thing.id.value; })
            write.text(thing.id.value);
        else
            write.text(thing.id);
    }
    write.end_list();
}

std::string write_known(const core::Content& content) {
    core::JsonWriter write(core::JsonWriter::Layout::indented);
    write.begin_object().field("version", content.version);
    write_ids(write, "ages", content.ages);
    write_ids(write, "roles", content.roles);
    write_ids(write, "signs", content.signs);
    write_ids(write, "circumstances", content.circumstances);
    write_ids(write, "protective_factors", content.protective_factors);
    write_ids(write, "reflections", content.reflections);
    write_ids(write, "levels", content.levels);
    write_ids(write, "suspects", content.suspects);
    write_ids(write, "certainties", content.certainties);
    for (std::size_t at = 0; at < scale_keys.size(); ++at) write_ids(write, scale_keys[at], content.scales[at].steps);
    write.end_object();
    return write.take();
}

// FNV-1a, 64 bits, over words that no other words run together with.
class Meaning {
public:
    void say(std::string_view what, std::string_view words) {
        mix(what);
        mix(words);
    }
    [[nodiscard]] std::string number() const {
        constexpr const char* digits = "0123456789abcdef";
        std::string hex;
        for (int shift = 60; shift >= 0; shift -= 4) hex += digits[hash_ >> shift & 15U];
        return hex;
    }

private:
    void mix(std::string_view words) {
        for (const char c : words) hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
        hash_ = (hash_ ^ 0xFFU) * 1099511628211ULL;
    }
    std::uint64_t hash_ = 14695981039346656037ULL;
};

void say_answer(Meaning& meaning, const core::Content& known, const core::SignId& sign,
                const core::Observation& answer) {
    constexpr const char* presences[] = {"not answered", "not seen", "unsure", "seen"};
    meaning.say("sign", sign.value);
    meaning.say("presence", presences[static_cast<std::size_t>(answer.presence)]);
    for (std::size_t at = 0; at < core::scale_kind_count; ++at) {
        if (answer.scales[at]) meaning.say(scale_keys[at], known.scales[at].steps[*answer.scales[at]].id);
    }
    meaning.say("saw", answer.saw);
    meaning.say("thought", answer.thought);
}

}  // namespace

std::string meaning_of(const core::Content& known, const core::Case& subject) {
    Meaning meaning;
    meaning.say("code word", subject.code_word);
    meaning.say("age", subject.age.value);
    if (subject.months) meaning.say("months", std::to_string(*subject.months));
    if (subject.weeks_early) meaning.say("weeks early", std::to_string(*subject.weeks_early));
    meaning.say("role", subject.role.value);
    for (const auto& [sign, answer] : subject.observations) say_answer(meaning, known, sign, answer);
    for (const auto& one : subject.circumstances) meaning.say("circumstance", one.value);
    for (const auto& one : subject.protective_factors) meaning.say("protective", one.value);
    for (const auto& [question, answer] : subject.reflections) meaning.say(question.value, answer);
    if (subject.first_feeling) meaning.say("feeling", known.levels[*subject.first_feeling].id.value);
    if (subject.judgement) {
        meaning.say("judgement", known.levels[subject.judgement->level].id.value);
        meaning.say("reason", subject.judgement->reason);
    }
    meaning.say("reason without mark", subject.reason_without_mark);
    meaning.say("suspect", subject.suspect.value);
    meaning.say("certainty", subject.certainty.value);
    if (const auto& self = subject.self_assessment) {
        meaning.say("figure", self->figure.value);
        for (const core::SelfMarks& answer : self->answers) {
            meaning.say("answer", {});
            for (const auto& [part, mark] : answer) meaning.say(part, std::to_string(mark));
        }
        meaning.say("agreed", self->agreed);
    }
    return meaning.number();
}

KeptDrafts read_kept_drafts(int schema) {
    const std::string folder = folder_of(schema);
    KeptDrafts kept;
    kept.known = read_known(parse(folder + "/known.json"));
    const core::JsonValue meanings = parse(folder + "/meanings.json");
    for (const std::string& name : tool::find_files(folder + "/drafts", ".json")) {
        INFO(name);
        KeptDraft draft{name, read(folder + "/drafts/" + name), {}, {}};
        const std::string again = folder + "/again/" + name;
        draft.again = disk::exists(again) ? read(again) : draft.bytes;
        const core::JsonValue* meaning = core::find_member(meanings, name);
        REQUIRE(meaning != nullptr);
        draft.meaning = meaning->text;
        kept.drafts.push_back(std::move(draft));
    }
    return kept;
}

void write_kept_drafts(int schema) {
    const std::string folder = folder_of(schema);
    REQUIRE_FALSE(disk::exists(folder));
    disk::create_directories(folder + "/drafts");
    disk::create_directories(folder + "/again");
    REQUIRE(tool::write_file(folder + "/known.json", write_known(shipped_content())));
    const core::Content known = read_known(parse(folder + "/known.json"));
    core::JsonWriter meanings(core::JsonWriter::Layout::indented);
    meanings.begin_object();
    for (const WrittenCase& one : written_cases(shipped_content())) {
        INFO(one.name);
        REQUIRE(tool::write_file(folder + "/drafts/" + one.name, one.bytes));
        const auto read = core::read_case(known, one.bytes);
        const auto* opened = std::get_if<core::OpenedCase>(&read);
        REQUIRE(opened != nullptr);
        meanings.field(one.name, meaning_of(known, opened->subject));
        const std::string again = core::write_case(known, opened->subject);
        if (again != one.bytes) REQUIRE(tool::write_file(folder + "/again/" + one.name, again));
    }
    meanings.end_object();
    REQUIRE(tool::write_file(folder + "/meanings.json", meanings.take()));
}

}  // namespace support
