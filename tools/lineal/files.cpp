#include "lineal/files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace tool {

namespace disk = std::filesystem;

std::optional<std::string> read_file(const std::string& path) {
    std::error_code trouble;
    if (!disk::is_regular_file(path, trouble)) return std::nullopt;
    std::ifstream from(path, std::ios::binary);
    if (!from) return std::nullopt;
    std::string bytes{std::istreambuf_iterator<char>(from), std::istreambuf_iterator<char>()};
    if (from.bad()) return std::nullopt;
    return bytes;
}

bool write_file(const std::string& path, std::string_view bytes) {
    const std::string beside = path + ".new";
    {
        std::ofstream to(beside, std::ios::binary | std::ios::trunc);
        to.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        to.close();
        if (!to) return false;
    }
    std::error_code trouble;
    disk::rename(beside, path, trouble);
    return !trouble;
}

core::Problem could_not_write(const std::string& path) {
    return core::Problem{path, "", 0, "Filen kunne ikke skrives.",
                         "Se efter, om mappen findes, og om der er plads og adgang."};
}

std::vector<std::string> find_files(const std::string& folder, std::string_view ending) {
    std::vector<std::string> found;
    std::error_code trouble;
    disk::recursive_directory_iterator walk(folder, trouble);
    while (!trouble && walk != disk::recursive_directory_iterator()) {
        const std::string path = walk->path().lexically_relative(folder).generic_string();
        std::error_code unreadable;
        const bool fits = path.size() >= ending.size() && path.substr(path.size() - ending.size()) == ending;
        if (fits && walk->is_regular_file(unreadable)) found.push_back(path);
        walk.increment(trouble);
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace tool
