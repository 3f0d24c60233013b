#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "base/text.hpp"
#include "figure/arrange.hpp"
#include "figure/figure_table.hpp"
#include "figure/write_svg.hpp"
#include "support/shipped_content.hpp"

namespace {

using namespace core;
using support::shipped_content;

constexpr float tall = 22;

// A face whose letters are all half as wide as they are high.
class EvenRoom final : public WordRoom {
public:
    [[nodiscard]] float height(const std::string& text, bool strong, float wide) const override {
        float lines = 1;
        float used = 0;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(' ', at), text.size());
            const float word = width(text.substr(at, end - at), strong);
            if (used > 0 && used + 8 + word > wide) {
                ++lines;
                used = 0;
            }
            used += (used > 0 ? 8 : 0) + word;
            at = end + 1;
        }
        return lines * tall;
    }
    [[nodiscard]] float width(const std::string& text, bool) const override {
        return static_cast<float>(count_characters(text)) * 8;
    }
    [[nodiscard]] float line_height() const override { return tall; }
};

struct Span {
    float x, y, right, bottom;
};

bool overlap(const Span& one, const Span& other) {
    constexpr float tolerance = 0.5F;
    return one.x + tolerance < other.right && other.x + tolerance < one.right && one.y + tolerance < other.bottom &&
           other.y + tolerance < one.bottom;
}

// Where the words themselves stand in their room.
Span span_of(const FigureLabel& label, const WordRoom& room) {
    const float wide = std::min(label.width, room.width(label.text, label.strong));
    float x = label.x;
    if (label.anchor == Anchor::middle) x += (label.width - wide) / 2;
    if (label.anchor == Anchor::end) x += label.width - wide;
    return {x, label.y, x + wide, label.y + room.height(label.text, label.strong, label.width)};
}

std::string all_words(const Figure& figure) {
    std::string words;
    for (const std::vector<std::string>& row : rows_of(figure)) {
        for (const std::string& cell : row) words += cell + "\n";
    }
    return words;
}

}  // namespace

TEST_CASE("The words of every figure stand inside it and beside each other, on a phone and on a wide page",
          "[figure][content]") {
    const float width = GENERATE(240.0F, 326.0F, 560.0F, 712.0F, 992.0F);
    const EvenRoom room;
    for (const Figure& figure : shipped_content().knowledge.figures) {
        INFO(figure.id.value << " at " << width);
        const Arrangement arranged = arrange(figure, {}, width, room);
        if (!is_arranged(figure.kind)) {
            CHECK(arranged.labels.empty());
            continue;
        }
        REQUIRE(arranged.labels.size() >= figure.parts.size());
        CHECK_FALSE(arranged.shapes.empty());
        for (std::size_t at = 0; at < arranged.labels.size(); ++at) {
            const Span span = span_of(arranged.labels[at], room);
            INFO(arranged.labels[at].text);
            CHECK(span.x >= 0);
            CHECK(span.right <= width + 0.5F);
            CHECK(span.y >= 0);
            CHECK(span.bottom <= arranged.height + 0.5F);
            for (std::size_t other = 0; other < at; ++other) {
                INFO("and " << arranged.labels[other].text);
                CHECK_FALSE(overlap(span, span_of(arranged.labels[other], room)));
            }
        }
    }
}

TEST_CASE("The table of every figure says all that its drawing says", "[figure][content]") {
    const EvenRoom room;
    REQUIRE(shipped_content().knowledge.figures.size() >= 9);
    for (const Figure& figure : shipped_content().knowledge.figures) {
        INFO(figure.id.value);
        const std::string words = all_words(figure);
        const std::vector<std::vector<std::string>> rows = rows_of(figure);
        REQUIRE(rows.size() == figure.parts.size());
        for (std::size_t at = 0; at < rows.size(); ++at) {
            const FigurePart& part = figure.parts[at];
            INFO("row " << at);
            REQUIRE(rows[at].size() == figure.columns.size());
            const auto holds = [&row = rows[at]](const std::string& cell) {
                return std::find(row.begin() + 1, row.end(), cell) != row.end();
            };
            CHECK(rows[at].front() == numbered_title(figure, at));
            CHECK((part.body.empty() || holds(part.body)));
            CHECK((!part.value || holds(written_value(*part.value, figure.unit))));
            for (const FigureArrow& arrow : figure.arrows) {
                if (arrow.from == part.id) CHECK(rows[at].back().find(arrow.when) != std::string::npos);
            }
        }
        for (const FigureLabel& label : arrange(figure, {}, 712, room).labels) {
            INFO(label.text);
            if (figure.kind != FigureKind::stacked_bar) {
                CHECK(words.find(label.text) != std::string::npos);
                continue;
            }
            // A title and its number in one: both of the same row.
            const std::size_t colon = label.text.rfind(": ");
            REQUIRE(colon != std::string::npos);
            const std::string title = label.text.substr(0, colon);
            const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one[0] == title; });
            REQUIRE(row != rows.end());
            CHECK((*row)[1] == label.text.substr(colon + 2));
        }
    }
}

