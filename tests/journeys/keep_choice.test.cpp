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
