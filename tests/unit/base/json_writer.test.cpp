#include "base/json_writer.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace core;

TEST_CASE("Fields come in the order they are told", "[base]") {
    JsonWriter writer;
    writer.begin_object().field("b", "x").field("a", 1).key("c").begin_list().truth(true).null().end_list();
    writer.end_object();

    CHECK(writer.take() == R"({"b":"x","a":1,"c":[true,null]})");
}

TEST_CASE("Indented JSON is for people", "[base]") {
    JsonWriter writer(JsonWriter::Layout::indented);
    writer.begin_object().key("a").begin_list().number(1).number(2).end_list().key("b").begin_object().end_object();
    writer.end_object();

    CHECK(writer.take() == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}\n");
}

TEST_CASE("Texts are escaped so that they can be read again", "[base]") {
    JsonWriter writer;
    writer.text("\"\\\n\t\x7f æ\u2028</script>");
    const std::string written = writer.take();

    CHECK(written == "\"\\\"\\\\\\n\\u0009\\u007f æ\u2028</script>\"");
    CHECK(read_json(written, "f").value().text == "\"\\\n\t\x7f æ\u2028</script>");
}

TEST_CASE("Broken UTF-8 is replaced, never passed on", "[base]") {
    JsonWriter writer;
    writer.text("a\xff\xc3(\xed\xa0\x80z");
    const Result<JsonValue> read = read_json(writer.take(), "f");

    REQUIRE(read);
    CHECK(read.value().text == "a\uFFFD\uFFFD(\uFFFD\uFFFD\uFFFDz");
}
