// short_library.cpp -- six functions of the C library, in the few lines that the page needs of them.
//
// nlohmann/json asks for strtod and snprintf, a broken promise for puts, Dear ImGui for the sine of circles. Emscripten's
// bring arithmetic of 128 bits, all formats, buffered files and angles of any size: 14 kB to fetch before the first view,
// 70 ms on a slow phone. The linker puts these in their place (--wrap, cmake/page.cmake). Checked against the C library's own by tests/digest/compare.
// Knows: the browser's Number(), Math and console. Never: called by our own code under these names.

#include <cstddef>
#include <cstdlib>
#include <cstring>

extern "C" {

double host_number(const char* text, std::size_t length);
void host_say(const char* text, std::size_t length);
double host_sine(double angle);
double host_cosine(double angle);
double host_arc_cosine(double cosine);

// The parser has read `text` by JSON's grammar already: all of it is a number, and JavaScript rounds as IEEE 754 says,
// too large ones to infinity like strtod.
double __wrap_strtod(const char* text, char** end) {
    const std::size_t length = std::strlen(text);
    if (end != nullptr) *end = const_cast<char*>(text) + length;
    return host_number(text, length);
}

// Spells control characters in the parser's English message, which is never shown: read_json has sentences of its own.
// Whoever else asks, std::to_string of a fraction for one, is stopped at once instead of getting nothing.
int __wrap_snprintf(char* to, std::size_t size, const char* pattern, ...) {
    if (std::strcmp(pattern, "<U+%.4X>") != 0) std::abort();
    if (size > 0) *to = '\0';
    return 0;
}

float __wrap_sinf(float angle) { return static_cast<float>(host_sine(angle)); }
float __wrap_cosf(float angle) { return static_cast<float>(host_cosine(angle)); }
float __wrap_acosf(float cosine) { return static_cast<float>(host_arc_cosine(cosine)); }

int __wrap_puts(const char* text) {
    host_say(text, std::strlen(text));
    return 0;
}
}
