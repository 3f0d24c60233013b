#include "session/session_codec.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

#include "support/case_builder.hpp"
#include "support/random_case.hpp"
#include "support/reached.hpp"
#include "support/shipped_content.hpp"

namespace {

using core::Case;
using core::CaseFault;
using core::OpenedCase;
using core::Text;
using support::CaseBuilder;
using support::Dice;
using support::shipped_content;

std::variant<OpenedCase, CaseFault> open(const std::string& bytes) { return core::read_case(shipped_content(), bytes); }

Text fault_of(const std::string& bytes) {
    const auto read = open(bytes);
    const auto* fault = std::get_if<CaseFault>(&read);
    REQUIRE(fault != nullptr);
    return fault->text;
}

std::string replaced(std::string text, const std::string& old, const std::string& with) {
    const std::size_t at = text.find(old);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old.size(), with);
}

Case small_case() {
    CaseBuilder made(shipped_content(), "age_3_5", "kindergarten");
    made.see("a3_mental_sad", {"daily", "much", "longer", "worse", "here"}).protect("warmth");
    Case subject = made.made();
    subject.code_word = "Mælkebøtte";
    subject.observations[core::SignId("a3_mental_sad")].saw = "Græd\ni garderoben »igen« \\ \"nej\"";
    subject.judgement = core::Judgement{3, "Det har varet længe"};
    return subject;
}

// The same signs and questions, and nothing else that the shipped content knows.
core::Content of_another_municipality() {
    core::Content other = shipped_content();
    const auto rename = [](auto& things) {
        for (auto& thing : things) {
            if constexpr (requires { thing.id.value; })
                thing.id.value += "_else";
            else
                thing.id += "_else";
        }
    };
    rename(other.ages);
    rename(other.roles);
    rename(other.levels);
    rename(other.circumstances);
    rename(other.protective_factors);
    rename(other.suspects);
    rename(other.certainties);
    for (core::Scale& scale : other.scales) rename(scale.steps);
    return other;
}

// R17 of safekeeping.md
TEST_CASE("A case comes back as it was: 10,000 random cases with parked answers, marks and texts", "[session]") {
    Dice dice(21);
    int different = 0;
    for (int number = 0; number < 10000; ++number) {
        const Case subject = support::random_full_case(shipped_content(), dice);
        const std::string written = core::write_case(shipped_content(), subject);
        const auto read = open(written);
        const auto* opened = std::get_if<OpenedCase>(&read);
        if (opened == nullptr || opened->unknown != 0 || opened->other_version ||
            core::write_case(shipped_content(), opened->subject) != written)
            ++different;
    }
    REQUIRE(different == 0);
    support::reached("R17", "native", "10,000 random cases, the same to the byte");
}

TEST_CASE("Every field of a case is in the file and back again", "[session]") {
    Case subject = small_case();
    subject.age = core::AgeGroupId("age_0_11m");
    subject.months = 5;
    subject.weeks_early = 8;
    subject.first_feeling = 2;
    subject.suspect = core::SuspectId("staff");
    subject.certainty = core::CertaintyId("suspicion");
    subject.reflections[shipped_content().reflections.front().id] = "Det leger alene";
    subject.circumstances.insert(shipped_content().circumstances.front().id);

    const auto read = open(core::write_case(shipped_content(), subject));

    const auto* opened = std::get_if<OpenedCase>(&read);
    REQUIRE(opened != nullptr);
    const Case& back = opened->subject;
    CHECK(back.code_word == subject.code_word);
    CHECK(back.age == subject.age);
    CHECK(back.months == subject.months);
    CHECK(back.weeks_early == subject.weeks_early);
    CHECK(back.role == subject.role);
    CHECK(back.first_feeling == subject.first_feeling);
    REQUIRE(back.judgement);
    CHECK(back.judgement->level == 3);
    CHECK(back.judgement->reason == "Det har varet længe");
    CHECK(back.suspect == subject.suspect);
    CHECK(back.certainty == subject.certainty);
    CHECK(back.reflections == subject.reflections);
    CHECK(back.circumstances == subject.circumstances);
    CHECK(back.protective_factors == subject.protective_factors);
    REQUIRE(back.observations.size() == 1);
    const core::Observation& answer = back.observations.begin()->second;
    CHECK(answer.presence == core::Presence::seen);
    CHECK(answer.scales[0] == 4);
    CHECK(answer.scales[4] == 0);
    CHECK(answer.saw == "Græd\ni garderoben »igen« \\ \"nej\"");
    CHECK(back.content_version == shipped_content().version);
}

