// Going back, changing age and role, expecting a child, months, CPR numbers.

#include <catch2/catch_test_macros.hpp>

#include "support/driver.hpp"
#include "support/shipped_content.hpp"

using namespace core;
using support::Driver;

namespace {

std::string less_joy() { return support::text_of_sign("a3_mental_less_joy"); }

Driver at_areas() {
    Driver visit{support::shipped_content()};
    visit.press("Start en vurdering").choose("Vælg barnets alder", "3–5 år").press("Fortsæt");
    visit.choose("Dagtilbud", "Medarbejder i børnehave").press("Fortsæt");
    return visit;
}

}  // namespace

TEST_CASE("How many signs a search finds is heard as it is seen, and nothing when it is empty", "[journeys]") {
    Driver visit = at_areas();
    visit.open("Følelser og humør").press("Søg efter et tegn").type("Søg efter et tegn", "søvn");
    visit.see(visit.view().announcement.text);
    CHECK_FALSE(visit.view().announcement.text.empty());

    visit.type("Søg efter et tegn", "xyzzyq");
    const std::string none = visit.view().announcement.text;
    CHECK(none.find("Ingen tegn passer.") == 0);
    visit.see(none).type("Søg efter et tegn", "").see_not(none);
    CHECK(visit.view().announcement.text.empty());
}

TEST_CASE("A changed age parks the answers, and they come back with the age", "[journeys]") {
    Driver visit = at_areas();
    visit.open("Følelser og humør").choose(less_joy(), "Ja").press("Oversigt");

    visit.open("Barnets alder").choose("Vælg barnets alder", "6–9 år").press("Oversigt");
    visit.see("Du har svar, der hører til en anden alder, rolle eller udgave af Linealen.");
    visit.open("Barnets alder").choose("Vælg barnets alder", "3–5 år").press("Oversigt").open("Tjek dine svar");

    visit.see_not("Du har svar, der hører til en anden alder, rolle eller udgave.").see(less_joy());
}

TEST_CASE("A role that does not meet the new age is asked for again, and nothing is lost", "[journeys]") {
    Driver visit = at_areas();
    visit.open("Følelser og humør").choose(less_joy(), "Ja").press("Oversigt");

    visit.open("Barnets alder").choose("Vælg barnets alder", "15–17 år").press("Oversigt").open("Tjek dine svar");

    visit.see_heading("Din rolle").see("Vælg din rolle først.");
    visit.press("Oversigt").open("Barnets alder").choose("Vælg barnets alder", "3–5 år").press("Oversigt");
    visit.open("Tjek dine svar").see_heading("Tjek dine svar").see(less_joy());
}

TEST_CASE("A changed role changes the questions, never the scale", "[journeys]") {
    Driver visit = at_areas();
    visit.press("Oversigt").open("Din rolle").choose("Sundhed", "Sundhedsplejerske").press("Fortsæt");
    visit.press("Oversigt").open("Din vurdering");

    visit.see("Trivsel").see("Øget opmærksomhed").see("Alvorlig bekymring");
}

TEST_CASE("Expecting a child is a page of its own without a scale", "[journeys]") {
    Driver visit{support::shipped_content()};
    visit.press("Start en vurdering").choose("Vælg barnets alder", "Venter barn").press("Fortsæt");

    visit.see_heading("Venter barn").see("skal du underrette").see_not("Alvorlig bekymring");
    visit.go_to("#/vurder/indikator").see_heading("Venter barn").see("bruges skalaen ikke");
}

TEST_CASE("Under three years the age is asked for in months, with a sentence when it is wrong", "[journeys]") {
    Driver visit{support::shipped_content()};
    visit.press("Start en vurdering").choose("Vælg barnets alder", "1–2 år");
    visit.press("Fortsæt").see("Skriv barnets alder i hele måneder.").see_heading("Der mangler noget");

    visit.type("Barnets alder i måneder", "abc").press("Fortsæt").see("Skriv et helt tal fra 12 til 35.");
    visit.type("Barnets alder i måneder", "40").press("Fortsæt").see("Skriv et helt tal fra 12 til 35.");
    visit.type("Barnets alder i måneder", "20").see("Er barnet født for tidligt? Hvor mange uger?");
    visit.type("Er barnet født for tidligt? Hvor mange uger?", "fire").press("Fortsæt");
    visit.see("eller lad feltet stå tomt");
    visit.type("Er barnet født for tidligt? Hvor mange uger?", " 4 ").press("Fortsæt");

    visit.see_heading("Din rolle");
    CHECK(visit.session().subject.months == 20);
    CHECK(visit.session().subject.weeks_early == 4);
}

