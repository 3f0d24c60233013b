// Any bytes at all as a content file: told what is wrong, or a content every screen can be made of; never a fall.
//
// A seed is the name of a file in a line of its own, then the file: it takes the place of that file in the tiny
// content, so that a small change is seen by every check. Without a line that names one, the bytes are a pack.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "base/require.hpp"
#include "base/text.hpp"
#include "content/check_content.hpp"
#include "content/load_content.hpp"
#include "fuzz/parts/tiny.hpp"
#include "fuzz/parts/walk.hpp"

namespace {

using namespace core;

void check_told(const Problems& problems) {
    for (const Problem& problem : problems) {
        const bool is_whole = !problem.what.empty() && !problem.cure.empty() && !problem.file.empty();
        if (!is_whole) std::printf("%s | %s | %s\n", problem.file.c_str(), problem.what.c_str(), problem.cure.c_str());
        require(is_whole, "what, where and the cure");
    }
}

// As JSON: written again to the same bytes.
Result<JsonValue> read(std::string_view bytes, const std::string& name) {
    Result<JsonValue> read = read_json(bytes, name);
    if (!read) {
        require(read.problems().size() == 1, "one reason for a file that is not JSON");
        check_told(read.problems());
        return read;
    }
    const std::string written = write_json(read.value());
    const Result<JsonValue> again = read_json(written, name);
    require(static_cast<bool>(again), "what was written can be read");
    require(write_json(again.value()) == written, "it is written alike a second time");
    return read;
}

// The tiny content with one file in the place of its own, or with one more.
const std::vector<ContentPack>& packs_with(const ContentFile& file) {
    static std::vector<ContentPack> packs = fuzz::tiny_packs();
    static ContentFile* exchanged = nullptr;
    static JsonValue before;
    static const std::size_t count = packs.back().files.size();
    if (exchanged != nullptr) exchanged->value = std::move(before);
    exchanged = nullptr;
    packs.back().files.resize(count);
    for (ContentPack& pack : packs) {
        for (ContentFile& one : pack.files) {
            if (one.name != file.name) continue;
            before = std::exchange(one.value, file.value);
            exchanged = &one;
            return packs;
        }
    }
    packs.back().files.push_back(file);
    return packs;
}

void walk(const Content& content, fuzz::Ground ground) {
    for (const Role& role : content.roles) {
        for (const AgeGroupId& age : role.ages) {
            Case subject;
            subject.role = role.id;
            subject.age = age;
            if (const AgeGroup* group = find_age(content, age)) subject.months = group->from_months;
            for (const Sign& sign : content.signs) subject.observations[sign.id].presence = Presence::seen;
            if (!content.levels.empty()) subject.judgement = Judgement{content.levels.size() - 1, "x"};
            fuzz::look_at_every_screen(content, subject, ground);
            fuzz::write_every_document(content, subject);
            return;  // the first one there is
        }
    }
}

void as_file(const ContentFile& file) {
    const std::vector<ContentPack>& packs = packs_with(file);
    Content content;
    Problems problems = read_content(packs, content);
    check_told(problems);
    const CheckReport report = check_content(content, packs, {{{"doven", "Skriv, hvad I ser."}}, false});
    // A thing whose id could not be read has no place of its own.
    if (problems.empty()) {
        check_told(report.errors);
        check_told(report.warnings);
        check_told(check_content(content, packs, {{}, true}).errors);  // as a municipality that is about to use it
        walk(content, report.errors.empty() ? fuzz::Ground::checked : fuzz::Ground::loaded);
    }

    Content late = fuzz::tiny_start();
    const std::size_t before = late.packs.size();
    const Problems added = add_pack(late, ContentPack{"late", late.version, {file}});
    require(late.packs.size() == before + (added.empty() ? 1 : 0), "a pack is added whole or not at all");
}

void as_pack(std::string_view bytes) {
    const Result<Content> content = load_start(bytes);
    if (!content) {
        require(!content.problems().empty(), "content, or why not");
        check_told(content.problems());
    }
    Content late = fuzz::tiny_start();
    check_told(add_pack(late, "guide", bytes));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto found = find_cpr(bytes)) {
        require(found->begin < found->end && found->end <= size, "a place inside the text");
    }
    contains_word(bytes, "æ");
    const std::size_t line = bytes.find('\n');
    const std::string name(bytes.substr(0, line));
    if (line == std::string_view::npos || kind_of_file(name).empty()) {
        (void)read(bytes, "fuzz.json");
        as_pack(bytes);
        return 0;
    }
    Result<JsonValue> value = read(bytes.substr(line + 1), name);
    if (value) as_file(ContentFile{name, value.take()});
    return 0;
}
