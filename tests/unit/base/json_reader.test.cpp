#include "base/json_reader.hpp"

#include <catch2/catch_test_macros.hpp>
#include <iterator>

#include "base/id.hpp"
#include "base/json_writer.hpp"
#include "support/reached.hpp"

using namespace core;

namespace {

bool is_read(const std::string& bytes, const JsonLimits& limits = {}) {
    return static_cast<bool>(read_json(bytes, "file.json", limits));
}

Problem problem_of(const std::string& bytes, const JsonLimits& limits = {}) {
    const Result<JsonValue> read = read_json(bytes, "file.json", limits);
    if (read) return {};
    REQUIRE(read.problems().size() == 1);
    return read.problems().front();
}

std::string repeated(const std::string& part, std::size_t count) {
    std::string made;
    for (std::size_t i = 0; i < count; ++i) made += part;
    return made;
}

}  // namespace

TEST_CASE("Every kind of value is kept as it was written", "[base]") {
    const Result<JsonValue> read = read_json(R"({"a": [1, -2.5, "æ\n\u00f8", true, null], "b": {}})", "file.json");

    REQUIRE(read);
    const JsonValue* list = find_member(read.value(), "a");
    REQUIRE(list != nullptr);
    REQUIRE(list->items.size() == 5);
    CHECK(list->items[0].whole);
    CHECK(list->items[0].number == 1);
    CHECK_FALSE(list->items[1].whole);
    CHECK(list->items[1].number == -2.5);
    CHECK(list->items[2].text == "æ\nø");
    CHECK(list->items[3].truth);
    CHECK(list->items[4].kind == JsonKind::null);
    CHECK(find_member(read.value(), "b")->kind == JsonKind::object);
    CHECK(find_member(read.value(), "c") == nullptr);
    CHECK(find_member(*list, "a") == nullptr);
}

TEST_CASE("Each value knows its line", "[base]") {
    const Result<JsonValue> read = read_json("{\n  \"a\": 12\n,\n  \"b\": [\n 1,\n 2\n], \"c\":\n\"x\"}", "file.json");

    REQUIRE(read);
    const JsonValue& root = read.value();
    CHECK(root.line == 1);
    CHECK(find_member(root, "a")->line == 2);
    CHECK(find_member(root, "b")->line == 4);
    CHECK(find_member(root, "b")->items[0].line == 5);
    CHECK(find_member(root, "b")->items[1].line == 6);
    CHECK(find_member(root, "c")->line == 8);
}

TEST_CASE("A pointer leads to the value, with ~ and / escaped", "[base]") {
    const Result<JsonValue> read = read_json(R"({"a/b": [0, {"c~d": 1}]})", "file.json");

    REQUIRE(read);
    const JsonValue& deep = read.value().items[0].items[1].items[0];
    CHECK(pointer_to(read.value(), deep) == "/a~1b/1/c~0d");
    CHECK(pointer_to(read.value(), read.value()).empty());
}

TEST_CASE("What is not JSON is refused, on its line", "[base]") {
    for (const char* bytes : {"",
                              " ",
                              "{",
                              "[1,]",
                              "{\"a\":1,}",
                              "[1 2]",
                              "{'a':1}",
                              "nul",
                              "01",
                              "1.",
                              ".5",
                              "+1",
                              "NaN",
                              "Infinity",
                              "\"a",
                              "\"\t\"",
                              "\"\\x\"",
                              "\"\\ud800\"",
                              "[1] x",
                              "{\"a\" 1}",
                              "// c\n1",
                              "[\"\xff\"]",
                              "[\"\xc0\xaf\"]",
                              "[\"\xed\xa0\x80\"]",
                              "[\"\xf4\x90\x80\x80\"]",
                              "]",
                              "{\"a\":1}}"}) {
        INFO(bytes);
        CHECK_FALSE(is_read(bytes));
    }
    CHECK(problem_of("{\n\"a\": 1,\n\"b\": ,\n}").line == 3);
    CHECK(problem_of("{\n\"a\": 1,\n\"b\": ,\n}").what == "Filen er ikke gyldig JSON.");
}

TEST_CASE("A lenient parser's slips are refused", "[base]") {
    CHECK(problem_of("\xEF\xBB\xBF{}").what == "Filen begynder med et usynligt mærke (BOM).");
    CHECK(problem_of(std::string("{}\0", 3)).what == "Filen indeholder et nul-tegn.");
    CHECK(problem_of(std::string("\"a\0b\"", 5)).what == "Filen indeholder et nul-tegn.");
    CHECK(problem_of("{\"a\": 1,\n\"b\": 2,\n\"a\": 3}").what == "Feltet »a« står to gange.");
    CHECK(problem_of("{\"a\": 1,\n\"b\": 2,\n\"a\": 3}").line == 3);
    CHECK(is_read("{\"a\": {\"a\": 1}, \"b\": {\"a\": 1}}"));
}

