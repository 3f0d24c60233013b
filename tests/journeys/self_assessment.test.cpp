// A self-assessment: found, filled in by several, kept, taken along; and never mixed with a child's case.

#include <variant>

#include <catch2/catch_test_macros.hpp>

#include "support/device.hpp"
#include "support/shipped_content.hpp"
#include "support/view_text.hpp"

using namespace core;
using support::Device;
using support::Driver;

namespace {

constexpr std::int64_t second = 1000;
constexpr const char* leadership = "6. Faglig ledelse";
constexpr const char* knowledge = "1. Viden og kompetencer";

}  // namespace

TEST_CASE("A team fills in the web one by one, talks, and takes it along", "[journeys]") {
    Driver visit(support::shipped_content());
    visit.happens(DayStamped{"2026-11-27"});
    visit.go_to("#/viden/artikel/framework_overview").press("Brug det til at se på jer selv");
    visit.see_heading("Spindelvævet: de seks kernekomponenter")
        .see("ikke om et barn. Skriv ingen navne.")
        .press("Begynd");
    visit.see("Der er ingen tal endnu.").see_heading("Dit svar");
    visit.type("Navn på selvvurderingen (valgfrit)", "Blå stue");
    visit.choose(leadership, "4").choose(knowledge, "1");
    visit.see("Lavest ligger »Viden og kompetencer«: 1.").see("Antal tal, der mangler: 4.");

    visit.press("Tilføj et svar").see_heading("Svar 2").choose(leadership, "1");
    visit.see("Længst fra hinanden er I ved »Faglig ledelse«: fra 1 til 4. Begynd samtalen dér.");
    visit.type("Det vil vi gøre", "Vi begynder med ledelsen.");
    visit.choose("Hvilket svar ser du?", "1").see_heading("Svar 1");

    visit.press("Hent som webside").see("Gem en ubeskyttet fil?").see("Slet den, når I har brugt den.");
    visit.press("Nej, gem ikke").see_not("Gem en ubeskyttet fil?");
    for (const Effect& effect : visit.effects()) CHECK_FALSE(std::holds_alternative<DownloadFile>(effect));
    visit.press("Hent som webside").see("Gem en ubeskyttet fil?").press("Ja, gem filen");
    const DownloadFile& page = visit.effect<DownloadFile>();
    CHECK(page.name == "linealen-six_components.html");
    for (const char* words : {"Spindelvævet: de seks kernekomponenter: Blå stue", "27.11.2026", "fra 1 til 4",
                              "<td>6. Faglig ledelse</td><td>1</td><td>4</td>", "Svar 2", "Vi begynder med ledelsen.",
                              "Faglig ledelse: 4."})
        CHECK(page.bytes.find(words) != std::string::npos);

    visit.press("Fjern svar 1").see_heading("Dit svar").see_not("Længst fra hinanden").see_not("Fjern svar");
}

TEST_CASE("It is kept as a case is, listed by its name, opened again, and a file of it opens elsewhere", "[journeys]") {
    Device device(support::shipped_content());
    Driver& visit = device.open();
    device.choose_passphrase();
    visit.go_to("#/viden/selvvurdering/six_components").press("Begynd").choose(leadership, "2");
    visit.type("Navn på selvvurderingen (valgfrit)", "Blå stue");
    device.pass(3 * second);
    visit.see("Gemt kl.");
    CHECK(device.drafts() == 1);
    visit.press("Gem kladden som fil").choose("Hvem skal kunne læse filen?", "Alle, der får fat i filen");
    visit.press("Gem filen");
    device.pass(second);
    const std::string file = device.download().bytes;
    CHECK(file.find("\"linealen-self-assessment\"") != std::string::npos);

    device.open();
    device.unlock();
    device.visit().see("Selvvurdering: Blå stue").press("Åbn");
    device.pass(second);
    device.visit().see_heading("Spindelvævet: de seks kernekomponenter").see("Kladden er åbnet.");
    CHECK(device.visit().session().subject.self_assessment->answers.front().at("leadership") == 2);
    device.visit().press("Gem og luk");
    device.pass(second);
    device.visit().see("Begynd");
    CHECK(device.visit().session().subject.self_assessment == std::nullopt);

    Driver elsewhere(support::shipped_content());
    elsewhere.happens(CaseFileRead{file})
        .see_heading("Spindelvævet: de seks kernekomponenter")
        .see("Kladden er åbnet.");
    elsewhere.go_to("#/").see("Selvvurdering: Blå stue").press("Åbn");
    elsewhere.see_heading("Spindelvævet: de seks kernekomponenter");
}

TEST_CASE("A child's case and a self-assessment are never open together", "[journeys]") {
    Device device(support::shipped_content());
    SECTION("the case first") {
        device.begin("Mælkebøtte");
        device.visit().go_to("#/viden/selvvurdering/six_components");
        device.visit().see("Kun én ting er åben ad gangen").see_not("Begynd").press("Gå til det, der er åbent");
        device.visit().see_heading("Oversigt").go_to("#/viden/selvvurdering/six_components").press("Gem og luk");
        device.pass(second);
        device.visit().see_heading("Spindelvævet: de seks kernekomponenter").press("Begynd").choose(leadership, "5");
        device.pass(3 * second);
        CHECK(device.drafts() == 2);
        CHECK(device.visit().session().subject.observations.empty());
    }
    SECTION("the self-assessment first") {
        device.open().go_to("#/viden/selvvurdering/six_components").press("Begynd");
        for (const char* address : {"#/vurder/alder", "#/vurder/oversigt", "#/vurder/dokument/notification"}) {
            device.visit().go_to(address).see("Jeres selvvurdering er åben. Gem den som fil").see("ring 112");
            device.visit().see_heading("Spindelvævet: de seks kernekomponenter");
            device.visit().go_to("#/hjaelp");
        }
        device.visit()
            .go_to("#/viden/selvvurdering/six_components")
            .press("Slet kladden")
            .see("gem det som fil først")
            .press("Ja, slet");
        device.visit().go_to("#/vurder/alder").see_heading("Hvor gammelt er barnet?");
    }
}

TEST_CASE("What is no web has no self-assessment, and twelve answers are enough", "[journeys]") {
    Driver visit(support::shipped_content());
    visit.go_to("#/viden/selvvurdering/steps_of_support").see_not("Begynd");
    visit.go_to("#/viden/selvvurdering/six_components").press("Begynd");
    for (std::size_t answer = 1; answer < most_answers; ++answer) visit.press("Tilføj et svar");
    visit.see_heading("Svar 12").see_not("Tilføj et svar");
    visit.type("Det vil vi gøre", "Ring til 010115-7654").see("cpr");
}
