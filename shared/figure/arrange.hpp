// arrange.hpp -- where the shapes and words of a figure stand.
//
// One arrangement, two readers: on screen the layout sets the words by the
// page's own face; on paper draw_figure sets them by guess. The ruler has its
// own (ruler_drawing.hpp), and a table is not drawn.
// Knows: content's figures, drawing. Never: a face, a colour value.

#pragma once

#include <string>
#include <vector>

#include "content/knowledge.hpp"
#include "figure/drawing.hpp"

namespace core {

// How much room words need, in CSS px.
class WordRoom {
public:
    WordRoom() = default;
    WordRoom(const WordRoom&) = delete;
    WordRoom& operator=(const WordRoom&) = delete;
    virtual ~WordRoom() = default;
    // Broken into lines no wider than `width`.
    [[nodiscard]] virtual float height(const std::string& text, bool strong, float width) const = 0;
    // On one line.
    [[nodiscard]] virtual float width(const std::string& text, bool strong) const = 0;
    // Of one line: larger letters make everything larger.
    [[nodiscard]] virtual float line_height() const = 0;
};

struct FigureLabel {
    std::string text;
    float x = 0, y = 0, width = 0;  // upper left corner of its room
    bool strong = false;
    Anchor anchor = Anchor::start;
};

struct Arrangement {
    float height = 0;
    std::vector<Shape> shapes = {};  // from the upper left corner of the figure
    std::vector<FigureLabel> labels = {};
};

// Does this kind have a drawing of its own here?
bool is_arranged(FigureKind kind);

// `width` at least 240. `marks`: radar only, 1 to 5 for each part, 0 where none is set; may be empty.
Arrangement arrange(const Figure& figure, const std::vector<int>& marks, float width, const WordRoom& room);

// For paper, words and all; of the ruler too.
Drawing draw_figure(const Figure& figure, const std::vector<int>& marks, float width);

}  // namespace core
