#include <algorithm>
#include <cmath>
#include <optional>

#include "figure/ruler_drawing.hpp"
#include "layout/families.hpp"

namespace shell {

namespace {

constexpr float bar_height = 64;  // lying
constexpr float side = 10;        // lying: room at both ends for the dashed frame
constexpr float sign_radius = 12;
constexpr float name_gap = 4;  // lying: from a name to its zone's edge

core::Rich level_name(const core::Ruler& ruler, std::size_t level) {
    const bool is_mark = ruler.mark == level;
    return {{ruler.levels[level], is_mark ? core::RunKind::strong : core::RunKind::plain, {}}};
}

core::Rich strong_text(const std::string& text) { return {{text, core::RunKind::strong, {}}}; }

bool shows_mark(const core::Ruler& ruler) { return ruler.mark && !ruler.mark_label.empty(); }
bool shows_feeling(const core::Ruler& ruler) { return ruler.feeling && !ruler.feeling_label.empty(); }
bool shows_span(const core::Ruler& ruler) { return ruler.span && !ruler.span_label.empty(); }

// The names are measured strong, so that marking moves nothing.
float longest_name_word(const Context& context, const core::Ruler& ruler) {
    float longest = 0;
    for (const std::string& name : ruler.levels) {
        longest = std::max(longest, word_width(context, TextStyle::ruler_level, strong_text(name)));
    }
    return longest;
}

// What stands beside an upright ruler, each on its own line.
float longest_line(const Context& context, const core::Ruler& ruler) {
    float longest = text_width(context, TextStyle::ruler_note, strong_text(ruler.mark_label));
    longest = std::max(longest, text_width(context, TextStyle::ruler_note, plain_text(ruler.feeling_label)));
    for (const std::string& name : ruler.levels) {
        longest = std::max(longest, text_width(context, TextStyle::ruler_level, strong_text(name)));
    }
    return longest;
}

// Letters of another size, with lines to match.
TextLook resized(const TextLook& look, float size) {
    return {size, std::round(look.line_height * size / look.size), look.weight};
}

// ---- Lying -----------------------------------------------------------------

struct Lying {
    float zone = 0;
    Rect bar;
    TextLook look;  // of the names
    [[nodiscard]] float middle(std::size_t level) const { return bar.x + (static_cast<float>(level) + 0.5F) * zone; }
};

// Empty when the names have no room: then the ruler stands. On a page of
// ordinary width the names may be a little smaller for it to lie.
std::optional<Lying> shape_lying(const Context& context, const core::Ruler& ruler, const Spot& spot) {
    if (context.narrow || ruler.levels.empty()) return std::nullopt;
    const float count = static_cast<float>(ruler.levels.size());
    Lying lying;
    lying.zone = std::floor((spot.width - 2 * side) / count);
    lying.bar = {spot.x + side, 0, lying.zone * count, bar_height};
    lying.look = scaled_look(context, TextStyle::ruler_level);
    const float word = longest_name_word(context, ruler);
    const TextLook full = lying.look;
    while (word * lying.look.size > (lying.zone - 2 * name_gap) * full.size) {
        lying.look = resized(full, lying.look.size - 1);
        if (lying.look.size < grown(context, 16)) return std::nullopt;
    }
    return lying;
}

// A label centred on a point, kept within the figure.
TextBlock label_at(const Context& context, TextStyle style, const core::Rich& text, float centre, float y,
                   const Spot& spot) {
    const float width = std::min(spot.width, text_width(context, style, text));
    const float x = std::clamp(std::floor(centre - width / 2), spot.x, spot.x + spot.width - width);
    return set_text(context, style, text, {x, y, width}, Align::centre);
}

bool collide(const Rect& a, const Rect& b) { return a.x < b.right() + 8 && b.x < a.right() + 8; }

// The labels above the bar: mark on its pointer, feeling on its circle; the
// feeling goes up a line when both would meet. Returns the room they need.
float add_labels_above(const Context& context, const core::Ruler& ruler, const Lying& lying, const Spot& spot,
                       std::vector<TextBlock>& labels) {
    constexpr float pointer_room = 34;
    constexpr float circle_room = 24;
    float above = 12;
    if (shows_mark(ruler)) {
        TextBlock mark = label_at(context, TextStyle::ruler_level, strong_text(ruler.mark_label),
                                  lying.middle(*ruler.mark), spot.y, spot);
        mark.rect.y = -pointer_room - mark.rect.height;  // from the bar's upper edge, moved later
        above = pointer_room + mark.rect.height;
        labels.push_back(std::move(mark));
    }
    if (!shows_feeling(ruler)) return above;
    const bool same_zone = ruler.mark == ruler.feeling && shows_mark(ruler);
    const float aside = same_zone ? core::feeling_offset(lying.zone, labels.front().rect.width) : 0;
    const float centre = lying.middle(*ruler.feeling) - aside;
    TextBlock feeling = label_at(context, TextStyle::ruler_note, plain_text(ruler.feeling_label), centre, spot.y, spot);
    feeling.rect.y = -circle_room - feeling.rect.height;
    if (!labels.empty() && collide(labels.front().rect, feeling.rect)) {
        feeling.rect.y = labels.front().rect.y - feeling.rect.height;
    }
    above = std::max(above, -feeling.rect.y);
    labels.push_back(std::move(feeling));
    return above;
}

Box lay_out_lying(const Context& context, const core::Element& element, const core::Ruler& ruler, Lying lying,
                  const Spot& spot) {
    const bool interactive = !ruler.actions.empty();
    const std::size_t count = ruler.levels.size();

    std::vector<TextBlock> labels;
    float above = add_labels_above(context, ruler, lying, spot, labels);
    // Where a mark can come, its room is there before it comes.
    if (interactive) above = std::max(above, 34 + scaled_look(context, TextStyle::ruler_level).line_height);
    lying.bar.y = spot.y + above;
    for (TextBlock& label : labels) label.rect.y += lying.bar.y;

    Box figure = make_part(element, BoxRole::figure, {spot.x, spot.y, spot.width, 0});
    Box bar = make_part(element, BoxRole::cover, lying.bar);
    figure.children.push_back(std::move(bar));
    const float names_y = lying.bar.bottom() + (interactive ? 2 * sign_radius + 20 : 14);
    float bottom = names_y;
    for (std::size_t level = 0; level < count; ++level) {
        const float x = lying.bar.x + static_cast<float>(level) * lying.zone;
        TextBlock name = set_text(context, TextStyle::ruler_level, lying.look, level_name(ruler, level),
                                  {x + name_gap, names_y, lying.zone - 2 * name_gap}, Align::centre);
        const auto lines = static_cast<float>(
            break_lines(strong_text(ruler.levels[level]), name.look, context.measure, name.rect.width).size());
        bottom = std::max(bottom, names_y + std::max(name.rect.height, lines * name.look.line_height));
        if (!interactive) {
            figure.texts.push_back(std::move(name));
            continue;
        }
        Box option = make_part(element, BoxRole::option, {x, lying.bar.y, lying.zone, 0}, level);
        option.texts.push_back(std::move(name));
        figure.children.push_back(std::move(option));
    }
    for (Box& child : figure.children) {
        if (child.role == BoxRole::option) child.rect.height = bottom + 4 - child.rect.y;
    }
    for (TextBlock& label : labels) figure.texts.push_back(std::move(label));
    if (ruler.span) bottom += 20;
    if (shows_span(ruler)) {
        const float centre = (lying.middle(ruler.span->lowest) + lying.middle(ruler.span->highest)) / 2;
        TextBlock label = label_at(context, TextStyle::ruler_note, plain_text(ruler.span_label), centre, bottom, spot);
        bottom = label.rect.bottom();
        figure.texts.push_back(std::move(label));
    }
    figure.rect.height = bottom + 8 - spot.y;
    return figure;
}

// ---- Upright: the lowest level on top, as it is read and as the keys go ------

struct Upright {
    Rect bar;
    float zone = 62;
    float names_x = 0;
    float names_width = 0;
    float bracket_width = 0;  // 0: the span is explained under the figure
    TextLook look;            // of the names
    TextLook note;
};

Upright shape_upright(const Context& context, const core::Ruler& ruler, const Spot& spot) {
    const bool small = spot.width < 300 || context.scale > 1.3F;
    Upright shape;
    shape.bar = {spot.x + 8, spot.y + 8, small ? 44.0F : 66.0F, 0};
    shape.names_x = shape.bar.right() + 44;
    shape.names_width = spot.x + spot.width - shape.names_x;
    shape.look = scaled_look(context, TextStyle::ruler_level);
    const float word = longest_name_word(context, ruler);
    if (shows_span(ruler)) {
        // The words beside the bracket must leave every name its one line.
        const float label = word_width(context, TextStyle::ruler_note, plain_text(ruler.span_label)) + 26;
        if (shape.names_width - label >= longest_line(context, ruler)) {
            shape.bracket_width = label;
            shape.names_width -= label;
        }
    }
    // Very large letters: rather a little smaller than a name in pieces.
    const TextLook full = shape.look;
    while (shape.look.size > grown(context, 13) && word * shape.look.size > shape.names_width * full.size) {
        shape.look = resized(full, shape.look.size - 1);
    }
    const TextLook note = scaled_look(context, TextStyle::ruler_note);
    shape.note = resized(note, std::min(note.size, shape.look.size));
    return shape;
}

// What stands beside a zone: the name, and under it whose mark it is.
struct ZoneWords {
    TextBlock name;
    std::vector<TextBlock> notes;
    float height = 0;
};

ZoneWords words_of_zone(const Context& context, const core::Ruler& ruler, const Upright& shape, std::size_t level) {
    const Spot spot{shape.names_x, 0, shape.names_width};
    ZoneWords words;
    words.name = set_text(context, TextStyle::ruler_level, shape.look, level_name(ruler, level), spot);
    words.height = words.name.rect.height;
    const auto add_note = [&](const core::Rich& text) {
        TextBlock note = set_text(context, TextStyle::ruler_note, shape.note, text, {spot.x, words.height, spot.width});
        words.height += note.rect.height;
        words.notes.push_back(std::move(note));
    };
    if (shows_mark(ruler) && *ruler.mark == level) add_note(strong_text(ruler.mark_label));
    if (shows_feeling(ruler) && *ruler.feeling == level) add_note(plain_text(ruler.feeling_label));
    return words;
}

void add_span_words(const Context& context, const core::Ruler& ruler, const Upright& shape, const Spot& spot,
                    Box& figure) {
    if (!shows_span(ruler)) return;
    if (shape.bracket_width > 0) {
        const float top = shape.bar.y + static_cast<float>(ruler.span->lowest) * shape.zone;
        const float height = static_cast<float>(ruler.span->highest - ruler.span->lowest + 1) * shape.zone;
        const float x = spot.x + spot.width - shape.bracket_width;
        TextBlock label = set_text(context, TextStyle::ruler_note, plain_text(ruler.span_label),
                                   {x, 0, shape.bracket_width - 20}, Align::right);
        label.rect.y = top + std::floor((height - label.rect.height) / 2);
        figure.texts.push_back(std::move(label));
        return;
    }
    constexpr float key_width = 40;
    const float y = figure.rect.bottom() + 6;
    TextBlock label = set_text(context, TextStyle::ruler_note, plain_text(ruler.span_label),
                               {spot.x + key_width, y, spot.width - key_width});
    figure.rect.height = label.rect.bottom() - figure.rect.y;
    figure.texts.push_back(std::move(label));
}

Box lay_out_upright(const Context& context, const core::Element& element, const core::Ruler& ruler, const Spot& spot) {
    const bool interactive = !ruler.actions.empty();
    const std::size_t count = ruler.levels.size();
    Upright shape = shape_upright(context, ruler, spot);
    std::vector<ZoneWords> words;
    for (std::size_t level = 0; level < count; ++level) {
        words.push_back(words_of_zone(context, ruler, shape, level));
        shape.zone = std::max(shape.zone, words.back().height + 12);
    }
    shape.bar.height = shape.zone * static_cast<float>(count);

    Box figure = make_part(element, BoxRole::figure, {spot.x, spot.y, spot.width, shape.bar.height + 16});
    figure.children.push_back(make_part(element, BoxRole::cover, shape.bar));
    std::vector<TextBlock> notes;
    for (std::size_t level = 0; level < count; ++level) {
        const float top = shape.bar.y + static_cast<float>(level) * shape.zone;
        ZoneWords& own = words[level];
        const float y = top + std::floor((shape.zone - own.height) / 2);
        move(own.name, 0, y);
        for (TextBlock& note : own.notes) {
            move(note, 0, y);
            notes.push_back(std::move(note));
        }
        if (!interactive) {
            figure.texts.push_back(std::move(own.name));
            continue;
        }
        const float right = spot.x + spot.width - shape.bracket_width;
        Box option = make_part(element, BoxRole::option, {spot.x, top, right - spot.x, shape.zone}, level);
        option.texts.push_back(std::move(own.name));
        figure.children.push_back(std::move(option));
    }
    // Mark before feeling, whichever zone is the higher.
    if (notes.size() == 2 && *ruler.mark > *ruler.feeling) std::swap(notes[0], notes[1]);
    for (TextBlock& note : notes) figure.texts.push_back(std::move(note));
    add_span_words(context, ruler, shape, spot, figure);
    return figure;
}

}  // namespace

Box lay_out(const Context& context, const core::Element& element, const core::Ruler& ruler, const Spot& spot) {
    Box box = make_box(element, {spot.x, spot.y, spot.width, 0});
    // A figure that only shows draws no legend: it is its name, or the summary is.
    const bool interactive = !ruler.actions.empty();
    float y = spot.y;
    if (interactive) {
        y = add_words(context, box, BoxRole::legend, TextStyle::question, plain_text(ruler.legend), spot, 8);
    }
    y = add_error(context, box, ruler.error, {spot.x, y, spot.width}, 8);
    const Spot rest{spot.x, y, spot.width};
    const std::optional<Lying> lying = shape_lying(context, ruler, rest);
    Box figure =
        lying ? lay_out_lying(context, element, ruler, *lying, rest) : lay_out_upright(context, element, ruler, rest);
    box.rect.height = figure.rect.bottom() - spot.y;
    box.children.push_back(std::move(figure));
    return box;
}

}  // namespace shell
