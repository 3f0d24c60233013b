#include "layout/measure.hpp"

#include <imgui.h>

namespace shell {

namespace {

// From this size on Dear ImGui loads advances without drawing the glyphs, so
// measuring fills no atlas. The faces are scaled without hinting: an advance
// at another size is exactly proportional.
constexpr float reference_size = 200;

bool has_no_width(char32_t character) {
    return (character >= 0x300 && character < 0x370) || (character >= 0x200B && character <= 0x200F) ||
           (character >= 0xFE00 && character <= 0xFE0F);
}

ImFont* add_face(FaceBytes bytes) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.Flags |= ImFontFlags_NoLoadError;
    // AddFontFromMemoryTTF takes a mutable pointer, but only frees what the atlas owns.
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<void*>(bytes.data), static_cast<int>(bytes.size), 0.0F,
                                                      &config);
}

}  // namespace

Faces add_faces(FaceBytes regular, FaceBytes strong) {
    if (regular.data == nullptr || strong.data == nullptr) return {};
    return {add_face(regular), add_face(strong)};
}

char32_t take_character(std::string_view& text) {
    constexpr char32_t replacement = 0xFFFD;
    if (text.empty()) return 0;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xC2 ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF5 ? 4
                                              : 0;
    if (length == 1) {
        text.remove_prefix(1);
        return first;
    }
    if (length == 0 || length > text.size()) {
        text.remove_prefix(1);
        return replacement;
    }
    char32_t character = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) {
            text.remove_prefix(1);
            return replacement;
        }
        character = (character << 6) | (byte(i) & 0x3FU);
    }
    text.remove_prefix(length);
    return character;
}

TextMeasure::TextMeasure(const Faces& faces) : faces_(faces), table_{} {
    for (const Weight weight : {Weight::regular, Weight::strong}) {
        auto& advances = table_[static_cast<std::size_t>(weight)];
        for (std::size_t i = 0; i < table_size; ++i) { advances[i] = read_advance(static_cast<char32_t>(i), weight); }
    }
}

float TextMeasure::read_advance(char32_t character, Weight weight) const {
    ImFont* face = faces_.of(weight);
    if (character > 0xFFFF || face == nullptr) return outside;
    const auto glyph = static_cast<ImWchar>(character);
    if (!face->IsGlyphInFont(glyph)) return outside;
    return face->GetFontBaked(reference_size, 1.0F)->GetCharAdvance(glyph) / reference_size;
}

float TextMeasure::advance(char32_t character, float size, Weight weight) const {
    const float known =
        character < table_size ? table_[static_cast<std::size_t>(weight)][character] : read_advance(character, weight);
    if (known >= 0) return known * size;
    if (character < 0x20 || has_no_width(character)) return 0;
    return character >= 0x1100 ? size : size * 0.6F;
}

float TextMeasure::width(std::string_view text, float size, Weight weight) const {
    float sum = 0;
    while (!text.empty()) sum += advance(take_character(text), size, weight);
    return sum;
}

bool TextMeasure::has(char32_t character) const {
    if (character == '\n' || character == '\t' || character == '\r') return true;
    const float known = character < table_size ? table_[0][character] : read_advance(character, Weight::regular);
    return known >= 0;
}

}  // namespace shell
