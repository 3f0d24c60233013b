// Saving and opening a case; what goes wrong says so and loses nothing.

#include <catch2/catch_test_macros.hpp>

#include "support/driver.hpp"
#include "support/shipped_content.hpp"

using namespace core;
using support::Driver;

namespace {

std::string less_joy() { return support::text_of_sign("a3_mental_less_joy"); }

Driver with_answers() {
    Driver visit{support::shipped_content()};
    visit.press("Start en vurdering").choose("Vælg barnets alder", "3–5 år").press("Fortsæt");
    visit.choose("Dagtilbud", "Medarbejder i børnehave").press("Fortsæt");
    visit.open("Følelser og humør").choose(less_joy(), "Ja").press("Oversigt");
    return visit;
}

void answer(Driver& visit, std::uint32_t ticket, TicketCode code) { visit.happens(TicketAnswered{ticket, code}); }

}  // namespace

TEST_CASE("A case is saved, discarded and opened again with the same answers", "[journeys]") {
    Driver visit = with_answers();
    visit.type("Kodeord for barnet", "Mælkebøtte");
    const DownloadFile order = support::save_unprotected(visit);
    answer(visit, order.ticket, TicketCode::ok);
    visit.see("Browseren har fået kladden som fil. Se efter, at den ligger på enheden, før du lukker siden.");
    CHECK(visit.effect<GuardUnsavedWork>().on == false);
    CHECK(order.name.find("Mælke") == std::string::npos);

    visit.press("Oversigt").press("Slet kladden").see("Slet kladden?").press("Ja, slet").see("Kladden er slettet.");
    CHECK(visit.session().subject.observations.empty());
    visit.press("Åbn en fil").happens(CaseFileRead{order.bytes});

    visit.see_heading("Oversigt").see("Kladden er åbnet.").see("Mælkebøtte");
    visit.open("Tjek dine svar").see(less_joy());
    CHECK_FALSE(visit.session().has_unsaved_work);
}

TEST_CASE("A damaged or foreign file says what is wrong, and the open case is untouched", "[journeys]") {
    Driver visit = with_answers();
    constexpr const char* foreign = "fordi den ikke er en kladde fra Linealen.";
    constexpr const char* damaged = "fordi den er beskadiget ved linje 1.";
    const std::pair<const char*, const char*> files[] = {
        {"", foreign},        {"{", foreign},
        {"hej", foreign},     {"{\"schema\":\"noget andet\"}", foreign},
        {"[1,2,3]", foreign}, {"{\"kind\": \"linealen-case\", \"schema\": 1,", damaged}};
    for (const auto& [bytes, why] : files) {
        INFO(bytes);
        visit.press("Åbn en fil").happens(CaseFileRead{bytes});
        visit.see(why).see("Det, du er i gang med, er urørt.");
        CHECK(visit.session().notice.kind == NoticeKind::failed);
        CHECK(visit.session().subject.observations.size() == 1);
        CHECK(visit.view().announcement.urgent);
        CHECK(visit.view().announcement.text.find(why) != std::string::npos);
    }
    visit.open("Tjek dine svar").see(less_joy());
}

TEST_CASE("Opening over an open case asks first; no keeps the case", "[journeys]") {
    Driver visit = with_answers();
    const std::string bytes = support::save_unprotected(visit).bytes;
    visit.press("Oversigt").type("Kodeord for barnet", "Anden");

    visit.press("Åbn en fil").happens(CaseFileRead{bytes}).see("Åbn filen i stedet?").dismiss();
    CHECK(visit.session().subject.code_word == "Anden");
    visit.press("Åbn en fil").happens(CaseFileRead{bytes}).press("Ja, åbn");

    CHECK(visit.session().subject.code_word.empty());
    CHECK(visit.session().opened_file.empty());
}

TEST_CASE("A save that failed keeps the work marked as not saved", "[journeys]") {
    Driver visit = with_answers();
    answer(visit, support::save_unprotected(visit).ticket, TicketCode::failed);

    visit.see("Filen kunne ikke gemmes. Dine svar er her stadig");
    CHECK(visit.session().has_unsaved_work);
}

TEST_CASE("What is typed after the order to save is not saved by it", "[journeys]") {
    Driver visit = with_answers();
    const std::uint32_t ticket = support::save_unprotected(visit).ticket;

    visit.press("Oversigt").type("Kodeord for barnet", "Senere");
    answer(visit, ticket, TicketCode::ok);

    CHECK(visit.session().has_unsaved_work);
}

TEST_CASE("A ticket answered twice, and a chooser that was closed, say nothing", "[journeys]") {
    Driver visit = with_answers();
    visit.press("Åbn en fil");
    const std::uint32_t ticket = visit.effect<ChooseFile>().ticket;

    answer(visit, ticket, TicketCode::refused);
    CHECK(visit.session().notice.kind == NoticeKind::none);
    answer(visit, ticket, TicketCode::failed);
    CHECK(visit.session().notice.kind == NoticeKind::none);
}

TEST_CASE("A file that the browser could not read, and a print that did not come about, say so", "[journeys]") {
    Driver visit = with_answers();
    visit.press("Åbn en fil");
    answer(visit, visit.effect<ChooseFile>().ticket, TicketCode::failed);
    visit.see("Filen kunne ikke læses. Den åbne kladde er ikke ændret. Prøv igen, eller vælg en anden kopi.");
    CHECK(visit.session().subject.observations.size() == 1);

    visit.open("Egne noter").press("Udskriv");
    answer(visit, visit.effect<PrintDocument>().ticket, TicketCode::failed);
    visit.see("Der kunne ikke udskrives. Hent filen som webside, og udskriv den derfra.");
}

TEST_CASE("A section is copied word for word, and the answer stands beside its button", "[journeys]") {
    Driver visit = with_answers();
    visit.open("Egne noter").within("Det, der er set og hørt").press("Kopiér");
    const CopyText order = visit.effect<CopyText>();
    CHECK(order.text.find(less_joy()) != std::string::npos);

    answer(visit, order.ticket, TicketCode::ok);
    visit.see("Afsnittet er kopieret.");
    visit.within("Det, der er set og hørt").press("Kopiér");
    answer(visit, visit.effect<CopyText>().ticket, TicketCode::failed);
    visit.see("Afsnittet kunne ikke kopieres.");
}

TEST_CASE("The first word makes the browser guard the work", "[journeys]") {
    Driver visit{support::shipped_content()};
    visit.press("Start en vurdering").choose("Vælg barnets alder", "3–5 år");

    CHECK(visit.effect<GuardUnsavedWork>().on);
}
