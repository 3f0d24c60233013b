// Writes inputs to begin with for the targets that read JSON: each file of the tiny content and a whole case of it, with each
// of its fields left out or of another kind or value; each file that a broken case changes; and what no reader takes.
//
//     write_seeds FOLDER        FOLDER/TARGET/seeds/…
//
// So a new check is reached from the day it has its field or its broken case.

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "content/load_content.hpp"
#include "lineal/files.hpp"
#include "support/tiny_content.hpp"

namespace {

namespace disk = std::filesystem;

// A seed is the name of the file in a line of its own, then the file. One that a case deletes gives none.
void keep(const std::string& content, const std::string& name, const std::string& path) {
    const auto bytes = tool::read_file(content + "/" + name);
    if (bytes && !tool::write_file(path, name + "\n" + *bytes)) throw std::runtime_error("not written: " + path);
}

std::string seed_name(std::string name) {
    for (char& letter : name) {
        if (letter == '/') letter = '-';
    }
    return name;
}

core::JsonValue text_value(const std::string& key, const char* text) {
    core::JsonValue value;
    value.key = key;
    value.kind = core::JsonKind::text;
    value.text = text;
    return value;
}

// What can stand in the place of a value: another kind; of a number others that may not fit; of a text an id nobody has,
// one that is none, and prose with every fault; of a list none of it, and its first twice.
std::vector<core::JsonValue> others_than(const core::JsonValue& value) {
    using core::JsonKind;
    std::vector<core::JsonValue> others;
    core::JsonValue other = text_value(value.key, "-1");
    if (value.kind == JsonKind::text) {
        for (const char* text : {"gone", "Ikke et id.", " to  \"ord\" {} 010190-1234 \xC3\x83"})
            others.push_back(text_value(value.key, text));
        other.kind = JsonKind::list;
    }
    others.push_back(std::move(other));
    if (value.kind == JsonKind::number) {
        for (const double number : {999'999'999.0, -1.0, 0.0, 0.5}) {
            core::JsonValue changed = value;
            changed.number = number;
            changed.whole = number != 0.5;
            changed.text = number == 0.5 ? "0.5" : "";
            others.push_back(std::move(changed));
        }
    }
    if (value.kind == JsonKind::list && !value.items.empty()) {
        core::JsonValue none = value, twice = value;
        none.items.clear();
        twice.items.push_back(value.items.front());
        others.push_back(std::move(none));
        others.push_back(std::move(twice));
    }
    return others;
}

// Of a list, the first item stands for all of its kind.
std::vector<std::size_t> chosen_items(const core::JsonValue& value) {
    std::vector<std::size_t> chosen;
    std::set<std::string> met;
    for (std::size_t at = 0; at < value.items.size(); ++at) {
        const core::JsonValue* kind = core::find_member(value.items[at], "kind");
        const std::string name = kind == nullptr ? std::string{} : kind->text;
        if (value.kind != core::JsonKind::list || met.insert(name).second) chosen.push_back(at);
    }
    return chosen;
}

// Gives `use` the whole file once for each change. Prose is prose: of texts under one name, the first stands for all.
template <class Use>
void change_each_field(const core::JsonValue& root, core::JsonValue& value, std::set<std::string>& names,
                       const Use& use) {
    for (const std::size_t at : chosen_items(value)) {
        const core::JsonValue before = value.items[at];
        if (before.kind == core::JsonKind::text && !names.insert(before.key).second) continue;
        for (core::JsonValue& other : others_than(before)) {
            value.items[at] = std::move(other);
            use(root);
        }
        value.items[at] = before;
        change_each_field(root, value.items[at], names, use);
        value.items.erase(value.items.begin() + static_cast<std::ptrdiff_t>(at));
        use(root);
        value.items.insert(value.items.begin() + static_cast<std::ptrdiff_t>(at), before);
    }
}

void write(const std::string& path, const std::string& bytes) {
    if (!tool::write_file(path, bytes)) throw std::runtime_error("not written: " + path);
}

// `begin`: what stands before the file in an input of the target.
void write_each_change(core::JsonValue file, const std::string& begin, const std::string& path) {
    std::size_t number = 0;
    std::set<std::string> names;
    change_each_field(file, file, names, [&](const core::JsonValue& changed) {
        write(path + "-" + std::to_string(++number), begin + core::write_json(changed));
    });
}

void write_content_seeds(const std::string& folder) {
    disk::create_directories(folder);
    const support::TemporaryFolder tiny;
    support::write_tiny_content(tiny.path());
    std::set<std::string> kinds;
    for (const std::string& name : tool::find_files(tiny.path(), ".json")) {
        keep(tiny.path(), name, folder + "/tiny-" + seed_name(name));
        core::Result<core::JsonValue> read =
            core::read_json(tool::read_file(tiny.path() + "/" + name).value_or(""), name);
        // One file of a kind stands for all, and a text more or less is nothing new.
        const bool is_first = kinds.insert(std::string{core::kind_of_file(name)}).second;
        if (read && is_first && name != "texts.da.json")
            write_each_change(read.take(), name + "\n", folder + "/field-" + seed_name(name));
    }
    for (const support::BrokenCase& broken : support::read_broken_cases()) {
        const support::TemporaryFolder changed;
        support::write_tiny_content(changed.path());
        if (!support::break_content(changed.path(), broken)) throw std::runtime_error("not done: " + broken.name);
        for (const core::JsonValue& step : broken.changes.items) {
            const core::JsonValue* name = core::find_member(step, "file");
            if (name != nullptr) {
                keep(changed.path(), name->text, folder + "/" + broken.name + "-" + seed_name(name->text));
            }
        }
    }
}

// Of the tiny content, with all a case can hold.
constexpr const char* whole_cases[] = {
    R"({"kind":"linealen-case","schema":1,"content_version":"1.0","code_word":"Ord","age":"age_big","months":96,)"
    R"("weeks_early":6,"role":"teacher","suspect":"home","certainty":"suspicion","observations":[{"sign":"a6_abuse_one",)"
    R"("presence":"seen","frequency":"daily","severity":"much","duration":"weeks_2_8","trend":"worse","where":"here",)"
    R"("saw":"x","thought":"y"},{"sign":"gone","presence":"seen","frequency":"gone"}],"circumstances":["move"],)"
    R"("protective_factors":["friend"],"reflections":[{"question":"child_says","answer":"nej"},{"question":"gone",)"
    R"("answer":"z"}],"first_feeling":"worry","judgement":{"level":"grave","reason":"fordi"}})",
    R"({"kind":"linealen-self-assessment","schema":1,"content_version":"1.0","name":"Team","figure":"web","answers":[{"a":1,"b":5},)"
    R"({"gone":3}],"agreed":"x"})"};

void write_case_seeds(const std::string& folder) {
    disk::create_directories(folder);
    int number = 0;
    for (const char* whole : whole_cases) {
        const std::string path = folder + "/field-" + std::to_string(++number);
        core::Result<core::JsonValue> read = core::read_json(whole, path);
        if (!read) throw std::runtime_error(read.problems().front().what);
        write(path, whole);
        write_each_change(read.take(), "", path);
    }
}

// Where JSON itself, or more of it than is read, is the fault.
void write_limit_seeds(const std::string& folder, const std::string& begin) {
    const std::string deep(40, '[');
    std::string many = "[0";
    for (int at = 0; at < 4001; ++at) many += ",0";
    const std::string all[] = {"",
                               "{",
                               "null",
                               "[true,null,1.5,-7]",
                               deep,
                               many + "]",
                               "{\"" + std::string(300, 'k') + "\":1}",
                               "[9007199254740993]",
                               "[-9007199254740993]",
                               "[99999999999999999999999]",
                               "[1e999]",
                               "[1]x",
                               "{\"a\":1,\"a\":2}",
                               "\xEF\xBB\xBF{}",
                               "[\"\xC3\"]",
                               "[\"\\u0001\"]"};
    int number = 0;
    for (const std::string& json : all) write(folder + "/limit-" + std::to_string(++number), begin + json);
}

void write_seeds(const std::string& folder) {
    write_content_seeds(folder + "/content/seeds");
    write_limit_seeds(folder + "/content/seeds", "lineal/rules.json\n");
    write_case_seeds(folder + "/case/seeds");
    write_limit_seeds(folder + "/case/seeds", "");
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) return std::fputs("write_seeds FOLDER\n", stderr), 2;
    try {
        write_seeds(words[1]);
        return 0;
    } catch (const std::exception& trouble) { return std::fprintf(stderr, "write_seeds: %s\n", trouble.what()), 1; }
}
