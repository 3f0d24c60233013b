// Where the pages lead: each link to a page that is, and an article to all that belongs to it.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <tuple>

#include "assessment/indicate.hpp"
#include "guide/choose_pathways.hpp"
#include "support/driver.hpp"
#include "support/shipped_content.hpp"
#include "support/view_text.hpp"
#include "view/address.hpp"
#include "view/describe.hpp"
#include "view/interpret.hpp"

using namespace core;
using support::Driver;
using support::shipped_content;
using support::Way;

namespace {

bool has_element(const View& view, const std::string& id) {
    for (const Element* element : support::all_elements(view)) {
        if (element->id == id) return true;
    }
    return false;
}

// Every page that can be reached from where the session stands, by any link of any page on the way.
std::set<std::string> crawl(const Content& content, Session session) {
    std::set<std::string> wanted = {address_of(session.place)};
    std::set<std::string> seen;
    while (!wanted.empty()) {
        const std::string address = *wanted.begin();
        wanted.erase(wanted.begin());
        INFO(address);
        const std::optional<Place> place = place_of(address);
        REQUIRE(place);
        seen.insert(address);
        session.place = *place;
        const View view = describe(content, session);
        CHECK_FALSE(has_element(view, "unknown"));
        CHECK(support::broken_promises(view).empty());
        for (const Way& way : support::ways_from(view)) {
            INFO(way.from << " leads to " << way.address << " " << way.element);
            const std::optional<Place> there = place_of(way.address);
            REQUIRE(there);
            if (seen.count(way.address) == 0) wanted.insert(way.address);
            if (way.element.empty()) continue;
            Session next = session;
            next.place = *there;
            CHECK(has_element(describe(content, next), way.element));
        }
    }
    return seen;
}

bool leads_to(const View& view, const std::string& address) {
    const std::vector<Way> ways = support::ways_from(view);
    return std::any_of(ways.begin(), ways.end(), [&](const Way& way) { return way.address == address; });
}

const Article& article_with(ReviewState state) {
    for (const Article& article : shipped_content().knowledge.articles) {
        if (article.review.state == state) return article;
    }
    FAIL("no article of that state");
    return shipped_content().knowledge.articles.front();
}

// What pressing a term in an element of this kind does, somewhere in the articles and meetings.
template <class Kind>
bool opens_term_in(ParagraphTone tone = ParagraphTone::body) {
    const Knowledge& knowledge = shipped_content().knowledge;
    std::vector<std::string> addresses;
    for (const Article& article : knowledge.articles) addresses.push_back("#/viden/artikel/" + article.id.value);
    for (const MeetingGuide& meeting : knowledge.meetings) addresses.push_back("#/viden/moede/" + meeting.id.value);
    Session session;
    for (const std::string& address : addresses) {
        session.place = *place_of(address);
        const View view = describe(shipped_content(), session);
        std::string last;
        std::size_t part = 0;
        for (const Way& way : support::ways_from(view)) {
            part = way.from == last ? part + 1 : 0;
            last = way.from;
            for (const Element* element : support::all_elements(view)) {
                if (element->id != way.from || !std::holds_alternative<Kind>(element->body)) continue;
                const auto* paragraph = std::get_if<Paragraph>(&element->body);
                if (paragraph != nullptr && paragraph->tone != tone) continue;
                if (!way.address.starts_with("#/viden/fagord/")) continue;
                const auto action = interpret(view, {UserEventKind::used, element->id, part, false, way.address});
                REQUIRE(action);
                return std::holds_alternative<TermOpened>(*action);
            }
        }
    }
    return false;
}

}  // namespace

