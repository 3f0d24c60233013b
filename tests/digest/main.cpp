// Prints one digest over the indications of 10,000 random cases. Built
// natively and as WASM by tests/digest/compare; the two must be equal.
//
// usage: digest CONTENT_FOLDER

#include <cstdio>

#include "lineal/content_folder.hpp"
#include "support/random_case.hpp"

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: digest CONTENT_FOLDER\n");
        return 2;
    }
    const core::Result<core::Content> loaded = tool::load_folder(arguments[1]);
    if (!loaded) {
        const core::Problem& first = loaded.problems().front();
        std::fprintf(stderr, "%s %s: %s\n", first.file.c_str(), first.pointer.c_str(), first.what.c_str());
        return 1;
    }
    support::Dice dice(2026);
    std::uint64_t hash = 14695981039346656037ULL;
    for (int number = 0; number < 10000; ++number) {
        hash = support::digest(hash, loaded.value(), support::random_case(loaded.value(), dice));
    }
    std::printf("%016llx\n", static_cast<unsigned long long>(hash));
    return 0;
}
