// A whole visit: 4 years old, børnehave, from the first click to four papers.

#include <catch2/catch_test_macros.hpp>

#include "support/driver.hpp"
#include "support/shipped_content.hpp"

using namespace core;
using support::Driver;

namespace {

std::string withdraws() { return support::text_of_sign("a3_social_withdraws_from_others"); }
std::string less_joy() { return support::text_of_sign("a3_mental_less_joy"); }

void begin(Driver& visit) {
    visit.happens(DayStamped{"2026-11-22"});
    visit.see_heading("Er du bekymret for et barn?").see("Ring 112, og bliv hos barnet.");
    visit.press("Start en vurdering").see("Trin 1 af 6 · Alder");
    visit.choose("Vælg barnets alder", "3–5 år").press("Fortsæt");
    visit.see("Trin 2 af 6 · Din rolle").choose("Dagtilbud", "Medarbejder i børnehave").press("Fortsæt");
    visit.see_heading("Hvor vil du begynde?");
}

void describe_sign(Driver& visit, const std::string& sign) {
    visit.choose(sign, "Ja");
    visit.within(sign).choose("Hvor ofte?", "Flere gange om ugen");
    visit.within(sign).choose("Hvor meget bekymrer det dig?", "En del");
    visit.within(sign).choose("Siden hvornår?", "2–8 uger");
    visit.within(sign).choose("Hvordan går det?", "Værre");
    visit.within(sign).choose("Hvor ses det?", "Her hos os");
    visit.within(sign).type("Hvad så eller hørte du? Hvornår, og hvem var der?", "Mandag: gik for sig selv");
    visit.within(sign).type("Hvad tænker du om det?", "Måske savner hun Ærø");
}

}  // namespace

TEST_CASE("A worry about a four-year-old ends in an own mark, next steps and four papers", "[journeys]") {
    Driver visit{support::shipped_content()};
    begin(visit);

    visit.press("Tag dem efter tur").see_heading("Følelser og humør").see("Trin 3 af 6 · Tegn");
    describe_sign(visit, less_joy());
    visit.press("Ingen af disse er set").press("Fortsæt").see_heading("Samspil og venskaber");
    describe_sign(visit, withdraws());
    visit.press("Ingen af disse er set").press("Fortsæt");
    while (visit.view().address.find("tegn") != std::string::npos) visit.press("Fortsæt");
    visit.see_heading("Forhold omkring barnet").press("Fortsæt");
    visit.see_heading("Det, der beskytter").see("Trin 4 af 6 · Refleksion").press("Fortsæt");
    visit.see_heading("Refleksion").press("Fortsæt");

    visit.see_heading("Tjek dine svar").see("Mandag: gik for sig selv").see("Du har ikke set på området.");
    visit.press("Fortsæt").see_heading("Din fornemmelse").mark("Bekymring").press("Fortsæt");
    visit.see_heading("Linealens indikator").see("Især fordi").see("Hvad er din vurdering?");
    visit.press("Sæt din egen markering").mark("Alvorlig bekymring");
    visit.see("Hvorfor ser du anderledes på det?").type("Hvorfor ser du anderledes på det?", "Jeg kender familien");
    visit.press("Fortsæt med »Alvorlig bekymring«");
    visit.see_heading("Hvad nu?").see("alvorlig bekymring").see("skal du underrette").see("ikke klar til brug");

    visit.press("Lav »Bilag til underretning«").see_heading("Bilag til underretning").see("Jeg kender familien");
    visit.see_not("første fornemmelse");
    visit.press("Til oversigten").see("Skriv det, der har betydning for sagen, i jeres fagsystem");
    for (const char* paper :
         {"Forberedelse til fokusteam", "Forberedelse til forældresamtale (udleveres ikke)", "Egne noter"}) {
        visit.open(paper).see_heading(paper).press("Til oversigten");
    }
}

TEST_CASE("The indicator is in the notification by choice only", "[journeys]") {
    Driver visit{support::shipped_content()};
    begin(visit);
    visit.press("Tag dem efter tur");
    describe_sign(visit, less_joy());
    visit.press("Oversigt").open("Din vurdering").mark("Bekymring").press("Oversigt").open("Bilag til underretning");
    visit.press("Hent som tekst").see("Gem en ubeskyttet fil?").press("Nej, gem ikke");
    CHECK(visit.effects().empty());
    visit.press("Hent som tekst").see("Send den ikke med almindelig e-mail").press("Ja, gem filen");
    const std::string without = visit.effect<DownloadFile>().bytes;

    visit.tick("Tag Linealens indikator med i bilaget").press("Hent som tekst");

    const DownloadFile& with = visit.effect<DownloadFile>();
    CHECK(without.find("Linealens indikator") == std::string::npos);
    CHECK(with.bytes.find("Linealens indikator") != std::string::npos);
    CHECK(with.name == "linealen-notification-2026-11-22.txt");
}

