#include <algorithm>

#include "base/text.hpp"
#include "figure/arrange.hpp"
#include "figure/ruler_drawing.hpp"

namespace core {

namespace {

constexpr float letter = 15;
constexpr float line_room = 22;

// No face to measure with: about as wide as such a line is set, rather too wide than too narrow.
float about_width(std::string_view text, bool strong) {
    return static_cast<float>(count_characters(text)) * letter * (strong ? 0.56F : 0.53F);
}

std::vector<std::string> break_words(const std::string& text, bool strong, float width) {
    std::vector<std::string> lines(1);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        std::string& line = lines.back();
        const float used = about_width(line, strong) + about_width(" ", strong);
        if (!line.empty() && used + about_width(word, strong) > width) {
            lines.push_back(word);
        } else {
            if (!line.empty()) line += ' ';
            line += word;
        }
        at = end + 1;
    }
    return lines;
}

class PaperRoom final : public WordRoom {
public:
    [[nodiscard]] float height(const std::string& text, bool strong, float width) const override {
        return line_room * static_cast<float>(break_words(text, strong, width).size());
    }
    [[nodiscard]] float width(const std::string& text, bool strong) const override { return about_width(text, strong); }
    [[nodiscard]] float line_height() const override { return line_room; }
};

void add_label(const FigureLabel& label, std::vector<Shape>& to) {
    float x = label.x;
    if (label.anchor == Anchor::middle) x += label.width / 2;
    if (label.anchor == Anchor::end) x += label.width;
    float y = label.y + line_room * 0.75F;
    for (std::string& line : break_words(label.text, label.strong, label.width)) {
        to.emplace_back(LabelShape{
            .at = {x, y}, .text = std::move(line), .size = letter, .strong = label.strong, .anchor = label.anchor});
        y += line_room;
    }
}

}  // namespace

Drawing draw_figure(const Figure& figure, const std::vector<int>& marks, float width) {
    if (figure.kind == FigureKind::ruler) {
        RulerFigure ruler;
        for (const FigurePart& part : figure.parts) ruler.levels.push_back(part.title);
        return draw_ruler(ruler, width);
    }
    Arrangement arranged = arrange(figure, marks, width, PaperRoom());
    Drawing drawing{.width = width, .height = arranged.height, .shapes = std::move(arranged.shapes)};
    for (const FigureLabel& label : arranged.labels) add_label(label, drawing.shapes);
    return drawing;
}

}  // namespace core
