#include "lineal/run.hpp"

#include <catch2/catch_test_macros.hpp>

#include "lineal/files.hpp"
#include "session/session_codec.hpp"
#include "support/shipped_content.hpp"
#include "support/tiny_content.hpp"

using namespace tool;

namespace {

const std::string content_folder = std::string(LINEALEN_ROOT) + "/content";

bool says(const std::string& words, const std::string& wanted) { return words.find(wanted) != std::string::npos; }

// A case of four years in kindergarten with one answer, as a file.
struct CaseFile {
    explicit CaseFile(bool alarm) {
        core::Case subject;
        subject.code_word = "Solsort";
        subject.age = core::AgeGroupId("age_3_5");
        subject.role = core::RoleId("kindergarten");
        for (const core::Sign& sign : support::shipped_content().signs) {
            const bool abuse = sign.alarm && sign.alarm->track.value == "abuse";
            if (sign.age != subject.age || abuse != alarm || (!alarm && sign.alarm)) continue;
            if (sign.developmental || !sign.for_roles.empty()) continue;
            core::Observation& seen = subject.observations[sign.id];
            seen.presence = core::Presence::seen;
            seen.saw = "Det skete mandag.";
            break;
        }
        REQUIRE(subject.observations.size() == 1);
        path = folder.path() + "/case.json";
        REQUIRE(write_file(path, core::write_case(support::shipped_content(), subject)));
    }
    support::TemporaryFolder folder;
    std::string path;
};

}  // namespace

TEST_CASE("Used wrongly, the tool says how it is used and answers 2", "[lineal]") {
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {},
             {"dance"},
             {"check", "a", "b"},
             {"check", "--odd"},
             {"check", "--content"},
             {"pack"},
             {"pack", "--into"},
             {"pack", "x", "--into", "y"},
             {"assess"},
             {"assess", "a", "b"},
             {"document", "a"},
             {"document", "a", "--recipient", "everyone"},
             {"document", "a", "--recipient", "own_notes", "--format", "pdf"},
             {"pathways", "--role", "teacher"},
             {"search"},
             {"search", "a", "b"},
             {"pathways", "x", "--role", "teacher", "--age", "age_6_9", "--level", "concern"}}) {
        const Outcome outcome = run(words);
        INFO((words.empty() ? std::string("(nothing)") : words.front()));
        CHECK(outcome.exit == Exit::wrong_use);
        CHECK(says(outcome.err, "Brug:\n  lineal check"));
        CHECK(outcome.out.empty());
    }
    CHECK(run({"--help"}).exit == Exit::done);
}

TEST_CASE("check tells how hard the articles are to read", "[lineal]") {
    const Outcome outcome = run({"check", content_folder});
    CHECK(outcome.exit == Exit::done);
    CHECK(says(outcome.out, " artikler, LIX "));
    CHECK(says(outcome.out, " i gennemsnit, højest "));
}

TEST_CASE("check names the fault with file, line, pointer and cure, and answers 1", "[lineal]") {
    const support::TemporaryFolder folder;
    support::write_tiny_content(folder.path());
    CHECK(run({"check", folder.path()}).exit == Exit::done);
    CHECK(says(run({"check", "--content", folder.path(), "--municipality"}).out,
               "8 tegn, 2 roller, 6 trin, version 1.0."));
    REQUIRE(write_file(folder.path() + "/lineal/settings.json", "{\n\"asks\": true}"));

    const Outcome outcome = run({"check", folder.path()});

    CHECK(outcome.exit == Exit::bad_input);
    CHECK(says(outcome.err, folder.path() + "/lineal/settings.json:2 /asks\n    Feltet »asks« kendes ikke.\n    → "));
    CHECK(run({"check", folder.path() + "/nowhere"}).exit == Exit::bad_input);
}

TEST_CASE("assess says the span with its reasons", "[lineal]") {
    const CaseFile file(false);

    const Outcome outcome = run({"assess", file.path, "--content", content_folder});

    INFO(outcome.err << outcome.out);
    REQUIRE(outcome.exit == Exit::done);
    CHECK(outcome.err.empty());
    CHECK(says(outcome.out, "\n- "));
    CHECK(says(outcome.out, "[R0"));
}

TEST_CASE("document writes each form, and refuses the parents' paper where their way is closed", "[lineal]") {
    const CaseFile file(false);
    const std::vector<std::string> ask = {"document", file.path, "--content", content_folder, "--recipient"};
    const auto with = [&](std::vector<std::string> more) {
        std::vector<std::string> words = ask;
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    };

    CHECK(says(with({"focus_team"}).out, "Det skete mandag."));
    CHECK(says(with({"focus_team", "--format", "html"}).out, "<!DOCTYPE html>"));
    CHECK(with({"focus_team", "--format", "json"}).out.front() == '{');
    CHECK(with({"parent_talk"}).exit == Exit::done);

    const CaseFile alarm(true);
    const Outcome refused = run({"document", alarm.path, "--content", content_folder, "--recipient", "parent_talk"});
    CHECK(refused.exit == Exit::bad_input);
    CHECK(says(refused.err, "vejen til forældrene er lukket"));
    CHECK(refused.out.empty());
}

TEST_CASE("A case file that cannot be read is one sentence", "[lineal]") {
    const support::TemporaryFolder folder;
    const std::string path = folder.path() + "/case.json";
    REQUIRE(write_file(path, "{\"schema\": 999}"));

    for (const std::string& wrong : {path, folder.path() + "/nowhere.json"}) {
        const Outcome outcome = run({"assess", wrong, "--content", content_folder});
        CHECK(outcome.exit == Exit::bad_input);
        CHECK(outcome.err.size() > 10);
        CHECK(outcome.out.empty());
    }
}

TEST_CASE("pathways gives the next steps of a role, an age and a level", "[lineal]") {
    const auto ask = [](const std::string& role, const std::string& age, const std::string& level) {
        return run({"pathways", "--role", role, "--age", age, "--level", level, "--content", content_folder});
    };

    const Outcome outcome = ask("teacher", "age_6_9", "great_concern");
    INFO(outcome.err);
    REQUIRE(outcome.exit == Exit::done);
    CHECK(outcome.out.substr(0, std::string("Tag stilling til underretning").size()) ==
          "Tag stilling til underretning");
    CHECK(says(ask("tacher", "age_6_9", "concern").err, "teacher"));
    CHECK(says(ask("teacher", "age_6", "concern").err, "age_6_9"));
    CHECK(says(ask("teacher", "age_6_9", "high").err, "great_concern"));
    CHECK(ask("teacher", "age_0_11m", "concern").exit == Exit::bad_input);
}

TEST_CASE("search says what answers, why, and its best sentence", "[lineal]") {
    const auto ask = [](std::vector<std::string> words) {
        words.insert(words.begin(), {"search", "--content", content_folder});
        return run(words);
    };

    const Outcome found = ask({"han vil ikke i skole", "--role", "teacher", "--age", "age_6_9"});
    REQUIRE(found.exit == Exit::done);
    CHECK(found.out.starts_with("article:school_absence  Når et barn holder op med at komme i skole\n"));
    CHECK(says(found.out, "passer næsten helt: »vil ikke i skole«"));
    CHECK(says(found.out, "skole: samme ord, i titlen"));
    CHECK(says(ask({"tavshedsplit"}).out, "ligner et ord"));
    CHECK(says(ask({"xyzzyq"}).out, "Ingenting svarer på det."));
    CHECK(ask({"skole", "--role", "nobody"}).exit == Exit::bad_input);
    CHECK(says(ask({"skole", "--age", "age_99"}).err, "Alderen findes ikke. Vælg en af: "));
}
