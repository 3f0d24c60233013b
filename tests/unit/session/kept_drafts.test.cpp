// R11 of safekeeping.md: what a released schema wrote is read for ever, with the same meaning; what a schema to come
// wrote is refused.

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "session/session_codec.hpp"
#include "support/kept_drafts.hpp"
#include "support/reached.hpp"
#include "support/shipped_content.hpp"

namespace {

using core::CaseFault;
using core::OpenedCase;
using support::KeptDraft;
using support::KeptDrafts;

// The opened case; stops the test when it is none.
OpenedCase opened_by(const core::Content& content, const std::string& bytes) {
    auto read = core::read_case(content, bytes);
    REQUIRE(std::holds_alternative<OpenedCase>(read));
    return std::get<OpenedCase>(std::move(read));
}

template <class IdType>
std::set<IdType> all_of(std::set<IdType> known, const std::set<IdType>& parked) {
    known.insert(parked.begin(), parked.end());
    return known;
}

template <class IdType>
IdType either(const IdType& known, const IdType& parked) {
    return known.empty() ? parked : known;
}

core::LevelId level_of(const core::Content& content, const std::optional<core::LevelIndex>& level,
                       const core::LevelId& parked) {
    return level ? content.levels[*level].id : parked;
}

std::string step_of(const core::Content& content, const core::Case& subject, const core::SignId& sign,
                    std::size_t scale) {
    const std::optional<std::size_t>& step = subject.observations.at(sign).scales[scale];
    if (step) return content.scales[scale].steps[*step].id;
    const auto found = subject.parked.steps.find(sign);
    return found != subject.parked.steps.end() && found->second.contains(scale) ? found->second.at(scale) : "";
}

// The same was said, whichever of it each content knows.
void check_same_answers(const core::Content& known_then, const core::Case& then, const core::Content& known_now,
                        const core::Case& now) {
    CHECK(now.code_word == then.code_word);
    CHECK(either(now.age, now.parked.age) == either(then.age, then.parked.age));
    CHECK(now.months == then.months);
    CHECK(now.weeks_early == then.weeks_early);
    CHECK(either(now.role, now.parked.role) == either(then.role, then.parked.role));
    CHECK(now.reflections == then.reflections);
    CHECK(all_of(now.circumstances, now.parked.circumstances) == all_of(then.circumstances, then.parked.circumstances));
    CHECK(all_of(now.protective_factors, now.parked.protective_factors) ==
          all_of(then.protective_factors, then.parked.protective_factors));
    REQUIRE(now.observations.size() == then.observations.size());
    for (const auto& [sign, answer] : then.observations) {
        CHECK(now.observations.at(sign).presence == answer.presence);
        CHECK(now.observations.at(sign).saw == answer.saw);
        CHECK(now.observations.at(sign).thought == answer.thought);
        for (std::size_t scale = 0; scale < core::scale_kind_count; ++scale)
            CHECK(step_of(known_now, now, sign, scale) == step_of(known_then, then, sign, scale));
    }
    CHECK(level_of(known_now, now.first_feeling, now.parked.first_feeling) ==
          level_of(known_then, then.first_feeling, then.parked.first_feeling));
    const auto mark = [](const core::Content& content, const core::Case& subject) {
        const auto level = subject.judgement ? std::optional{subject.judgement->level} : std::nullopt;
        return level_of(content, level, subject.parked.mark);
    };
    CHECK(mark(known_now, now) == mark(known_then, then));
    const auto reason = [](const core::Case& subject) {
        return subject.judgement ? subject.judgement->reason : subject.reason_without_mark;
    };
    CHECK(reason(now) == reason(then));
    CHECK(either(now.suspect, now.parked.suspect) == either(then.suspect, then.parked.suspect));
    CHECK(either(now.certainty, now.parked.certainty) == either(then.certainty, then.parked.certainty));
    CHECK(now.self_assessment == then.self_assessment);
}

std::string of_schema(std::string bytes, int schema) {
    const std::string present = "\"schema\": " + std::to_string(core::case_schema);
    const std::size_t at = bytes.find(present);
    REQUIRE(at != std::string::npos);
    return bytes.replace(at, present.size(), "\"schema\": " + std::to_string(schema));
}

}  // namespace

TEST_CASE("Every draft of every released schema opens, means the same, and is written to the same bytes each time",
          "[session]") {
    if (std::getenv("LINEALEN_NEW_SCHEMA") != nullptr) support::write_kept_drafts(core::case_schema);
    std::size_t drafts = 0;
    for (int schema = 1; schema <= core::case_schema; ++schema) {
        const KeptDrafts kept = support::read_kept_drafts(schema);
        REQUIRE(kept.drafts.size() >= 50);
        for (const KeptDraft& draft : kept.drafts) {
            INFO("schema " << schema << ", " << draft.name);
            const OpenedCase opened = opened_by(kept.known, draft.bytes);
            REQUIRE(support::meaning_of(kept.known, opened.subject) == draft.meaning);
            REQUIRE((opened.unknown == 0) == (draft.name.find("-other-") == std::string::npos || opened.other_version));
            const std::string again = core::write_case(kept.known, opened.subject);
            if (schema == core::case_schema) REQUIRE(again == draft.again);
            const OpenedCase reopened = opened_by(kept.known, again);
            REQUIRE(support::meaning_of(kept.known, reopened.subject) == draft.meaning);
            REQUIRE(core::write_case(kept.known, reopened.subject) == again);
        }
        drafts += kept.drafts.size();
    }
    support::reached("R11", "native",
                     std::to_string(drafts) + " drafts of schema 1 to " + std::to_string(core::case_schema) +
                         ", all open with the same meaning, written again to the same bytes");
}

TEST_CASE("Every draft of every released schema opens with today's content, and nothing written in it is lost",
          "[session]") {
    for (int schema = 1; schema <= core::case_schema; ++schema) {
        const KeptDrafts kept = support::read_kept_drafts(schema);
        for (const KeptDraft& draft : kept.drafts) {
            INFO("schema " << schema << ", " << draft.name);
            const core::Case then = opened_by(kept.known, draft.bytes).subject;
            const core::Case now = opened_by(support::shipped_content(), draft.bytes).subject;
            check_same_answers(kept.known, then, support::shipped_content(), now);
            // Saved with today's content and opened with that of its day: all of it is there again.
            const std::string saved = core::write_case(support::shipped_content(), now);
            core::Case back = opened_by(kept.known, saved).subject;
            back.content_version = then.content_version;
            CHECK(back == then);
            CHECK(core::write_case(kept.known, back) == draft.again);
        }
    }
}

TEST_CASE("A draft of a schema to come is refused with its number, whatever else is in it", "[session]") {
    const KeptDrafts kept = support::read_kept_drafts(core::case_schema);
    for (const KeptDraft& draft : kept.drafts) {
        for (const int schema : {core::case_schema + 1, 900}) {
            std::string bytes = of_schema(draft.bytes, schema);
            // Its fields may be others too: that it is newer is told first.
            bytes.insert(bytes.find("\"kind\""), "\"of_the_future\": [{\"a\": 1}], ");
            const auto read = core::read_case(support::shipped_content(), bytes);
            const auto* fault = std::get_if<CaseFault>(&read);
            REQUIRE(fault != nullptr);
            CHECK(fault->text == core::Text::case_file_newer);
            CHECK(fault->detail == std::to_string(schema));
        }
    }
}
