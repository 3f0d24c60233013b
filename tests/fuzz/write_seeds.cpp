// Writes inputs to begin with for the content target: each file of the tiny content, and each that a broken case changes.
//
//     write_seeds FOLDER
//
// So a new check is reached from the day it has its broken case.

#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>

#include "base/json_reader.hpp"
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

void write_seeds(const std::string& folder) {
    disk::create_directories(folder);
    const support::TemporaryFolder tiny;
    support::write_tiny_content(tiny.path());
    for (const std::string& name : tool::find_files(tiny.path(), ".json")) {
        keep(tiny.path(), name, folder + "/tiny-" + seed_name(name));
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