TEST_CASE("Every page of Slå op is there, and each leads only to pages that are", "[content]") {
    const Content& content = shipped_content();
    Session session;
    session.place = Place{Screen::look_up, {}};
    const std::set<std::string> seen = crawl(content, session);

    const auto all_seen = [&seen](const auto& things, const char* path) {
        for (const auto& thing : things) {
            INFO(path << thing.id.value);
            CHECK(seen.count(path + thing.id.value) == 1);
        }
    };
    const Knowledge& knowledge = content.knowledge;
    all_seen(knowledge.articles, "#/viden/artikel/");
    all_seen(knowledge.meetings, "#/viden/moede/");
    all_seen(knowledge.terms, "#/viden/fagord/");
    all_seen(knowledge.topics, "#/viden/emne/");
    all_seen(content.signs, "#/viden/tegn/");
    all_seen(content.steps, "#/viden/trin/");
    all_seen(content.levels, "#/viden/niveau/");
    all_seen(content.tracks, "#/viden/handlevej/");
    all_seen(content.roles, "#/viden/rolle/");
}

TEST_CASE("With a case open each page of it leads only to pages that are, and to Slå op", "[content]") {
    Driver driver(shipped_content());
    driver.press("Vurder").choose("Vælg barnets alder", "3–5 år").go_to("#/vurder/oversigt");
    Session session = driver.session();
    session.subject.role = RoleId{"kindergarten"};
    const std::set<std::string> seen = crawl(shipped_content(), session);
    for (const char* address : {"#/vurder/refleksion", "#/vurder/tegn/mental", "#/vurder/hvad-nu", "#/viden"})
        CHECK(seen.count(address) == 1);
}

TEST_CASE("From \"Hvad nu?\" the level and each step can be looked up, and the case stays open", "[journeys]") {
    Driver driver(shipped_content());
    driver.happens(CaseFileRead{R"({"kind": "linealen-case", "schema": 1, "age": "age_3_5", "role": "kindergarten",
        "observations": [], "reflections": [], "judgement": {"level": "concern", "reason": ""}})"});
    driver.go_to("#/vurder/hvad-nu").see_heading("Hvad nu?");
    CHECK(leads_to(driver.view(), "#/viden/niveau/concern"));

    const Pathway pathway = choose_pathway(shipped_content(), driver.session().subject,
                                           indicate(shipped_content(), driver.session().subject),
                                           *find_level(shipped_content(), LevelId{"concern"}));
    REQUIRE(pathway.steps.size() > 2);
    for (const PathwayStep* step : pathway.steps) {
        driver.happens(DisclosureToggled{"step-" + step->id.value + "-sources"});
        CHECK(leads_to(driver.view(), "#/viden/trin/" + step->id.value));
        driver.go_to("#/viden/trin/" + step->id.value).see_heading(step->title);
        driver.go_to("#/vurder/hvad-nu").see("bekymring");
    }
}

TEST_CASE("At every level the duty to notify stands under Slå op and on paper", "[journeys]") {
    const std::string& duty = shipped_content().texts[Text::duty];
    for (const ConcernLevel& level : shipped_content().levels) {
        const std::string address = "#/viden/niveau/" + level.id.value;
        INFO(address);
        Driver driver(shipped_content());
        driver.go_to(address).see(duty).press("Hent som webside");
        CHECK(driver.effect<DownloadFile>().bytes.find(duty) != std::string::npos);
    }
}

TEST_CASE("An article names its sources with their addresses, and says on its face when nobody has checked it",
          "[journeys]") {
    Driver driver(shipped_content());
    const Article& doubted = article_with(ReviewState::pending);
    driver.go_to("#/viden/artikel/" + doubted.id.value).see("Ikke kontrolleret af fagfolk eller jurist.");
    driver.go_to("#/viden/artikel/" + article_with(ReviewState::drafted).id.value)
        .see_not("Ikke kontrolleret af fagfolk eller jurist.");

    std::size_t without = 0;
    for (const Article& article : shipped_content().knowledge.articles) {
        if (article.review.sources.empty()) continue;
        Driver reader(shipped_content());
        reader.go_to("#/viden/artikel/" + article.id.value).happens(DisclosureToggled{"from"});
        for (const SourceKey& key : article.review.sources) {
            const Source& source = *find_source(shipped_content(), key);
            reader.see(with_address(source));
            if (!source.address.empty()) continue;
            INFO(source.title);
            CHECK(source.title.find("ikke bevaret") != std::string::npos);  // and not merely forgotten
            ++without;
        }
    }
    CHECK(without < 5);
}

