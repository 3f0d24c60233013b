#include "base/danish_words.hpp"

#include <catch2/catch_test_macros.hpp>
#include <utility>

using namespace core;

TEST_CASE("Danish words are folded to small letters that can be typed anywhere", "[base]") {
    const std::pair<const char*, const char*> pairs[] = {
        {"Børn", "boern"}, {"boern", "boern"}, {"ÆRLIG", "aerlig"}, {"Århus", "aarhus"}, {"idé", "ide"},
        {"allé", "alle"},  {"PPR", "ppr"},     {"§ 133", "133"},    {"»nej«", "nej"},    {"", ""},
    };
    for (const auto& [written, folded] : pairs) {
        INFO(written);
        CHECK(fold_danish(written) == folded);
    }
}

TEST_CASE("A text is parted into its words, and each knows where it stands", "[base]") {
    const std::string text = "Far-mor græd: »nej, ikke nu!« 3½ år";
    std::vector<std::string> folded;
    std::size_t last = 0;
    for (const DanishWord& word : split_words(text)) {
        folded.push_back(word.folded);
        REQUIRE(word.begin >= last);
        REQUIRE(word.end > word.begin);
        REQUIRE(word.end <= text.size());
        CHECK(fold_danish(text.substr(word.begin, word.end - word.begin)) == word.folded);
        last = word.end;
    }
    REQUIRE(folded.size() >= 8);
    CHECK(folded[0] == "far");
    CHECK(folded[1] == "mor");
    CHECK(folded[2] == "graed");
    CHECK(folded.back() == "aar");
    CHECK(split_words("").empty());
    CHECK(split_words(" – … !").empty());
}

TEST_CASE("Bytes that are no letters stop nothing", "[base]") {
    CHECK(fold_danish("b\xC3rn\xFF") == "brn");
    CHECK(split_words("\xC3").empty());
}

TEST_CASE("The forms of a word have one stem, and other words another", "[base]") {
    DanishStemmer stemmer;
    const auto stem = [&stemmer](const char* word) { return stemmer.stem(fold_danish(word)); };
    for (const char* form : {"bekymringen", "bekymringer", "bekymringerne", "bekymrings"}) {
        INFO(form);
        CHECK(stem(form) == stem("bekymring"));
    }
    CHECK(stem("forældrenes") == stem("forældre"));
    CHECK(stem("underretninger") == stem("underretning"));
    CHECK(stem("underretning") != stem("undervisning"));
    CHECK(stem("barn") != stem("bar"));
}

TEST_CASE("A word begins with its stem, whatever it is", "[base]") {
    DanishStemmer stemmer;
    std::size_t shorter = 0;
    for (const char* end : {"", "e", "en", "erne", "s", "t", "lig", "ligst", "igste", "elser", "hederne", "løst"}) {
        for (const std::string begin : {"bekymr", "bagg", "løs", "bedst", "ro", "a", "tt", "hjemmel"}) {
            const std::string word = fold_danish(begin + end);
            const std::string stem = stemmer.stem(word);
            INFO(word << " -> " << stem);
            CHECK(word.compare(0, stem.size(), stem) == 0);
            if (stem.size() < word.size()) ++shorter;
        }
    }
    CHECK(shorter > 40);
}

TEST_CASE("How far words are apart counts letters, and a swap of neighbours once", "[base]") {
    CHECK(letters_apart("tavshed", "tavshed", 2) == 0);
    CHECK(letters_apart("tavshed", "tavsehd", 2) == 1);
    CHECK(letters_apart("tavshed", "tavshet", 2) == 1);
    CHECK(letters_apart("tavshed", "tavshedd", 2) == 1);
    CHECK(letters_apart("tavshed", "tavsed", 2) == 1);
    CHECK(letters_apart("tavshed", "tafsed", 2) == 2);
    CHECK(letters_apart("tavshed", "trivsel", 2) == 3);  // more than was asked for
    CHECK(letters_apart("", "ab", 2) == 2);
}
