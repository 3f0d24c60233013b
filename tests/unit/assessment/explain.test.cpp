#include "assessment/explain.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

#include "assessment/compose_sentence.hpp"
#include "support/case_builder.hpp"
#include "support/random_case.hpp"
#include "support/shipped_content.hpp"

namespace {

using core::Indication;
using core::Presence;
using core::Sentence;
using support::CaseBuilder;
using support::shipped_content;

std::vector<Sentence> reasons_of(const CaseBuilder& made) {
    return core::explain_reasons(shipped_content(), made.made(), core::indicate(shipped_content(), made.made()));
}

TEST_CASE("Words between two stars are strong, and what is filled in keeps its stars", "[assessment]") {
    Sentence sentence;
    core::append_words(sentence, "ses **hjemme**, {sign}", {{"sign", "a**b"}});

    REQUIRE(sentence.phrases.size() == 3);
    CHECK(sentence.phrases[0].text == "ses ");
    CHECK(sentence.phrases[1].text == "hjemme");
    CHECK(sentence.phrases[1].strong);
    CHECK(sentence.phrases[2].text == ", a**b");
    CHECK(!sentence.phrases[2].strong);
}

TEST_CASE("Numbers are words up to twelve", "[assessment]") {
    CHECK(core::number_in_words(shipped_content(), 2) == "to");
    CHECK(core::number_in_words(shipped_content(), 12) == "tolv");
    CHECK(core::number_in_words(shipped_content(), 13) == "13");
}

TEST_CASE("A row has one »og«", "[assessment]") {
    CHECK(core::in_a_row(shipped_content(), {"følelser"}) == "følelser");
    CHECK(core::in_a_row(shipped_content(), {"følelser", "samspil", "fremmøde"}) == "følelser, samspil og fremmøde");
    CHECK(core::in_a_row(shipped_content(), {"krop og sundhed", "fremmøde"}) == "krop og sundhed samt fremmøde");
}

TEST_CASE("A reason tells the sign, how often, how long and how much it worries, and leads back to it",
          "[assessment]") {
    CaseBuilder made(shipped_content(), "age_3_5", "kindergarten");
    made.see("a3_social_withdraws_from_others", {"several_weekly", "some", "weeks_2_8", "unchanged", "here"})
        .rest(Presence::not_seen);

    const std::vector<Sentence> reasons = reasons_of(made);

    REQUIRE(reasons.size() == 1);
    const std::string phrase = core::phrase_of(shipped_content(), core::SignId("a3_social_withdraws_from_others"));
    CHECK(core::plain(reasons[0]) == phrase + ", flere gange om ugen i to til otte uger, og det bekymrer dig en del");
    CHECK(reasons[0].because);
    CHECK(reasons[0].rule == "R01");
    REQUIRE(reasons[0].signs.size() == 1);
    CHECK(reasons[0].signs[0].value == "a3_social_withdraws_from_others");
}

TEST_CASE("Reasons are read as whole sentences around one list, which no lack of knowledge is said to follow from",
          "[assessment]") {
    CaseBuilder made(shipped_content(), "age_3_5", "kindergarten");
    made.see("a3_social_withdraws_from_others", {"several_weekly", "some", "weeks_2_8", "unchanged", "here"})
        .rest(Presence::unsure);

    const core::ReasonsInOrder read = core::in_reading_order(reasons_of(made));

    REQUIRE_FALSE(read.before.empty());
    REQUIRE_FALSE(read.because.empty());
    CHECK(core::plain(read.before.front()).find("alvorstegn, du er i tvivl om") != std::string::npos);
    for (const Sentence& sentence : read.because) CHECK(sentence.because);
    for (const Sentence& sentence : read.before) CHECK_FALSE(sentence.because);
    for (const Sentence& sentence : read.after) CHECK_FALSE(sentence.because);
    const Indication unsure = core::indicate(shipped_content(), made.made());
    CHECK(unsure.basis.too_little);
    CHECK(core::lead_in(unsure) == core::Text::known_so_far);
    CHECK(core::lead_in(Indication{}) == core::Text::because);
}

TEST_CASE("A sign in the development is told without how often", "[assessment]") {
    CaseBuilder made(shipped_content(), "age_3_5", "kindergarten");
    made.see("a3_cognitive_no_three_word_sentences", {"daily", "some", "", "unchanged", "here"})
        .rest(Presence::not_seen);

    CHECK(core::plain(reasons_of(made).front()).find("hver dag") == std::string::npos);
}

TEST_CASE("Nothing seen is never said while most is in doubt", "[assessment]") {
    CaseBuilder made(shipped_content(), "age_3_5", "kindergarten");
    made.rest(Presence::unsure);
    for (const Sentence& sentence : reasons_of(made)) {
        CHECK(core::plain(sentence).find("Du har ikke set disse tegn") == std::string::npos);
    }
}

TEST_CASE(
    "No sentence is empty, keeps a place unfilled, has the wrong capital, holds a number of points or a stray star: "
    "1,500 random cases",
    "[assessment]") {
    support::Dice dice(31);
    const core::Content& content = shipped_content();
    int wrong = 0;
    std::string first;
    for (int number = 0; number < 1500; ++number) {
        const core::Case subject = support::random_case(content, dice);
        const Indication indication = core::indicate(content, subject);
        std::vector<Sentence> all = core::explain_reasons(content, subject, indication);
        all.push_back(core::explain_span(content, indication));
        for (const auto& more :
             {core::explain_basis(content, indication), core::explain_changes(content, subject, indication),
              core::explain_protective(content, indication)}) {
            all.insert(all.end(), more.begin(), more.end());
        }
        for (const Sentence& sentence : all) {
            const std::string words = core::plain(sentence);
            bool good = !words.empty();
            for (const char* bad : {"{", "}", "*", "%", "  ", " .", " ,", "point"})
                good = good && words.find(bad) == std::string::npos;
            // What goes on from "Især fordi" has no capital and no full stop; the others have both.
            const bool has_capital = words.front() >= 'A' && words.front() <= 'Z';
            if (sentence.because) good = good && !has_capital && words.back() != '.';
            for (const core::SignId& sign : sentence.signs) good = good && core::find_sign(content, sign) != nullptr;
            if (!good && wrong++ == 0) first = words;
        }
    }
    INFO(first);
    CHECK(wrong == 0);
}

}  // namespace
