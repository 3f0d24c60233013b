// id.hpp -- names that content gives to its things.
//
// An id of one kind cannot be used where another kind is asked for. Written
// `[a-z0-9_-]{1,64}`; the content reader refuses anything else.
// Knows: std. Never: what an id refers to.

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>

namespace core {

template <class Tag>
struct Id {
    std::string value;

    Id() = default;
    explicit Id(std::string text) : value(std::move(text)) {}

    [[nodiscard]] bool empty() const { return value.empty(); }
    friend bool operator==(const Id& left, const Id& right) { return left.value == right.value; }
    friend bool operator!=(const Id& left, const Id& right) { return left.value != right.value; }
    friend bool operator<(const Id& left, const Id& right) { return left.value < right.value; }
};

// True for 1 to 64 characters of a-z, 0-9, underscore and hyphen.
inline bool is_valid_id(const std::string& text) {
    if (text.empty() || text.size() > 64) return false;
    for (const char c : text) {
        const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
        if (!fits) return false;
    }
    return true;
}

}  // namespace core

template <class Tag>
struct std::hash<core::Id<Tag>> {
    std::size_t operator()(const core::Id<Tag>& id) const { return std::hash<std::string>{}(id.value); }
};
