// What is saved says what the case says, or is not saved: 3.6 of safekeeping.md, step 3.

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "session/session_codec.hpp"
#include "support/case_builder.hpp"
#include "support/random_case.hpp"
#include "support/shipped_content.hpp"

namespace {

using core::Case;
using support::Dice;
using support::shipped_content;

Case marked_case() {
    support::CaseBuilder made(shipped_content(), "age_3_5", "kindergarten");
    Case subject = made.see("a3_mental_sad", {"daily", "much", "longer", "worse", "here"}).made();
    subject.judgement = core::Judgement{3, "Det har varet længe"};
    return subject;
}

}  // namespace

TEST_CASE("What is written is read back first; what does not say the same is not given", "[session]") {
    Dice dice(5);
    for (int number = 0; number < 500; ++number) {
        Case subject = support::random_full_case(shipped_content(), dice);
        subject.observations[core::SignId("never_answered")] = {};
        subject.reflections[core::ReflectionId("never_answered")] = "";
        subject.content_version = "0.0.1";
        subject.parked.mark = core::LevelId("of_long_ago");
        subject.parked.role = core::RoleId("of_long_ago");
        subject.parked.steps[subject.observations.begin()->first][0] = "of_long_ago";
        REQUIRE(core::write_checked_case(shipped_content(), subject) == core::write_case(shipped_content(), subject));
    }
    Case subject = marked_case();
    SECTION("an answer the writer leaves out") { subject.observations.begin()->second.scales[0] = 99; }
    SECTION("a mark the writer leaves out") { subject.judgement->level = 99; }
    SECTION("an id no reader takes") { subject.circumstances.insert(core::CircumstanceId("Ikke et id")); }
    SECTION("months no reader takes") { subject.months = 900; }
    SECTION("letters that are none") { subject.code_word = "M\xE6lkeb\xF8tte"; }
    CHECK_FALSE(core::write_checked_case(shipped_content(), subject));
}

TEST_CASE("Whatever can be typed is read back the same", "[session]") {
    for (const std::string& typed : {std::string("Æ\n\t\r\"\\/\x01\x1F\x7F"), std::string("a\0b", 3),
                                     std::string("😀é\xE2\x80\xA8\xEF\xBF\xBD\xEF\xBB\xBF")}) {
        Case subject = marked_case();
        subject.code_word = subject.judgement->reason = subject.observations.begin()->second.saw = typed;
        CHECK(core::write_checked_case(shipped_content(), subject));
    }
}