TEST_CASE("A file of another kind is foreign", "[session]") {
    CHECK(fault_of("") == Text::case_file_foreign);
    CHECK(fault_of("%PDF-1.7") == Text::case_file_foreign);
    CHECK(fault_of("{\"name\":\"package\"}") == Text::case_file_foreign);
    CHECK(fault_of("[]") == Text::case_file_foreign);
    CHECK(fault_of("{\"kind\":7,\"schema\":1}") == Text::case_file_foreign);
}

TEST_CASE("A file of a newer program says so", "[session]") {
    const std::string newer =
        replaced(core::write_case(shipped_content(), small_case()), "\"schema\": 1", "\"schema\": 2");

    const auto read = open(newer);

    const auto* fault = std::get_if<CaseFault>(&read);
    REQUIRE(fault != nullptr);
    CHECK(fault->text == Text::case_file_newer);
    CHECK(fault->detail == "2");
}

TEST_CASE("A huge file is not even looked into", "[session]") {
    const std::string just_fits(core::longest_case_file, ' ');

    CHECK(fault_of(just_fits) == Text::case_file_foreign);
    CHECK(fault_of(just_fits + " ") == Text::case_file_too_large);
}

TEST_CASE("What is opened can be saved and opened again, also when more is answered: else it is refused", "[session]") {
    const std::string sound = core::write_case(shipped_content(), small_case());
    SECTION("signs that are longer when we write them") {
        const std::string signs(core::longest_case_file / 7, '\x7F');  // six bytes each
        CHECK(std::holds_alternative<OpenedCase>(open(replaced(sound, "Mælkebøtte", signs))));
        CHECK(fault_of(replaced(sound, "Mælkebøtte", signs + signs)) == Text::case_file_too_large);
    }
    SECTION("answers to signs of no edition we know") {
        const auto with_parked = [&](int count) {
            std::string parked;
            for (int i = 0; i < count; ++i)
                parked += "{\"sign\": \"gone_" + std::to_string(i) + "\", \"presence\": \"seen\"}, ";
            return replaced(sound, "\"observations\": [", "\"observations\": [" + parked);
        };
        const auto read = open(with_parked(3000));
        const auto* opened = std::get_if<OpenedCase>(&read);
        REQUIRE(opened != nullptr);
        Case subject = opened->subject;
        for (const core::Sign& sign : shipped_content().signs)
            subject.observations[sign.id].presence = core::Presence::seen;
        CHECK(std::holds_alternative<OpenedCase>(open(core::write_case(shipped_content(), subject))));
        CHECK(fault_of(with_parked(3001)) == Text::case_file_damaged);
    }
}

TEST_CASE("A damaged file is refused whole, and the line is told", "[session]") {
    const std::string sound = core::write_case(shipped_content(), small_case());
    const std::string damaged[] = {
        replaced(sound, "\"seen\"", "\"maybe\""),
        replaced(sound, "\"presence\"", "\"presens\""),
        replaced(sound, "\"a3_mental_sad\"", "\"A3 <b>\""),
        replaced(sound, "\"a3_mental_sad\"", "7"),
        replaced(sound, "\"code_word\"", "\"cpr\""),
        replaced(sound, "\"schema\": 1", "\"schema\": \"1\""),
        replaced(sound, "\"schema\": 1", "\"schema\": 0"),
        replaced(sound, "\"schema\": 1", "\"schema\": 1, \"months\": -1"),
        replaced(sound, "\"schema\": 1", "\"schema\": 1, \"months\": 216"),
        replaced(sound, "\"schema\": 1", "\"schema\": 1, \"weeks_early\": 2.5"),
        replaced(sound, "\"schema\": 1", "\"schema\": 1, \"weeks_early\": 19"),
        replaced(sound, "\"protective_factors\": [", "\"protective_factors\": [\"warmth\", "),
        replaced(sound, "\"level\"", "\"lever\""),
        sound + "x",
        sound.substr(0, sound.size() / 2),
    };
    for (const std::string& bytes : damaged) {
        INFO(bytes);
        CHECK(fault_of(bytes) == Text::case_file_damaged);
    }
    const auto read = open(replaced(sound, "\"seen\"", "\"maybe\""));
    CHECK(std::get<CaseFault>(read).detail != "0");
}

