// What a draft may grow to, who may write it, and when it goes.

#include <catch2/catch_test_macros.hpp>
#include <utility>

#include "session/session_codec.hpp"
#include "support/device.hpp"
#include "support/shipped_content.hpp"

using namespace core;
using support::Device;
using support::Driver;

namespace {

constexpr std::int64_t second = 1000;

// As long as a case file may be, to the byte, all of it in one answer.
std::string largest_case() {
    const Content& content = support::shipped_content();
    Case subject;
    std::string& answer = subject.reflections[content.reflections.front().id];
    answer.push_back('x');
    answer.resize(1 + longest_case_file - write_case(content, subject).size(), 'x');
    return write_case(content, subject);
}

}  // namespace

TEST_CASE("A draft that could not be opened again is not called saved, and is again when it is shorter", "[journeys]") {
    Device device(support::shipped_content());
    Driver& visit = device.open();
    device.choose_passphrase();
    const std::string largest = largest_case();
    REQUIRE(largest.size() == longest_case_file);
    visit.happens(CaseFileRead{largest});
    device.pass(3 * second);
    visit.see_heading("Oversigt").see("Gemt kl.");
    const std::size_t saves = device.saves();

    visit.type("Kodeord for barnet", "Mælkebøtte");
    device.pass(3 * second);
    visit.see("Det nyeste er ikke gemt, fordi kladden fylder over 8 megabyte.").see("IKKE GEMT.");
    CHECK(device.saves() == saves);
    CHECK(visit.session().has_unsaved_work);
    visit.go_to("#/gem-fil");
    for (const char* kind : {"Alle, der får fat i filen", "Kun den, der har adgangssætningen"}) {
        visit.choose("Hvem skal kunne læse filen?", kind).press("Gem filen");
        visit.see("Filen er ikke lavet, fordi kladden fylder over 8 megabyte.");
    }

    CHECK(device.download().bytes.empty());

    visit.go_to("#/vurder/oversigt").type("Kodeord for barnet", "");
    device.pass(3 * second);
    visit.see("Gemt kl.").see_not("IKKE GEMT.");
    CHECK(device.saves() == saves + 1);
}

TEST_CASE("A draft that was closed, or could not be opened, may be written by another tab", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    const DraftId draft = device.visit().session().kept.keeper.draft;
    CHECK(device.released().empty());
    SECTION("closed for another child") {
        device.visit().press("Gem på denne enhed").press("Skift barn");
        device.pass(second);
        CHECK(device.released() == std::vector<DraftId>{draft});
    }
    SECTION("not opened") {
        device.open();
        device.unlock();
        const char* said = nullptr;
        SECTION("written by a newer program") {
            device.answer_next_load(StoreCode::newer_schema);
            said = "Kladden kan ikke åbnes, fordi den er gemt med en nyere udgave af Linealen. Den er urørt.";
        }
        SECTION("damaged, with both of its copies") {
            device.answer_next_load(StoreCode::corrupt, 3);
            said = "Denne kladde kan ikke læses. De rå data er bevaret";
        }
        device.visit().press("Åbn");
        device.pass(second);
        device.visit().see_heading("Kladder på denne enhed").see(said);
        CHECK(device.released() == std::vector<DraftId>{draft});
    }
    SECTION("deleted meanwhile: nothing is held") {
        device.open();
        device.unlock();
        device.answer_next_load(StoreCode::not_found);
        device.visit().press("Åbn");
        device.pass(second);
        device.visit().see("Kladden ligger her ikke mere. Den er slettet i en anden fane, eller dens dag var gået.");
        CHECK(device.released().empty());
    }
    SECTION("something else was written before it came") {
        device.open();
        device.unlock();
        device.visit().press("Åbn").go_to("#/vurder/alder").choose("Vælg barnets alder", "3–5 år");
        device.pass(second);
        device.visit().see("Det, du har åbent, er ikke gemt endnu.");
        CHECK(device.released() == std::vector<DraftId>{draft});
    }
}

// E10 of safekeeping.md
TEST_CASE("A draft goes after its day, which is shown", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    const std::pair<const char*, const char*> days[] = {
        {"2026-12-14", "Fjernes af sig selv efter 22.12.2026."},
        {"2026-12-15", "Fjernes af sig selv efter 22.12.2026. Skriv det vigtige i jeres fagsystem inden."},
        {"2026-12-20", "Fjernes af sig selv efter 22.12.2026. Skriv det vigtige i jeres fagsystem inden."},
        {"2026-12-21", "Fjernes af sig selv efter i morgen, 22.12.2026. Skriv det vigtige i jeres fagsystem i dag."},
        {"2026-12-22",
         "Dens dag er kommet (22.12.2026). Den fjernes af sig selv, når Linealen åbnes en af de næste dage."}};
    for (const auto& [today, words] : days) {
        device.set_day(today);
        device.open();
        device.unlock();
        device.visit().see(words);
        if (std::string_view(today) == "2026-12-14") device.visit().see_not("Skriv det vigtige");
    }
    device.set_day("2026-12-23");
    device.open();
    device.set_day("2026-12-24");
    device.open().see("Kladder fjernet, fordi deres dag er gået: 1. Der ligger ikke flere.");
    device.pass(second);
    CHECK(device.drafts() == 0);
}