TEST_CASE("Early birth is not asked for when the child is two", "[journeys]") {
    Driver visit{support::shipped_content()};
    visit.press("Start en vurdering").choose("Vælg barnets alder", "1–2 år");

    visit.type("Barnets alder i måneder", "24").see_not("Er barnet født for tidligt? Hvor mange uger?");
}

TEST_CASE("A number that looks like a CPR number is pointed out as it is typed, and mended", "[journeys]") {
    Driver visit = at_areas();
    visit.open("Følelser og humør").choose(less_joy(), "Ja");
    const char* field = "Hvad så eller hørte du? Hvornår, og hvem var der?";

    visit.within(less_joy()).type(field, "set hos 0101157654").see("Det ligner et cpr-nummer.");
    visit.press("Oversigt").see("noget, der ligner et cpr-nummer");
    visit.type("Kodeord for barnet", "010115-7654").see("Det ligner et cpr-nummer.");
    visit.type("Kodeord for barnet", "Mælkebøtte").see_not("Det ligner et cpr-nummer.");
    visit.open("Tjek dine svar").open(less_joy()).within(less_joy()).type(field, "set mandag");

    visit.see_not("cpr-nummer.  ").press("Oversigt").see_not("noget, der ligner et cpr-nummer");
}

TEST_CASE("A field that is nearly full says so, and one that is full that the rest is not there", "[journeys]") {
    Driver visit = at_areas();
    visit.open("Følelser og humør").choose(less_joy(), "Ja");
    const char* field = "Hvad så eller hørte du? Hvornår, og hvem var der?";
    const char* nearly = "Der er plads til 4.000 tegn i feltet, og det er snart fyldt.";
    const char* full = "Feltet er fyldt: Der er plads til 4.000 tegn, og var der mere, er resten ikke kommet med.";

    visit.within(less_joy()).type(field, std::string(3599, 'a')).see_not("Der er plads til 4.000 tegn");
    visit.within(less_joy()).type(field, std::string(3600, 'a')).see(nearly);
    visit.within(less_joy()).type(field, std::string(3999, 'a')).see(nearly).see_not("fyldt: ");
    const std::uint32_t said = visit.view().announcement.serial;
    visit.within(less_joy()).type(field, std::string(4000, 'a')).see(full);
    CHECK(visit.view().announcement.serial != said);
    CHECK(visit.view().announcement.text == std::string(full) + " Skriv det kortere.");
    // As a browser counts it: two for each of these.
    std::string faces;
    for (int count = 0; count < 2000; ++count) faces += "😀";
    visit.within(less_joy()).type(field, faces).see(full);
    visit.within(less_joy()).type(field, "set mandag").see_not("Der er plads til");

    visit.press("Oversigt").type("Kodeord for barnet", std::string(60, 'a')).see("Der er plads til 60 tegn");
}

TEST_CASE("Words that came with a file and are longer than a field are not cut when they are mended", "[journeys]") {
    Session session;
    std::string& reason = session.subject.judgement.emplace().reason;
    reason = std::string(5000, 'a');

    const Step step = update(support::shipped_content(), session, JudgementReasonTyped{std::string(4990, 'a')});

    CHECK(step.session.subject.judgement->reason.size() == 4990);
}

TEST_CASE("A place that is not reachable yet leads to what is missing, and says so", "[journeys]") {
    Driver visit{support::shipped_content()};

    visit.go_to("#/vurder/indikator").see_heading("Hvor gammelt er barnet?").see("Vælg barnets alder først.");
    visit.choose("Vælg barnets alder", "3–5 år").go_to("#/vurder/tjek");
    visit.see_heading("Din rolle").see("Vælg din rolle først.");
    visit.choose("Dagtilbud", "Medarbejder i børnehave").go_to("#/vurder/hvad-nu");
    visit.see_heading("Din vurdering").see("Sæt din egen markering først.");
    visit.go_to("#/vurder/tegn/findes_ikke").see_heading("Hvor vil du begynde?");
}

TEST_CASE("Tilbage goes the way one came, also after the browser's back", "[journeys]") {
    Driver visit = at_areas();
    visit.open("Omsorg og pleje").press("Oversigt").press("Tilbage").see_heading("Omsorg og pleje");
    visit.press("Tilbage").see_heading("Hvor vil du begynde?");

    visit.go_to("#/vurder/rolle").press("Tilbage").see_heading("Hvor gammelt er barnet?");
    visit.go_to("#/vurder/tegn/care").see_heading("Omsorg og pleje");
}
