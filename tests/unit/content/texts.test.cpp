#include "content/texts.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace core;

TEST_CASE("Names in brackets are filled in", "[content]") {
    CHECK(fill("Bygger på {seen} af {shown} tegn", {{"seen", "14"}, {"shown", "19"}}) == "Bygger på 14 af 19 tegn");
    CHECK(fill("{a}{a}", {{"a", "x"}}) == "xx");
    CHECK(fill("uden", {}) == "uden");
}

TEST_CASE("A name without a value stays, and a value is never filled again", "[content]") {
    CHECK(fill("{a} {b}", {{"a", "{b}"}}) == "{b} {b}");
    CHECK(fill("{a", {{"a", "x"}}) == "{a");
    CHECK(fill("a}", {{"a", "x"}}) == "a}");
}

TEST_CASE("Every text has the name it has in the file", "[content]") {
    CHECK(name_of(Text::app_name) == "app_name");
    for (std::size_t i = 0; i < text_count; ++i) CHECK_FALSE(name_of(static_cast<Text>(i)).empty());
}

TEST_CASE("Words are kept by key", "[content]") {
    Texts texts;
    texts.set(Text::app_name, "Linealen");

    CHECK(texts[Text::app_name] == "Linealen");
}