// E10 of safekeeping.md
TEST_CASE("A draft whose head is damaged says when it goes, and goes then without being unlocked", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    device.store().damage_head(device.visit().session().kept.keeper.draft);
    constexpr const char* sentence =
        "Kladdens egen dag kan ikke læses. Den fjernes derfor af sig selv efter 05.12.2026, 12 dage efter at det blev "
        "opdaget.";
    for (const char* today : {"2026-11-23", "2026-12-04"}) {
        device.set_day(today);
        device.open();
        device.unlock();
        device.visit().see(sentence).see("Kladde uden kodeord");
        device.visit().press("Åbn");
        device.pass(second);
        device.visit().see("Denne kladde kan ikke læses.").see(sentence);
    }
    CHECK(device.drafts() == 1);
    device.set_day("2026-12-06");
    device.open();
    device.unlock();
    device.visit().see("Dens dag er kommet (05.12.2026).");
    device.set_day("2026-12-07");
    device.open().see("Kladder fjernet, fordi deres dag er gået: 1. Der ligger ikke flere.");
    device.pass(second);
    CHECK(device.drafts() == 0);
    device.open();
    device.pass(second);
    CHECK(device.store().days().unread.empty());
}

// 3.6 of safekeeping.md, step 3: a fault of ours, found while the words are still on the screen.
TEST_CASE("A case that does not come back from its own bytes is not sent, and that is said", "[journeys]") {
    Content content = support::shipped_content();
    for (Circumstance& one : content.circumstances) one.id = CircumstanceId("Not an id");  // written, and not read
    Device device(content);
    device.begin("Mælkebøtte");
    const DraftId draft = device.visit().session().kept.keeper.draft;
    const std::string before = device.store().find(draft)->bytes();
    const std::size_t saves = device.saves();

    device.visit().happens(CircumstanceToggled{CircumstanceId("Not an id"), true});
    device.pass(3 * second);

    constexpr const char* sentence = "Det nyeste er ikke gemt, fordi Linealen ikke kunne læse sin egen kladde igen.";
    device.visit().see(sentence).see("IKKE GEMT.");
    CHECK(device.visit().view().announcement.urgent);
    CHECK(device.visit().session().has_unsaved_work);
    CHECK(device.saves() == saves);
    CHECK(device.store().find(draft)->bytes() == before);
    device.visit().go_to("#/gem-fil").choose("Hvem skal kunne læse filen?", "Alle, der får fat i filen");
    device.visit().press("Gem filen").see("Filen er ikke lavet, fordi Linealen ikke kunne læse sin egen kladde igen.");
    CHECK(device.download().bytes.empty());

    device.visit().happens(CircumstanceToggled{CircumstanceId("Not an id"), false});
    device.pass(3 * second);
    device.visit().see("Gemt kl.").see_not("IKKE GEMT.");
}

TEST_CASE("A page that is hidden with a case that does not come back says so too", "[journeys]") {
    Content content = support::shipped_content();
    for (Circumstance& one : content.circumstances) one.id = CircumstanceId("Not an id");
    Device device(content);
    device.begin("Mælkebøtte");
    device.visit().happens(CircumstanceToggled{CircumstanceId("Not an id"), true});
    device.visit().happens(PageHidden{true});
    device.visit().happens(PageHidden{false});
    device.visit().see("Det nyeste er ikke gemt, fordi Linealen ikke kunne læse sin egen kladde igen.");
}

TEST_CASE("A draft of other content opens with its sentence, and saving it loses nothing of it", "[journeys]") {
    const Content& shipped = support::shipped_content();
    Case subject;
    subject.age = shipped.ages[3].id;
    subject.role = RoleId("kindergarten");
    subject.code_word = "Mælkebøtte";
    subject.circumstances.insert(shipped.circumstances.front().id);
    subject.judgement = Judgement{2, "Det har varet længe"};
    const std::string written = write_case(shipped, subject);
    Content other = shipped;
    for (Circumstance& one : other.circumstances) one.id.value += "_else";
    for (ConcernLevel& one : other.levels) one.id.value += "_else";
    Device device(other);
    Driver& visit = device.open();
    device.choose_passphrase();

    visit.happens(CaseFileRead{written});
    visit.see(
        "Kladden er åbnet, men 2 af svarene passer ikke til denne udgave af Linealen og tæller ikke med. De er ikke "
        "væk: de bliver liggende i kladden, og det, du skrev til dem, står i »Egne noter«.");
    visit.type("Kodeord for barnet", "Ærenpris");
    device.pass(3 * second);

    const std::string& saved = device.store().find(visit.session().kept.keeper.draft)->bytes();
    const auto read = read_case(shipped, saved);
    REQUIRE(std::holds_alternative<OpenedCase>(read));
    CHECK(std::get<OpenedCase>(read).unknown == 0);
    Case back = std::get<OpenedCase>(read).subject;
    CHECK(back.code_word == "Ærenpris");
    back.code_word = subject.code_word;
    CHECK(write_case(shipped, back) == written);
}
