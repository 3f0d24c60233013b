// Writes inputs to begin with for the content target: each file of the tiny content, with each of its fields left out or of
// another kind, and each file that a broken case changes.
//
//     write_seeds FOLDER
//
// So a new check is reached from the day it has its broken case.

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
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

// What can stand in the place of a value: another kind, and of a number one that is far too large.
std::vector<core::JsonValue> others_than(const core::JsonValue& value) {
    core::JsonValue other;
    other.key = value.key;
    other.kind = value.kind == core::JsonKind::text ? core::JsonKind::list : core::JsonKind::text;
    if (other.kind == core::JsonKind::text) other.text = "-1";
    if (value.kind != core::JsonKind::number) return {std::move(other)};
    core::JsonValue large = value;
    large.number = 999'999'999;
    return {std::move(other), std::move(large)};
}

// Gives `use` the whole file once for each change; of a list, the first item stands for all.
template <class Use>
void change_each_field(const core::JsonValue& root, core::JsonValue& value, const Use& use) {
    const std::size_t count =
        value.kind == core::JsonKind::list ? std::min<std::size_t>(value.items.size(), 1) : value.items.size();
    for (std::size_t at = 0; at < count; ++at) {
        const core::JsonValue before = value.items[at];
        for (core::JsonValue& other : others_than(before)) {
            value.items[at] = std::move(other);
            use(root);
        }
        value.items[at] = before;
        change_each_field(root, value.items[at], use);
        value.items.erase(value.items.begin() + static_cast<std::ptrdiff_t>(at));
        use(root);
        value.items.insert(value.items.begin() + static_cast<std::ptrdiff_t>(at), before);
    }
}

void write_changed(const std::string& content, const std::string& name, const std::string& folder) {
    core::Result<core::JsonValue> read = core::read_json(tool::read_file(content + "/" + name).value_or(""), name);
    if (!read || name == "texts.da.json") return;  // a text more or less is nothing new
    core::JsonValue file = read.take();
    std::size_t number = 0;
    change_each_field(file, file, [&](const core::JsonValue& changed) {
        const std::string path = folder + "/field-" + seed_name(name) + "-" + std::to_string(++number);
        if (!tool::write_file(path, name + "\n" + core::write_json(changed))) {
            throw std::runtime_error("not written: " + path);
        }
    });
}

void write_seeds(const std::string& folder) {
    disk::create_directories(folder);
    const support::TemporaryFolder tiny;
    support::write_tiny_content(tiny.path());
    for (const std::string& name : tool::find_files(tiny.path(), ".json")) {
        keep(tiny.path(), name, folder + "/tiny-" + seed_name(name));
        write_changed(tiny.path(), name, folder);
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

}  // namespace

int main(int count, char** words) {
    if (count != 2) return std::fputs("write_seeds FOLDER\n", stderr), 2;
    try {
        write_seeds(words[1]);
        return 0;
    } catch (const std::exception& trouble) { return std::fprintf(stderr, "write_seeds: %s\n", trouble.what()), 1; }
}
