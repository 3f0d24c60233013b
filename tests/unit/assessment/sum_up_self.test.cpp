#include "assessment/sum_up_self.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

#include "support/shipped_content.hpp"

namespace {

using core::Content;
using core::Figure;
using core::SelfAssessment;
using core::SelfMarks;
using Lines = std::vector<std::string>;

const Content& content() { return support::shipped_content(); }

Figure web() {
    Figure figure;
    figure.kind = core::FigureKind::radar;
    figure.title = "Tre ting";
    figure.columns = {"Ting"};
    for (const char* name : {"Viden", "Samtale", "Ledelse"}) {
        core::FigurePart part;
        part.id = part.title = name;
        figure.parts.push_back(part);
    }
    return figure;
}

SelfAssessment of(std::vector<SelfMarks> answers) {
    return SelfAssessment{core::FigureId{"web"}, std::move(answers), {}};
}

Lines said(const SelfAssessment& self) { return core::sentences_of(content(), web(), self); }

}  // namespace

TEST_CASE("The marks stand in the figure's order, and what nobody gave is none", "[assessment]") {
    CHECK(core::marks_of(web(), {{"Ledelse", 5}, {"Viden", 2}, {"Gone", 3}}) == std::vector<int>{2, 0, 5});
    CHECK(core::words_of(content(), web(), {2, 0, 5}) == "Viden: 2. Samtale: intet tal. Ledelse: 5.");
}

TEST_CASE("Nothing is said of what is not answered", "[assessment]") {
    CHECK(said(of({{}})) == Lines{"Der er ingen tal endnu."});
    CHECK(said(of({{}, {}})) == Lines{"Der er ingen tal endnu."});
}

TEST_CASE("One answer: where it is lowest, and what is missing", "[assessment]") {
    CHECK(said(of({{{"Viden", 4}, {"Samtale", 2}, {"Ledelse", 5}}})) ==
          Lines{"Lavest ligger »Samtale«: 2. Hvad kunne være det første lille skridt?"});
    CHECK(said(of({{{"Viden", 1}, {"Samtale", 1}, {"Ledelse", 5}}})) ==
          Lines{"Lavest ligger »Viden« og »Samtale«: 1. Hvad kunne være det første lille skridt?"});
    CHECK(said(of({{{"Viden", 3}, {"Ledelse", 3}}})) == Lines{"Antal tal, der mangler: 1."});
    // The same everywhere: no part is the lowest.
    CHECK(said(of({{{"Viden", 3}, {"Samtale", 3}, {"Ledelse", 3}}})).empty());
}

TEST_CASE("Several answers: where they are farthest apart, and one step is not far", "[assessment]") {
    const SelfMarks calm{{"Viden", 4}, {"Samtale", 3}, {"Ledelse", 4}};
    CHECK(said(of({calm, {{"Viden", 4}, {"Samtale", 2}, {"Ledelse", 5}}})) ==
          Lines{"Jeres svar ligger højst ét trin fra hinanden.",
                "Lavest ligger »Samtale«: 2. Hvad kunne være det første lille skridt?"});
    CHECK(said(of({calm, {{"Viden", 1}, {"Samtale", 3}, {"Ledelse", 5}}})) ==
          Lines{"Længst fra hinanden er I ved »Viden«: fra 1 til 4. Begynd samtalen dér.",
                "Lavest ligger »Viden«: 1. Hvad kunne være det første lille skridt?"});
    CHECK(said(of({calm, {{"Viden", 2}, {"Samtale", 5}}})).front() ==
          "Længst fra hinanden er I ved »Viden« og »Samtale«: 2 trin hvert sted. Begynd samtalen dér.");
    CHECK(said(of({calm, {{"Viden", 2}, {"Samtale", 5}}})).back() == "Antal tal, der mangler: 1.");
}

TEST_CASE("The table has the marks, or the lowest and the highest of them", "[assessment]") {
    const core::SelfTable one = core::table_of(content(), web(), of({{{"Viden", 4}}}));
    CHECK(one.columns == Lines{"Ting", "Tal"});
    CHECK(one.rows == std::vector<Lines>{{"1. Viden", "4"}, {"2. Samtale", "–"}, {"3. Ledelse", "–"}});
    const core::SelfTable two = core::table_of(content(), web(), of({{{"Viden", 4}}, {{"Viden", 2}, {"Ledelse", 1}}}));
    CHECK(two.columns == Lines{"Ting", "Laveste", "Højeste"});
    CHECK(two.rows == std::vector<Lines>{{"1. Viden", "2", "4"}, {"2. Samtale", "–", "–"}, {"3. Ledelse", "1", "1"}});
}
