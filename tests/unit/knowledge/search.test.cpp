#include "knowledge/search.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "base/danish_words.hpp"
#include "knowledge/said_age.hpp"
#include "support/shipped_content.hpp"

using namespace core;
using support::shipped_content;

namespace {

std::vector<Hit> ask(const std::string& text, std::size_t most = 40) {
    return search(shipped_content(), {text, nullptr, {}}, most);
}

// How the word was met in the best answer.
MatchKind best_kind(const std::string& text) {
    const std::vector<Hit> hits = ask(text);
    INFO(text);
    REQUIRE_FALSE(hits.empty());
    REQUIRE_FALSE(hits.front().reasons.empty());
    return hits.front().reasons.front().kind;
}

std::set<std::string> slugs(const std::vector<Hit>& hits) {
    std::set<std::string> found;
    for (const Hit& hit : hits) found.insert(slug_of(shipped_content(), hit.thing));
    return found;
}

}  // namespace

TEST_CASE("A word is met as it stands, by its beginning, by a slip of the finger, by its parts, by another word",
          "[knowledge]") {
    CHECK(best_kind("tavshedspligt") == MatchKind::same);
    CHECK(best_kind("tavshedspl") == MatchKind::beginning);
    CHECK(best_kind("tavshedsplikt") == MatchKind::misspelt);
    bool is_met_by_another = false;
    for (const Hit& hit : ask("indberette"))
        for (const MatchReason& reason : hit.reasons)
            is_met_by_another = is_met_by_another || reason.kind == MatchKind::alike;
    CHECK(is_met_by_another);
    CHECK(best_kind("forældresamtaleskema") == MatchKind::part);
    // The two ways to say the same find the same.
    for (const char* text : {"trivselsvurdering", "vurdering af trivsel"}) {
        const std::vector<Hit> hits = ask(text, 5);
        INFO(text);
        CHECK(slugs(hits).count("term:wellbeing_assessment") == 1);
    }
}

TEST_CASE("What the content says of a child, \"slapt\", \"stift\", is found as one says it: slap, stiv",
          "[knowledge]") {
    CHECK(slugs(ask("slap")).count("sign:a0_physical_very_floppy") == 1);
    CHECK(slugs(ask("stiv i kroppen")).count("sign:a0_physical_very_stiff") == 1);
    CHECK(slugs(ask("stift i kroppen")).count("sign:a0_physical_very_stiff") == 1);
}

TEST_CASE("Several words mean one thing together only where they stand together", "[knowledge]") {
    const auto leads_to = [](const char* text, const char* slug) { return slugs(ask(text, 3)).count(slug) == 1; };
    CHECK(leads_to("siger at hun vil dø", "article:self_harm_suicide"));
    CHECK_FALSE(leads_to("er det normalt at en på 4 år sover mere end 12 timer", "article:self_harm_suicide"));
    CHECK_FALSE(leads_to("kollega tog hårdt i barnet foran de andre", "article:self_harm_suicide"));
    CHECK_FALSE(leads_to("slår hinanden når de går hjem fra skole", "article:divorce_conflict"));
    CHECK(slug_of(shipped_content(), ask("holdt udenfor").front().thing) == "article:bullying");
}

TEST_CASE("A short word that nobody knows is no other one; which words are unknown can be told", "[knowledge]") {
    CHECK(ask("xnus").empty());  // not »knus«
    using Words = std::vector<std::string>;
    const auto unknown = [](const char* text) { return answer(shipped_content(), {text, nullptr, {}}, 5).unknown; };
    CHECK(unknown("fravær Zumba i skolen xyzzy") == Words{"Zumba", "xyzzy"});
    CHECK(unknown("tavshedsplikt i 3. klasse").empty());
    CHECK(unknown("og x").empty());  // may be being typed
    CHECK(slug_of(shipped_content(), ask("ordblindetest").front().thing) == "term:ppr");
}

