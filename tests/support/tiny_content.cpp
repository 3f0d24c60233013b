#include "support/tiny_content.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "base/json_writer.hpp"
#include "content/texts.hpp"
#include "lineal/files.hpp"

namespace support {
namespace {

namespace disk = std::filesystem;
using core::JsonKind;
using core::JsonValue;

const std::string root = LINEALEN_ROOT;

JsonValue parse(const std::string& path) {
    const std::optional<std::string> bytes = tool::read_file(path);
    if (!bytes) throw std::runtime_error("not there: " + path);
    core::Result<JsonValue> read = core::read_json(*bytes, path);
    if (!read) throw std::runtime_error(path + ": " + read.problems().front().what);
    return read.take();
}

void write(const std::string& path, const std::string& bytes) {
    disk::create_directories(disk::path(path).parent_path());
    if (!tool::write_file(path, bytes)) throw std::runtime_error("not written: " + path);
}

void write_tree(const std::string& path, const JsonValue& tree) {
    core::JsonWriter writer(core::JsonWriter::Layout::indented);
    writer.value(tree);
    write(path, writer.take());
}

// The register of the tiny content knows one source only.
void use_one_source(JsonValue& tree) {
    if (tree.key == "sources" && !tree.items.empty()) {
        tree.items.resize(1);
        tree.items[0].text = "S1";
    }
    for (JsonValue& item : tree.items) use_one_source(item);
}

// Every word the program says, in the order of text_keys.inc.
void write_texts(const std::string& path) {
    core::JsonWriter writer(core::JsonWriter::Layout::indented);
    writer.begin_object();
    for (std::size_t i = 0; i < core::text_count; ++i) writer.field(core::name_of(static_cast<core::Text>(i)), "Ord");
    writer.end_object();
    write(path, writer.take());
}

const JsonValue& member(const JsonValue& object, std::string_view key) {
    const JsonValue* found = core::find_member(object, key);
    if (found == nullptr) throw std::runtime_error("a broken case lacks " + std::string(key));
    return *found;
}

std::string text_or_empty(const JsonValue& object, std::string_view key) {
    const JsonValue* found = core::find_member(object, key);
    return found == nullptr ? std::string() : found->text;
}

JsonValue* child(JsonValue& parent, const std::string& name) {
    for (std::size_t i = 0; i < parent.items.size(); ++i) {
        if (parent.kind == JsonKind::object ? parent.items[i].key == name : std::to_string(i) == name) {
            return &parent.items[i];
        }
    }
    return nullptr;
}

// The value itself, and what it is called in the object or list around it.
struct Target {
    JsonValue* parent = nullptr;
    std::string name;
};

Target find_target(JsonValue& tree, const std::string& pointer) {
    Target target{&tree, {}};
    for (std::size_t at = 1; at <= pointer.size();) {
        const std::size_t end = std::min(pointer.find('/', at), pointer.size());
        if (!target.name.empty()) target.parent = child(*target.parent, target.name);
        if (target.parent == nullptr) return target;
        target.name = pointer.substr(at, end - at);
        at = end + 1;
    }
    return target;
}

bool put(JsonValue& tree, const std::string& pointer, JsonValue value) {
    const Target target = find_target(tree, pointer);
    if (target.parent == nullptr) return false;
    JsonValue* old = child(*target.parent, target.name);
    value.key = target.parent->kind == JsonKind::object ? target.name : std::string();
    if (old != nullptr) {
        *old = std::move(value);
        return true;
    }
    if (target.parent->kind == JsonKind::list && target.name != "-") return false;
    target.parent->items.push_back(std::move(value));
    return true;
}

bool take_out(JsonValue& tree, const std::string& pointer) {
    const Target target = find_target(tree, pointer);
    JsonValue* old = target.parent == nullptr ? nullptr : child(*target.parent, target.name);
    if (old == nullptr) return false;
    target.parent->items.erase(target.parent->items.begin() + (old - target.parent->items.data()));
    return true;
}

bool change(const std::string& folder, const JsonValue& step) {
    const std::string path = folder + "/" + member(step, "file").text;
    if (core::find_member(step, "delete") != nullptr) return disk::remove(path);
    if (const JsonValue* bytes = core::find_member(step, "write")) {
        write(path, bytes->text);
        return true;
    }
    if (const JsonValue* wanted = core::find_member(step, "find")) {
        std::string text = tool::read_file(path).value_or("");
        const std::size_t at = text.find(wanted->text);
        if (at == std::string::npos) return false;
        text.replace(at, wanted->text.size(), text_or_empty(step, "put"));
        write(path, text);
        return true;
    }
    JsonValue tree = parse(path);
    const std::string pointer = member(step, "at").text;
    const JsonValue* value = core::find_member(step, "value");
    const bool done = value == nullptr ? take_out(tree, pointer) : put(tree, pointer, *value);
    write_tree(path, tree);
    return done;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    path_ = (disk::temp_directory_path() / "linealen_XXXXXX").string();
    if (mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no temporary folder");
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code trouble;
    disk::remove_all(path_, trouble);
}

void write_tiny_content(const std::string& folder) {
    for (const std::string& name : tool::find_files(root + "/tests/content/tiny", ".json")) {
        write_tree(folder + "/" + name, parse(root + "/tests/content/tiny/" + name));
    }
    write_texts(folder + "/texts.da.json");
    write_tree(folder + "/lineal/scales.json", parse(root + "/content/lineal/scales.json"));
    JsonValue rules = parse(root + "/content/lineal/rules.json");
    use_one_source(rules);
    write_tree(folder + "/lineal/rules.json", rules);
}

std::vector<BrokenCase> read_broken_cases() {
    std::vector<BrokenCase> cases;
    const std::string folder = root + "/tests/content/broken";
    for (const std::string& name : tool::find_files(folder, ".json")) {
        const JsonValue file = parse(folder + "/" + name);
        BrokenCase broken;
        broken.name = name;
        broken.about = member(file, "about").text;
        broken.municipality = core::find_member(file, "municipality") != nullptr;
        for (const JsonValue& line : member(file, "expected").items) broken.expected += line.text + "\n";
        broken.changes = member(file, "changes");
        cases.push_back(std::move(broken));
    }
    return cases;
}

bool break_content(const std::string& folder, const BrokenCase& broken) {
    for (const JsonValue& step : broken.changes.items) {
        if (!change(folder, step)) return false;
    }
    return !broken.changes.items.empty();
}

}  // namespace support
