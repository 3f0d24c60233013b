// What is JSON and what is not, case by case (F3 of safekeeping.md), written anew after RFC 8259 and what parsers are
// known to let through. Characters outside ASCII and controls stand as octal bytes.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_reader.hpp"
#include "support/reached.hpp"

using namespace std::string_view_literals;

namespace {

// clang-format off
const std::vector<std::string_view> accepted{
    "[]"sv, "{}"sv, "\"\""sv, "0"sv, "-0"sv, "null"sv, "true"sv, "false"sv, "\"x\""sv, "1"sv, "[[]]"sv, "[{}]"sv,
    "{\"\":[]}"sv, "{\"\":\"\"}"sv, "{\"a\":1}"sv, "{\"a\":{\"b\":{}}}"sv, "[1]"sv, "[1,2]"sv, "[null]"sv,
    "[true,false]"sv, " [] "sv, "[ ]"sv, "{ }"sv, "[ 1 , 2 ]"sv, "{ \"a\" : 1 }"sv, "\t[]\n"sv, "\r\n{}\r\n"sv,
    "[\t1\n,\r2 ]"sv, "{\"a\":\n1}"sv, "\n\n7\n"sv, "0.0"sv, "0.5"sv, "-0.5"sv, "-0.0"sv, "10"sv, "-10"sv,
    "123456789"sv, "9007199254740992"sv, "-9007199254740992"sv, "1.5"sv, "1e1"sv, "1E1"sv, "1e+1"sv, "1E+1"sv,
    "1e-1"sv, "1E-1"sv, "0e0"sv, "0e1"sv, "0E+0"sv, "1.0e2"sv, "-1.5e-3"sv, "0.1e1"sv, "2.5E+10"sv, "1e22"sv,
    "123.456"sv, "20e1"sv, "100"sv, "\"\\\"\""sv, "\"\\\\\""sv, "\"\\/\""sv, "\"\\b\""sv, "\"\\f\""sv, "\"\\n\""sv,
    "\"\\r\""sv, "\"\\t\""sv, "\"\\u0041\""sv, "\"\\u00e6\""sv, "\"\\u0000\""sv, "\"\\u001f\""sv, "\"\\uFFFF\""sv,
    "\"\\ud834\\udd1e\""sv, "\"\\uD834\\uDD1E\""sv, "\"\\u20AC\""sv, "\"\\\\u0041\""sv, "\"a\\u0062c\""sv,
    "\"\\u2028\""sv, "\"\\uFFFE\""sv, "\"\303\246\303\270\303\245\""sv, "\"\303\206\303\230\303\205\""sv,
    "\"\303\251\""sv, "\"\342\202\254\""sv, "\"\360\237\230\200\""sv, "\"\177\""sv, "\"\342\200\250\""sv,
    "\"\342\200\251\""sv, "\"\357\273\277\""sv, "\"/\""sv, "\"'\""sv, "\"//\""sv, "\"/* */\""sv, "\"{}\""sv,
    "\"[1,2]\""sv, "\" \""sv, "\"a b\""sv, "{\"\303\246\":1}"sv, "{\"a b\":1}"sv, "{\"a\":1,\"b\":2}"sv,
    "{\"a\":[]}"sv, "{\"\\u0061\":1}"sv, "[[[[[[[[]]]]]]]]"sv, "[\"\",0,null,true,{},[]]"sv,
    "{\"a\":null,\"b\":true,\"c\":[1]}"sv, "[1.5,-2,3e1]"sv, "[\"\\n\",\"\\t\"]"sv, "{\"0\":0}"sv, "[0,-0]"sv,
    "{\"x\":\"y\"}"sv,
};

const std::vector<std::string_view> refused{
    ""sv, "  "sv, "\n"sv, "["sv, "]"sv, "{"sv, "}"sv, "[[]"sv, "{]"sv, "[}"sv, ","sv, ":"sv, "[,]"sv, "[1,]"sv,
    "[,1]"sv, "[1,,2]"sv, "[1 2]"sv, "[1\n2]"sv, "[]]"sv, "[][]"sv, "{,}"sv, "{\"a\"}"sv, "{\"a\":}"sv, "{:1}"sv,
    "{1:1}"sv, "{a:1}"sv, "{'a':1}"sv, "{\"a\" 1}"sv, "{\"a\":1,}"sv, "{,\"a\":1}"sv, "{\"a\":1,,\"b\":2}"sv,
    "{\"a\":1 \"b\":2}"sv, "{\"a\"::1}"sv, "{\"a\":1:2}"sv, "{\"a\":1}}"sv, "{\"a\":1}{}"sv, "{\"a\":{}"sv,
    "{\"a\":[}"sv, "{\"a\":1]"sv, "[{\"a\":1]"sv, "{null:1}"sv, "{true:1}"sv, "{[]:1}"sv, "{{}:1}"sv,
    "{\"a\",\"b\"}"sv, "[\"a\":1]"sv, "[1:2]"sv, "{1}"sv, "{\"a\":1;\"b\":2}"sv, "[1;2]"sv, "nul"sv, "nulll"sv,
    "NULL"sv, "Null"sv, "tru"sv, "TRUE"sv, "True"sv, "fals"sv, "FALSE"sv, "undefined"sv, "None"sv, "NaN"sv, "nan"sv,
    "-NaN"sv, "Infinity"sv, "-Infinity"sv, "inf"sv, "+Infinity"sv, "yes"sv, "no"sv, "[nul]"sv, "[tru]"sv, "[fals]"sv,
    "[truefalse]"sv, "[null,]"sv, "[true false]"sv, "{\"a\":tru}"sv, "t"sv, "f"sv, "n"sv, "01"sv, "-01"sv, "00"sv,
    "-00"sv, "+1"sv, "+0"sv, ".5"sv, "-.5"sv, "5."sv, "-5."sv, "1.e1"sv, ".e1"sv, "1e"sv, "1e+"sv, "1e-"sv, "1E"sv,
    "1E+"sv, "1.5e"sv, "0e"sv, "0.e1"sv, "- 1"sv, "-"sv, "--1"sv, "+-1"sv, "-a"sv, "1a"sv, "1_000"sv, "1,000"sv,
    "1'000"sv, "0x1F"sv, "0b1"sv, "0o7"sv, "1f"sv, "1.5f"sv, "1L"sv, "1e1.5"sv, "1e1e1"sv, "1.2.3"sv, "1..2"sv,
    "-1."sv, "\302\262"sv, "\302\275"sv, "\357\274\221"sv, "\331\243"sv, "1 000"sv, "1\t2"sv, "[1.]"sv, "\133.1]"sv,
    "[-]"sv, "[1e]"sv, "\""sv, "\"a"sv, "a\""sv, "'a'"sv, "`a`"sv, "\"a'"sv, "\"a\"\"b\""sv, "\"a\" \"b\""sv,
    "\342\200\234a\342\200\235"sv, "a"sv, "\"\\\""sv, "\"\\"sv, "\"\\x41\""sv, "\"\\a\""sv, "\"\\v\""sv, "\"\\0\""sv,
    "\"\\'\""sv, "\"\\e\""sv, "\"\\ \""sv, "\"\\U0041\""sv, "\"\\u\""sv, "\"\\u0\""sv, "\"\\u00\""sv, "\"\\u004\""sv,
    "\"\\u00G0\""sv, "\"\\u 041\""sv, "\"\\u-041\""sv, "\"\\u+041\""sv, "\"\\u00\\u41\""sv, "\"\\u{41}\""sv,
    "\"\n\""sv, "\"\t\""sv, "\"\r\""sv, "\"\001\""sv, "\"\037\""sv, "\"\010\""sv, "\"\014\""sv, "\"a\nb\""sv,
    "{\"a\nb\":1}"sv, "[\"\010\"]"sv, "\377"sv, "[\346]"sv, "// a\n1"sv, "/* a */1"sv, "1 // a"sv, "1 /* a */"sv,
    "[1] # a"sv, "# a\n1"sv, "<a>"sv, "[1]x"sv, "{}x"sv, "\"a\"x"sv, "[]\357\273\277"sv, "\302\240[]"sv,
    "[]\302\240"sv, "\342\200\250[]"sv, "\013[]"sv, "\014[]"sv, "[1\013]"sv, "\000"sv, "[]\000"sv, "1\000"sv,
    "{}\000\000"sv, "\000[]"sv, "[\000]"sv, "\"a\000b\""sv, "nu\000ll"sv, "123\000"sv, "[1,\000]"sv,
};

// RFC 8259 leaves these to the reader. Refused: what two readers would read as two things.
const std::vector<std::string_view> open_and_refused{
    "9007199254740993"sv, "-9007199254740993"sv, "99999999999999999999"sv, "1e400"sv, "-1e400"sv, "1e999999"sv,
    "18446744073709551616"sv, "123456789012345678901"sv, "[1e309]"sv, "{\"a\":-1e309}"sv, "\"\\ud800\""sv,
    "\"\\udc00\""sv, "\"\\ud800\\ud800\""sv, "\"\\ud800x\""sv, "\"\\ud800\\n\""sv, "\"\\udc00\\ud800\""sv,
    "\"\\uD83D\""sv, "\"\\uDBFF\\u0041\""sv, "[\"\\ud800\"]"sv, "{\"\\udc00\":1}"sv, "\"\377\""sv, "\"\376\""sv,
    "\"\200\""sv, "\"\303\""sv, "\"\303(\""sv, "\"\342\202\""sv, "\"\342(\241\""sv, "\"\360\237\230\""sv,
    "\"\300\200\""sv, "\"\301\277\""sv, "\"\340\200\200\""sv, "\"\360\200\200\200\""sv, "\"\370\210\200\200\200\""sv,
    "\"\355\240\200\""sv, "\"\355\277\277\""sv, "\"\364\220\200\200\""sv, "\"\374\204\200\200\200\200\""sv,
    "{\"\377\":1}"sv, "{\"a\":1,\"a\":1}"sv, "{\"a\":1,\"a\":2}"sv, "{\"\":1,\"\":1}"sv, "{\"a\":1,\"\\u0061\":2}"sv,
    "[{\"b\":1,\"b\":2}]"sv, "{\"a\":{\"c\":1,\"c\":1}}"sv, "{\"a\":1,\"b\":2,\"a\":3}"sv,
    "{\"\303\246\":1,\"\\u00e6\":2}"sv, "{\"a\":[],\"a\":[]}"sv, "{\"x\":{\"y\":[{\"z\":1,\"z\":2}]}}"sv,
    "\357\273\277[]"sv, "\357\273\277{}"sv, "\357\273\277"sv, "\377\376[\000]\000"sv, "\376\377\000[\000]"sv,
};

const std::vector<std::string_view> open_and_accepted{
    "1e-400"sv, "1.000000000000000000001"sv, "-0e-0"sv,
};
// clang-format on

bool reads(std::string_view bytes) { return static_cast<bool>(core::read_json(bytes, "case")); }

std::string spelt(std::string_view bytes) {
    std::string hex;
    for (const char byte : bytes) {
        constexpr const char* digits = "0123456789abcdef";
        hex += digits[static_cast<unsigned char>(byte) / 16];
        hex += digits[static_cast<unsigned char>(byte) % 16];
    }
    return std::string(bytes) + " (" + hex + ")";
}

}  // namespace

