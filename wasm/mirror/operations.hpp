// operations.hpp -- what is to be done to the page, packed into bytes.
//
// web/page.mjs reads the same bytes; the codes and fields stand here and there.
// Kinds are kept apart and joined in the order of the codes, so that the page
// is never read between two writes. Numbers are little-endian; a string is its
// length (u32) and its UTF-8 bytes.
// Knows: node. Never: why.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "mirror/node.hpp"

namespace shell {

using Bytes = std::vector<std::uint8_t>;

enum class Operation : std::uint8_t {
    window = 1,  // name, value: of the window or the stage
    remove,      // handle
    create,      // handle, parent, before (0: last), tag, id
    move,        // handle, before (0: last)
    text,        // handle, plain u8, lines u16: {LineEnd u8, runs u16: {kind u8, text, target}}
    attribute,   // handle, name, present u8, value
    property,    // handle, PropertyName u8, value
    geometry,    // handle, placed u8, x y width height size line_height pad_x pad_y as f32
    focus,       // handle, by a change of view u8
    announce,    // urgent u8, text
};
inline constexpr std::size_t operation_count = 11;  // code 0 is not used

class Operations {
public:
    void window(const std::string& name, const std::string& value);
    void remove(std::uint32_t handle);
    void create(const Node& node, std::uint32_t parent, std::uint32_t before);
    void move(std::uint32_t handle, std::uint32_t before);
    void text(const Node& node);
    void attribute(std::uint32_t handle, const std::string& name, const std::string* value);
    void property(std::uint32_t handle, const Property& property);
    void geometry(const Node& node);
    void focus(std::uint32_t handle, bool by_view);
    void announce(const std::string& text, bool urgent);

    [[nodiscard]] std::size_t count(Operation kind) const { return counts_[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] std::size_t count() const;

    // All of them in order.
    [[nodiscard]] Bytes pack() const;

private:
    Bytes& begin(Operation kind);
    std::array<Bytes, operation_count> lists_;
    std::array<std::size_t, operation_count> counts_{};
};

}  // namespace shell
