// A health visitor on a home visit: five months, asked in months, born early.

#include <catch2/catch_test_macros.hpp>

#include "support/driver.hpp"
#include "support/shipped_content.hpp"

using namespace core;
using support::Driver;

TEST_CASE("A health visitor is asked in months, and marks what was seen", "[journeys]") {
    Driver visit{support::shipped_content()};
    visit.press("Start en vurdering").choose("Vælg barnets alder", "0–11 måneder");
    visit.type("Barnets alder i måneder", "5").type("Er barnet født for tidligt? Hvor mange uger?", "6");
    visit.press("Fortsæt").choose("Sundhed", "Sundhedsplejerske").press("Fortsæt");

    visit.open("Forældre og relationer").press("Ingen af disse er set").press("Fortsæt");
    visit.press("Gå til »Tjek dine svar«").see("5 måneder").see("født 6 uger for tidligt");
    visit.press("Fortsæt").press("Fortsæt").see_heading("Linealens indikator");
    visit.see("Det siger noget om det, du har kunnet se");
    visit.mark("Trivsel").press("Fortsæt med »Trivsel«");

    visit.see_heading("Hvad nu?").see("skal du underrette").see("1. ");
}
