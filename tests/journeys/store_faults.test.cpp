// R4 of safekeeping.md, the orders beside saving: whichever operation fails in whichever way, nothing is called done that
// was not, and who asked for it is told.

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "support/device.hpp"
#include "support/reached.hpp"
#include "support/shipped_content.hpp"

using namespace core;
using support::Device;
using support::StoreFault;

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t long_enough = 20 * second;  // also for what keep.mjs gives up
constexpr const char* next_words = "Fire gamle cykler i regnvejr";

// One order of a person or of a start, and what is said of it.
struct Asked {
    const char* what;
    void (Device::*break_next)(StoreFault fault);
    void (*prepare)(Device& device);
    void (*ask)(Device& device);
    bool (*is_done)(Device& device);
    const char* says_done;
    const char* says_failed;
    const char* says_full = nullptr;  // where a full device has a sentence of its own
    bool is_aloud = true;             // what a page shows when it opens is read with it
};

void begin(Device& device) { device.begin("Mælkebøtte"); }

void begin_and_close(Device& device) {
    begin(device);
    device.open();
}

// A file that was made here, chosen after a new start.
void choose_sealed(Device& device) {
    begin(device);
    device.visit().go_to("#/gem-fil");
    device.visit().type("Skriv adgangssætningen", next_words);
    device.visit().type("Skriv din egen adgangssætning igen", next_words).press("Gem filen");
    device.pass(second);
    const std::string file = device.download().bytes;
    device.open().press("Åbn en fil").happens(CaseFileRead{file}).type("Adgangssætning", next_words);
}

const Asked every_order[] = {
    {"remove", &Device::break_next<RemoveDraft>, begin,
     [](Device& device) { device.visit().press("Slet kladden").press("Ja, slet"); },
     [](Device& device) { return device.drafts() == 0; }, "Kladden er slettet, og der ligger ikke flere.",
     "Kladden kunne ikke slettes. Prøv igen"},
    {"remove after its day", &Device::break_next<RemoveDraft>, begin,
     [](Device& device) {
         for (const char* day : {"2026-12-23", "2026-12-24"}) {
             device.set_day(day);
             device.open();
         }
     },
     [](Device& device) { return device.drafts() == 0; }, "Kladder fjernet, fordi deres dag er gået: 1.",
     "En kladde, hvis dag er gået, kunne ikke fjernes. Linealen prøver igen, næste gang siden åbnes."},
    {"wipe", &Device::break_next<WipeStore>,
     [](Device& device) {
         begin(device);
         device.visit().press("Hvad ved dette værktøj?");
         device.pass(second);
     },
     [](Device& device) { device.visit().press("Ryd alt på denne enhed").press("Ja, ryd alt"); },
     [](Device& device) { return device.drafts() == 0; }, "Alt er ryddet fra denne browser.",
     "Ikke alt kunne ryddes. Luk de andre faner"},
    {"create", &Device::break_next<CreateVault>, [](Device& device) { device.open(); },
     [](Device& device) { device.choose_passphrase(); }, [](Device& device) { return device.has_vault(); },
     "Fra nu af gemmes det krypteret", "Der gemmes ikke noget på denne enhed endnu", "fordi enheden er fuld"},
    {"unlock", &Device::break_next<UnlockVault>, begin_and_close, [](Device& device) { device.unlock(); },
     [](Device& device) { return device.visit().session().kept.store == StoreState::open; }, "Mælkebøtte",
     "Linealen har ikke slettet noget."},
    {"change", &Device::break_next<ChangePassphrase>,
     [](Device& device) {
         begin(device);
         device.visit().go_to("#/gem/ny-saetning");
         device.visit().type("Nuværende adgangssætning", support::passphrase).type("Ny adgangssætning", next_words);
         device.visit().type("Skriv din egen adgangssætning igen", next_words);
     },
     [](Device& device) { device.visit().press("Skift adgangssætning"); },
     [](Device& device) {
         device.open();
         device.unlock(next_words);
         return device.visit().session().kept.store == StoreState::open;
     },
     "Adgangssætningen er skiftet.", "Det er ikke sikkert, at adgangssætningen er skiftet."},
    {"seal", &Device::break_next<SealFile>,
     [](Device& device) {
         begin(device);
         device.visit().go_to("#/gem-fil");
         device.visit().type("Skriv adgangssætningen", next_words);
         device.visit().type("Skriv din egen adgangssætning igen", next_words);
     },
     [](Device& device) { device.visit().press("Gem filen"); },
     [](Device& device) { return !device.download().bytes.empty(); }, "", "Filen kunne ikke gemmes."},
    {"open", &Device::break_next<OpenStore>, begin, [](Device& device) { device.open(); },
     [](Device& device) { return device.visit().session().kept.store == StoreState::locked; }, "Antal kladder: 1.",
     "Lige nu kan Linealen ikke se, om der ligger kladder på denne enhed. Linealen har ikke slettet noget.", nullptr,
     false},
    {"load", &Device::break_next<LoadDraft>,
     [](Device& device) {
         begin_and_close(device);
         device.unlock();
     },
     [](Device& device) { device.visit().press("Åbn"); },
     // A stale read opens what was saved first, before the code word.
     [](Device& device) { return !device.visit().session().subject.age.value.empty(); }, "Kladden er åbnet.",
     "Linealen har ikke slettet noget."},
    {"unseal", &Device::break_next<UnsealFile>, choose_sealed,
     [](Device& device) { device.visit().press("Åbn filen"); },
     [](Device& device) { return device.visit().session().subject.code_word == "Mælkebøtte"; }, "Kladden er åbnet.",
     "Filen kan ikke åbnes lige nu"},
};