TEST_CASE("A baby in the question is the child who is asked about only where no other is", "[knowledge]") {
    const auto first_sign = [](const char* text, const char* age) {
        for (const Hit& hit : search(shipped_content(), {text, nullptr, AgeGroupId{age}}, 40))
            if (hit.thing.kind == FoundKind::sign) return shipped_content().signs[hit.thing.at].age.value;
        return std::string();
    };
    CHECK(first_sign("baby græder", "") == "age_0_11m");
    CHECK(first_sign("ny baby græder", "age_3_5") == "age_3_5");
}

TEST_CASE("Letters that a foreign keyboard does not have find the same", "[knowledge]") {
    CHECK(slugs(ask("børnehave")) == slugs(ask("boernehave")));
    CHECK(slugs(ask("SKOLEFRAVÆR")) == slugs(ask("skolefravaer")));
}

TEST_CASE("Nothing is found where nothing fits or nothing was asked, and never more than was wanted", "[knowledge]") {
    CHECK(ask("").empty());
    CHECK(ask("  !? ").empty());
    CHECK(ask("xyzzyq").empty());
    CHECK(ask("barn", 0).empty());
    CHECK(ask("barn", 3).size() == 3);
}

TEST_CASE("The best comes first, each with a reason, none twice", "[knowledge]") {
    for (const char* text : {"han slår de andre", "må jeg ringe til sundhedsplejersken", "barn", "fravær"}) {
        INFO(text);
        const std::vector<Hit> hits = ask(text);
        REQUIRE_FALSE(hits.empty());
        CHECK(slugs(hits).size() == hits.size());
        for (std::size_t at = 0; at < hits.size(); ++at) {
            CHECK((!hits[at].reasons.empty() || hits[at].phrase != nullptr));
            if (at > 0) CHECK(hits[at - 1].score >= hits[at].score);
        }
    }
}

TEST_CASE("Role and age lift what is theirs, and leave the rest", "[knowledge]") {
    const Content& content = shipped_content();
    const Role* teacher = find_role(content, RoleId{"teacher"});
    REQUIRE(teacher != nullptr);
    const auto place_of_age = [&](const std::vector<Hit>& hits, const char* age) {
        for (std::size_t at = 0; at < hits.size(); ++at) {
            const Findable& thing = hits[at].thing;
            if (thing.kind == FoundKind::sign && content.signs[thing.at].age.value == age) return at;
        }
        return hits.size();
    };
    const std::vector<Hit> young = search(content, {"ked af det", teacher, AgeGroupId{"age_6_9"}}, 500);
    const std::vector<Hit> old = search(content, {"ked af det", teacher, AgeGroupId{"age_15_17"}}, 500);
    CHECK(place_of_age(young, "age_6_9") < place_of_age(young, "age_15_17"));
    CHECK(place_of_age(old, "age_15_17") < place_of_age(old, "age_6_9"));
    // By its score, for it may be the first for both.
    const auto score_of_article = [&](const char* role, const char* slug) {
        for (const Hit& hit : search(content, {"mor og spædbarn", find_role(content, RoleId{role}), {}}, 500))
            if (slug_of(content, hit.thing) == slug) return hit.score;
        return 0.0F;
    };
    CHECK(score_of_article("teacher", "article:adbb") > 0);
    CHECK(score_of_article("health_visitor", "article:adbb") > score_of_article("teacher", "article:adbb"));
    // What is for no age is there whoever asks.
    const std::set<std::string> plain = slugs(search(content, {"tavshedspligt", nullptr, {}}, 500));
    const std::set<std::string> lifted = slugs(search(content, {"tavshedspligt", teacher, AgeGroupId{"age_6_9"}}, 500));
    CHECK(plain.count("article:confidentiality_sharing") == 1);
    CHECK(lifted.count("article:confidentiality_sharing") == 1);
}

