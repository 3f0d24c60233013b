// Keeping a case on the device, from the first choice to the last trace, and everything that can come between.

#include <catch2/catch_test_macros.hpp>

#include "support/device.hpp"
#include "support/reached.hpp"
#include "support/shipped_content.hpp"
#include "support/view_text.hpp"

using namespace core;
using support::Device;
using support::Driver;

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;

std::string less_joy() { return support::text_of_sign("a3_mental_less_joy"); }

}  // namespace

TEST_CASE("A case is kept while it is written, and opened again by the passphrase", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    device.visit().see("Gemt kl. 14.00.");
    CHECK_FALSE(device.visit().session().has_unsaved_work);
    CHECK(device.drafts() == 1);

    device.open().see("Gemt på denne enhed").see("Antal kladder: 1.").see_not("Mælkebøtte");
    device.unlock();
    device.visit().see_heading("Kladder på denne enhed").see("Mælkebøtte").see("Fjernes af sig selv efter 22.12.2026.");
    device.visit().press("Åbn");
    device.pass(second);
    device.visit().see_heading("Oversigt").see("Kladden er åbnet.").see("Gemt.");
    device.visit().open("Tjek dine svar").see(less_joy());
    // And goes on where it was.
    device.visit().press("Oversigt").type("Kodeord for barnet", "Ærenpris");
    device.pass(3 * second);
    device.visit().see("Gemt kl. 14.00.");
    CHECK(device.drafts() == 1);
}

TEST_CASE("Five words are proposed; typed again they open what a telephone made of them", "[journeys]") {
    Device device(support::shipped_content());
    Driver& visit = device.open();
    visit.press("Gem på denne enhed");
    device.pass(second);
    visit.choose("Hvor skal det, du skriver, gemmes?", "Gem krypteret på denne enhed med en adgangssætning");
    const std::string proposal = visit.session().kept.proposal;
    REQUIRE_FALSE(proposal.empty());
    visit.see(proposal).press("Vis fem andre ord");
    device.pass(second);
    const std::string other = visit.session().kept.proposal;
    visit.press("Vis fem andre ord");
    CHECK(visit.session().kept.proposal != other);
    const std::string words = visit.session().kept.proposal;
    visit.type("Skriv adgangssætningen", words + " ").see_not("Skriv din egen adgangssætning igen");
    visit.press("Gem krypteret");
    device.pass(second);
    visit.see("Fra nu af gemmes det krypteret på denne enhed");
    CHECK(visit.session().kept.passphrase.empty());
    CHECK(visit.session().kept.proposal.empty());

    device.open();
    std::string typed = words;
    typed[0] = static_cast<char>(typed[0] >= 'a' && typed[0] <= 'z' ? typed[0] - 32 : typed[0]);
    device.unlock(typed + " ");
    device.visit().see("Låst op.");
}

TEST_CASE("A passphrase that will not do is refused by the field, and says what to do", "[journeys]") {
    Device device(support::shipped_content());
    Driver& visit = device.open();
    visit.press("Gem på denne enhed");
    device.pass(second);
    visit.choose("Hvor skal det, du skriver, gemmes?", "Gem krypteret på denne enhed med en adgangssætning");
    const auto refused = [&](const char* words, const char* why) {
        visit.type("Skriv adgangssætningen", words).press("Gem krypteret").see(why);
        CHECK_FALSE(device.has_vault());
    };
    refused("kort", "Skriv de fem ord, eller find på en sætning med mindst 15 tegn.");
    refused("12345678901234567", "Adgangssætningen er kun tal.");
    refused("Sommer i kommunen", "lette at gætte");
    refused("aaaaaaaaaaaaaaaaaaaa", "De samme tegn går igen.");
    refused(support::passphrase, "De to adgangssætninger er ikke ens.");
}

TEST_CASE("A wrong passphrase says so, and has to wait longer each time", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    device.open();
    device.unlock("en helt anden sætning");
    device.visit().see("Adgangssætningen passer ikke.").see_not("Mælkebøtte");
    for (const std::int64_t wait : {2, 4, 8, 16, 32, 60, 60}) {
        device.visit().press("Lås op");
        device.pass(second);
        device.visit().see("Vent et øjeblik, før du prøver igen.");
        device.pass((wait - 1) * second - 100);
        device.visit().see("Vent et øjeblik, før du prøver igen.");
        device.pass(2 * second);
        device.visit().see_not("Vent et øjeblik, før du prøver igen.");
    }
    device.unlock();
    device.visit().see("Mælkebøtte");
    support::reached("E8", "native", "pauses of 2, 4, 8, 16, 32, 60 and 60 s, each said on the screen");
}