// Errors are told at once; silence when keep.mjs has given it up.
bool is_failure(StoreFault fault) {
    switch (fault) {
        case StoreFault::answer_twice:
        case StoreFault::answer_late:
        case StoreFault::stale_read: return false;
        default: return true;
    }
}

}  // namespace

TEST_CASE("An order that fails is not called done, and who gave it is told", "[journeys]") {
    std::size_t injected = 0;
    for (const Asked& asked : every_order) {
        for (const StoreFault fault : support::every_fault) {
            INFO(asked.what << ", fault " << static_cast<int>(fault));
            Device device(support::shipped_content());
            asked.prepare(device);
            (device.*asked.break_next)(fault);
            asked.ask(device);
            device.pass(long_enough);
            REQUIRE(device.store().has_failed());
            ++injected;
            if (is_failure(fault)) {
                const bool is_full = fault == StoreFault::quota && asked.says_full != nullptr;
                device.visit()
                    .see(is_full ? asked.says_full : asked.says_failed)
                    .see_not(*asked.says_done != 0 ? asked.says_done : "Browseren har fået kladden som fil.");
                CHECK(device.visit().view().announcement.urgent == asked.is_aloud);
            } else {
                if (*asked.says_done != 0) device.visit().see(asked.says_done);
                device.visit().see_not(asked.says_failed);
                CHECK(asked.is_done(device));
            }
        }
    }
    support::reached("R4", "native, beside saving", std::to_string(injected) + " faults, each told");
}

TEST_CASE("A file that could not be opened just now is still chosen, and opens when it is tried again", "[journeys]") {
    for (const StoreFault fault : {StoreFault::closed, StoreFault::answer_never}) {
        Device device(support::shipped_content());
        choose_sealed(device);
        device.break_next<UnsealFile>(fault);
        device.visit().press("Åbn filen");
        device.pass(long_enough);
        device.visit().see("Filen kan ikke åbnes lige nu").see("Filen og det, du er i gang med, er urørt.");

        device.visit().press("Åbn filen");
        device.pass(second);

        device.visit().see("Kladden er åbnet.").see("Mælkebøtte");
    }
}

TEST_CASE("What could not be counted is said, and all of it can be wiped", "[journeys]") {
    for (const StoreFault fault : support::every_fault) {
        INFO("fault " << static_cast<int>(fault));
        Device device(support::shipped_content());
        begin(device);
        device.break_next<CountKept>(fault);
        device.visit().press("Hvad ved dette værktøj?");
        device.pass(long_enough);
        REQUIRE(device.store().has_failed());
        device.visit().see_not("Linealen tæller …");
        if (is_failure(fault))
            device.visit().see("Det kan lige nu ikke tælles, hvad der ligger på denne enhed.");
        else
            device.visit().see("Kladder").see_not("Det kan lige nu ikke tælles");

        device.visit().press("Ryd alt på denne enhed").press("Ja, ryd alt");
        device.pass(second);

        device.visit().see("Alt er ryddet fra denne browser.").see("intet");
        CHECK(device.drafts() == 0);

        // Gone and come again: counted anew, also when it is the count after a wipe that fails.
        device.break_next<CountKept>(fault);
        device.visit().press("Ryd alt på denne enhed").press("Ja, ryd alt");
        device.pass(long_enough);
        device.visit().see("Alt er ryddet fra denne browser.").see_not("Intet er slettet");
        device.visit().go_to("#/").press("Hvad ved dette værktøj?");
        device.pass(second);
        device.visit().see("intet").see_not("Det kan lige nu ikke tælles");
    }
}

TEST_CASE("Days that could not be noted, and a draft that could not be let go, are nobody's trouble", "[journeys]") {
    for (const StoreFault fault : support::every_fault) {
        INFO("fault " << static_cast<int>(fault));
        Device device(support::shipped_content());
        device.begin("Mælkebøtte");
        SECTION("days") {
            device.set_day("2026-11-25");
            device.break_next<NoteDays>(fault);
            device.open();
            device.pass(long_enough);
            CHECK(device.store().has_failed());
            device.set_day("2026-11-26");
            device.open();
            device.pass(long_enough);
            CHECK(device.store().days().before == "2026-11-26");
        }
        SECTION("release") {
            device.visit().press("Gem på denne enhed");
            device.break_next<ReleaseDraft>(fault);
            device.visit().press("Skift barn");
            device.pass(long_enough);
            CHECK(device.released().size() == 1);
        }
        device.visit().see_not("ikke gemt").see_not("kunne ikke").see_not("Kladden ligger her ikke mere");
        device.open();
        device.unlock();
        device.visit().see("Mælkebøtte").press("Åbn");
        device.pass(second);
        device.visit().see("Kladden er åbnet.");
    }
}
