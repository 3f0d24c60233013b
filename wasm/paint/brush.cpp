#include "paint/brush.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace shell {

namespace {

constexpr float pi = 3.14159265F;

// The faces are cut so that ascent and descent are one em together.
constexpr float ascent = 0.757F;

ImVec2 placed(const Canvas& canvas, float x, float y) { return {x - canvas.tile.area.x, y - canvas.tile.area.y}; }
ImVec2 placed(const Canvas& canvas, Point point) { return placed(canvas, point.x, point.y); }

float snapped(const Canvas& canvas, float y) { return std::round(y * canvas.tile.density) / canvas.tile.density; }

// From the upper edge of a line to its baseline, rounded as Chromium rounds.
float baseline_in_line(const Canvas& canvas, const TextLook& look) {
    const float density = canvas.tile.density;
    const float leading = std::floor((look.line_height - look.size) / 2 * density) / density;
    return leading + std::round(ascent * look.size * density) / density;
}

void glyphs(const Canvas& canvas, ImFont* face, float size, std::string_view rest, Point start, ImU32 colour) {
    if (face == nullptr || size < 1) return;
    ImFontBaked* baked = face->GetFontBaked(size);
    const ImVec2 origin = placed(canvas, start.x, snapped(canvas, start.y) - baked->Ascent);
    float x = origin.x;
    while (!rest.empty()) {
        const char32_t character = take_character(rest);
        const ImFontGlyph* glyph =
            baked->FindGlyph(character > 0xFFFF ? static_cast<ImWchar>(0xFFFD) : static_cast<ImWchar>(character));
        if (glyph == nullptr) continue;
        if (glyph->Visible != 0) {
            // Loading a glyph may change the texture, so room is reserved after it.
            const ImFontGlyph shape = *glyph;
            canvas.list.PrimReserve(6, 4);
            canvas.list.PrimRectUV({x + shape.X0, origin.y + shape.Y0}, {x + shape.X1, origin.y + shape.Y1},
                                   {shape.U0, shape.V0}, {shape.U1, shape.V1}, colour);
        }
        x += glyph->AdvanceX;
    }
}

Point on_arc(Point centre, float radius, float angle) {
    return {centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)};
}

// Draws dashes along a path of points.
void dash(const Canvas& canvas, const Point* points, std::size_t count, Colour colour, float width) {
    constexpr float on = 7;
    constexpr float off = 5;
    const ImU32 ink = packed(colour);
    float phase = 0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        const Point from = points[i];
        const Point to = points[i + 1];
        const float length = std::hypot(to.x - from.x, to.y - from.y);
        if (length <= 0) continue;
        float done = 0;
        while (done < length) {
            const bool drawing = phase < on;
            const float left = drawing ? on - phase : on + off - phase;
            const float step = std::min(left, length - done);
            if (drawing) {
                const auto at = [&](float along) {
                    const float t = along / length;
                    return placed(canvas, from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t);
                };
                canvas.list.AddLine(at(done), at(done + step), ink, width);
            }
            done += step;
            phase = step < left ? phase + step : drawing ? on : 0;
        }
    }
}

}  // namespace

bool Canvas::shows(const Rect& rect) const {
    // Pointers, rings and dashes reach a little outside their box.
    constexpr float reach = 12;
    return rect.bottom() + reach > tile.area.y && rect.y - reach < tile.area.bottom() &&
           rect.right() + reach > tile.area.x && rect.x - reach < tile.area.right();
}

Rect shrunk(const Rect& rect, float by) {
    return {rect.x + by, rect.y + by, std::max(0.0F, rect.width - 2 * by), std::max(0.0F, rect.height - 2 * by)};
}

ImU32 packed(Colour colour, float opacity) {
    return IM_COL32(colour.red, colour.green, colour.blue, static_cast<int>(std::lround(opacity * 255)));
}

void fill(const Canvas& canvas, const Rect& rect, Colour colour, float radius, ImDrawFlags corners) {
    if (rect.width <= 0 || rect.height <= 0) return;
    canvas.list.AddRectFilled(placed(canvas, rect.x, rect.y), placed(canvas, rect.right(), rect.bottom()),
                              packed(colour), radius, corners);
}

void frame(const Canvas& canvas, const Rect& rect, Colour surface, Colour border, float border_width, float radius,
           ImDrawFlags corners) {
    fill(canvas, rect, border, radius, corners);
    fill(canvas, shrunk(rect, border_width), surface, std::max(0.0F, radius - border_width), corners);
}

void outline(const Canvas& canvas, const Rect& rect, Colour colour, float width, float radius) {
    // ImGui draws a border half a px inside; a path on its middle line is exact.
    const Rect middle = shrunk(rect, width / 2);
    canvas.list.PathRect(placed(canvas, middle.x, middle.y), placed(canvas, middle.right(), middle.bottom()),
                         std::max(0.0F, radius - width / 2));
    canvas.list.PathStroke(packed(colour), ImDrawFlags_Closed, width);
}

