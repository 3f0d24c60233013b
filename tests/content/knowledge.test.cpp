// What the videnssamling holds, as it is shipped.

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "lineal/content_folder.hpp"
#include "support/shipped_content.hpp"

using namespace core;
using support::shipped_content;

TEST_CASE("At least 60 articles of 250 to 700 words, plain on the whole", "[content]") {
    const Knowledge& knowledge = shipped_content().knowledge;
    REQUIRE(knowledge.articles.size() >= 60);
    double sum = 0;
    for (const Article& article : knowledge.articles) {
        INFO(article.id.value);
        const Readability readability = readability_of(article);
        CHECK(readability.words >= 250);
        CHECK(readability.words <= 700);
        CHECK(readability.lix > 10);
        CHECK(readability.lix <= 40);
        CHECK_FALSE(article.everyday.empty());
        CHECK(article.articles.size() >= 2);
        sum += readability.lix;
    }
    CHECK(sum / static_cast<double>(knowledge.articles.size()) <= 40);
}

TEST_CASE("At least 100 terms and every meeting of the guide", "[content]") {
    const Knowledge& knowledge = shipped_content().knowledge;
    CHECK(knowledge.terms.size() >= 100);
    for (const char* id :
         {"focus_team", "resource_team", "dialogue_meeting", "focus_meeting", "continuity_meeting", "network_meeting",
          "transition_home_daycare", "transition_daycare_kindergarten", "transition_kindergarten_school",
          "external_consultation", "notification", "abuse_preparedness"}) {
        INFO(id);
        const MeetingGuide* meeting = find_meeting(knowledge, MeetingId{id});
        REQUIRE(meeting != nullptr);
        CHECK_FALSE(meeting->agenda.empty());
        CHECK_FALSE(meeting->purpose.empty());
        CHECK_FALSE(meeting->parents.empty());
        CHECK_FALSE(meeting->child.empty());
    }
}

TEST_CASE("Nothing of the videnssamling calls itself checked by a professional", "[content]") {
    const Knowledge& knowledge = shipped_content().knowledge;
    for (const Article& article : knowledge.articles) CHECK(article.review.state != ReviewState::checked);
    for (const MeetingGuide& meeting : knowledge.meetings) CHECK(meeting.review.state != ReviewState::checked);
    for (const Term& term : knowledge.terms) CHECK(term.review.state != ReviewState::checked);
}

TEST_CASE("Each topic has articles", "[content]") {
    const Knowledge& knowledge = shipped_content().knowledge;
    std::set<std::string> used;
    for (const Article& article : knowledge.articles) used.insert(article.topic.value);
    REQUIRE_FALSE(knowledge.topics.empty());
    for (const Topic& topic : knowledge.topics) CHECK(used.count(topic.id.value) == 1);
}

TEST_CASE("LIX counts words, sentences and long words as Björnsson does", "[content]") {
    Article article;
    ArticleBlock block;
    block.text = "Barnet sover. Det er en almindelig eftermiddag, og klokken er 14!";  // 11 words, 2 sentences, 3 long
    article.blocks.push_back(block);
    const Readability readability = readability_of(article);
    CHECK(readability.words == 11);
    CHECK(readability.lix > 32.7);  // 11 / 2 + 100 * 3 / 11
    CHECK(readability.lix < 32.8);
    block.text = "Uden punktum";  // a heading is a sentence of its own
    article.blocks.push_back(block);
    CHECK(readability_of(article).words == 13);
    CHECK(readability_of(Article{}).words == 0);
}
