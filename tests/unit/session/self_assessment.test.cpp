// A self-assessment as a file, and back.

#include <catch2/catch_test_macros.hpp>

#include <string>

#include "session/session_codec.hpp"
#include "support/random_case.hpp"
#include "support/shipped_content.hpp"

namespace {

using core::Case;
using core::CaseFault;
using core::OpenedCase;
using core::SelfAssessment;
using core::Text;
using support::Dice;
using support::shipped_content;

std::variant<OpenedCase, CaseFault> open(const std::string& bytes) { return core::read_case(shipped_content(), bytes); }

std::string replaced(std::string text, const std::string& old, const std::string& with) {
    const std::size_t at = text.find(old);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old.size(), with);
}

Case team() {
    Case subject;
    subject.code_word = "Blå stue";
    subject.self_assessment = SelfAssessment{
        core::FigureId{"six_components"}, {{{"leadership", 4}, {"no_longer_there", 2}}, {}}, "Vi øver \"samtalen\"\n"};
    return subject;
}

}  // namespace

TEST_CASE("A self-assessment comes back as it was, with marks of parts the figure no longer has", "[session]") {
    const std::string written = core::write_case(shipped_content(), team());
    const auto read = open(written);
    const auto* opened = std::get_if<OpenedCase>(&read);
    REQUIRE(opened != nullptr);
    REQUIRE(opened->subject.self_assessment);
    CHECK(opened->subject.code_word == "Blå stue");
    CHECK(opened->subject.self_assessment->answers == team().self_assessment->answers);
    CHECK(opened->subject.self_assessment->agreed == team().self_assessment->agreed);
    CHECK_FALSE(opened->other_version);
    CHECK(core::write_case(shipped_content(), opened->subject) == written);
}

TEST_CASE("1,000 random self-assessments come back the same, to the byte", "[session]") {
    Dice dice(22);
    int different = 0;
    for (int number = 0; number < 1000; ++number) {
        Case subject;
        SelfAssessment self{core::FigureId{"six_components"}, {}, {}};
        const std::size_t answers = 1 + dice.roll(core::most_answers);
        for (std::size_t at = 0; at < answers; ++at) {
            self.answers.emplace_back();
            for (const char* part : {"leadership", "procedures", "transitions"}) {
                if (dice.chance(70)) self.answers.back()[part] = 1 + static_cast<int>(dice.roll(5));
            }
        }
        subject.self_assessment = std::move(self);
        const std::string written = core::write_case(shipped_content(), subject);
        const auto read = open(written);
        const auto* opened = std::get_if<OpenedCase>(&read);
        if (opened == nullptr || core::write_case(shipped_content(), opened->subject) != written) ++different;
    }
    REQUIRE(different == 0);
}

TEST_CASE("A damaged self-assessment is refused whole", "[session]") {
    const std::string sound = core::write_case(shipped_content(), team());
    REQUIRE(std::holds_alternative<OpenedCase>(open(sound)));
    const std::string without_answers =
        replaced(sound.substr(0, sound.find("\"answers\"")), ",\n  \"figure\"", ", \"figure\"");
    const std::string damaged[] = {
        replaced(sound, "\"leadership\": 4", "\"leadership\": 0"),
        replaced(sound, "\"leadership\": 4", "\"leadership\": 6"),
        replaced(sound, "\"leadership\": 4", "\"leadership\": 2.5"),
        replaced(sound, "\"leadership\": 4", "\"leadership\": \"4\""),
        replaced(sound, "\"leadership\": 4", "\"<b>\": 4"),
        replaced(sound, "\"six_components\"", "\"<b>\""),
        replaced(sound, "\"figure\"", "\"figur\""),
        replaced(sound, "\"agreed\"", "\"code_word\""),
        without_answers + "\"answers\": []}",
        without_answers + "\"answers\": [{},{},{},{},{},{},{},{},{},{},{},{},{}]}",
        without_answers + "\"answers\": [7]}",
        sound.substr(0, sound.size() / 2),
    };
    for (const std::string& bytes : damaged) {
        CAPTURE(bytes);
        const auto read = open(bytes);
        const auto* fault = std::get_if<CaseFault>(&read);
        REQUIRE(fault != nullptr);
        CHECK(fault->text == Text::case_file_damaged);
    }
    const auto newer = open(replaced(sound, "\"schema\": 1", "\"schema\": 2"));
    REQUIRE(std::holds_alternative<CaseFault>(newer));
    CHECK(std::get_if<CaseFault>(&newer)->text == Text::case_file_newer);
}