TEST_CASE("A new passphrase opens what the old one opened, and the old one nothing more", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    constexpr const char* next = "fire gamle cykler i regnvejr";
    const auto change = [&](const char* now) {
        if (device.visit().view().address != "#/gem") device.visit().go_to("#/gem");
        device.visit().press("Skift adgangssætning").see_heading("Skift adgangssætning");
        device.visit().type("Nuværende adgangssætning", now).type("Ny adgangssætning", next);
        device.visit().type("Skriv din egen adgangssætning igen", next).press("Skift adgangssætning");
        device.pass(1200);  // tried twice
    };
    change("en helt anden sætning");
    device.visit().see("Adgangssætningen passer ikke.").see("Vent et øjeblik, før du prøver igen.");
    device.pass(3 * second);
    change(support::passphrase);
    device.visit().see_heading("Kladder på denne enhed").see("Adgangssætningen er skiftet.").see("Mælkebøtte");
    CHECK(device.visit().session().kept.passphrase_now.empty());
    CHECK(device.visit().session().kept.passphrase.empty());

    device.open();
    device.unlock();
    device.visit().see("Adgangssætningen passer ikke.");
    device.pass(5 * second);
    device.unlock(next);
    device.visit().see("Mælkebøtte");

    change("Fire gamle cykler i regnvejr ");  // as a telephone writes it
    device.visit().see("Adgangssætningen er skiftet.");
}

TEST_CASE("An exchange of passphrases that failed is not called done", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    device.visit().go_to("#/gem/ny-saetning");
    device.visit().type("Nuværende adgangssætning", support::passphrase).type("Ny adgangssætning", "for kort");
    device.visit().press("Skift adgangssætning").see("find på en sætning med mindst 15 tegn.");
    constexpr const char* next = "Fire gamle cykler i regnvejr";
    device.visit().type("Ny adgangssætning", next).type("Skriv din egen adgangssætning igen", next);
    device.answer_next_change(StoreCode::timeout);
    device.visit().press("Skift adgangssætning");
    device.pass(2 * second);
    device.visit().see("Det er ikke sikkert, at adgangssætningen er skiftet.").see_heading("Skift adgangssætning");
}

TEST_CASE("Where no vault is open there is no passphrase to exchange", "[journeys]") {
    Device device(support::shipped_content());
    device.open().go_to("#/gem/ny-saetning").see("Der er ingen adgangssætning at skifte lige nu.");
}

// E11 of safekeeping.md, this side of the browser
TEST_CASE("Nothing is stored of a case nobody asked to keep, and the user is reminded", "[journeys]") {
    Device device(support::shipped_content());
    device.open();
    device.write_case("Mælkebøtte");
    device.visit().see("Ikke gemt.");
    CHECK(device.saves() == 0);
    CHECK_FALSE(device.has_vault());
    device.pass(9 * minute);
    device.visit().see_not("Gem det som fil, eller vælg");
    device.pass(minute, true);
    device.visit().see("Det, du har skrevet, er ikke gemt endnu. Gem det som fil, eller vælg, hvor det skal gemmes.");
    CHECK(device.saves() == 0);
}

