#include <cmath>

#include "figure/arrange.hpp"
#include "layout/families.hpp"

namespace shell {

namespace {

constexpr TextStyle style = TextStyle::ruler_note;

core::Rich in_weight(const std::string& text, bool strong) {
    return {{text, strong ? core::RunKind::strong : core::RunKind::plain, {}}};
}

Align align_of(core::Anchor anchor) {
    switch (anchor) {
        case core::Anchor::start: break;
        case core::Anchor::middle: return Align::centre;
        case core::Anchor::end: return Align::right;
    }
    return Align::left;
}

class ScreenRoom final : public core::WordRoom {
public:
    explicit ScreenRoom(const Context& context) : context_(context) {}
    [[nodiscard]] float height(const std::string& text, bool strong, float width) const override {
        return set_text(context_, style, in_weight(text, strong), {0, 0, width}).rect.height;
    }
    [[nodiscard]] float width(const std::string& text, bool strong) const override {
        return text_width(context_, style, in_weight(text, strong));
    }
    [[nodiscard]] float line_height() const override { return scaled_look(context_, style).line_height; }

private:
    const Context& context_;
};

}  // namespace

Box lay_out(const Context& context, const core::Element& element, const core::Illustration& shown, const Spot& spot) {
    core::Arrangement arranged = core::arrange(shown.figure, shown.marks, spot.width, ScreenRoom(context));
    Box box = make_box(element, {spot.x, spot.y, spot.width, std::ceil(arranged.height)});
    box.shapes = std::move(arranged.shapes);
    for (const core::FigureLabel& label : arranged.labels) {
        // On whole pixels, as all words.
        const Spot room{spot.x + std::floor(label.x), spot.y + std::floor(label.y), std::ceil(label.width)};
        box.texts.push_back(
            set_text(context, style, in_weight(label.text, label.strong), room, align_of(label.anchor)));
    }
    return box;
}

}  // namespace shell
