// Looking something up without a case: by one's own words, and from page to page.

#include <catch2/catch_test_macros.hpp>

#include "guide/steps_of.hpp"
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

TEST_CASE("What was seen is found in one's own words, and the words stay on the device") {
    Driver driver(shipped_content());
    driver.press("Slå op").type("Søg i Slå op", "han vil ikke i skole");
    const std::string address = driver.view().address;

    driver.see("svar. De bedste står først.").see("Skolefravær");
    CHECK(driver.view().announcement.text.find("svar") != std::string::npos);
    CHECK(address == "#/viden");
    for (const support::Way& way : support::ways_from(driver.view()))
        CHECK(way.address.find("skole") == std::string::npos);
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

TEST_CASE("A word that stands nowhere is named, for the eye and the ear") {
    Driver driver(shipped_content());
    driver.press("Slå op").type("Søg i Slå op", "fravær zumba").see("Kendes ikke her: »zumba«.");

    CHECK(driver.view().announcement.text.find("»zumba«") != std::string::npos);
    driver.type("Søg i Slå op", "fravær");
    CHECK(driver.view().announcement.text.find("Kendes ikke") == std::string::npos);
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
    driver.go_to("#/viden").see("Tal ikke med forældrene om mistanken");
    driver.type("Søg i Slå op", "tal med forældrene").see("Tal ikke med forældrene om mistanken");
    for (const Article& article : shipped_content().knowledge.articles)
        driver.go_to("#/viden/artikel/" + article.id.value).see("Tal ikke med forældrene om mistanken");
    for (const MeetingGuide& meeting : shipped_content().knowledge.meetings)
        driver.go_to("#/viden/moede/" + meeting.id.value).see("Tal ikke med forældrene om mistanken");
    driver.go_to("#/viden/moede/dialogue_meeting").see_not("Lav »Forberedelse til forældresamtale");
}

TEST_CASE("What is had on paper meanwhile says the same as the screen") {
    Case subject = support::CaseBuilder(shipped_content(), "age_3_5", "kindergarten").made();
    subject.observations[SignId{"a3_abuse_afraid_to_go_home"}].presence = Presence::seen;
    Session session;
    session.subject = subject;
    const auto paper = [](Driver& driver, const std::string& address) {
        driver.go_to(address).press("Hent som webside");
        return driver.effect<DownloadFile>().bytes;
    };
    Driver closed(shipped_content(), session);
    Driver open(shipped_content());
    for (const char* address : {"#/viden/trin/early_talk", "#/viden/niveau/concern", "#/viden/artikel/parent_talk",
                                "#/viden/moede/dialogue_meeting", "#/viden/rolle/kindergarten"}) {
        INFO(address);
        CHECK(paper(closed, address).find("Tal ikke med forældrene om mistanken") != std::string::npos);
        CHECK(paper(open, address).find("Tal ikke med forældrene om mistanken") == std::string::npos);
    }
    CHECK(paper(closed, "#/viden/trin/early_talk").find("Spørg myndigheden først.") != std::string::npos);
    const PathwayStep& step = *find_step(shipped_content(), StepId{"early_talk"});
    CHECK(paper(closed, "#/viden/niveau/attention").find(step.parents) == std::string::npos);
    CHECK(paper(open, "#/viden/niveau/attention").find(step.parents) != std::string::npos);
}

TEST_CASE("Without a case, a level and a step to the parents say that other steps go before") {
    Driver driver(shipped_content());
    driver.go_to("#/viden/niveau/concern").see("gælder andre trin");
    driver.go_to("#/viden/trin/early_talk").see("gælder andre trin").see_not("Spørg myndigheden først.");
}

TEST_CASE("A word of the field opens where it stands, and closing it leaves the page as it was") {
    Driver driver(shipped_content());
    driver.go_to("#/viden/artikel/notification_steps");
    const std::string page = support::dump(driver.view());
    std::string target;
    for (const support::Way& way : support::ways_from(driver.view()))
        if (way.address.starts_with("#/viden/fagord/")) target = way.address;
    REQUIRE_FALSE(target.empty());
    const TermId id{target.substr(std::string_view("#/viden/fagord/").size())};
    const Term* term = find_term(shipped_content().knowledge, id);
    REQUIRE(term != nullptr);

    driver.happens(TermOpened{id});
    REQUIRE(driver.view().dialog);
    driver.see_heading(term->name).see(term->text);
    CHECK(driver.view().address == "#/viden/artikel/notification_steps");

    driver.dismiss();
    CHECK_FALSE(driver.view().dialog);
    CHECK(support::dump(driver.view()) == page);

    driver.happens(TermOpened{id}).press("Læs mere");
    CHECK_FALSE(driver.view().dialog);
}

TEST_CASE("Pressing a word of the field opens it over the page; in the list of words it is a page") {
    Driver driver(shipped_content());
    const auto press_first_term = [&driver]() -> std::optional<Action> {
        for (const Element* element : support::all_elements(driver.view())) {
            const Rich* rich = nullptr;
            if (const auto* paragraph = std::get_if<Paragraph>(&element->body)) rich = &paragraph->text;
            if (const auto* list = std::get_if<List>(&element->body)) rich = list->items.data();
            if (rich == nullptr) continue;
            for (const Run& run : *rich) {
                if (run.kind == RunKind::link && run.target.starts_with("#/viden/fagord/"))
                    return interpret(driver.view(), {UserEventKind::used, element->id, 0, false, run.target});
            }
        }
        return std::nullopt;
    };

    driver.go_to("#/viden/artikel/notification_steps");
    const std::optional<Action> in_text = press_first_term();
    REQUIRE(in_text);
    CHECK(std::holds_alternative<TermOpened>(*in_text));

    driver.go_to("#/viden/fagord");
    const std::optional<Action> in_list = press_first_term();
    REQUIRE(in_list);
    CHECK(std::holds_alternative<PlaceOpened>(*in_list));
}

TEST_CASE("A number says when it was checked, and is shown as old after a year") {
    Driver driver(shipped_content());
    driver.happens(DayStamped{"2026-12-01"}).go_to("#/viden/trin/abuse_call").see("Sidst tjekket");
    driver.happens(DayStamped{"2028-01-01"}).see("nummeret kan være forkert");
}

TEST_CASE("A meeting, an article and a track can be had on paper, and nothing of a case is on it") {
    Driver driver(shipped_content());
    driver.press("Vurder").choose("Vælg barnets alder", "3–5 år").happens(CodeWordTyped{"Mælkebøtte"});

    driver.go_to("#/viden/moede/focus_team").press("Hent som webside");
    const DownloadFile file = driver.effect<DownloadFile>();
    CHECK(file.name == "linealen-focus_team.html");
    CHECK(file.bytes.find("<h1>Fokusteam</h1>") != std::string::npos);
    CHECK(file.bytes.find("#/viden/moede/focus_team") != std::string::npos);
    CHECK(file.bytes.find("Mælkebøtte") == std::string::npos);

    driver.go_to("#/viden/artikel/steps_of_support").press("Hent som webside");
    const DownloadFile article = driver.effect<DownloadFile>();
    CHECK(article.bytes.find("<svg") != std::string::npos);
    CHECK(article.bytes.find("<caption>Indsatstrappens seks trin") != std::string::npos);

    driver.go_to("#/viden/handlevej/abuse").press("Udskriv");
    CHECK(driver.effect<PrintDocument>().ticket > 0);
    driver.go_to("#/viden/fagord/focus_team").see_not("Udskriv");
}

TEST_CASE("A step, a level and a role can be had on paper, with whom to ring and when the number was checked") {
    Driver driver(shipped_content());
    const auto paper = [&driver](const std::string& address) {
        driver.go_to(address).press("Hent som webside");
        return driver.effect<DownloadFile>().bytes;
    };
    const auto holds = [](const std::string& page, const std::string& words) {
        return page.find(words) != std::string::npos;
    };

    const std::string step = paper("#/viden/trin/abuse_call");
    CHECK(holds(step, "<li>Politiet: 114. Altid åben."));
    CHECK(holds(step, "Sidst tjekket 22.11.2026."));
    CHECK(holds(step, "Kommunens modtagelse for børn og unge: ikke klar til brug."));

    const std::string level = paper("#/viden/niveau/great_concern");
    CHECK(holds(level, "gælder andre trin"));
    const auto at = find_level(shipped_content(), LevelId{"great_concern"});
    REQUIRE(at);
    for (const PathwayStep* one : steps_of(shipped_content(), shipped_content().levels[*at]))
        CHECK(holds(level, "<h2>" + one->title + "</h2>"));

    const std::string role = paper("#/viden/rolle/kindergarten");
    CHECK(holds(role, "<h1>Som medarbejder i børnehave</h1>"));
    for (const ConcernLevel& one : shipped_content().levels) CHECK(holds(role, "<h2>" + one.name + "</h2>"));
    CHECK(holds(role, "<strong>Alder:</strong> Alle aldre"));

    driver.happens(WaysAgeChosen{AgeGroupId{"age_3_5"}});
    driver.go_to("#/viden");
    const std::string of_age = paper("#/viden/rolle/kindergarten");
    CHECK(holds(of_age, "<strong>Alder:</strong> 3–5 år"));
    CHECK(of_age.size() <= role.size());
    // An age the next role does not meet is none of its.
    CHECK(holds(paper("#/viden/rolle/nursery"), "<strong>Alder:</strong> Alle aldre"));

    const std::string numbers = paper("#/viden/numre");
    CHECK(driver.effect<DownloadFile>().name == "linealen-numre.html");
    CHECK(holds(numbers, "<li>Alarmcentralen: 112."));
    CHECK(holds(paper("#/viden/moede/abuse_preparedness"), "<h2>Hvem du kan ringe til</h2>"));
}

TEST_CASE("A number nobody has tried for more than a year is doubted on the screen and on paper") {
    Session session;
    session.today = "2028-01-01";
    Driver driver(shipped_content(), session);
    driver.go_to("#/viden/numre").see("så nummeret kan være forkert").press("Hent som webside");
    CHECK(driver.effect<DownloadFile>().bytes.find("så nummeret kan være forkert") != std::string::npos);
}

TEST_CASE("An article, a meeting and a step say whom they are for, and a role where the tracks are") {
    Driver driver(shipped_content());
    driver.go_to("#/viden/artikel/adbb").see("For:").see("Sundhedspleje");
    driver.go_to("#/viden/rolle/kindergarten").see("Mistanke om vold eller overgreb");
}

TEST_CASE("The numbers to ring stand on a page of their own, and are found by searching") {
    Driver driver(shipped_content());
    driver.press("Slå op")
        .press("Numre, du kan ringe til")
        .see_heading("Politiet")
        .see("114")
        .see("Sidst tjekket 22.11.2026.");
    driver.see_heading("Ikke udfyldt endnu").see("Kommunens sociale døgnvagt");
    driver.press("Tilbage").type("Søg i Slå op", "politiet").press("Politiet");
    CHECK(driver.session().place.screen == Screen::contacts);
}

TEST_CASE("A figure in an article is drawn, and its table follows it", "[content]") {
    Driver driver(shipped_content());
    for (const Article& article : shipped_content().knowledge.articles) {
        for (const ArticleBlock& block : article.blocks) {
            if (block.kind != ArticleBlock::Kind::figure) continue;
            INFO(article.id.value << " " << block.figure.value);
            const Figure& figure = *find_figure(shipped_content().knowledge, block.figure);
            const std::string address = "#/viden/artikel/" + article.id.value;
            if (driver.view().address != address) driver.go_to(address);
            driver.see(figure.says);
            bool is_drawn = false;
            bool has_table = false;
            for (const Element* element : support::all_elements(driver.view())) {
                const auto* table = std::get_if<Table>(&element->body);
                has_table = has_table || (table != nullptr && table->caption == figure.table_title);
                is_drawn = is_drawn || std::holds_alternative<Illustration>(element->body) ||
                           std::holds_alternative<Ruler>(element->body);
            }
            CHECK(has_table);
            CHECK((is_drawn || figure.kind == FigureKind::table));
        }
    }
}

TEST_CASE("Who does what: a role finds its steps at each level, and fewer at one age") {
    Driver driver(shipped_content());
    driver.press("Slå op").press("Hvem gør hvad").see("Medarbejder i børnehave");
    driver.go_to("#/viden/rolle/kindergarten").see_heading("Som medarbejder i børnehave").see("gælder andre trin");
    for (const ConcernLevel& level : shipped_content().levels) driver.see_heading(level.name);

    const auto links = [&driver] { return support::ways_from(driver.view()).size(); };
    driver.go_to("#/viden/rolle/health_visitor");
    const std::size_t all = links();
    driver.pick("Barnets alder", "0–11 måneder");
    CHECK(links() < all);
    driver.pick("Barnets alder", "Alle aldre");
    CHECK(links() == all);
}

TEST_CASE("What fits best is shown first, the rest is one press away, and another question begins anew", "[journeys]") {
    Driver visit(support::shipped_content());
    visit.go_to("#/viden").type("Søg i Slå op", "barn");
    const auto hits = [&visit] {
        std::size_t count = 0;
        for (const Element& element : visit.view().main) count += element.id.ends_with("-card") ? 1U : 0U;
        return count;
    };
    CHECK(hits() == 6);
    visit.press("Vis 9 mere").see_not("Vis 9 mere");
    CHECK(hits() == 15);
    CHECK(visit.session().focus_id == "found-7");
    visit.type("Søg i Slå op", "børn").see(" mere]");
    CHECK(hits() == 6);
}

}  // namespace