// R7 of safekeeping.md, this side of the browser: each its own sentence, and the case is at hand.
TEST_CASE("What cannot be saved is said in so many words, at once, and a file is offered", "[journeys]") {
    struct Bad {
        StoreCode code;
        const char* says;
    };
    for (const Bad& bad :
         {Bad{StoreCode::quota, "fordi enheden er fuld"},
          Bad{StoreCode::blocked, "en anden fane med Linealen er i vejen"},
          Bad{StoreCode::newer_schema, "lavet med en nyere udgave"}, Bad{StoreCode::unsupported, "private vinduer"},
          Bad{StoreCode::aborted, "fordi browseren ikke kunne skrive den"},
          Bad{StoreCode::closed, "fordi forbindelsen til enhedens lager blev afbrudt"},
          Bad{StoreCode::corrupt, "fordi det, browseren skrev, ikke kunne læses rigtigt igen"},
          Bad{StoreCode::wrong_key, "fordi det, der ligger på enheden, er låst"},
          Bad{StoreCode::not_found, "Det, der var gemt på enheden, er fjernet"},
          Bad{StoreCode::taken_over, "Kladden er nu åben i en anden fane"}}) {
        INFO(bad.says);
        Device device(support::shipped_content());
        device.begin("Mælkebøtte");
        device.answer_next_save(bad.code);
        device.visit().type("Kodeord for barnet", "Ærenpris");
        device.pass(600);
        device.visit().see(bad.says).see("IKKE GEMT.").see("Gem som fil");
        CHECK(device.visit().view().announcement.urgent);
        CHECK(device.visit().session().has_unsaved_work);
        CHECK(device.visit().session().subject.code_word == "Ærenpris");
        CHECK(support::save_unprotected(device.visit()).bytes.find("Ærenpris") != std::string::npos);
    }
}

TEST_CASE("A save that failed once is tried again by itself, and then said to be saved", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    device.answer_next_save(StoreCode::aborted);
    device.visit().type("Kodeord for barnet", "Ærenpris");
    device.pass(600);
    device.visit().see("IKKE GEMT.");
    device.pass(2 * second);
    device.visit().see("Kladden er gemt igen.").see("Gemt kl. 14.00.").see_not("IKKE GEMT.");
}

TEST_CASE("A store that never answers is told of within five seconds", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    device.silence_next_save();
    device.visit().type("Kodeord for barnet", "Ærenpris");
    device.pass(4 * second);
    device.visit().see("Gemmer …");
    device.pass(500);
    device.visit().see("fordi enhedens lager ikke svarer").see("IKKE GEMT.");
    device.pass(5 * second);
    device.visit().see("Kladden er gemt igen.");
}

TEST_CASE("A browser that keeps nothing says so, and files work", "[journeys]") {
    Device device(support::shipped_content());
    device.answer_next_open(StoreCode::unsupported);
    device.open();
    device.visit()
        .press("Gem på denne enhed")
        .see("Denne browser kan ikke gemme noget her")
        .press("Gem som fil i stedet");
    device.visit().see_heading("Gem kladden som fil");
}

TEST_CASE("One child at a time: the next is begun when the one before is saved and closed", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    device.visit().press("Gem på denne enhed").press("Skift barn");
    device.pass(second);
    device.visit().see("Kladden er gemt og lukket.").see("Mælkebøtte");
    CHECK(device.visit().session().subject.observations.empty());
    device.write_case("Ærenpris");
    CHECK(device.drafts() == 2);
    device.visit().press("Gem på denne enhed").see("Mælkebøtte").see("Ærenpris").see("åben nu");
    device.visit().within("Mælkebøtte").press("Åbn");
    device.pass(second);
    device.visit().see_heading("Oversigt").see("Mælkebøtte").see_not("Ærenpris");
}

TEST_CASE("A draft that cannot be saved is not closed for another child", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    device.answer_next_save(StoreCode::quota);
    device.visit().type("Kodeord for barnet", "Ærenpris").press("Gem på denne enhed").press("Skift barn");
    device.pass(second);
    device.visit().see("Kladden kunne ikke gemmes og er derfor ikke lukket. Gem den som fil først.");
    CHECK(device.visit().session().subject.code_word == "Ærenpris");
}

TEST_CASE("A deleted draft is gone from the device, and nothing typed meanwhile brings it back", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    device.visit().type("Kodeord for barnet", "Ærenpris");
    device.visit().press("Slet kladden").press("Ja, slet");
    device.pass(10 * second);
    device.visit().see("Kladden er slettet, og der ligger ikke flere.");
    CHECK(device.drafts() == 0);
    CHECK(device.visit().session().subject.code_word.empty());
    device.pass(minute, true);
    CHECK(device.drafts() == 0);
}

