#include "support/reached.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "base/json_writer.hpp"

namespace support {

void reached(const std::string& goal, const std::string& where, const std::string& what) {
    const std::filesystem::path folder = std::filesystem::path(LINEALEN_ROOT) / "build" / "reached";
    std::filesystem::create_directories(folder);
    const char* full = std::getenv("LINEALEN_FULL");
    core::JsonWriter record;
    record.begin_object().field("goal", goal).field("where", where).field("what", what);
    record.field("full", full != nullptr && std::string_view(full) == "1").end_object();
    std::ofstream file(folder / (goal + "." + where + ".json"), std::ios::binary);
    file << record.take() << '\n';
    REQUIRE(file.good());
}

}  // namespace support