TEST_CASE("Bars are as long as their numbers, from a common line", "[figure]") {
    Figure figure;
    figure.kind = FigureKind::bars;
    figure.parts = {{"", "Den ene", "", 129000}, {"", "Den anden", "", 43000}, {"", "Ingen", "", 0}};
    const Arrangement arranged = arrange(figure, {}, 600, EvenRoom());

    std::vector<RectangleShape> bars;
    for (const Shape& shape : arranged.shapes) bars.push_back(*std::get_if<RectangleShape>(&shape));
    REQUIRE(bars.size() == 3);
    for (const RectangleShape& bar : bars) CHECK(bar.x == 0);
    CHECK(std::abs(bars[0].width - 3 * bars[1].width) < 0.5F);
    CHECK(bars[2].width < 3);
    CHECK(written_value(129000, "underretninger") == "129.000");
    CHECK(written_value(1290000, "") == "1.290.000");
    CHECK(written_value(44, "%") == "44 %");
}

TEST_CASE("The shares of a stacked bar fill it, and neighbours differ in pattern", "[figure]") {
    const Figure& figure = *find_figure(shipped_content().knowledge, FigureId{"notifications_by_age"});
    const Arrangement arranged = arrange(figure, {}, 602, EvenRoom());

    std::vector<RectangleShape> filled;
    std::vector<RectangleShape> framed;
    std::vector<Hatch> patterns;
    for (const Shape& shape : arranged.shapes) {
        const auto* area = std::get_if<RectangleShape>(&shape);
        if (area == nullptr || area->height <= 40) continue;  // the key's are lower
        if (area->fill != Tint::none) {
            filled.push_back(*area);
            patterns.push_back(Hatch::none);
        } else if (area->hatch != Hatch::none) {
            REQUIRE_FALSE(patterns.empty());
            patterns.back() = area->hatch;  // over what was filled last
        } else {
            framed.push_back(*area);
        }
    }
    REQUIRE(filled.size() == figure.parts.size());
    REQUIRE(framed.size() == figure.parts.size());
    float x = filled.front().x;
    for (std::size_t at = 0; at < figure.parts.size(); ++at) {
        INFO(figure.parts[at].title);
        const float share = static_cast<float>(figure.parts[at].value.value_or(0)) / 100 * 600;
        for (const RectangleShape& area : {filled[at], framed[at]}) {
            CHECK(std::abs(area.x - x) < 0.5F);
            CHECK(std::abs(area.width - share) < 0.5F);
        }
        x += share;
        if (at > 0) CHECK(patterns[at] != patterns[at - 1]);
    }
    CHECK(std::abs(x - filled.front().x - 600) < 0.5F);
    CHECK(arranged.labels.size() == figure.parts.size());
}

TEST_CASE("A radar shows the marks somebody set, and leaves a gap where none is", "[figure]") {
    const Figure& figure = *find_figure(shipped_content().knowledge, FigureId{"six_components"});
    const auto discs = [&](const std::vector<int>& marks) {
        int found = 0;
        for (const Shape& shape : arrange(figure, marks, 700, EvenRoom()).shapes)
            found += std::holds_alternative<CircleShape>(shape) ? 1 : 0;
        return found;
    };
    CHECK(discs({}) == 0);
    CHECK(discs({1, 2, 3, 4, 5, 1}) == 6);
    CHECK(discs({1, 0, 3, 4, 0, 1}) == 4);
}

TEST_CASE("On paper every figure has its words, and none runs out of the page", "[figure][content]") {
    constexpr float width = 700;
    for (const Figure& figure : shipped_content().knowledge.figures) {
        if (figure.kind == FigureKind::table) continue;
        INFO(figure.id.value);
        const Drawing drawing = draw_figure(figure, {}, width);
        CHECK(drawing.height > 40);
        const std::string svg = write_svg(drawing, figure.title);
        CHECK(svg.find("aria-label=\"" + escape_html(figure.title)) != std::string::npos);
        for (const Shape& shape : drawing.shapes) {
            const auto* label = std::get_if<LabelShape>(&shape);
            if (label == nullptr) continue;
            CHECK(label->at.x >= 0);
            CHECK(label->at.x <= width);
            CHECK(label->at.y <= drawing.height);
        }
    }
}
