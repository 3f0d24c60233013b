#include "content/load_content.hpp"

#include <catch2/catch_test_macros.hpp>

#include "lineal/content_folder.hpp"
#include "lineal/pack_content.hpp"
#include "support/tiny_content.hpp"

using namespace core;

namespace {

std::vector<tool::PackedFile> tiny_packs() {
    const support::TemporaryFolder folder;
    support::write_tiny_content(folder.path());
    return tool::pack_files(tool::read_folder(folder.path()).take());
}

std::string bytes_of(const std::vector<tool::PackedFile>& packs, const std::string& name) {
    for (const tool::PackedFile& pack : packs) {
        if (pack.pack == name) return pack.bytes;
    }
    return {};
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("The start pack alone is enough for the first screens", "[content]") {
    const Result<Content> content = load_start(bytes_of(tiny_packs(), "start"));

    REQUIRE(content);
    CHECK(content.value().ages.size() == 3);
    CHECK(content.value().roles.size() == 2);
    CHECK(content.value().levels.size() == 3);
    CHECK(content.value().signs.empty());
    CHECK(content.value().version == "1.0");
    CHECK(has_pack(content.value(), "start"));
    CHECK_FALSE(has_pack(content.value(), "age_small"));
}

TEST_CASE("Later packs add their signs, each once", "[content]") {
    const std::vector<tool::PackedFile> packs = tiny_packs();
    Content content = load_start(bytes_of(packs, "start")).take();

    CHECK(add_pack(content, "age_small", bytes_of(packs, "age_small")).empty());
    CHECK(add_pack(content, "age_small", bytes_of(packs, "age_small")).empty());
    CHECK(content.signs.size() == 4);
    CHECK(add_pack(content, "guide", bytes_of(packs, "guide")).empty());
    CHECK(content.steps.size() == 6);
    CHECK(content.packs == std::vector<std::string>{"start", "age_small", "guide"});
}

TEST_CASE("A pack with a fault leaves the content as it was", "[content]") {
    const std::vector<tool::PackedFile> packs = tiny_packs();
    Content content = load_start(bytes_of(packs, "start")).take();
    const std::string pack = bytes_of(packs, "age_small");

    CHECK_FALSE(add_pack(content, "age_small", pack.substr(0, pack.size() / 2)).empty());
    CHECK_FALSE(add_pack(content, "age_small", replaced(pack, "\"weight\":\"clear\"", "\"weight\":\"heavy\"")).empty());
    CHECK_FALSE(add_pack(content, "age_big", pack).empty());
    CHECK_FALSE(add_pack(content, "age_small", "").empty());
    CHECK(content.signs.empty());
    CHECK(content.packs.size() == 1);
}

TEST_CASE("A pack of another version is refused with a way out", "[content]") {
    const std::vector<tool::PackedFile> packs = tiny_packs();
    Content content = load_start(bytes_of(packs, "start")).take();
    const std::string pack = replaced(bytes_of(packs, "age_small"), "\"version\":\"1.0\"", "\"version\":\"2.0\"");

    const Problems problems = add_pack(content, "age_small", pack);

    REQUIRE(problems.size() == 1);
    CHECK(problems[0].what == "Pakken hører til version 2.0, men resten er version 1.0.");
    CHECK(problems[0].cure == "Pak alt igen med »lineal pack«.");
    CHECK(content.signs.empty());
}

TEST_CASE("A later pack cannot change the ground", "[content]") {
    const std::vector<tool::PackedFile> packs = tiny_packs();
    Content content = load_start(bytes_of(packs, "start")).take();
    const std::string pack = R"({"pack":"extra","version":"1.0","files":{"lineal/levels.json":{"levels":[]}}})";

    const Problems problems = add_pack(content, "extra", pack);

    REQUIRE(problems.size() == 1);
    CHECK(problems[0].what == "Filen hører til i pakken »start«.");
    CHECK(content.levels.size() == 3);
}

TEST_CASE("A start pack cut short anywhere is refused, never half loaded", "[content]") {
    const std::string pack = bytes_of(tiny_packs(), "start");
    for (std::size_t length = 0; length < pack.size(); length += 97) {
        CHECK_FALSE(load_start(pack.substr(0, length)));
    }
    CHECK(load_start(pack));
}

TEST_CASE("The rules' fingerprint follows the rules and nothing else", "[content]") {
    const std::string pack = bytes_of(tiny_packs(), "start");
    const std::string other_level = replaced(pack, "\"Noget må ændres.\"", "\"Noget skal ændres.\"");
    const std::string other_rule = replaced(pack, "\"id\":\"R01\"", "\"id\":\"R99\"");

    const std::string hash = load_start(pack).take().rules_hash;
    CHECK(hash.size() == 16);
    CHECK(load_start(other_level).take().rules_hash == hash);
    CHECK(load_start(other_rule).take().rules_hash != hash);
}

TEST_CASE("Packs and the folder they were made from hold the same", "[content]") {
    const support::TemporaryFolder folder;
    support::write_tiny_content(folder.path());
    const std::vector<tool::PackedFile> packs = tool::pack_files(tool::read_folder(folder.path()).take());
    const Content from_folder = tool::load_folder(folder.path()).take();

    REQUIRE(packs.front().pack == "front");
    Content from_packs = load_start(packs.front().bytes).take();
    for (const tool::PackedFile& pack : packs) CHECK(add_pack(from_packs, pack.pack, pack.bytes).empty());

    CHECK(from_packs.rules_hash == from_folder.rules_hash);
    REQUIRE(from_packs.signs.size() == from_folder.signs.size());
    for (std::size_t i = 0; i < from_packs.signs.size(); ++i) {
        CHECK(from_packs.signs[i].id == from_folder.signs[i].id);
        CHECK(from_packs.signs[i].text == from_folder.signs[i].text);
    }
    CHECK(from_packs.steps.size() == from_folder.steps.size());
}

TEST_CASE("A file's name tells its kind", "[content]") {
    CHECK(kind_of_file("lineal/signs/age_3_5/mental.json") == "lineal/signs");
    CHECK(kind_of_file("guide/steps.json") == "guide/steps");
    CHECK(kind_of_file("guide/steps_abuse.json") == "guide/steps");
    CHECK(kind_of_file("texts.da.json") == "texts");
    CHECK(kind_of_file("lineal/signsx.json").empty());
    CHECK(kind_of_file("lineal/signs").empty());
}
