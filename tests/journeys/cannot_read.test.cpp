// What is kept on the device and cannot be read, or not be begun: each trouble in its own words, none of them about saving.

#include <catch2/catch_test_macros.hpp>

#include "support/device.hpp"
#include "support/shipped_content.hpp"

using namespace core;
using support::Device;

namespace {

constexpr std::int64_t second = 1000;

}  // namespace

TEST_CASE("What cannot be read is not called unsaved, and says what to do", "[journeys]") {
    struct Bad {
        StoreCode code;
        const char* says;
    };
    constexpr Bad all[] = {
        {StoreCode::blocked,
         "kan ikke læses, fordi en anden fane med Linealen er i vejen. Linealen har ikke slettet noget."},
        {StoreCode::timeout, "kan ikke læses, fordi enhedens lager ikke svarer. Linealen har ikke slettet noget."},
        {StoreCode::aborted, "fordi browseren ikke kunne åbne det. Linealen har ikke slettet noget."},
        {StoreCode::closed, "fordi browseren ikke kunne åbne det. Linealen har ikke slettet noget."}};
    const auto at_start = [](const Bad& bad) {
        Device device(support::shipped_content());
        device.answer_next_open(bad.code);
        device.open();
        device.answer_next_open(bad.code);  // some are asked again by who comes to this screen
        device.visit().press("Gem på denne enhed");
        device.pass(second);
        device.visit().see(bad.says).see("Gem som fil i stedet");
    };
    const auto unlocking = [](const Bad& bad) {
        Device device(support::shipped_content());
        device.begin("Mælkebøtte");
        device.open();
        device.answer_next_key(bad.code);
        device.unlock();
        device.visit().see(bad.says).see_not("ikke gemt").see_heading("Gemt på denne enhed").press("Lås op");
        device.pass(second);
        device.visit().see("Mælkebøtte");
    };
    const auto opening = [](const Bad& bad) {
        Device device(support::shipped_content());
        device.begin("Mælkebøtte");
        device.open();
        device.unlock();
        device.answer_next_load(bad.code);
        device.visit().press("Åbn");
        device.pass(second);
        device.visit().see(bad.says).see_not("ikke gemt");
    };
    for (const Bad& bad : all) {
        INFO(bad.says);
        at_start(bad);
        unlocking(bad);
        opening(bad);
    }
    opening({StoreCode::quota, "Kladden kan ikke åbnes, fordi enheden er fuld. Linealen har ikke slettet noget."});
}

TEST_CASE("A store that was slow at the start is asked again by who comes to unlock", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    device.answer_next_open(StoreCode::timeout);
    device.open();
    device.answer_next_open(StoreCode::timeout);
    device.visit().press("Gem på denne enhed");
    device.pass(second);
    device.visit().see("enhedens lager ikke svarer").see_not("Lås op");

    device.visit().go_to("#/").press("Gem på denne enhed");
    device.pass(second);

    device.visit().see("Lås op").see_not("enhedens lager ikke svarer");
}

TEST_CASE("What was wiped meanwhile is not unlocked, and a new choice is offered", "[journeys]") {
    Device device(support::shipped_content());
    device.begin("Mælkebøtte");
    device.open();
    device.visit().go_to("#/gem").type("Adgangssætning", support::passphrase);
    device.lose_all();
    device.answer_next_key(StoreCode::not_found);
    device.visit().press("Lås op");
    device.pass(second);
    device.visit().see("Der ligger ikke noget på enheden mere.").see("Hvor skal det, du skriver, gemmes?");
}

TEST_CASE("A vault that could not be made is not called a draft that was not saved", "[journeys]") {
    for (const StoreCode code : {StoreCode::aborted, StoreCode::timeout, StoreCode::closed}) {
        Device device(support::shipped_content());
        device.open();
        device.answer_next_key(code);
        device.choose_passphrase();
        device.visit().see("Der gemmes ikke noget på denne enhed endnu").see_not("Kladden er ikke gemt");
        CHECK_FALSE(device.has_vault());
    }
}
