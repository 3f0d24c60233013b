// Looking something up without a case: by one's own words, and from page to page.

#include <catch2/catch_test_macros.hpp>

#include <set>

#include "support/case_builder.hpp"
#include "support/driver.hpp"
#include "support/shipped_content.hpp"
#include "support/view_text.hpp"
#include "view/address.hpp"
#include "view/describe.hpp"

using namespace core;
using support::Driver;
using support::shipped_content;

namespace {

// The addresses of ours a view leads to, also those within texts.
std::set<std::string> addresses_in(const View& view) {
    std::set<std::string> found;
    const auto look = [&found](const Rich& rich) {
        for (const Run& run : rich)
            if (run.kind == RunKind::link && run.target.starts_with("#/")) found.insert(run.target);
    };
    for (const Element* element : support::all_elements(view)) {
        if (const auto* link = std::get_if<Link>(&element->body)) found.insert(link->address);
        if (const auto* paragraph = std::get_if<Paragraph>(&element->body)) look(paragraph->text);
        if (const auto* list = std::get_if<List>(&element->body))
            for (const Rich& item : list->items) look(item);
    }
    return found;
}

TEST_CASE("What was seen is found in one's own words, and the words stay on the device") {
    Driver driver(shipped_content());
    driver.press("Slå op").type("Søg i Slå op", "han vil ikke i skole");
    const std::string address = driver.view().address;

    driver.see("svar. De bedste står først.").see("Skolefravær");
    CHECK(driver.view().announcement.text.find("svar") != std::string::npos);
    CHECK(address == "#/viden");
    for (const std::string& one : addresses_in(driver.view())) CHECK(one.find("skole") == std::string::npos);
    CHECK_FALSE(driver.session().has_unsaved_work);
}

TEST_CASE("The answers are there again after reading one of them") {
    Driver driver(shipped_content());
    driver.press("Slå op").type("Søg i Slå op", "tavshedspligt").press("Må jeg sige det? Tavshedspligt og deling");
    driver.see_heading("Må jeg sige det? Tavshedspligt og deling");

    driver.press("Tilbage").see("svar. De bedste står først.");

    CHECK(driver.session().sought == "tavshedspligt");
}

TEST_CASE("A question nothing answers leaves the topics to choose from") {
    Driver driver(shipped_content());
    driver.press("Slå op").type("Søg i Slå op", "xyzzyq");

    driver.see("Ingen svar.").see("Samtaler");
}

TEST_CASE("Each answer says why it is there") {
    Driver driver(shipped_content());
    driver.press("Slå op");

    driver.type("Søg i Slå op", "tavshedsplikt").see("Her står et ord, der ligner »tavshedsplikt«.");
    driver.type("Søg i Slå op", "må jeg ringe til sundhedsplejersken");
    driver.see("Ligner »må jeg ringe til sundhedsplejersken«.");
}

TEST_CASE("Signs, levels and steps can be looked up from inside a case, and the case is still there") {
    Driver driver(shipped_content());
    driver.press("Vurder").choose("Vælg barnets alder", "3–5 år").press("Slå op").press("Tegn efter alder");
    driver.go_to("#/viden/tegn/a3_mental_sad").see("Det kan se sådan ud:");
    driver.go_to("#/viden/niveau/great_concern").see("Tag stilling til underretning");
    driver.go_to("#/viden/trin/abuse_call").see("Hvem:");

    CHECK(driver.session().subject.age == AgeGroupId{"age_3_5"});
}

TEST_CASE("What was sought goes with the child it was sought for") {
    Driver driver(shipped_content());
    driver.press("Vurder").choose("Vælg barnets alder", "3–5 år").press("Slå op").type("Søg i Slå op", "han slår");

    driver.happens(CaseDiscarded{}).happens(QuestionAnswered{true});

    CHECK(driver.session().sought.empty());
}

TEST_CASE("While the way to the parents is closed, no step that is looked up opens it") {
    Case subject = support::CaseBuilder(shipped_content(), "age_3_5", "kindergarten").made();
    subject.observations[SignId{"a3_abuse_afraid_to_go_home"}].presence = Presence::seen;
    Session session;
    session.subject = subject;
    Driver driver(shipped_content(), session);

    driver.go_to("#/viden/trin/early_talk").see("Tal ikke med forældrene om mistanken").see("Spørg myndigheden først.");
    driver.go_to("#/viden/niveau/concern").see("Tal ikke med forældrene om mistanken");
}

TEST_CASE("Without a case, a level and a step to the parents say that other steps go before") {
    Driver driver(shipped_content());
    driver.go_to("#/viden/niveau/concern").see("gælder andre trin");
    driver.go_to("#/viden/trin/early_talk").see("gælder andre trin").see_not("Spørg myndigheden først.");
}

TEST_CASE("Every page of Slå op is there, and each leads only to pages that are", "[content]") {
    const Content& content = shipped_content();
    std::set<std::string> wanted = {"#/viden"};
    std::set<std::string> seen;
    Session session;
    while (!wanted.empty()) {
        const std::string address = *wanted.begin();
        wanted.erase(wanted.begin());
        INFO(address);
        const std::optional<Place> place = place_of(address);
        REQUIRE(place);
        seen.insert(address);
        session.place = *place;
        const View view = describe(content, session);
        for (const Element* element : support::all_elements(view)) CHECK(element->id != "unknown");
        CHECK(support::broken_promises(view).empty());
        for (const std::string& next : addresses_in(view))
            if (next.starts_with("#/viden") && seen.count(next) == 0) wanted.insert(next);
    }

    const Knowledge& knowledge = content.knowledge;
    const std::size_t things = knowledge.articles.size() + knowledge.meetings.size() + knowledge.terms.size() +
                               knowledge.topics.size() + content.signs.size() + content.levels.size() +
                               content.tracks.size();
    CHECK(seen.size() >= things);
}

}  // namespace