TEST_CASE("A draft that somebody else removed is kept again only when the user says so", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    SECTION("only the draft is gone") {
        device.store().wipe();
        device.visit().type("Kodeord for barnet", "Ærenpris");
        device.pass(3 * second);
        device.visit().see("Det, der var gemt på enheden, er fjernet").see("IKKE GEMT.");
        CHECK(device.drafts() == 0);
        device.visit().press("Gem på denne enhed").see("er fjernet fra enheden").press("Gem kladden her igen");
    }
    SECTION("all is gone") {
        device.lose_all();
        device.visit().type("Kodeord for barnet", "Ærenpris");
        device.pass(3 * second);
        CHECK(device.drafts() == 0);
        device.choose_passphrase();
    }
    device.pass(3 * second);
    device.visit().see_heading("Oversigt").see("Gemt kl. 14.00.");
    CHECK(device.drafts() == 1);
    device.open();
    device.unlock();
    device.visit().see("Ærenpris");
}

TEST_CASE("All is wiped on request, with an honest receipt", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    device.visit().press("Hvad ved dette værktøj?");
    device.pass(second);
    device.visit().see("Kladder").see("4 kB").press("Ryd alt på denne enhed").press("Ja, ryd alt");
    device.pass(second);
    device.visit().see("Alt er ryddet fra denne browser. Luk fanen").see_not("Mælkebøtte").see_not("4 kB");
    CHECK(device.drafts() == 0);
    CHECK_FALSE(device.has_vault());
    device.pass(minute, true);
    CHECK(device.drafts() == 0);
    device.open().see_not("Gemt på denne enhed. ");
    CHECK(device.visit().session().kept.store == StoreState::empty);
}

TEST_CASE("A draft that another tab holds is opened here only after a yes", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    device.open();
    device.unlock();
    device.answer_next_load(StoreCode::held);
    device.visit().press("Åbn");
    device.pass(second);
    device.visit().see("Vil du fortsætte her?").press("Nej, lad den være");
    CHECK(device.visit().session().subject.code_word.empty());
    device.answer_next_load(StoreCode::held);
    device.visit().press("Åbn");
    device.pass(second);
    device.visit().press("Ja, fortsæt her");
    device.pass(second);
    device.visit().see_heading("Oversigt").see("Mælkebøtte");

    // And the other way round.
    device.visit().happens(DraftTakenOver{device.visit().session().kept.keeper.draft});
    device.visit().see("Kladden er nu åben i en anden fane, og her gemmes ikke mere.").see_not("IKKE GEMT.");
    const std::size_t saves = device.saves();
    device.visit().type("Kodeord for barnet", "Ærenpris").see("IKKE GEMT.");
    device.pass(10 * second);
    CHECK(device.saves() == saves);
}

TEST_CASE("A draft that cannot be read falls back on the copy before, and says so", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    device.visit().type("Kodeord for barnet", "Ærenpris");
    device.pass(3 * second);
    device.open();
    device.unlock();
    device.answer_next_load(StoreCode::corrupt);
    device.visit().press("Åbn");
    device.pass(second);
    device.visit().see("Den nyeste udgave af kladden kunne ikke læses.").see("Mælkebøtte").see_not("Ærenpris");

    device.open();
    device.unlock();
    device.answer_next_load(StoreCode::corrupt, 3);
    device.visit().press("Åbn");
    device.pass(second);
    device.visit().see(
        "Denne kladde kan ikke læses. De rå data er bevaret, til du sletter dem, eller til kladden fjernes af sig "
        "selv.");
    CHECK(device.drafts() == 1);
}

// R11 of safekeeping.md
TEST_CASE("A draft that a newer program wrote is not opened, also not an older copy of it, and stays untouched",
          "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    const DraftId draft = device.visit().session().kept.keeper.draft;
    std::string newer = device.store().find(draft)->bytes();
    const std::size_t at = newer.find("\"schema\": 1");
    REQUIRE(at != std::string::npos);
    newer.replace(at, 11, "\"schema\": 2");
    device.store().write_from_elsewhere(draft, newer);
    device.open();
    device.unlock();
    SECTION("told by what it says") { device.visit().press("Åbn"); }
    SECTION("told by the envelope around it") {
        device.answer_next_load(StoreCode::newer_schema);
        device.visit().press("Åbn");
    }
    device.pass(second);
    device.visit()
        .see("gemt med en nyere udgave af Linealen. Den er urørt. Genindlæs siden")
        .see_not("Denne kladde kan ikke læses");
    CHECK(device.visit().session().subject.code_word.empty());
    device.write_case("Ærenpris");
    device.pass(minute, true);
    REQUIRE(device.store().find(draft) != nullptr);
    CHECK(device.store().find(draft)->bytes() == newer);
    CHECK(device.drafts() == 2);
}