TEST_CASE("Depth is held while reading: a bomb never becomes a tree", "[base]") {
    CHECK_FALSE(is_read(repeated("{\"a\":", 33) + "1" + repeated("}", 33)));
    CHECK(problem_of(repeated("[", 100000)).what == "Filen har lister eller felter i mere end 32 lag.");
}

// F4 of safekeeping.md
TEST_CASE("Each limit holds at the limit and not one beyond, and says which it was", "[base]") {
    const std::size_t longest = std::size_t{8} * 1024 * 1024;
    const std::string thousand = "[" + repeated("1,", 998) + "1]";  // 1,000 values with the list itself
    const std::string most_values = "[" + repeated(thousand + ",", 198) + thousand + "," + "[" + repeated("1,", 997);
    struct Limit {
        std::string at;
        std::string beyond;
        const char* what;
    };
    const Limit limits[] = {
        {"[]" + std::string(longest - 2, ' '), "[]" + std::string(longest - 1, ' '), "Filen er større end 8 MB."},
        {repeated("[", 32) + repeated("]", 32), repeated("[", 33) + repeated("]", 33),
         "Filen har lister eller felter i mere end 32 lag."},
        {most_values + "1]]", most_values + "1,1]]", "Filen har flere end 200.000 værdier."},
        {"\"" + repeated("a", 65536) + "\"", "\"" + repeated("a", 65537) + "\"", "En tekst er længere end 64 kB."},
        {"{\"" + repeated("a", 256) + "\":1}", "{\"" + repeated("a", 257) + "\":1}",
         "Et feltnavn er længere end 256 tegn."},
        {"[" + repeated("1,", 3999) + "1]", "[" + repeated("1,", 4000) + "1]", "En liste har flere end 4.000 punkter."},
        {"9007199254740992", "9007199254740993", "Et tal er for stort."},
        {"-9007199254740992", "-9007199254740993", "Et tal er for stort."},
        {"1.7976931348623157e308", "1.7976931348623159e308", "Et tal er for stort."},
        {"{\"a\":1}", "{\"a\":1,\"a\":1}", "Feltet »a« står to gange."},
        {"[]", std::string("[]\0", 3), "Filen indeholder et nul-tegn."},
        {"[]", "\xEF\xBB\xBF[]", "Filen begynder med et usynligt mærke (BOM)."},
        {"[]", "[]]", "Filen er ikke gyldig JSON."},
        {"\"\xF4\x8F\xBF\xBF\"", "\"\xF4\x90\x80\x80\"", "Filen er ikke gyldig JSON."},
    };
    for (const Limit& limit : limits) {
        INFO(limit.what);
        REQUIRE(is_read(limit.at));
        REQUIRE(problem_of(limit.beyond).what == limit.what);
        REQUIRE_FALSE(problem_of(limit.beyond).cure.empty());
    }
    REQUIRE(is_valid_id(repeated("a", 64)));
    REQUIRE_FALSE(is_valid_id(repeated("a", 65)));
    REQUIRE_FALSE(is_valid_id(""));
    REQUIRE_FALSE(is_valid_id("A"));
    support::reached("F4", "native",
                     std::to_string(std::size(limits) + 1) + " limits, each at the limit and one beyond");
}

TEST_CASE("Whole numbers are exact within 2^53 and refused beyond", "[base]") {
    CHECK(read_json("9007199254740992", "f").value().number == 9007199254740992.0);
    CHECK(read_json("-9007199254740992", "f").value().number == -9007199254740992.0);
    for (const char* bytes : {"9007199254740993", "-9007199254740993", "18446744073709551616", "1e400", "-1e400"}) {
        INFO(bytes);
        CHECK_FALSE(is_read(bytes));
        CHECK(problem_of(bytes).what == "Et tal er for stort.");
    }
    CHECK(is_read("1e308"));
    CHECK_FALSE(read_json("1e2", "f").value().whole);
}

TEST_CASE("What was read is written again to the same tree", "[base]") {
    const std::string bytes = R"({"a":[1,-2.50,"\"\\æ\n",true,null,[],{}],"b":{"c":false}})";
    const Result<JsonValue> read = read_json(bytes, "file.json");

    REQUIRE(read);
    CHECK(write_json(read.value()) == bytes);
}
