#include "lineal/offline_list.hpp"

#include <catch2/catch_test_macros.hpp>

#include "lineal/files.hpp"
#include "lineal/run.hpp"
#include "lineal/seal.hpp"
#include "support/tiny_content.hpp"

using namespace tool;

namespace {

const std::string code = "(()=>{self.edition})();\n";

struct Dist {
    Dist() {
        write("index.html", "<!-- packs -->\n<!-- /packs -->\n");
        write("main.0A1B2C3D.mjs", "export {}");
        write("main.0A1B2C3D.mjs.br", "smaller");
        write("main.0A1B2C3D.mjs.gz", "smaller");
        write("sw.js", code);
        write("sw.js.gz", "smaller");
    }
    void write(const std::string& name, const std::string& bytes) {
        REQUIRE(write_file(folder.path() + "/" + name, bytes));
    }
    [[nodiscard]] std::string read(const std::string& name) const {
        return read_file(folder.path() + "/" + name).value_or("");
    }
    [[nodiscard]] std::string listed() const { return with_offline_list(folder.path(), read("sw.js")); }

    support::TemporaryFolder folder;
};

std::string name_in(const std::string& worker) { return worker.substr(0, worker.find(",\"files\"")); }

}  // namespace

TEST_CASE("The worker's list has every file with its hash, and neither twins nor itself", "[lineal]") {
    const Dist dist;
    const std::string files = R"({"./":")" + integrity_of(dist.read("index.html")) + R"(","main.0A1B2C3D.mjs":")" +
                              integrity_of("export {}") + R"("})";

    CHECK(dist.listed() == R"(self.edition={"name":"linealen-)" + short_hash(files + code, 12) + R"(","files":)" +
                               files + "};\n" + code);
}

TEST_CASE("The edition has another name exactly when a file or the worker's code is another", "[lineal]") {
    Dist dist;
    const std::string before = name_in(dist.listed());
    dist.write("main.0A1B2C3D.mjs.br", "another twin");
    CHECK(name_in(dist.listed()) == before);

    dist.write("index.html", "<!-- packs -->\n<!-- /packs --> \n");
    const std::string after = name_in(dist.listed());
    CHECK(after != before);
    dist.write("sw.js", "(()=>{})();\n");
    CHECK(name_in(dist.listed()) != after);
}

TEST_CASE("A list takes the place of the list before", "[lineal]") {
    Dist dist;
    const std::string once = dist.listed();
    dist.write("sw.js", once);

    CHECK(dist.listed() == once);
}

TEST_CASE("A municipality that packs its content gets a new edition of the worker too", "[lineal]") {
    const Dist dist;
    const support::TemporaryFolder content;
    support::write_tiny_content(content.path());

    const Outcome outcome = run({"pack", "--content", content.path(), "--into", dist.folder.path()});

    REQUIRE(outcome.exit == Exit::done);
    const std::string worker = dist.read("sw.js");
    CHECK(worker == dist.listed());
    for (const std::string& name : find_files(dist.folder.path() + "/content", ".json")) {
        CHECK(worker.find("\"content/" + name + "\":\"" + integrity_of(dist.read("content/" + name))) !=
              std::string::npos);
    }
    CHECK(dist.read("sw.js.br") == brotli(worker));
    CHECK(dist.read("sw.js.gz") == gzip(worker));
}
