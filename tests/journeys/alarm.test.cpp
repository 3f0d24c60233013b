// An alarm sign leaves the scale at once: its own track, its own rules.

#include <catch2/catch_test_macros.hpp>

#include "support/driver.hpp"
#include "support/shipped_content.hpp"

using namespace core;
using support::Driver;

namespace {

std::string told() { return support::text_of_sign("a3_abuse_says_something_worrying"); }
std::string lost_skills() { return support::text_of_sign("a3_cognitive_loses_language_or_play"); }
const char* closed = "Tal ikke med forældrene om mistanken";

Driver at_area(const std::string& area) {
    Driver visit{support::shipped_content()};
    visit.press("Start en vurdering").choose("Vælg barnets alder", "3–5 år").press("Fortsæt");
    visit.choose("Dagtilbud", "Medarbejder i børnehave").press("Fortsæt").open(area);
    return visit;
}

}  // namespace

TEST_CASE("Suspected abuse leads from the sign straight to what to do", "[journeys]") {
    Driver visit = at_area("Vold, overgreb og svigt");

    visit.choose(told(), "Ja").within(told()).see("Det her er et alvorstegn.");
    visit.press("Se, hvad du skal gøre nu");

    visit.see_heading("Det her skal du gøre nu").see_heading("Mistanke om vold eller overgreb");
    visit.see_not("Linealen peger på").see("Hvem retter mistanken sig mod?").see("Hvor sikkert er det?").see(closed);
    visit.press("Se næste skridt").see_heading("Hvad nu?").see(closed);
}

TEST_CASE("While the home is suspected no paper for the parents is offered, not even by its address", "[journeys]") {
    Driver visit = at_area("Vold, overgreb og svigt");
    visit.choose(told(), "Ja").press("Se, hvad du skal gøre nu");

    visit.press("Oversigt").see_not("Til dig, der skal holde samtalen");
    visit.see("Det papir laves ikke");
    visit.go_to("#/vurder/dokument/parent_talk");

    visit.see_heading("Oversigt").see("Papiret til forældresamtalen laves ikke her");
}

TEST_CASE("A suspicion against somebody else: agree with the authority when the parents are told", "[journeys]") {
    Driver visit = at_area("Vold, overgreb og svigt");
    visit.choose(told(), "Ja").press("Se, hvad du skal gøre nu");
    const Content& content = support::shipped_content();
    std::string staff;
    for (const Suspect& suspect : content.suspects) {
        if (suspect.id.value == "staff") staff = suspect.label;
    }

    visit.choose("Hvem retter mistanken sig mod?", staff);

    visit.see_not(closed).see("Aftal med myndigheden, hvornår forældrene får besked");
}

TEST_CASE("Other alarms do not close the way to the parents", "[journeys]") {
    Driver visit = at_area("Sprog, tænkning og læring");

    visit.choose(lost_skills(), "Ja").press("Se, hvad du skal gøre nu");

    visit.see_heading("Akut sygdom eller tabte færdigheder").see_not(closed).see("Tal med forældrene");
    visit.see_not("Hvem retter mistanken sig mod?");
}

TEST_CASE("One track never asks for the talk that another forbids", "[journeys]") {
    Driver visit = at_area("Sprog, tænkning og læring");
    visit.choose(lost_skills(), "Ja").press("Vælg et andet område");
    visit.open("Vold, overgreb og svigt").choose(told(), "Ja").press("Se, hvad du skal gøre nu");

    visit.see_heading("Mistanke om vold eller overgreb").see_heading("Akut sygdom eller tabte færdigheder");

    visit.see(closed).see_not("Tal med forældrene i dag").see("Spørg myndigheden, før nogen taler med dem");
    visit.press("Se næste skridt").see("Spørg myndigheden først.").see_not("Fortæl forældrene, at du gør det");
}

TEST_CASE("With an alarm nobody is asked for a feeling, and acting comes before marking", "[journeys]") {
    Driver visit = at_area("Vold, overgreb og svigt");
    visit.choose(told(), "Ja").press("Oversigt").open("Tjek dine svar").press("Fortsæt");

    visit.see_heading("Det her skal du gøre nu").press("Se næste skridt").see_heading("Hvad nu?");

    visit.press("Sæt din egen markering").see("Din markering ændrer ikke, hvad du skal gøre nu.");
    visit.mark("Trivsel").press("Fortsæt med »Trivsel«").see_heading("Hvad nu?").see(closed);
}