TEST_CASE("A snippet is a sentence of the thing with the words marked in it", "[knowledge]") {
    const std::vector<Hit> hits = ask("tavshedspligt");
    REQUIRE_FALSE(hits.empty());
    for (const std::size_t longest : {60UL, 160UL, 400UL}) {
        const Snippet snippet = make_snippet(shipped_content(), hits.front(), longest);
        INFO(snippet.text);
        CHECK_FALSE(snippet.text.empty());
        std::size_t last = 0;
        for (const TextRange& mark : snippet.marked) {
            REQUIRE(mark.begin >= last);
            REQUIRE(mark.end > mark.begin);
            REQUIRE(mark.end <= snippet.text.size());
            last = mark.end;
        }
    }
    CHECK_FALSE(make_snippet(shipped_content(), hits.front(), 160).marked.empty());
}

TEST_CASE("In a snippet the other forms of a word are marked too, whole", "[knowledge]") {
    DanishStemmer stemmer;
    std::set<std::string> marked;
    for (const char* question : {"underretning", "forældre", "bekymring", "søvn"}) {
        for (const Hit& hit : ask(question)) {
            const Snippet snippet = make_snippet(shipped_content(), hit, 400);
            for (const DanishWord& word : split_words(snippet.text)) {
                const bool is_found = stemmer.stem(word.folded) == stemmer.stem(fold_danish(question));
                const bool is_marked = std::any_of(
                    snippet.marked.begin(), snippet.marked.end(),
                    [&](const TextRange& mark) { return mark.begin == word.begin && mark.end == word.end; });
                INFO(question << ": " << snippet.text);
                if (is_found) CHECK(is_marked);
                if (is_found) marked.insert(word.folded);
            }
        }
    }
    CHECK(marked.size() > 8);
    CHECK(marked.count("underretningen") == 1);
}

TEST_CASE("Whatever is typed is answered, half letters too", "[knowledge]") {
    const std::string words = "må jeg ringe til sundhedsplejersken når forældrene siger nej";
    for (std::size_t end = 0; end <= words.size(); ++end) {
        for (const Hit& hit : ask(words.substr(0, end))) CHECK(hit.score > 0);
    }
    CHECK(ask(std::string(5000, 'a')).size() < 40);
}

TEST_CASE("An age in the question lifts what is for it, and is no word to look for", "[knowledge]") {
    const auto months = [](const char* text) {
        const std::optional<SaidAge> age = find_said_age(split_words(text));
        return age ? age->months : -1;
    };
    CHECK(months("2 årig går ikke endnu") == 24);
    CHECK(months("14årig drikker") == 168);
    CHECK(months("pige på 4 år siger") == 48);
    CHECK(months("baby 7 mdr kigger væk") == 7);
    CHECK(months("6 uger gammel græder") == 1);
    CHECK(months("ensom pige i 6. klasse") == 144);
    CHECK(months("8.b mobber") == 168);
    CHECK(months("ballade i 7. kl") == 156);
    CHECK(months("elev i 1.g") == -1);
    CHECK(months("tal i 2 års alderen") == 24);
    CHECK(months("flyttede for 2 år siden") == -1);
    CHECK(months("elev 3 gange for sent") == -1);
    CHECK(months("taler babysprog") == -1);
    CHECK(months("dreng 14 hænger ud") == 168);
    CHECK(months("mit nummer er 14") == -1);
    CHECK(months("baby græder hele tiden") == 0);
    CHECK(months("baby") == 0);
    CHECK(months("har været væk i 3 uger") == -1);
    CHECK(months("ked af det de sidste 2 måneder") == -1);
    CHECK(months("svar inden 24 timer") == -1);
    CHECK(months("ring 112") == -1);
    CHECK(months("min mor på 45 år") == -1);
    CHECK(months("4 år") == -1);

    const std::vector<Hit> hits = search(shipped_content(), {"4 år ked af det", nullptr, AgeGroupId{"age_15_17"}}, 200);
    REQUIRE_FALSE(hits.empty());
    std::vector<std::string> ages;
    for (const Hit& hit : hits)
        if (hit.thing.kind == FoundKind::sign) ages.push_back(shipped_content().signs[hit.thing.at].age.value);
    REQUIRE_FALSE(ages.empty());
    CHECK(ages.front() == "age_3_5");
}
