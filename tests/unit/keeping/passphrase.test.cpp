#include "keeping/passphrase.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "support/random_case.hpp"
#include "support/shipped_content.hpp"

using namespace core;

namespace {

const std::vector<std::string>& words() { return support::shipped_content().passphrase_words; }

}  // namespace

TEST_CASE("Five words out of at least 2,048, and each word as likely as the others", "[keeping]") {
    REQUIRE(words().size() >= fewest_words);
    support::Dice dice(1);
    std::set<std::string> seen;
    std::set<std::string> first_words;
    for (int turn = 0; turn < 20'000; ++turn) {
        std::string throw_;
        for (int i = 0; i < 32; ++i) throw_ += "0123456789abcdef"[dice.roll(16)];
        const std::string passphrase = propose_passphrase(words(), throw_);
        CHECK(std::count(passphrase.begin(), passphrase.end(), ' ') == 4);
        CHECK(judge_passphrase(passphrase, {}) == PassphraseFault::none);
        CHECK(plain_passphrase(passphrase) == passphrase);
        seen.insert(passphrase);
        first_words.insert(passphrase.substr(0, passphrase.find(' ')));
    }
    CHECK(seen.size() == 20'000);
    // With 20,000 throws nearly every word comes first once.
    CHECK(first_words.size() > words().size() * 99 / 100);
    CHECK(propose_passphrase(words(), "0011").empty());
    CHECK(propose_passphrase({"hest", "ko"}, "00112233445566778899aabbccddeeff").empty());
}

TEST_CASE("What a telephone makes of a passphrase is the same passphrase", "[keeping]") {
    CHECK(plain_passphrase("Hest  bord lampe sky ÆBLE ") == "hest bord lampe sky æble");
    CHECK(plain_passphrase("") == "");
}

TEST_CASE("A passphrase that is easily guessed is refused, and told why", "[keeping]") {
    const std::vector<std::string> known{"sommer", "kommune", "mælkebøtte", ""};
    CHECK(judge_passphrase("for kort", known) == PassphraseFault::too_short);
    CHECK(judge_passphrase("æøåæøåæøåæøåæø", known) == PassphraseFault::too_short);  // 14 characters, 28 bytes
    CHECK(judge_passphrase(std::string(201, 'a') + "bcdefgh", known) == PassphraseFault::too_long);
    CHECK(judge_passphrase("1234 5678 9012 3456", known) == PassphraseFault::digits_only);
    CHECK(judge_passphrase("ababababababababab", known) == PassphraseFault::too_few_signs);
    CHECK(judge_passphrase("Sommer i kommunen", known) == PassphraseFault::known);
    CHECK(judge_passphrase("Mælkebøtte 12345", known) == PassphraseFault::known);
    CHECK(judge_passphrase("Min mormor bagte altid klejner", known) == PassphraseFault::none);
}