TEST_CASE("A ret link leads to the answer, and Fortsæt leads back", "[journeys]") {
    Driver visit{support::shipped_content()};
    begin(visit);
    visit.press("Tag dem efter tur").choose(less_joy(), "Ved ikke endnu").press("Oversigt").open("Tjek dine svar");

    visit.open(less_joy()).see_heading("Følelser og humør");
    CHECK(visit.view().focus.id == "sign-a3_mental_less_joy");
    visit.choose(less_joy(), "Ja").press("Fortsæt");

    visit.see_heading("Tjek dine svar").see("Ja");
}

TEST_CASE("An area chosen from the list leads back to the list", "[journeys]") {
    Driver visit{support::shipped_content()};
    begin(visit);

    visit.open("Omsorg og pleje").see_heading("Omsorg og pleje").press("Ingen af disse er set").press("Fortsæt");

    visit.see_heading("Hvor vil du begynde?").see("Færdig");
}

TEST_CASE("A sign is found in everyday words across all areas", "[journeys]") {
    Driver visit{support::shipped_content()};
    begin(visit);
    visit.open("Omsorg og pleje").press("Søg efter et tegn");

    visit.type("Søg efter et tegn", "smiler SJÆLDNERE");

    visit.see(less_joy()).see_heading("Følelser og humør").see_not(support::text_of_sign("a3_care_often_hungry"));
    visit.see_not("Ingen af disse er set").type("Søg efter et tegn", "xylofon").see("Ingen tegn passer");
    CHECK(visit.view().announcement.text == "Ingen tegn passer. Prøv et andet eller et kortere ord.");
}

TEST_CASE("Closing the search shows the area again", "[journeys]") {
    Driver visit{support::shipped_content()};
    begin(visit);
    visit.open("Omsorg og pleje").press("Søg efter et tegn").type("Søg efter et tegn", "xylofon");

    visit.press("Søg efter et tegn").see(support::text_of_sign("a3_care_often_hungry"));

    CHECK(visit.session().search.empty());
}

TEST_CASE("The first feeling may be skipped", "[journeys]") {
    Driver visit{support::shipped_content()};
    begin(visit);
    visit.press("Oversigt").open("Din fornemmelse");

    visit.press("Spring over").see_heading("Linealens indikator");

    CHECK_FALSE(visit.session().subject.first_feeling);
}

TEST_CASE("A municipality may turn the first feeling off", "[journeys]") {
    Content content = support::shipped_content();
    content.settings.asks_first_feeling = false;
    Driver visit{content};
    begin(visit);

    visit.press("Oversigt").see_not("Din fornemmelse").open("Tjek dine svar").press("Fortsæt");

    visit.see_heading("Linealens indikator");
}

TEST_CASE("Everything unknown says so, and a doubtful alarm sign is discussed today", "[journeys]") {
    Driver visit{support::shipped_content()};
    begin(visit);
    const std::string sign = support::text_of_sign("a3_care_home_alone");
    visit.open("Omsorg og pleje").choose(sign, "Ved ikke endnu");
    visit.within(sign).see("Drøft det i dag.");

    visit.press("Oversigt").open("Linealens indikator").see("Drøft det i dag.");
    visit.press("Sæt din egen markering").mark("Øget opmærksomhed").press("Oversigt").open("Hvad nu?");

    visit.see_heading("Drøft det i dag");
}

TEST_CASE("Nothing can be marked by accident: Fortsæt without a mark says what is missing", "[journeys]") {
    Driver visit{support::shipped_content()};
    begin(visit);
    visit.press("Oversigt").open("Din vurdering").press("Fortsæt");

    visit.see_heading("Der mangler noget").see("Sæt din markering på linealen.");
    CHECK(visit.view().focus.id == "fault-summary");
    visit.within("Der mangler noget").press("Sæt din markering på linealen.");
    CHECK(visit.view().focus.id == "ruler");
}