// F3 of safekeeping.md: as many of each kind as the public collection of such texts has.
TEST_CASE("Every text is taken or refused as written down beforehand", "[base]") {
    REQUIRE(accepted.size() >= 95);
    REQUIRE(refused.size() >= 188);
    const std::size_t open = open_and_refused.size() + open_and_accepted.size();
    REQUIRE(open >= 35);
    for (const auto* list : {&accepted, &open_and_accepted}) {
        for (const std::string_view bytes : *list) {
            INFO(spelt(bytes));
            REQUIRE(reads(bytes));
        }
    }
    for (const auto* list : {&refused, &open_and_refused}) {
        for (const std::string_view bytes : *list) {
            INFO(spelt(bytes));
            const core::Result<core::JsonValue> read = core::read_json(bytes, "case");
            REQUIRE_FALSE(read);
            REQUIRE(read.problems().size() == 1);
            REQUIRE(read.problems().front().line >= 1);
            REQUIRE_FALSE(read.problems().front().what.empty());
            REQUIRE_FALSE(read.problems().front().cure.empty());
        }
    }
    support::reached("F3", "native",
                     std::to_string(accepted.size()) + " of " + std::to_string(accepted.size()) + " taken, " +
                         std::to_string(refused.size()) + " of " + std::to_string(refused.size()) + " refused, " +
                         std::to_string(open) + " left open by the standard decided");
}

TEST_CASE("A file cut anywhere is no JSON any more", "[base]") {
    const std::string whole = "{\"a\": [1.5e1, \"\\u00e6\\n\", {\"b\": null}], \"c\": false}";
    REQUIRE(reads(whole));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        INFO(length);
        CHECK_FALSE(reads(whole.substr(0, length)));
    }
}