TEST_CASE("The faults are told without the user's words", "[session]") {
    const std::string sound = core::write_case(shipped_content(), small_case());

    const auto read = open(replaced(sound, "\"code_word\": \"Mælkebøtte\"", "\"Mælkebøtte\": \"Mælkebøtte\""));

    CHECK(std::get<CaseFault>(read).detail.find("lkeb") == std::string::npos);
}

TEST_CASE("Answers to what this content does not know are counted; nothing is lost", "[session]") {
    std::string bytes = core::write_case(shipped_content(), small_case());
    bytes = replaced(bytes, "\"warmth\"", "\"warmth\", \"a_factor_of_long_ago\"");
    bytes =
        replaced(bytes, "\"observations\": [",
                 "\"observations\": [{\"sign\": \"a3_gone\", \"presence\": \"seen\", \"saw\": \"Sad i hjørnet\"}, ");
    bytes = replaced(bytes, "\"reflections\": []",
                     "\"reflections\": [{\"question\": \"gone\", \"answer\": \"Spørg mormor\"}]");
    bytes = replaced(bytes, "\"daily\"", "\"every_second_day\"");

    const auto read = open(bytes);

    const auto* opened = std::get_if<OpenedCase>(&read);
    REQUIRE(opened != nullptr);
    CHECK(opened->unknown == 4);
    CHECK(opened->subject.protective_factors.size() == 1);
    REQUIRE(opened->subject.observations.size() == 2);
    const core::SignId gone("a3_gone");
    CHECK(opened->subject.observations.at(gone).saw == "Sad i hjørnet");
    CHECK(opened->subject.reflections.at(core::ReflectionId("gone")) == "Spørg mormor");
    for (const auto& [sign, answer] : opened->subject.observations) {
        if (sign == gone) continue;
        CHECK(!answer.scales[0]);
        CHECK(answer.scales[1] == 3);
    }
    const auto again = open(core::write_case(shipped_content(), opened->subject));
    REQUIRE(std::holds_alternative<OpenedCase>(again));
    CHECK(std::get<OpenedCase>(again).subject.observations.at(gone).saw == "Sad i hjørnet");
    CHECK(std::get<OpenedCase>(again).subject == opened->subject);
    CHECK(core::write_case(shipped_content(), opened->subject).find("a_factor_of_long_ago") != std::string::npos);
    CHECK(core::write_case(shipped_content(), opened->subject).find("every_second_day") != std::string::npos);
    CHECK(opened->subject.code_word == "Mælkebøtte");
}

TEST_CASE("A mark this content does not know is parked with its reason, and a new one goes before it", "[session]") {
    const std::string level = "\"level\": \"" + shipped_content().levels[3].id.value + "\"";
    const std::string bytes = core::write_case(shipped_content(), small_case());

    const auto read = open(replaced(bytes, level, "\"level\": \"a_level_of_long_ago\""));

    const auto* opened = std::get_if<OpenedCase>(&read);
    REQUIRE(opened != nullptr);
    CHECK(opened->unknown == 1);
    CHECK_FALSE(opened->subject.judgement);
    CHECK(opened->subject.reason_without_mark == "Det har varet længe");
    const std::string written = core::write_case(shipped_content(), opened->subject);
    CHECK(written == replaced(bytes, level, "\"level\": \"a_level_of_long_ago\""));
    Case marked = opened->subject;
    marked.judgement = core::Judgement{1, "Set anderledes nu"};
    const auto again = open(core::write_case(shipped_content(), marked));
    REQUIRE(std::holds_alternative<OpenedCase>(again));
    CHECK(std::get<OpenedCase>(again).unknown == 0);
    CHECK(std::get<OpenedCase>(again).subject.judgement == core::Judgement{1, "Set anderledes nu"});
}

TEST_CASE("A draft that is opened and saved with other content comes back whole with its own: 1,000 random cases",
          "[session]") {
    const core::Content other = of_another_municipality();
    Dice dice(77);
    std::size_t parked = 0;
    int different = 0;
    for (int number = 0; number < 1000; ++number) {
        const std::string written =
            core::write_case(shipped_content(), support::random_full_case(shipped_content(), dice));
        const auto read = core::read_case(other, written);
        const auto* elsewhere = std::get_if<OpenedCase>(&read);
        REQUIRE(elsewhere != nullptr);
        parked += elsewhere->unknown;
        // Nothing of it counts there …
        const Case& subject = elsewhere->subject;
        CHECK((subject.age.empty() && subject.role.empty() && subject.suspect.empty() && subject.certainty.empty()));
        CHECK((subject.circumstances.empty() && subject.protective_factors.empty()));
        CHECK((!subject.first_feeling && !subject.judgement));
        // … and all of it is here again.
        const auto back = open(core::write_case(other, subject));
        const auto* opened = std::get_if<OpenedCase>(&back);
        if (opened == nullptr || opened->unknown != 0 ||
            core::write_case(shipped_content(), opened->subject) != written)
            ++different;
    }
    CHECK(parked > 1000);
    REQUIRE(different == 0);
}

