#include "content/read_rules.hpp"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <iterator>
#include <string>

#include "support/shipped_content.hpp"

namespace {

using core::Problems;
using support::shipped_content;

std::string shipped_rules() {
    std::ifstream file(std::string(LINEALEN_ROOT) + "/content/lineal/rules.json", std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
}

Problems problems_of(const std::string& bytes) {
    const auto read = core::read_json(bytes, "rules.json");
    REQUIRE(read);
    core::JsonReport report{"rules.json", &read.value(), {}};
    core::Content content = shipped_content();
    content.rules = core::Rules{};
    core::read_rules(read.value(), report, content.rules);
    if (report.problems.empty()) core::check_rules(content, "rules.json", report.problems);
    return report.problems;
}

Problems problems_with(const std::string& old, const std::string& with) {
    std::string bytes = shipped_rules();
    const std::size_t at = bytes.find(old);
    REQUIRE(at != std::string::npos);
    return problems_of(bytes.replace(at, old.size(), with));
}

TEST_CASE("The shipped rules have no problems, and every kind has an id, a title and a reason", "[content]") {
    CHECK(problems_of(shipped_rules()).empty());
    for (const core::RuleNote& note : shipped_content().rules.notes) {
        CHECK(!note.id.empty());
        CHECK(!note.title.empty());
        CHECK(!note.why.empty());
        CHECK(!note.review.date.empty());
    }
}

TEST_CASE("Each fault in the rules is told, with its place and its cure", "[content]") {
    struct Fault {
        std::string old;
        std::string with;
        std::string what;
    };
    const Fault faults[] = {
        {"\"kind\": \"trend\"", "\"kind\": \"trent\"", "»kind« har en værdi, der ikke kendes."},
        {"\"kind\": \"trend\"", "\"kind\": \"severity\"", "Der er allerede en regel af slagsen »severity«."},
        {"\"steps\": [0, 1, 2, 3, 4]", "\"steps\": [0, 2, 1, 3, 4]",
         "Tallene i »steps« står i en rækkefølge, reglen ikke tåler."},
        {"\"steps\": [0, 1, 2, 3, 4]", "\"steps\": [0, 1, 2, 3]",
         "Reglen »frequency« har ikke lige så mange trin som skalaen i scales.json."},
        {"\"steps\": [0, 1, 2, 3, 4]", "\"steps\": []", "»steps« har ingen tal."},
        {"\"quarters\": [4, 2, 1]", "\"quarters\": [1, 2]",
         "Tallene i »quarters« står i en rækkefølge, reglen ikke tåler."},
        {"\"quarters\": [4, 2, 1]", "\"quarters\": [8, 2, 1]", "Det stærkeste lette tegn må højst tælle fuldt."},
        {"\"from\": [30,", "\"from\": [\"30\",", "Her skal stå et helt tal fra 0 til 10000."},
        {"\"light\": 2", "\"light\": 20",
         "Et let tegn kan ikke tælle mere end et tydeligt, og et tydeligt ikke mere end et alvorligt."},
        {"\"not_answered\": 1", "\"not_answered\": 9",
         "Et ubesvaret tegn må ikke tælle mere end det mindste tegn, der er set."},
        {"\"middling\": 1", "\"middling\": 3", "Reglen »trend« peger på et mellemtrin, der ikke findes."},
        {"\"told_by_parents\": [1]", "\"told_by_parents\": [7]",
         "Reglen »where« peger på et sted, der ikke står i scales.json."},
        {"\"never_named\": [\"care\"", "\"never_named\": [\"caring\"",
         "Reglen »what_moves« nævner dimensionen »caring«, som ikke findes."},
        {"\"title\": \"Et tegn", "\"titel\": \"Et tegn", "Feltet »title« mangler."},
    };
    for (const Fault& fault : faults) {
        const Problems problems = problems_with(fault.old, fault.with);
        INFO(fault.with);
        REQUIRE(!problems.empty());
        CHECK(problems.front().what == fault.what);
        CHECK(!problems.front().cure.empty());
    }
}

TEST_CASE("A missing rule is missed", "[content]") {
    const Problems problems = problems_of("{\"rules\": []}");

    CHECK(problems.size() == core::rule_kind_count);
    CHECK(problems.front().what == "Der mangler en regel af slagsen »weight«.");
}

}  // namespace