void dashed_outline(const Canvas& canvas, const Rect& rect, Colour colour, float width, float radius) {
    constexpr std::size_t steps = 4;
    std::array<Point, 4 * (steps + 1) + 1> points;
    const std::array<Point, 4> centres{{{rect.x + radius, rect.y + radius},
                                        {rect.right() - radius, rect.y + radius},
                                        {rect.right() - radius, rect.bottom() - radius},
                                        {rect.x + radius, rect.bottom() - radius}}};
    std::size_t count = 0;
    for (std::size_t corner_index = 0; corner_index < 4; ++corner_index) {
        for (std::size_t i = 0; i <= steps; ++i) {
            const float quarter = static_cast<float>(corner_index) + static_cast<float>(i) / steps;
            points[count++] = on_arc(centres[corner_index], radius, pi + quarter * pi / 2);
        }
    }
    points[count++] = points[0];
    dash(canvas, points.data(), count, colour, width);
}

void line(const Canvas& canvas, Point from, Point to, Colour colour, float width, float opacity) {
    const ImU32 ink = packed(colour, opacity);
    // Upright and level lines as rectangles: they stay sharp.
    if (from.x == to.x) {
        canvas.list.AddRectFilled(placed(canvas, snapped(canvas, from.x - width / 2), std::min(from.y, to.y)),
                                  placed(canvas, snapped(canvas, from.x - width / 2) + width, std::max(from.y, to.y)),
                                  ink);
        return;
    }
    if (from.y == to.y) {
        canvas.list.AddRectFilled(placed(canvas, std::min(from.x, to.x), snapped(canvas, from.y - width / 2)),
                                  placed(canvas, std::max(from.x, to.x), snapped(canvas, from.y - width / 2) + width),
                                  ink);
        return;
    }
    canvas.list.AddLine(placed(canvas, from), placed(canvas, to), ink, width);
}

void disc(const Canvas& canvas, Point centre, float radius, Colour colour, float opacity) {
    canvas.list.AddCircleFilled(placed(canvas, centre), radius, packed(colour, opacity), radius < 3 ? 8 : 32);
}

void ring(const Canvas& canvas, Point centre, float radius, Colour colour, float width) {
    canvas.list.AddCircle(placed(canvas, centre), radius, packed(colour), 32, width);
}

void check_mark(const Canvas& canvas, const Rect& rect, Colour colour, float width) {
    const std::array<ImVec2, 3> points{placed(canvas, rect.x + rect.width * 0.22F, rect.y + rect.height * 0.52F),
                                       placed(canvas, rect.x + rect.width * 0.42F, rect.y + rect.height * 0.72F),
                                       placed(canvas, rect.x + rect.width * 0.78F, rect.y + rect.height * 0.30F)};
    canvas.list.AddPolyline(points.data(), 3, packed(colour), 0, width);
}

void chevron(const Canvas& canvas, Point centre, float size, bool up, Colour colour, float width) {
    const float dy = (up ? -size : size) / 4;
    const std::array<ImVec2, 3> points{placed(canvas, centre.x - size / 2, centre.y - dy),
                                       placed(canvas, centre.x, centre.y + dy),
                                       placed(canvas, centre.x + size / 2, centre.y - dy)};
    canvas.list.AddPolyline(points.data(), 3, packed(colour), 0, width);
}

void text(const Canvas& canvas, const TextBlock& block, Colour colour) {
    if (!canvas.shows(block.rect)) return;
    float y = block.rect.y;
    const float baseline = baseline_in_line(canvas, block.look);
    for (const Line& own : block.lines) {
        const Rect place{block.rect.x, y, block.rect.width, block.look.line_height};
        const float top = y;
        y += block.look.line_height;
        if (!canvas.shows(place)) continue;
        for (const Piece& piece : own.pieces) {
            if (piece.outside_face) continue;
            const bool is_strong = piece.kind == core::RunKind::strong;
            const bool is_link = piece.kind == core::RunKind::link;
            const Weight weight = is_strong ? Weight::strong : block.look.weight;
            const Colour ink = is_link                        ? canvas.theme.accent
                               : is_strong && canvas.in_alarm ? canvas.theme.alarm
                                                              : colour;
            const Point start{block.rect.x + piece.x, top + baseline};
            glyphs(canvas, canvas.faces.of(weight), block.look.size, piece.text, start, packed(ink));
            if (is_link) line(canvas, {start.x, start.y + 3.5F}, {start.x + piece.width, start.y + 3.5F}, ink, 1);
        }
    }
}

void underline(const Canvas& canvas, const TextBlock& block, Colour colour, float width) {
    float y = block.rect.y + baseline_in_line(canvas, block.look) + 3 + width / 2;
    for (const Line& own : block.lines) {
        if (!own.pieces.empty() && !own.pieces.front().outside_face) {
            const float x = block.rect.x + own.pieces.front().x;
            line(canvas, {x, y}, {x + own.width, y}, colour, width);
        }
        y += block.look.line_height;
    }
}

void words(const Canvas& canvas, const std::string& stretch, const TextLook& look, Point upper_left, Colour colour) {
    glyphs(canvas, canvas.faces.of(look.weight), look.size, stretch,
           {upper_left.x, upper_left.y + baseline_in_line(canvas, look)}, packed(colour));
}

}  // namespace shell
