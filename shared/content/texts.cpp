#include "content/texts.hpp"

namespace core {
namespace {

constexpr std::array<std::string_view, text_count> names = {
#define LINEAL_TEXT(key) #key,
#define LINEAL_FRONT_TEXT(key) #key,
#include "content/text_keys.inc"
#undef LINEAL_FRONT_TEXT
#undef LINEAL_TEXT
};

constexpr std::array<bool, text_count> fronts = {
#define LINEAL_TEXT(key) false,
#define LINEAL_FRONT_TEXT(key) true,
#include "content/text_keys.inc"
#undef LINEAL_FRONT_TEXT
#undef LINEAL_TEXT
};

}  // namespace

std::string_view name_of(Text key) { return names[static_cast<std::size_t>(key)]; }

bool is_front(Text key) { return fronts[static_cast<std::size_t>(key)]; }

std::string fill(std::string_view words, std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
    std::string filled;
    filled.reserve(words.size() + 32);
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t open = words.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : words.find('}', open);
        if (close == std::string_view::npos) {
            filled += words.substr(at);
            break;
        }
        filled += words.substr(at, open - at);
        const std::string_view name = words.substr(open + 1, close - open - 1);
        const auto* found = values.begin();
        while (found != values.end() && found->first != name) ++found;
        filled += found == values.end() ? words.substr(open, close + 1 - open) : found->second;
        at = close + 1;
    }
    return filled;
}

}  // namespace core
