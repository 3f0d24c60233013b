// Every way to break content that we know of, with the exact words for it.
// A case: what to change in the tiny content, and what `lineal check` says.

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "lineal/content_folder.hpp"
#include "lineal/report.hpp"
#include "support/reached.hpp"
#include "support/tiny_content.hpp"

using namespace support;

namespace {

std::string words_of(const core::Problem& problem) { return tool::describe_problems({problem}, {}); }

std::string without_folder(std::string text, const std::string& folder) {
    for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder, at)) {
        text.replace(at, folder.size(), "MAPPE");
    }
    return text;
}

}  // namespace

TEST_CASE("The tiny content has no problems at all", "[content]") {
    const TemporaryFolder folder;
    write_tiny_content(folder.path());

    const tool::FolderCheck check = tool::check_folder(folder.path(), true);

    CHECK(tool::describe_problems(check.report.errors, {}).empty());
    CHECK(check.report.warnings.empty());
    CHECK(check.content.signs.size() == 8);
}

// F5 of safekeeping.md
TEST_CASE("Each way to break content is told in its own exact words", "[content]") {
    const std::vector<BrokenCase> cases = read_broken_cases();
    REQUIRE(cases.size() >= 50);
    for (const BrokenCase& broken : cases) {
        INFO(broken.name << ": " << broken.about);
        const TemporaryFolder folder;
        write_tiny_content(folder.path());
        REQUIRE(break_content(folder.path(), broken));

        const tool::FolderCheck check = tool::check_folder(folder.path(), broken.municipality);

        const std::string told = without_folder(tool::describe_problems(check.report.errors, {}), folder.path());
        REQUIRE_FALSE(broken.expected.empty());
        REQUIRE(told == broken.expected);
        for (const core::Problem& problem : check.report.errors) {
            INFO(words_of(problem));
            CHECK_FALSE(problem.what.empty());
            CHECK_FALSE(problem.cure.empty());
            CHECK_FALSE(problem.file.empty());
        }
    }
    support::reached("F5", "native",
                     std::to_string(cases.size()) + " ways to break content, each refused in its own words");
}

TEST_CASE("Words that mean the same and stand nowhere are told of", "[content]") {
    const auto warnings_with = [](const std::string& words) {
        const TemporaryFolder folder;
        write_tiny_content(folder.path());
        const std::string text = "{\"little_words\": [\"jeg\"], \"alike\": [{\"words\": [" + words + "]}]}";
        std::ofstream(folder.path() + "/knowledge/words.json") << text;
        return without_folder(tool::describe_problems(tool::check_folder(folder.path(), false).report.warnings, {}),
                              folder.path());
    };
    CHECK(warnings_with(R"("xyzzy", "leger")").empty());
    CHECK(warnings_with(R"("xyzzy", "leger ikke")") ==
          "knowledge/words.json:1\n"
          "    Gruppen med »xyzzy« fører ingen steder hen: Ingen tekst bruger et af dens enkelte ord.\n"
          "    → Skriv et ord med, som teksterne bruger, eller tag gruppen ud.\n");
}
