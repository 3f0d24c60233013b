#include "base/text.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace core;

TEST_CASE("Lower case knows the Danish letters and their relatives", "[base]") {
    CHECK(lower_case("ÆØÅ ABC éÉ ß × ÷") == "æøå abc éé ß × ÷");
    CHECK(capitalised("ærlig") == "Ærlig");
    CHECK(capitalised("Barnet") == "Barnet");
    CHECK(capitalised("3 år") == "3 år");
    CHECK(capitalised("").empty());
}

TEST_CASE("A date is written as Danes write it, and what is no date is left alone", "[base]") {
    CHECK(written_date("2026-11-22") == "22.11.2026");
    CHECK(written_date("2026-1-2") == "2026-1-2");
    CHECK(written_date("i går") == "i går");
    CHECK(written_date("").empty());
}

TEST_CASE("A text is found whatever its capitals", "[base]") {
    CHECK(contains("Barnet SØVER", "søv"));
    CHECK_FALSE(contains("Barnet", "barnets"));
    CHECK(contains("x", ""));
}

TEST_CASE("Words are found whole, also beside Danish letters and marks", "[base]") {
    CHECK(contains_word("han er »doven«.", "doven"));
    CHECK(contains_word("Doven", "doven"));
    CHECK_FALSE(contains_word("dovenskab", "doven"));
    CHECK_FALSE(contains_word("noget", "ged"));
    CHECK_FALSE(contains_word("åsær", "sær"));
    CHECK_FALSE(contains_word("særå", "sær"));
    CHECK(contains_word("sær, sær", "sær"));
    CHECK(contains_word_beginning("dovenskab", "doven"));
    CHECK_FALSE(contains_word_beginning("udoven", "doven"));
}

TEST_CASE("Characters are counted and taken apart as UTF-8", "[base]") {
    CHECK(count_characters("æøå") == 3);
    CHECK(count_characters("a\xff"
                           "b") == 3);
    CHECK(is_valid_utf8("blåbær 🫐"));
    CHECK_FALSE(is_valid_utf8("\xc0\x80"));
    CHECK_FALSE(is_valid_utf8("\xed\xbf\xbf"));
    CHECK_FALSE(is_valid_utf8("\xf4\x90\x80\x80"));
    CHECK_FALSE(is_valid_utf8("\xe2\x82"));
    std::string made;
    for (const char32_t c : {U'a', U'ø', U'€', U'🫐', char32_t{0xD800}}) append_character(made, c);
    CHECK(made == "aø€🫐\uFFFD");
}

TEST_CASE("White space is taken off the ends only", "[base]") {
    CHECK(trimmed(" \n a b\t") == "a b");
    CHECK(trimmed("  ").empty());
}

TEST_CASE("CPR numbers are pointed out in every spelling", "[base]") {
    for (const char* text : {"010203-1234",
                             "0102031234",
                             "010203 1234",
                             "01 02 03 1234",
                             "01.02.03-1234",
                             "01-02-03-1234",
                             "01/02/03-1234",
                             "010203 - 1234",
                             "010203–1234",
                             "010203—1234",
                             "010203−1234",
                             "010203\u00A0\u20111234",
                             "010203.1234",
                             "０１０２０３－１２３４",
                             "０１０２０３１２３４",
                             "01 02 03 12 34",
                             "010203-12 34",
                             "310199-4321",
                             "290200-4321",
                             "610203-1234",
                             "01022003-1234",
                             "010220031234",
                             "01.02.2003-1234",
                             "Cpr:010203-1234.",
                             "Se 010203-1234, og ring",
                             "x010203-1234y",
                             "0\u200B10203-1234",
                             "0 1 0 2 0 3 1 2 3 4",
                             "010203-\t1234",
                             "12 010203-1234",
                             "3010203\n010203-1234",
                             "01 02 2003 - 1234",
                             "010203/1234",
                             "010203_1234"}) {
        INFO(text);
        CHECK(looks_like_cpr(text));
    }
}

TEST_CASE("Dates, times and telephone numbers are left alone", "[base]") {
    for (const char* text : {"",
                             "010203",
                             "010203-123",
                             "0102031",
                             "320203-1234",
                             "001203-1234",
                             "011303-1234",
                             "300200-1234",
                             "310403-1234",
                             "12.10.24 10.30",
                             "12-10-24 08:30",
                             "12.10.2024 1030",
                             "01.02.2003",
                             "kl. 10.15",
                             "Tlf. 12 34 56 78",
                             "+45 12 34 56 78",
                             "4512345678",
                             "0102031234567",
                             "10102031234",
                             "2024-11-22 10:30",
                             "uge 47, 3 gange, 5 år",
                             "010203\n1234",
                             "010203 og 1234",
                             "0102, 031234",
                             "EAN 5790000123456",
                             "920203-1234"}) {
        INFO(text);
        CHECK_FALSE(looks_like_cpr(text));
    }
}

TEST_CASE("The place of a CPR number is told in bytes", "[base]") {
    const std::string text = "æ 010203-1234!";
    const std::optional<TextRange> found = find_cpr(text);

    REQUIRE(found);
    CHECK(text.substr(found->begin, found->end - found->begin) == "010203-1234");
}
