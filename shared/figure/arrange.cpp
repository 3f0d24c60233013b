#include "figure/arrange.hpp"

#include <algorithm>
#include <cmath>

#include "figure/arrange_parts.hpp"
#include "figure/figure_table.hpp"

namespace core {

namespace {

constexpr float inset = 14;  // from a box's edge to its words
constexpr float half_line = 1;
constexpr float arrow_length = 28;
constexpr float wide_enough = 600;

// One step above the other: the first lies lowest and reaches farthest to the left.
void arrange_stairs(Artist& artist) {
    const Figure& figure = artist.figure;
    const std::size_t count = figure.parts.size();
    const float step = std::min(44.0F, artist.width / (3 * static_cast<float>(count)));
    float height = 0;
    for (std::size_t at = 0; at < count; ++at) {
        const float room = artist.width - step * static_cast<float>(at) - 2 * inset;
        height = std::max(height, artist.height(numbered_title(figure, at), true, room) + 20);
    }
    for (std::size_t at = 0; at < count; ++at) {
        const float x = step * static_cast<float>(at) + half_line;
        const float y = height * static_cast<float>(count - 1 - at) + half_line;
        artist.box({x, y, artist.width - x - half_line, height});
        artist.fill({x, y, 5, height}, Tint::accent);
        const std::string title = numbered_title(figure, at);
        const float room = artist.width - x - 2 * inset;
        artist.write(title, {x + inset, y + (height - artist.height(title, true, room)) / 2, room}, true);
    }
    artist.made.height = height * static_cast<float>(count) + 2 * half_line;
}

float tallest_title(const Artist& artist, float room) {
    float height = 0;
    for (std::size_t at = 0; at < artist.figure.parts.size(); ++at)
        height = std::max(height, artist.height(numbered_title(artist.figure, at), true, room));
    return height;
}

void boxed_title(Artist& artist, const Area& box, std::size_t at) {
    artist.box(box);
    const std::string title = numbered_title(artist.figure, at);
    const float room = box.width - 2 * inset;
    artist.write(title, {box.x + inset, box.y + (box.height - artist.height(title, true, room)) / 2, room}, true,
                 Anchor::middle);
}

void arrange_ring(Artist& artist) {
    const std::size_t count = artist.figure.parts.size();
    const float width = std::min(artist.grown(210), artist.width * 0.28F);
    const float height = tallest_title(artist, width - 2 * inset) + 20;
    const Point radius{(artist.width - width) / 2 - half_line, std::max(artist.grown(130), 1.7F * height)};
    const Point centre{artist.width / 2, radius.y + height / 2 + half_line};
    std::vector<Area> boxes;
    for (std::size_t at = 0; at < count; ++at) {
        const float angle = 6.2831853F * static_cast<float>(at) / static_cast<float>(count);
        const Point middle{centre.x + radius.x * std::sin(angle), centre.y - radius.y * std::cos(angle)};
        boxes.push_back({middle.x - width / 2, middle.y - height / 2, width, height});
    }
    for (std::size_t at = 0; at < count; ++at)
        artist.arrow_between(boxes[at], boxes[(at + 1) % count], artist.figure.both_ways);
    for (std::size_t at = 0; at < count; ++at) boxed_title(artist, boxes[at], at);
    for (const Area& box : boxes) artist.made.height = std::max(artist.made.height, box.bottom() + half_line);
}

// A narrow ring stands up: one under the other, and back along the side.
void arrange_column(Artist& artist) {
    const std::size_t count = artist.figure.parts.size();
    const float width = artist.width - 34;
    const float height = tallest_title(artist, width - 2 * inset) + 20;
    std::vector<Area> boxes;
    for (std::size_t at = 0; at < count; ++at)
        boxes.push_back({half_line, half_line + static_cast<float>(at) * (height + arrow_length), width, height});
    for (std::size_t at = 0; at + 1 < count; ++at)
        artist.arrow_between(boxes[at], boxes[at + 1], artist.figure.both_ways);
    artist.arrow_aside(boxes.back(), boxes.front(), artist.width - 4, 0, artist.figure.both_ways);
    for (std::size_t at = 0; at < count; ++at) boxed_title(artist, boxes[at], at);
    artist.made.height = boxes.back().bottom() + half_line;
}

std::size_t place_of_part(const Figure& figure, const std::string& id) {
    std::size_t at = 0;
    while (at + 1 < figure.parts.size() && figure.parts[at].id != id) ++at;
    return at;
}

// Boxes under each other; an arrow to the next goes straight down, every other one along the side in its own lane.
void arrange_flow(Artist& artist) {
    constexpr float lane = 16;
    const Figure& figure = artist.figure;
    std::size_t lanes = 0;
    for (const FigureArrow& arrow : figure.arrows) {
        if (place_of_part(figure, arrow.to) != place_of_part(figure, arrow.from) + 1) ++lanes;
    }
    const float width = std::min(artist.grown(460), artist.width - lane * static_cast<float>(lanes) - 20);
    const float room = width - 2 * inset;
    std::vector<Area> boxes;
    float y = half_line;
    for (const FigurePart& part : figure.parts) {
        const float title = artist.height(part.title, true, room);
        const float body = part.body.empty() ? 0 : artist.height(part.body, false, room);
        const Area box{half_line, y, width, title + body + 20};
        artist.box(box);
        artist.write(part.title, {box.x + inset, y + 10, room}, true);
        if (body > 0) artist.write(part.body, {box.x + inset, y + 10 + title, room}, false);
        boxes.push_back(box);
        y = box.bottom() + arrow_length;
    }
    std::vector<std::size_t> ends(boxes.size());  // how many arrows touch the side of a box already
    std::size_t at_lane = 0;
    for (const FigureArrow& arrow : figure.arrows) {
        const std::size_t from = place_of_part(figure, arrow.from);
        const std::size_t to = place_of_part(figure, arrow.to);
        if (to == from + 1) {
            artist.arrow_between(boxes[from], boxes[to], false);
            continue;
        }
        const float x = boxes[from].right() + 12 + lane * static_cast<float>(++at_lane);
        artist.arrow_aside(boxes[from], boxes[to], x, ends[to]++, false, ends[from]++);
    }
    artist.made.height = y - arrow_length + half_line;
}

void arrange_radar(Artist& artist, const std::vector<int>& marks) {
    constexpr int rings = 5;
    const Figure& figure = artist.figure;
    const std::size_t count = figure.parts.size();
    const bool with_titles = artist.width >= artist.grown(wide_enough);
    const float number_room = artist.grown(26);
    const float radius = std::min(150.0F, with_titles ? artist.width * 0.22F : artist.width / 2 - number_room - 14);
    const float title_room = artist.width / 2 - radius - 34;
    float tallest = artist.room.line_height();
    if (with_titles) tallest = std::max(tallest, tallest_title(artist, title_room));
    const Point centre{artist.width / 2, radius + tallest + 12};
    const auto at = [&](std::size_t axis, float share) {
        const float angle = 6.2831853F * static_cast<float>(axis) / static_cast<float>(count);
        return Point{centre.x + radius * share * std::sin(angle), centre.y - radius * share * std::cos(angle)};
    };
    for (int ring = 1; ring <= rings; ++ring) {
        const float share = static_cast<float>(ring) / rings;
        for (std::size_t axis = 0; axis < count; ++axis)
            artist.line(at(axis, share), at((axis + 1) % count, share), ring == rings ? Tint::line_strong : Tint::line);
    }
    for (std::size_t axis = 0; axis < count; ++axis) artist.line(centre, at(axis, 1), Tint::line_strong);
    for (std::size_t axis = 0; axis < count && marks.size() == count; ++axis) {
        const auto share = [&](std::size_t one) { return static_cast<float>(marks[one]) / rings; };
        const std::size_t next = (axis + 1) % count;
        if (marks[axis] > 0 && marks[next] > 0)
            artist.line(at(axis, share(axis)), at(next, share(next)), Tint::accent, 3);
        if (marks[axis] > 0) artist.disc(at(axis, share(axis)), 6);
    }
    for (std::size_t axis = 0; axis < count; ++axis) {
        const Point end = at(axis, 1);
        const float room = with_titles ? title_room : number_room;
        const std::string words = with_titles ? numbered_title(figure, axis) : std::to_string(axis + 1);
        const float height = artist.height(words, true, room);
        const float aside = end.x - centre.x;
        FigureLabel label{words, end.x + 12, end.y - height / 2, room, true, Anchor::start};
        if (std::abs(aside) < 1) {
            label.x = end.x - room / 2;
            label.y = end.y < centre.y ? end.y - height - 8 : end.y + 8;
            label.anchor = Anchor::middle;
        } else if (aside < 0) {
            label.x = end.x - 12 - room;
            label.anchor = Anchor::end;
        }
        artist.made.labels.push_back(std::move(label));
    }
    artist.made.height = centre.y + radius + tallest + 12;
}

int largest_value(const Figure& figure) {
    int largest = 1;
    for (const FigurePart& part : figure.parts) largest = std::max(largest, part.value.value_or(0));
    return largest;
}

// Lying bars from one line: the words above, the number behind.
void arrange_bars(Artist& artist) {
    const float thickness = artist.room.line_height() + 2;
    const Figure& figure = artist.figure;
    const auto largest = static_cast<float>(largest_value(figure));
    float number_room = 0;
    for (const FigurePart& part : figure.parts)
        number_room =
            std::max(number_room, artist.room.width(written_value(part.value.value_or(0), figure.unit), true));
    const float longest = artist.width - number_room - 12;
    float y = 0;
    for (const FigurePart& part : figure.parts) {
        const float title = artist.height(part.title, false, artist.width);
        artist.write(part.title, {0, y, artist.width}, false);
        y += title + 2;
        const float length = std::max(2.0F, longest * static_cast<float>(part.value.value_or(0)) / largest);
        artist.fill({0, y, length, thickness}, Tint::accent);
        const std::string number = written_value(part.value.value_or(0), figure.unit);
        artist.write(number,
                     {length + 8, y + (thickness - artist.height(number, true, number_room + 2)) / 2, number_room + 2},
                     true);
        y += thickness + 14;
    }
    artist.made.height = y - 14;
}

// One bar of all parts, told apart by pattern as well as tint, and a key under it.
void arrange_stacked_bar(Artist& artist) {
    constexpr float thickness = 44;
    const float swatch = artist.grown(26);
    const float swatch_height = artist.grown(18);
    constexpr Tint tints[] = {Tint::accent, Tint::surface, Tint::line, Tint::muted};
    constexpr Hatch hatches[] = {Hatch::none, Hatch::stripes, Hatch::dots, Hatch::none};
    const Figure& figure = artist.figure;
    double sum = 0;
    for (const FigurePart& part : figure.parts) sum += part.value.value_or(0);
    const auto mark = [&](const Area& area, std::size_t at) {
        artist.fill(area, tints[at % 4]);
        if (hatches[at % 4] != Hatch::none) artist.hatch(area, hatches[at % 4]);
        artist.frame(area);
    };
    float x = half_line;
    float y = thickness + 16;
    for (std::size_t at = 0; at < figure.parts.size(); ++at) {
        const FigurePart& part = figure.parts[at];
        const auto share = static_cast<float>(part.value.value_or(0) / std::max(1.0, sum));
        const Area area{x, half_line, (artist.width - 2 * half_line) * share, thickness};
        mark(area, at);
        x = area.right();
        const std::string words = part.title + ": " + written_value(part.value.value_or(0), figure.unit);
        const float room = artist.width - swatch - 12;
        const float height = artist.height(words, false, room);
        mark({half_line, y + (height - swatch_height) / 2, swatch, swatch_height}, at);
        artist.write(words, {swatch + 12, y, room}, false);
        y += height + 8;
    }
    artist.made.height = y - 8;
}

}  // namespace

bool is_arranged(FigureKind kind) { return kind != FigureKind::table && kind != FigureKind::ruler; }

Arrangement arrange(const Figure& figure, const std::vector<int>& marks, float width, const WordRoom& room) {
    Artist artist{figure, room, width};
    if (figure.parts.empty()) return {};
    switch (figure.kind) {
        case FigureKind::stairs: arrange_stairs(artist); break;
        case FigureKind::cycle:
            width >= artist.grown(wide_enough) ? arrange_ring(artist) : arrange_column(artist);
            break;
        case FigureKind::flow: arrange_flow(artist); break;
        case FigureKind::radar: arrange_radar(artist, marks); break;
        case FigureKind::bars: arrange_bars(artist); break;
        case FigureKind::stacked_bar: arrange_stacked_bar(artist); break;
        case FigureKind::table:
        case FigureKind::ruler: break;
    }
    return std::move(artist.made);
}

}  // namespace core
