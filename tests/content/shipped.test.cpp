// What is shipped holds what was promised.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

#include "lineal/content_folder.hpp"
#include "lineal/files.hpp"
#include "lineal/report.hpp"
#include "support/shipped_content.hpp"

using namespace core;
using support::shipped_content;

namespace {

const std::string root = LINEALEN_ROOT;

std::string all_sources() {
    std::string all;
    for (const char* folder : {"/shared", "/wasm", "/tools/lineal"}) {
        for (const char* ending : {".cpp", ".hpp"}) {
            for (const std::string& name : tool::find_files(root + folder, ending)) {
                all += tool::read_file(root + folder + "/" + name).value_or("");
            }
        }
    }
    return all;
}

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

// Every key behind a »Text::« anywhere in the sources.
std::set<std::string> keys_used(const std::string& sources) {
    std::set<std::string> keys;
    const std::string mark = "Text::";
    for (std::size_t at = sources.find(mark); at != std::string::npos; at = sources.find(mark, at)) {
        at += mark.size();
        std::size_t end = at;
        while (end < sources.size() && is_name_character(sources[end])) ++end;
        keys.insert(sources.substr(at, end - at));
    }
    return keys;
}

}  // namespace

TEST_CASE("The shipped content has no problems", "[content]") {
    const tool::FolderCheck check = tool::check_folder(root + "/content", false);

    CHECK(tool::describe_problems(check.report.errors, "content").empty());
}

TEST_CASE("Only placeholders are left to the municipality", "[content]") {
    const tool::FolderCheck check = tool::check_folder(root + "/content", false);
    const tool::FolderCheck strict = tool::check_folder(root + "/content", true);

    CHECK_FALSE(check.report.warnings.empty());
    for (const Problem& warning : check.report.warnings) {
        INFO(warning.what);
        CHECK((warning.file == "guide/contacts.json" || warning.file == "lineal/settings.json"));
    }
    CHECK(strict.report.errors.size() == check.report.warnings.size());
}

TEST_CASE("There is as much as was promised", "[content]") {
    const Content& content = shipped_content();

    CHECK(content.signs.size() >= 450);
    CHECK(content.dimensions.size() == 8);
    CHECK(content.ages.size() == 7);
    CHECK(content.roles.size() >= 18);
    CHECK(content.levels.size() == 5);
    CHECK(content.protective_factors.size() >= 24);
    CHECK(content.protective_arenas.size() == 3);
    CHECK(content.reflections.size() >= 20);
    CHECK(content.tracks.size() == 9);
    CHECK(content.circumstances.size() >= 10);
    CHECK(find_page(content, "unborn") != nullptr);
}

TEST_CASE("Every sign that is an example of itself says more than itself", "[content]") {
    for (const Sign& sign : shipped_content().signs) {
        INFO(sign.id.value);
        CHECK(sign.example != sign.text);
        CHECK(sign.search_words.size() >= 2);
        CHECK(sign.text.size() <= 200);
    }
}

TEST_CASE("No two signs of one age say the same", "[content]") {
    std::map<std::string, std::string> seen;
    for (const Sign& sign : shipped_content().signs) {
        const std::string& other = seen[sign.age.value + sign.text];
        INFO(sign.id.value << " and " << other);
        CHECK(other.empty());
        seen[sign.age.value + sign.text] = sign.id.value;
    }
}

TEST_CASE("Every track is opened by some sign, and abuse at every age", "[content]") {
    const Content& content = shipped_content();
    for (const Track& track : content.tracks) {
        const bool opened = std::any_of(content.signs.begin(), content.signs.end(),
                                        [&](const Sign& sign) { return sign.alarm && sign.alarm->track == track.id; });
        INFO(track.id.value);
        CHECK(opened);
    }
    for (const AgeGroup& age : content.ages) {
        if (age.unborn) continue;
        const bool opened = std::any_of(content.signs.begin(), content.signs.end(), [&](const Sign& sign) {
            return sign.age == age.id && sign.alarm && sign.alarm->track.value == "abuse";
        });
        INFO(age.id.value);
        CHECK(opened);
    }
}

TEST_CASE("Nothing is said to be checked by a professional before one has", "[content]") {
    const Content& content = shipped_content();
    for (const Sign& sign : content.signs) CHECK(sign.review.state != ReviewState::checked);
    for (const PathwayStep& step : content.steps) CHECK(step.review.state != ReviewState::checked);
    for (const Track& track : content.tracks) CHECK(track.review.state != ReviewState::checked);
}

TEST_CASE("Every word the program has is said somewhere, and only those", "[content]") {
    const std::set<std::string> used = keys_used(all_sources());
    for (std::size_t i = 0; i < text_count; ++i) {
        const std::string key(name_of(static_cast<Text>(i)));
        INFO(key);
        CHECK(used.count(key) == 1);
    }
}
