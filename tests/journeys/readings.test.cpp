// What was read last, and how far: for this visit, and on the device when that is wanted.

#include <catch2/catch_test_macros.hpp>

#include <string>

#include "support/driver.hpp"
#include "support/shipped_content.hpp"

using namespace core;
using support::Driver;

namespace {

constexpr const char* article = "#/viden/artikel/notification_steps";

// The id of the heading with those words, as the page tells it.
std::string id_of(const Driver& visit, const std::string& words) {
    for (const Element& element : visit.view().main) {
        const auto* heading = std::get_if<Heading>(&element.body);
        if (heading != nullptr && heading->text.front().text == words) return element.id;
    }
    FAIL("no heading " << words);
    return {};
}

const char* const first = "Otte skridt";
const char* const later = "Det skal med";

// Reads an article down to a later heading.
Driver& read(Driver& visit) {
    visit.go_to(article).see_not("Fortsæt ved");
    return visit.happens(HeadingReached{id_of(visit, later)});
}

}  // namespace

TEST_CASE("What was read last stands in Slå op, newest first, and goes on where it was left", "[journeys]") {
    Driver visit(support::shipped_content());
    visit.go_to("#/viden").see_not("Senest læst");
    read(visit);
    visit.go_to("#/viden/moede/focus_team").go_to("#/viden").see("Senest læst");
    REQUIRE(visit.session().readings.size() == 2);
    CHECK(visit.session().readings.front().place.part == "focus_team");
    const std::string id = visit.session().readings.back().reached;
    visit.go_to(article).press(std::string("Fortsæt ved »") + later + "«, hvor du slap");
    CHECK(visit.session().focus_id == id);
    CHECK(visit.session().readings.size() == 2);
    // Read from the beginning again: there is nothing to go on from.
    visit.happens(HeadingReached{id_of(visit, first)}).go_to("#/viden").go_to(article).see_not("Fortsæt ved");
}

TEST_CASE("Nothing of it is kept on the device before that is wanted, and it is forgotten for good", "[journeys]") {
    Driver visit(support::shipped_content());
    std::vector<std::string> kept;
    visit.listener = [&kept](const Effect& effect) {
        if (const auto* one = std::get_if<RememberReadings>(&effect)) kept.push_back(one->value);
    };
    read(visit);
    visit.go_to("#/viden");
    CHECK(kept.empty());
    visit.tick("Husk på denne enhed, hvad jeg har læst");
    REQUIRE(kept.size() == 1);
    visit.go_to("#/viden/moede/focus_team");
    CHECK(kept.back() == "meeting focus_team \n" + kept.front());

    Driver next(support::shipped_content());
    next.happens(ReadingsRecalled{kept.back()}).go_to("#/viden").see("Senest læst");
    // Also when the page was opened at it, before it was known what was read.
    Driver there(support::shipped_content());
    there.go_to(article).happens(ReadingsRecalled{kept.back()}).see("Fortsæt ved »");
    next.go_to(article).see("Fortsæt ved »").go_to("#/viden").press("Glem, hvad jeg har læst");
    next.see("Listen over det, du har læst, er glemt.").see_not("Senest læst");
    CHECK(next.effect<RememberReadings>().value.empty());
    next.go_to(article);
    for (const Effect& effect : next.effects()) CHECK_FALSE(std::holds_alternative<RememberReadings>(effect));

    visit.go_to("#/viden").tick("Husk på denne enhed, hvad jeg har læst");
    CHECK(kept.back().empty());
}

TEST_CASE("What somebody else has written there is no list of ours", "[journeys]") {
    for (const char* value :
         {"", "\n\n", "article", "article <b> x", "case secret", "article a <b>", "meeting \xff x"}) {
        Driver visit(support::shipped_content());
        visit.happens(ReadingsRecalled{value}).go_to("#/viden").see_not("Senest læst");
        CHECK(visit.session().readings.empty());
    }
    std::string many;
    for (int at = 0; at < 50; ++at) many += "article a" + std::to_string(at) + " \narticle a0 \n";
    Driver visit(support::shipped_content());
    visit.happens(ReadingsRecalled{many}).go_to("#/viden").see_not("Senest læst");  // none of them is there any more
    CHECK(visit.session().readings.size() == most_readings);
}