TEST_CASE("An article leads to the signs it is about, and a sign to its articles", "[content]") {
    std::size_t signs = 0;
    for (const Article& article : shipped_content().knowledge.articles) {
        Session session;
        session.place = Place{Screen::article, article.id.value};
        std::set<std::string> led_to;
        for (const Way& way : support::ways_from(describe(shipped_content(), session))) led_to.insert(way.address);
        for (const std::string& sign : article.signs) {
            INFO(article.id.value << " " << sign);
            CHECK(led_to.count("#/viden/tegn/" + sign) == 1);
            session.place = Place{Screen::sign, sign};
            bool leads_back = false;
            for (const Way& way : support::ways_from(describe(shipped_content(), session)))
                leads_back = leads_back || way.address == "#/viden/artikel/" + article.id.value;
            CHECK(leads_back);
            ++signs;
        }
    }
    CHECK(signs > 40);
}

TEST_CASE("A sign in the case leads to its own page, and back comes the case", "[journeys]") {
    Driver driver(shipped_content());
    driver.press("Vurder").choose("Vælg barnets alder", "3–5 år").press("Fortsæt");
    driver.choose("Dagtilbud", "Medarbejder i børnehave").go_to("#/vurder/tegn/mental");
    driver.happens(DisclosureToggled{"why-a3_mental_less_joy"}).press("Slå tegnet op");
    CHECK(driver.session().place.screen == Screen::sign);
    driver.press("Tilbage");
    CHECK(driver.session().place.screen == Screen::signs);
}

TEST_CASE("A word of the field opens where it stands: in a text, a lead, a quote, a list and a table", "[content]") {
    CHECK(opens_term_in<Paragraph>());
    CHECK(opens_term_in<Paragraph>(ParagraphTone::lead));
    CHECK(opens_term_in<Paragraph>(ParagraphTone::quote));
    CHECK(opens_term_in<List>());
    CHECK(opens_term_in<Table>());
}

TEST_CASE("It opens in the rows of a step and a track, in a sign and on a page of help", "[content]") {
    const Content& content = shipped_content();
    const auto any_has_term = [&content](const auto& things, Screen screen) {
        for (const auto& thing : things) {
            Session session;
            session.place = Place{screen, thing.id.value};
            for (const Way& way : support::ways_from(describe(content, session)))
                if (way.address.starts_with("#/viden/fagord/") && way.from != "lead") return true;
        }
        return false;
    };
    CHECK(any_has_term(content.steps, Screen::step));
    CHECK(any_has_term(content.tracks, Screen::track));
    CHECK(any_has_term(content.signs, Screen::sign));
    for (const Screen screen : {Screen::help, Screen::unborn}) {
        Session session;
        session.place.screen = screen;
        bool has_term = false;
        for (const Way& way : support::ways_from(describe(content, session)))
            has_term = has_term || way.address.starts_with("#/viden/fagord/");
        CHECK(has_term);
    }
}

TEST_CASE("A paper of a meeting that Linealen makes is one press away") {
    Driver driver(shipped_content());
    driver.press("Vurder").choose("Vælg barnets alder", "3–5 år").press("Fortsæt");
    driver.choose("Dagtilbud", "Medarbejder i børnehave");
    for (const auto& [meeting, paper, address] :
         {std::tuple{"notification", "Bilag til underretning", "notification"},
          std::tuple{"focus_team", "Forberedelse til fokusteam", "focus_team"},
          std::tuple{"dialogue_meeting", "Forberedelse til forældresamtale (udleveres ikke)", "parent_talk"}}) {
        INFO(meeting);
        driver.go_to(std::string{"#/viden/moede/"} + meeting).see(std::string{"Lav »"} + paper + "«");
        const std::string document = std::string{"#/vurder/dokument/"} + address;
        const std::vector<Way> ways = support::ways_from(driver.view());
        CHECK(std::any_of(ways.begin(), ways.end(), [&](const Way& way) { return way.address == document; }));
        driver.go_to(document).see_heading(paper);
    }
}
