#include "lineal/offline_list.hpp"

#include "base/json_writer.hpp"
#include "lineal/files.hpp"
#include "lineal/seal.hpp"

namespace tool {
namespace {

constexpr std::string_view opening = "self.edition=";
constexpr std::string_view worker_name = "sw.js";
constexpr std::size_t hash_digits = 12;

// Compressed twins are other forms of a file, never asked for by their names.
bool is_asked_for(const std::string& name) {
    return name != worker_name && !name.ends_with(".br") && !name.ends_with(".gz") && !name.ends_with(".new");
}

std::string without_list(const std::string& worker) {
    if (!worker.starts_with(opening)) return worker;
    return worker.substr(worker.find('\n') + 1);
}

}  // namespace

std::string with_offline_list(const std::string& dist, const std::string& worker) {
    const std::string code = without_list(worker);
    core::JsonWriter files;
    files.begin_object();
    for (const std::string& name : find_files(dist, "")) {
        if (!is_asked_for(name)) continue;
        std::string path = dist;
        path.append("/").append(name);
        // By the folder's own address: many hosts redirect index.html to it, and a redirect cannot be kept.
        files.field(name == "index.html" ? "./" : name, integrity_of(read_file(path).value_or("")));
    }
    const std::string list = files.end_object().take();
    const std::string name = "linealen-" + short_hash(list + code, hash_digits);
    std::string made{opening};
    made.append("{\"name\":\"").append(name).append("\",\"files\":").append(list).append("};\n").append(code);
    return made;
}

core::Problems write_offline_list(const std::string& dist) {
    const std::string path = dist + "/" + std::string(worker_name);
    const std::optional<std::string> worker = read_file(path);
    if (!worker || write_with_compressed(path, with_offline_list(dist, *worker))) return {};
    return {could_not_write(path)};
}

}  // namespace tool
