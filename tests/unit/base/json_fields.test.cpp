#include "base/json_fields.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

struct Written {
    explicit Written(const std::string& bytes) : root(read_json(bytes, "file.json").take()) {
        report.file = "file.json";
        report.root = &root;
    }
    JsonValue root;
    JsonReport report;
};

}  // namespace

TEST_CASE("Fields that are there and right give no problems", "[base]") {
    Written written(R"({"name": "x", "id": "a-b_1", "count": 3, "share": 0.5, "yes": true, "kind": "b",
                        "words": ["x", "y"], "left_out": null})");
    {
        JsonFields fields(written.root, written.report);
        CHECK(fields.text("name") == "x");
        CHECK(fields.id_text("id") == "a-b_1");
        CHECK(fields.whole("count", 0, 3) == 3);
        CHECK(fields.number("share", 0, 1) == 0.5);
        CHECK(fields.truth("yes"));
        CHECK(fields.choice("kind", {"a", "b"}) == 1);
        CHECK(fields.texts("words") == std::vector<std::string>{"x", "y"});
        CHECK_FALSE(fields.optional_whole("left_out", 0, 9).has_value());
        CHECK(fields.text_or_empty("nowhere").empty());
        CHECK(fields.truth_or("nowhere", true));
    }
    CHECK(written.report.problems.empty());
}

TEST_CASE("Every fault of an object is told at once, each at its place", "[base]") {
    Written written(
        "{\n\"id\": \"A\",\n\"count\": 4.5,\n\"high\": 9,\n\"kind\": \"c\",\n\"words\": [\"x\", 1],\n\"odd\": 1}");
    {
        JsonFields fields(written.root, written.report);
        fields.text("name");
        fields.id_text("id");
        CHECK(fields.whole("count", 0, 9) == 0);
        CHECK(fields.whole("high", 0, 3) == 0);
        CHECK(fields.choice("kind", {"a", "b"}) == 0);
        fields.texts("words");
    }
    std::vector<std::string> told;
    for (const Problem& problem : written.report.problems) {
        told.push_back(std::to_string(problem.line) + " " + problem.pointer + " " + problem.what);
    }
    CHECK(told == std::vector<std::string>{
                      "1  Feltet »name« mangler.",
                      "2 /id Id'et »A« kan ikke bruges.",
                      "3 /count »count« skal være et helt tal uden anførselstegn.",
                      "4 /high »high« ligger uden for det mulige.",
                      "5 /kind »kind« har en værdi, der ikke kendes.",
                      "6 /words/1 Punktet skal være en tekst i anførselstegn.",
                      "7 /odd Feltet »odd« kendes ikke.",
                  });
    CHECK(written.report.problems.back().cure ==
          "Ret stavningen, eller fjern feltet. Her kan stå: name, id, count, high, kind, words.");
}

TEST_CASE("Where an object should be, something else is one problem", "[base]") {
    Written written("[1]");
    {
        JsonFields fields(written.root, written.report);
        CHECK(fields.text("name").empty());
        CHECK(fields.list("words").empty());
    }
    REQUIRE(written.report.problems.size() == 1);
    CHECK(written.report.problems[0].what == "Her skal stå et objekt med felter.");
}
