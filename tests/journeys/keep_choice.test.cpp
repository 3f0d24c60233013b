// Where the case is kept is chosen once, and what was asked for is what comes.

#include <catch2/catch_test_macros.hpp>

#include "support/device.hpp"
#include "support/shipped_content.hpp"

using namespace core;
using support::Device;
using support::Driver;

namespace {

constexpr std::int64_t second = 1000;

}  // namespace

TEST_CASE("At the first case it is said where it lies, and keeping it is offered", "[journeys]") {
    Device device(support::shipped_content());
    Driver& visit = device.open();
    device.pass(second);
    visit.press("Start en vurdering").see("Hvor bliver det, du skriver?");
    visit.see("Lige nu kun i denne fane. Lukker du den, er det væk, medmindre du har gemt en fil.");
    visit.press("Vælg, hvor det gemmes").see_heading("Gem på denne enhed");
    for (const char* mode : {"Gem ikke på denne enhed", "Gem krypteret på denne enhed med en adgangssætning"})
        visit.see(mode);
}

TEST_CASE("Another tab was first with its passphrase: that one counts, and it is said", "[journeys]") {
    Device device(support::shipped_content());
    Driver& visit = device.open();
    device.answer_next_key(StoreCode::conflict);
    visit.press("Gem på denne enhed");
    device.pass(second);
    visit.choose("Hvor skal det, du skriver, gemmes?", "Gem krypteret på denne enhed med en adgangssætning");
    visit.type("Skriv adgangssætningen", support::passphrase);
    visit.type("Skriv din egen adgangssætning igen", support::passphrase).press("Gem krypteret");
    device.pass(2 * second);
    visit.see("Der er allerede valgt en adgangssætning på denne enhed, i en anden fane. Lås op med den.");
    CHECK(visit.session().kept.mode == KeepMode::memory);
}

TEST_CASE("While the key is being made nothing else can be chosen: what was asked for is what comes", "[journeys]") {
    Device device(support::shipped_content());
    Driver& visit = device.open();
    const char* question = "Hvor skal det, du skriver, gemmes?";
    visit.press("Gem på denne enhed");
    device.pass(second);
    visit.choose(question, "Gem krypteret på denne enhed med en adgangssætning");
    visit.type("Skriv adgangssætningen", support::passphrase);
    visit.type("Skriv din egen adgangssætning igen", support::passphrase);
    visit.press("Gem krypteret").see("Nøglen bliver lavet …");
    visit.choose(question, "Gem ikke på denne enhed").see("Nøglen bliver lavet …");
    CHECK(visit.session().kept.wanted == KeepMode::passphrase);
    device.pass(2 * second);
    visit.see("Fra nu af gemmes det krypteret på denne enhed");
    CHECK(visit.session().kept.mode == KeepMode::passphrase);

    device.write_case("Mælkebøtte");
    visit.go_to("#/gem").press("Lås nu");
    device.pass(second);
    CHECK(device.is_locked());
}
