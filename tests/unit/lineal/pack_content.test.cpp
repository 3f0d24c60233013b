#include "lineal/pack_content.hpp"

#include <catch2/catch_test_macros.hpp>

#include "lineal/files.hpp"
#include "lineal/run.hpp"
#include "lineal/seal.hpp"
#include "support/tiny_content.hpp"

using namespace tool;

namespace {

const std::string page = "<html><head>\n<!-- packs -->\n<link data-pack=\"old\">\n<!-- /packs -->\n</head></html>\n";

struct Packed {
    Packed() {
        support::write_tiny_content(content.path());
        REQUIRE(write_file(dist.path() + "/index.html", page));
    }
    Outcome pack() { return run({"pack", "--content", content.path(), "--into", dist.path()}); }
    [[nodiscard]] std::string index() const { return read_file(dist.path() + "/index.html").value_or(""); }

    support::TemporaryFolder content;
    support::TemporaryFolder dist;
};

}  // namespace

TEST_CASE("Packing writes each pack with its compressed forms and links it", "[lineal]") {
    Packed packed;
    const Outcome outcome = packed.pack();
    INFO(outcome.err);
    REQUIRE(outcome.exit == Exit::done);

    const std::vector<std::string> files = find_files(packed.dist.path() + "/content", "");
    CHECK(files.size() == 6 * 3);
    const std::string index = packed.index();
    CHECK(index.find("data-pack=\"old\"") == std::string::npos);
    for (const std::string& name : find_files(packed.dist.path() + "/content", ".json")) {
        const std::string bytes = read_file(packed.dist.path() + "/content/" + name).value_or("");
        const std::string pack = name.substr(0, name.find('.'));
        CHECK(name == pack + "." + short_hash(bytes, 8) + ".json");
        CHECK(bytes.find("\n") == std::string::npos);
        CHECK(index.find("<link data-pack=\"" + pack + "\" href=\"content/" + name + "\" data-integrity=\"" +
                         integrity_of(bytes) + "\">") != std::string::npos);
    }
    CHECK(index.find("<link rel=\"preload\" as=\"fetch\" crossorigin=\"anonymous\" href=\"content/front.") !=
          std::string::npos);
    CHECK(index.find("rel=\"preload\"") == index.rfind("rel=\"preload\""));
    CHECK(read_file(packed.dist.path() + "/index.html.br") == brotli(index));
    CHECK(read_file(packed.dist.path() + "/index.html.gz") == gzip(index));
}

TEST_CASE("Packing again changes nothing; changed content replaces only its pack", "[lineal]") {
    Packed packed;
    REQUIRE(packed.pack().exit == Exit::done);
    const std::vector<std::string> before = find_files(packed.dist.path() + "/content", ".json");
    const std::string index = packed.index();
    REQUIRE(packed.pack().exit == Exit::done);
    CHECK(find_files(packed.dist.path() + "/content", ".json") == before);
    CHECK(packed.index() == index);

    const std::string path = packed.content.path() + "/lineal/signs/age_small/mental.json";
    std::string words = read_file(path).value_or("");
    const std::size_t at = words.find("En træt dag.");
    REQUIRE(at != std::string::npos);
    words.replace(at, std::string("En træt dag.").size(), "En stille dag.");
    REQUIRE(write_file(path, words));
    REQUIRE(packed.pack().exit == Exit::done);

    const std::vector<std::string> after = find_files(packed.dist.path() + "/content", ".json");
    REQUIRE(after.size() == before.size());
    std::size_t changed = 0;
    for (std::size_t i = 0; i < after.size(); ++i) changed += after[i] == before[i] ? 0u : 1u;
    CHECK(changed == 1);
    CHECK(packed.index() != index);
}

TEST_CASE("Content with problems is not packed, and the old stays", "[lineal]") {
    Packed packed;
    REQUIRE(packed.pack().exit == Exit::done);
    const std::string index = packed.index();
    REQUIRE(write_file(packed.content.path() + "/lineal/levels.json", "{"));

    const Outcome outcome = packed.pack();

    CHECK(outcome.exit == Exit::bad_input);
    CHECK(outcome.err.find("Intet er pakket; siden viser stadig det gamle indhold.") != std::string::npos);
    CHECK(packed.index() == index);
    CHECK(find_files(packed.dist.path() + "/content", ".json").size() == 6);
}

TEST_CASE("A page without marks, or no page, is one sentence", "[lineal]") {
    Packed packed;
    REQUIRE(write_file(packed.dist.path() + "/index.html", "<html></html>"));
    Outcome outcome = packed.pack();
    CHECK(outcome.exit == Exit::bad_input);
    CHECK(outcome.err.find("Siden har ikke mærkerne") != std::string::npos);

    outcome = run({"pack", "--content", packed.content.path(), "--into", packed.dist.path() + "/nowhere"});
    CHECK(outcome.exit == Exit::bad_input);
    CHECK(outcome.err.find("Siden findes ikke i") != std::string::npos);
}

TEST_CASE("Hashes are those the web knows", "[lineal]") {
    CHECK(short_hash("abc", 8) == "ba7816bf");
    CHECK(integrity_of("abc") == "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn");
}
