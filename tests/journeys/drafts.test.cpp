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
        SECTION("written by a newer program") { device.answer_next_load(StoreCode::newer_schema); }
        SECTION("damaged, with both of its copies") { device.answer_next_load(StoreCode::corrupt, 3); }
        device.visit().press("Åbn");
        device.pass(second);
        device.visit().see_heading("Kladder på denne enhed");
        CHECK(device.released() == std::vector<DraftId>{draft});
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
TEST_CASE("A draft goes on its day, which is shown, and not because of a clock", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    const std::pair<const char*, const char*> days[] = {
        {"2026-12-14", "Fjernes af sig selv 22.12.2026."},
        {"2026-12-15", "Fjernes af sig selv 22.12.2026. Skriv det vigtige i jeres fagsystem inden."},
        {"2026-12-20", "Fjernes af sig selv 22.12.2026. Skriv det vigtige i jeres fagsystem inden."},
        {"2026-12-21", "Fjernes af sig selv i morgen, 22.12.2026. Skriv det vigtige i jeres fagsystem i dag."}};
    for (const auto& [today, words] : days) {
        device.set_day(today);
        device.open();
        device.unlock();
        device.visit().see(words);
        if (std::string_view(today) == "2026-12-14") device.visit().see_not("Skriv det vigtige");
    }
    device.set_day("2028-01-01");
    device.open();
    device.unlock();
    device.visit().see("Enhedens ur er sprunget frem.").see("Mælkebøtte");
    device.set_day("2026-12-22");
    device.open().see("Fjernet, fordi deres dag var kommet: 1.");
    device.pass(second);
    CHECK(device.drafts() == 0);
}
