#include "mirror/operations.hpp"

#include <cstring>

namespace shell {

namespace {

void put(Bytes& bytes, std::uint8_t value) { bytes.push_back(value); }

void put(Bytes& bytes, std::uint16_t value) {
    put(bytes, static_cast<std::uint8_t>(value & 0xFFU));
    put(bytes, static_cast<std::uint8_t>(value >> 8U));
}

void put(Bytes& bytes, std::uint32_t value) {
    put(bytes, static_cast<std::uint16_t>(value & 0xFFFFU));
    put(bytes, static_cast<std::uint16_t>(value >> 16U));
}

void put(Bytes& bytes, float value) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    put(bytes, bits);
}

void put(Bytes& bytes, const std::string& text) {
    put(bytes, static_cast<std::uint32_t>(text.size()));
    bytes.insert(bytes.end(), text.begin(), text.end());
}

void put_yes(Bytes& bytes, bool yes) { put(bytes, static_cast<std::uint8_t>(yes ? 1 : 0)); }

}  // namespace

Bytes& Operations::begin(Operation kind) {
    const auto at = static_cast<std::size_t>(kind);
    ++counts_[at];
    put(lists_[at], static_cast<std::uint8_t>(kind));
    return lists_[at];
}

void Operations::window(const std::string& name, const std::string& value) {
    Bytes& bytes = begin(Operation::window);
    put(bytes, name);
    put(bytes, value);
}

void Operations::remove(std::uint32_t handle) { put(begin(Operation::remove), handle); }

void Operations::create(const Node& node, std::uint32_t parent, std::uint32_t before) {
    Bytes& bytes = begin(Operation::create);
    put(bytes, node.handle);
    put(bytes, parent);
    put(bytes, before);
    put(bytes, node.tag);
    put(bytes, node.id);
}

void Operations::move(std::uint32_t handle, std::uint32_t before) {
    Bytes& bytes = begin(Operation::move);
    put(bytes, handle);
    put(bytes, before);
}

void Operations::text(const Node& node) {
    Bytes& bytes = begin(Operation::text);
    put(bytes, node.handle);
    put_yes(bytes, node.plain_text);
    put(bytes, static_cast<std::uint16_t>(node.text.size()));
    for (const TextLine& line : node.text) {
        put(bytes, static_cast<std::uint8_t>(line.end));
        put(bytes, static_cast<std::uint16_t>(line.runs.size()));
        for (const TextRun& run : line.runs) {
            const std::uint8_t kind = run.kind == core::RunKind::strong ? 1 : run.kind == core::RunKind::link ? 2 : 0;
            put(bytes, static_cast<std::uint8_t>(kind | (run.seen ? 4 : 0)));
            put(bytes, run.text);
            put(bytes, run.target);
        }
    }
}

void Operations::attribute(std::uint32_t handle, const std::string& name, const std::string* value) {
    Bytes& bytes = begin(Operation::attribute);
    put(bytes, handle);
    put(bytes, name);
    put_yes(bytes, value != nullptr);
    put(bytes, value != nullptr ? *value : std::string());
}

void Operations::property(std::uint32_t handle, const Property& property) {
    Bytes& bytes = begin(Operation::property);
    put(bytes, handle);
    put(bytes, static_cast<std::uint8_t>(property.name));
    put(bytes, property.value);
}

void Operations::geometry(const Node& node) {
    Bytes& bytes = begin(Operation::geometry);
    put(bytes, node.handle);
    put_yes(bytes, node.placement.has_value());
    const Placement none;
    const Placement& place = node.placement ? *node.placement : none;
    for (const float value : {place.rect.x, place.rect.y, place.rect.width, place.rect.height, place.size,
                              place.line_height, place.pad_x, place.pad_y}) {
        put(bytes, value);
    }
}

void Operations::focus(std::uint32_t handle, bool by_view) {
    Bytes& bytes = begin(Operation::focus);
    put(bytes, handle);
    put_yes(bytes, by_view);
}

void Operations::announce(const std::string& text, bool urgent) {
    Bytes& bytes = begin(Operation::announce);
    put_yes(bytes, urgent);
    put(bytes, text);
}

std::size_t Operations::count() const {
    std::size_t all = 0;
    for (const std::size_t one : counts_) all += one;
    return all;
}

Bytes Operations::pack() const {
    Bytes packed;
    for (const Bytes& list : lists_) packed.insert(packed.end(), list.begin(), list.end());
    return packed;
}

}  // namespace shell
