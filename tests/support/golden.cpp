#include "support/golden.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <catch2/catch_test_macros.hpp>

namespace support {

void check_golden(const std::string& name, const std::string& made) {
    const std::string path = std::string(LINEALEN_ROOT) + "/tests/golden/" + name;
    if (std::getenv("LINEALEN_RENEW_GOLDEN") != nullptr) {
        std::ofstream file(path, std::ios::binary);
        file << made;
        REQUIRE(file.good());
        return;
    }
    std::ifstream file(path, std::ios::binary);
    const std::string approved((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    INFO("golden text: " << path);
    CHECK(made == approved);
}

}  // namespace support
