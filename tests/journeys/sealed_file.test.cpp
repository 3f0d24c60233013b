// The case as an encrypted file, on this device or another.

#include <catch2/catch_test_macros.hpp>

#include "support/device.hpp"
#include "support/every_view.hpp"
#include "support/shipped_content.hpp"

using namespace core;
using support::Device;
using support::Driver;

namespace {

constexpr std::int64_t second = 1000;  // ms

// Saves the open case as an encrypted file; the overview is on the screen.
std::string save_sealed(Device& device) {
    Driver& visit = device.visit();
    visit.press("Gem kladden som fil").type("Skriv adgangssætningen", support::passphrase);
    visit.type("Skriv din egen adgangssætning igen", support::passphrase).press("Gem filen");
    device.pass(second);
    return device.download().bytes;
}

}  // namespace

TEST_CASE("An encrypted file holds the case, and opens on another device by its passphrase", "[journeys]") {
    Device device(support::shipped_content());
    device.open();
    device.write_case("Mælkebøtte");
    const std::string file = save_sealed(device);
    CHECK(file.starts_with("LIN1"));
    CHECK(device.download().name == "linealen-kladde-2026-11-22.lineal");
    device.visit().happens(TicketAnswered{device.download().ticket, TicketCode::ok});
    device.visit().see("Browseren har fået kladden som fil. Se efter, at den ligger på enheden, før du lukker siden.");
    CHECK_FALSE(device.visit().session().has_unsaved_work);
    CHECK(device.visit().session().kept.passphrase.empty());
    CHECK(device.saves() == 0);

    device.open().press("Åbn en fil").happens(CaseFileRead{file});
    device.visit().see_heading("Åbn en krypteret fil").type("Adgangssætning", "noget helt andet").press("Åbn filen");
    device.pass(3 * second);
    device.visit().see("Adgangssætningen passer ikke.").type("Adgangssætning", support::passphrase).press("Åbn filen");
    device.pass(second);
    device.visit().see_heading("Oversigt").see("Kladden er åbnet.").see("Mælkebøtte");
    CHECK(device.visit().session().kept.sealed_file.empty());
}

// It takes a second to make the key; what is typed in it is in no file.
TEST_CASE("What is written while the file is being made still counts as not saved", "[journeys]") {
    Device device(support::shipped_content());
    device.open();
    device.write_case("Mælkebøtte");
    Driver& visit = device.visit();
    visit.press("Gem kladden som fil").type("Skriv adgangssætningen", support::passphrase);
    visit.type("Skriv din egen adgangssætning igen", support::passphrase).press("Gem filen");
    REQUIRE(visit.session().kept.is_busy);
    visit.happens(CodeWordTyped{"Mælkebøtte og mere"});
    device.pass(second);

    visit.happens(TicketAnswered{device.download().ticket, TicketCode::ok});

    CHECK(visit.session().has_unsaved_work);
    CHECK(visit.session().kept.sealing == 0);
}

// E5 of safekeeping.md: three different sentences for three different troubles
TEST_CASE("A file that is damaged, cut off or of a newer edition says which, and nothing of it is shown",
          "[journeys]") {
    Device device(support::shipped_content());
    device.open();
    device.write_case("Mælkebøtte");
    const std::string file = save_sealed(device);
    device.visit().go_to("#/vurder/oversigt");
    const auto choose = [&](std::string bytes) {
        device.visit().press("Åbn en fil").happens(CaseFileRead{std::move(bytes)});
    };
    choose(file.substr(0, file.size() - 1));
    device.visit().see("fordi dens begyndelse er beskadiget, eller fordi den er skåret af");
    std::string newer = file;
    newer[4] = 9;
    choose(newer);
    device.visit().see("gemt med en nyere udgave af Linealen. Det, du er i gang med, er urørt");
    newer = file;
    newer[12] = 2;  // the schema of the case inside
    choose(newer);
    device.visit().see("gemt med en nyere udgave af Linealen. Det, du er i gang med, er urørt");
    choose("LIN1" + std::string(10 * 1024 * 1024, 'x'));
    device.visit().see("fylder mere end 8 megabyte");
    std::string damaged = file;
    damaged[4000] = 'x';
    choose(damaged);
    device.visit().type("Adgangssætning", support::passphrase).press("Åbn filen");
    device.pass(second);
    device.visit().see("fordi den er beskadiget. Det er ikke adgangssætningen, der er noget galt med.");
    CHECK(device.visit().session().subject.code_word == "Mælkebøtte");
}

TEST_CASE("An encrypted file over an open case asks first", "[journeys]") {
    Device device(support::shipped_content());
    device.open();
    device.write_case("Mælkebøtte");
    const std::string file = save_sealed(device);
    device.visit().go_to("#/vurder/oversigt").type("Kodeord for barnet", "Ærenpris");
    device.visit().press("Åbn en fil").happens(CaseFileRead{file});
    device.visit().type("Adgangssætning", support::passphrase).press("Åbn filen");
    device.pass(second);
    device.visit().see("Åbn filen i stedet?").press("Ja, åbn").see("Mælkebøtte").see_not("Ærenpris");
}