TEST_CASE("What is answered anew goes before what is parked, and leaves the rest of it", "[session]") {
    const core::Content other = of_another_municipality();
    const std::string written = core::write_case(shipped_content(), small_case());
    const auto read = core::read_case(other, written);
    const auto* opened = std::get_if<OpenedCase>(&read);
    REQUIRE(opened != nullptr);
    Case subject = opened->subject;
    subject.role = other.roles[1].id;
    subject.observations.begin()->second.scales[0] = 0;

    const auto again = core::read_case(other, core::write_case(other, subject));

    REQUIRE(std::holds_alternative<OpenedCase>(again));
    const Case& back = std::get<OpenedCase>(again).subject;
    CHECK(back.role == other.roles[1].id);
    CHECK(back.parked.role.empty());
    CHECK(back.observations.begin()->second.scales[0] == 0);
    CHECK(back.parked.steps.begin()->second.size() == core::scale_kind_count - 1);
    CHECK(back.parked.age == core::AgeGroupId("age_3_5"));
    CHECK(back.parked.protective_factors == std::set<core::ProtectiveFactorId>{core::ProtectiveFactorId("warmth")});
}

TEST_CASE("Parked answers are no more than can be opened again, each once, each an id", "[session]") {
    const std::string sound = core::write_case(shipped_content(), small_case());
    const auto with_factors = [&](int count) {
        std::string parked;
        for (int i = 0; i < count; ++i) parked += "\"gone_" + std::to_string(i) + "\", ";
        return replaced(sound, "\"warmth\"", parked + "\"warmth\"");
    };
    CHECK(std::holds_alternative<OpenedCase>(open(with_factors(3000))));
    CHECK(fault_of(with_factors(3001)) == Text::case_file_damaged);
    CHECK(fault_of(replaced(sound, "\"warmth\"", "\"gone\", \"gone\"")) == Text::case_file_damaged);
    CHECK(fault_of(replaced(sound, "\"daily\"", "\"<b>hver dag</b>\"")) == Text::case_file_damaged);
}

TEST_CASE("A judgement with neither level nor reason is damaged", "[session]") {
    const std::string sound = core::write_case(shipped_content(), small_case());
    const std::size_t at = sound.find("\"judgement\": {");
    REQUIRE(at != std::string::npos);
    const std::size_t end = sound.find('}', at);

    const auto read = open(sound.substr(0, at) + "\"judgement\": {" + sound.substr(end));

    CHECK(std::holds_alternative<CaseFault>(read));
}

TEST_CASE("While the packs of other ages are not here, their answers are kept", "[session]") {
    core::Content early = shipped_content();
    early.signs.clear();
    early.packs = {"start"};
    const std::string written = core::write_case(shipped_content(), small_case());

    const auto read = core::read_case(early, written);

    const auto* opened = std::get_if<OpenedCase>(&read);
    REQUIRE(opened != nullptr);
    CHECK(opened->unknown == 0);
    CHECK(opened->subject.observations.size() == 1);
    CHECK(core::write_case(shipped_content(), opened->subject) == written);
}

TEST_CASE("A case of another version of the content is opened, and that is known", "[session]") {
    const std::string version = "\"content_version\": \"" + shipped_content().version + "\"";
    const auto read =
        open(replaced(core::write_case(shipped_content(), small_case()), version, "\"content_version\": \"0.0.1\""));

    const auto* opened = std::get_if<OpenedCase>(&read);
    REQUIRE(opened != nullptr);
    CHECK(opened->other_version);
    CHECK(opened->subject.content_version == "0.0.1");
}

TEST_CASE("A file cut anywhere, or with any byte changed, is refused or read, never a crash", "[session]") {
    const std::string sound = core::write_case(shipped_content(), small_case());
    std::size_t refused = 0;
    for (std::size_t at = 0; at < sound.size(); ++at) {
        if (std::holds_alternative<CaseFault>(open(sound.substr(0, at)))) ++refused;
        std::string flipped = sound;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
        (void)open(flipped);
    }
    CHECK(refused >= sound.size() - 1);
}

}  // namespace
