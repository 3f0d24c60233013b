// Without a net, and a new edition: what is promised, what waits for a yes, and what becomes of what was written.

#include <catch2/catch_test_macros.hpp>
#include <variant>

#include "content/load_content.hpp"
#include "support/driver.hpp"
#include "support/shipped_content.hpp"
#include "view/describe.hpp"

using namespace core;
using support::Driver;

namespace {

const char* const ready = "Klar til brug uden net.";
const char* const waits = "En ny udgave af Linealen er klar";
const char* const accept = "Tag den nye udgave i brug";

Driver at_start() { return Driver{support::shipped_content()}; }

Driver with_unsaved_work() {
    Driver visit = at_start();
    visit.press("Start en vurdering").choose("Vælg barnets alder", "3–5 år").press("Fortsæt");
    return visit;
}

}  // namespace

TEST_CASE("Nothing is promised before it is true, and nothing where it cannot be", "[journeys]") {
    Driver visit = at_start();
    visit.see_not("uden net");
    visit.happens(OfflineTold{OfflineState::not_possible}).see_not("uden net");
    visit.press("Hvad ved dette værktøj?").see("Linealen kan ikke åbnes uden net i denne browser endnu.");
    visit.go_to("#/");

    visit.happens(OfflineTold{OfflineState::ready}).see(ready);
    visit.press("Hvad ved dette værktøj?").see(ready).see_not("kan ikke åbnes uden net").go_to("#/");

    visit.press("Start en vurdering").see(ready);
    visit.happens(OfflineTold{OfflineState::not_possible}).see_not("uden net");
}

TEST_CASE("A new edition waits for a yes, and the yes is carried out once", "[journeys]") {
    Driver visit = at_start();
    visit.happens(OfflineTold{OfflineState::ready}).happens(OfflineTold{OfflineState::update_waiting});
    CHECK(visit.effects().empty());
    visit.see_heading(waits).see(ready);

    visit.press(accept);

    (void)visit.effect<StartUpdate>();
    CHECK(visit.view().announcement.text == "Den nye udgave bliver taget i brug. Siden åbner igen om et øjeblik.");
    visit.press(accept);
    CHECK(visit.effects().empty());
    visit.happens(OfflineTold{OfflineState::update_waiting}).press(accept);
    CHECK(visit.effects().empty());
}

TEST_CASE("In the middle of a case a new edition is a line in the footer, with nothing to press", "[journeys]") {
    Driver visit = with_unsaved_work();

    visit.happens(OfflineTold{OfflineState::update_waiting});

    visit.see("Du finder den på forsiden, når du er færdig her.");
    CHECK(visit.view().main.back().id != "update");
    CHECK(visit.view().announcement.text.empty());
}

TEST_CASE("What is not saved is saved before a new edition can be taken into use", "[journeys]") {
    Driver visit = with_unsaved_work();
    visit.happens(OfflineTold{OfflineState::update_waiting}).go_to("#/");
    visit.see("Du har en kladde, der ikke er gemt. Gem den først").see_not(accept);

    visit.press("Åbn");
    visit.happens(TicketAnswered{support::save_unprotected(visit).ticket, TicketCode::ok}).go_to("#/");

    visit.see("Din kladde er gemt som en fil.").see("du åbner filen igen her på forsiden").press(accept);
    (void)visit.effect<StartUpdate>();
}

TEST_CASE("A yes that comes too late, after something was written, loses nothing", "[journeys]") {
    Session session = with_unsaved_work().session();
    session.update = UpdateState::waiting;

    const Step step = update(support::shipped_content(), session, UpdateAccepted{});

    CHECK(step.effects.empty());
    CHECK(step.session.update == UpdateState::waiting);
}

TEST_CASE("An edition that could not be taken into use is told, and can be tried again", "[journeys]") {
    Driver visit = at_start();
    visit.happens(OfflineTold{OfflineState::update_waiting}).press(accept);

    visit.happens(OfflineTold{OfflineState::update_failed});

    visit.see("Den nye udgave kunne ikke tages i brug lige nu. Linealen virker som før, og du kan arbejde videre.");
    CHECK(visit.view().announcement.urgent);
    visit.press(accept);
    (void)visit.effect<StartUpdate>();
}

TEST_CASE("Another window has taken it into use: told calmly, promised no more, opened anew when asked", "[journeys]") {
    Driver visit = with_unsaved_work();
    visit.happens(OfflineTold{OfflineState::ready}).happens(OfflineTold{OfflineState::replaced});
    visit.see_not(ready).see("Gem kladden, og genindlæs siden, når det passer dig.");

    visit.go_to("#/").see_heading("En ny udgave er taget i brug i et andet vindue").see_not("Genindlæs siden");

    visit.press("Åbn");
    visit.happens(TicketAnswered{support::save_unprotected(visit).ticket, TicketCode::ok}).go_to("#/");
    visit.press("Genindlæs siden");
    (void)visit.effect<StartUpdate>();
}

TEST_CASE("Whatever is told before the start pack is here is said when it is", "[journeys]") {
    Content front;
    front.packs = {std::string{front_pack}};
    const auto said = [&front](OfflineState state) {
        return describe(front, update(front, Session{}, OfflineTold{state}).session);
    };

    for (const OfflineState state : {OfflineState::ready, OfflineState::update_waiting, OfflineState::replaced}) {
        CHECK(said(state).footer.size() == describe(front, Session{}).footer.size());
        CHECK(said(state).main.size() == describe(front, Session{}).main.size());
    }
}
