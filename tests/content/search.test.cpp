// How well the search answers what staff really type: search_questions.json.
//
// A share of the questions was written by somebody who had not seen the ranking, and is reported apart: it tells
// whether the ranking was fitted to the others. docs/search.md has the figures.

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "base/json_fields.hpp"
#include "knowledge/search.hpp"
#include "lineal/files.hpp"
#include "support/reached.hpp"
#include "support/shipped_content.hpp"

namespace {

struct Question {
    core::SearchQuestion asked;
    std::vector<std::string> right;
    std::size_t written = 0;  // one of when_written
    std::size_t place = 0;    // of the first right answer, from 1; 0: not among the first ten
    std::vector<std::string> found;
};

constexpr std::size_t looked_at = 10;
// Before there was a ranking; later, by somebody who had not seen it, and nothing was tuned to either; used for tuning.
const std::vector<std::string_view> when_written{"before", "apart", "after"};

std::vector<Question> ask_all() {
    const core::Content& content = support::shipped_content();
    const std::string path = std::string(LINEALEN_ROOT) + "/tests/content/search_questions.json";
    const core::Result<core::JsonValue> json = core::read_json(tool::read_file(path).value_or(""), path);
    REQUIRE(static_cast<bool>(json));
    core::JsonReport report{path, &json.value(), {}};
    std::vector<Question> questions;
    {
        core::JsonFields file(json.value(), report);
        for (const core::JsonValue& one : file.list("queries")) {
            core::JsonFields fields(one, report);
            Question question;
            question.asked.text = fields.text("query");
            question.asked.role = core::find_role(content, core::RoleId(fields.text_or_empty("role")));
            question.asked.age = core::AgeGroupId(fields.text_or_empty("age"));
            question.right = fields.texts("right");
            question.written = fields.choice("written", when_written);
            questions.push_back(std::move(question));
        }
    }
    REQUIRE(report.problems.empty());
    for (Question& question : questions) {
        for (const core::Hit& hit : core::search(content, question.asked, looked_at))
            question.found.push_back(core::slug_of(content, hit.thing));
        for (std::size_t at = question.found.size(); at-- > 0;) {
            const bool is_right =
                std::find(question.right.begin(), question.right.end(), question.found[at]) != question.right.end();
            if (is_right) question.place = at + 1;
        }
    }
    return questions;
}

struct Quality {
    double questions = 0;
    double among_three = 0;
    double reciprocal = 0;  // sum of 1 / place

    void count(const Question& question) {
        ++questions;
        if (question.place >= 1 && question.place <= 3) ++among_three;
        if (question.place > 0) reciprocal += 1 / static_cast<double>(question.place);
    }
    double share() const { return among_three / questions; }
    double mrr() const { return reciprocal / questions; }
    std::string told() const {
        std::array<char, 80> line{};
        std::snprintf(line.data(), line.size(), "%.0f questions: %.1f %% in the top 3, MRR %.2f", questions,
                      100 * share(), mrr());
        return line.data();
    }
};

std::string told(const Question& question) {
    std::string line = std::string(when_written[question.written]) + " " + std::to_string(question.place) + "  \"" +
                       question.asked.text + "\"\n    right:";
    for (const std::string& one : question.right) line += " " + one;
    line += "\n    found:";
    for (std::size_t at = 0; at < std::min<std::size_t>(question.found.size(), 4); ++at)
        line += " " + question.found[at];
    return line + "\n";
}

TEST_CASE("What staff type finds what they need", "[content]") {
    Quality all;
    Quality before;
    Quality untuned;
    std::string missed;
    for (const Question& question : ask_all()) {
        all.count(question);
        if (question.written == 0) before.count(question);
        if (question.written < 2) untuned.count(question);
        if (question.place == 0 || question.place > 3) missed += told(question);
    }
    INFO(missed);

    CHECK(all.questions >= 150);
    CHECK(before.questions >= 75);
    CHECK(before.share() >= 0.88);
    CHECK(untuned.questions >= 150);
    CHECK(all.share() >= 0.93);
    CHECK(all.mrr() >= 0.85);
    CHECK(untuned.share() >= 0.87);  // apart, as a sign of a ranking fitted to the others
    CHECK(untuned.mrr() >= 0.8);
    support::reached("S1", "all", all.told());
    support::reached("S1", "before there was a ranking", before.told());
    support::reached("S1", "nothing tuned to them", untuned.told());
}

TEST_CASE("Every right answer of the questions is something that can be found", "[content]") {
    const core::Content& content = support::shipped_content();
    std::vector<std::string> slugs;
    for (const core::Findable& thing : content.index.things) slugs.push_back(core::slug_of(content, thing));
    std::sort(slugs.begin(), slugs.end());

    for (const Question& question : ask_all()) {
        INFO(question.asked.text);
        CHECK_FALSE(question.right.empty());
        for (const std::string& right : question.right) {
            INFO(right);
            CHECK(std::binary_search(slugs.begin(), slugs.end(), right));
        }
    }
}

}  // namespace
