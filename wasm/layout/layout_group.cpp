#include <algorithm>
#include <cmath>
#include <span>

#include "layout/families.hpp"

namespace shell {

namespace {

struct Padding {
    float left = 0, top = 0, right = 0, bottom = 0;
};

Padding padding_of(const Context& context, core::GroupKind kind) {
    // With large letters on a small screen every px goes to the words.
    const bool tight = context.narrow && context.window_width / context.scale < 300;
    switch (kind) {
        case core::GroupKind::card:
            if (tight) return {13, 16, 13, 16};
            return context.narrow ? Padding{20, 18, 20, 18} : Padding{24, 20, 24, 20};
        case core::GroupKind::notice: return tight ? Padding{16, 14, 12, 14} : Padding{22, 14, 18, 14};
        case core::GroupKind::info: return tight ? Padding{16, 14, 12, 14} : Padding{22, 14, 18, 14};
        case core::GroupKind::alarm: return tight ? Padding{16, 16, 12, 16} : Padding{24, 16, 20, 16};
        case core::GroupKind::plain: return {};
        case core::GroupKind::row: return {};
        case core::GroupKind::columns: return {};
        case core::GroupKind::doors: return {};
        case core::GroupKind::head: return {};
        case core::GroupKind::section: return {};
    }
    return {};
}

Box lay_out_padded(const Context& context, const core::Element& element, core::GroupKind kind, const Spot& spot) {
    const Padding padding = padding_of(context, kind);
    Context inner = context;
    inner.in_card = context.in_card || kind == core::GroupKind::card;
    inner.in_box = context.in_box || kind == core::GroupKind::notice || kind == core::GroupKind::alarm ||
                   kind == core::GroupKind::info;
    Box box = make_box(element, {spot.x, spot.y, spot.width, 0});
    const float bottom =
        stack(inner, element.children,
              {spot.x + padding.left, spot.y + padding.top, spot.width - padding.left - padding.right}, box);
    box.rect.height = bottom + padding.bottom - spot.y;
    return box;
}

Box lay_out_columns(const Context& context, const core::Element& element, const Spot& spot) {
    constexpr float gap = 24;
    if (context.narrow) return lay_out_padded(context, element, core::GroupKind::plain, spot);
    Box box = make_box(element, {spot.x, spot.y, spot.width, 0});
    const float left = std::floor((spot.width - gap) * 3 / 5);
    const float right = spot.width - gap - left;
    float y = spot.y;
    for (std::size_t i = 0; i < element.children.size(); i += 2) {
        Box first = lay_out_element(context, element.children[i], {spot.x, y, left});
        float bottom = first.rect.bottom();
        box.children.push_back(std::move(first));
        if (i + 1 < element.children.size()) {
            Box second = lay_out_element(context, element.children[i + 1], {spot.x + left + gap, y, right});
            bottom = std::max(bottom, second.rect.bottom());
            box.children.push_back(std::move(second));
        }
        y = bottom + gap;
    }
    box.rect.height = std::max(0.0F, y - gap - spot.y);
    return box;
}

// A card as high as its neighbours; a door's last line stays at the foot.
void stretch(Box& box, float height) {
    const auto* link = std::get_if<core::Link>(&box.element->body);
    if (link != nullptr && link->kind == core::LinkKind::door) { move(box.texts.back(), 0, height - box.rect.height); }
    box.rect.height = height;
}

Box lay_out_doors(const Context& context, const core::Element& element, const Spot& spot) {
    const float gap = context.narrow ? 12 : 16;
    const float least = grown(context, 200);
    const std::size_t count = element.children.size();
    std::size_t columns = context.narrow ? 1 : std::min<std::size_t>(count, 3);
    while (columns > 1 && (spot.width + gap) / static_cast<float>(columns) - gap < least) --columns;
    columns = std::max<std::size_t>(columns, 1);
    const float width = std::floor((spot.width + gap) / static_cast<float>(columns) - gap);
    Box box = make_box(element, {spot.x, spot.y, spot.width, 0});
    float y = spot.y;
    for (std::size_t i = 0; i < count; i += columns) {
        float height = 0;
        const std::size_t end = std::min(count, i + columns);
        for (std::size_t k = i; k < end; ++k) {
            const float x = spot.x + static_cast<float>(k - i) * (width + gap);
            box.children.push_back(lay_out_element(context, element.children[k], {x, y, width}));
            height = std::max(height, box.children.back().rect.height);
        }
        for (std::size_t k = i; k < end; ++k) stretch(box.children[k], height);
        y += height + gap;
    }
    box.rect.height = std::max(0.0F, y - gap - spot.y);
    return box;
}

Box lay_out_head(const Context& context, const core::Element& element, const Spot& spot) {
    constexpr float gap = 16;
    Box box = make_box(element, {spot.x, spot.y, spot.width, 0});
    if (element.children.empty()) return box;
    float right = 0;
    for (std::size_t i = 1; i < element.children.size(); ++i) {
        right += gap + natural_width(context, element.children[i], spot.width);
    }
    const bool beside = spot.width - right >= std::min(spot.width * 0.45F, grown(context, 240));
    const float left = beside ? spot.width - right : spot.width;
    Box first = lay_out_element(context, element.children.front(), {spot.x, spot.y, left});
    float bottom = first.rect.bottom();
    box.children.push_back(std::move(first));
    if (!beside) {
        const std::span<const core::Element> rest = std::span(element.children).subspan(1);
        bottom = wrap(context, rest, {spot.x, bottom + 8, spot.width}, box, gap, 8);
        box.rect.height = bottom - spot.y;
        return box;
    }
    float x = spot.x + left;
    for (std::size_t i = 1; i < element.children.size(); ++i) {
        const float width = natural_width(context, element.children[i], spot.width);
        Box other = lay_out_element(context, element.children[i], {x + gap, spot.y, width});
        bottom = std::max(bottom, other.rect.bottom());
        x += gap + width;
        box.children.push_back(std::move(other));
    }
    box.rect.height = bottom - spot.y;
    return box;
}

}  // namespace

Box lay_out(const Context& context, const core::Element& element, const core::Group& group, const Spot& spot) {
    switch (group.kind) {
        case core::GroupKind::columns: return lay_out_columns(context, element, spot);
        case core::GroupKind::doors: return lay_out_doors(context, element, spot);
        case core::GroupKind::head: return lay_out_head(context, element, spot);
        case core::GroupKind::row: {
            Box box = make_box(element, {spot.x, spot.y, spot.width, 0});
            const float bottom = wrap(context, element.children, spot, box, 16, context.narrow ? 12 : 16);
            box.rect.height = bottom - spot.y;
            return box;
        }
        case core::GroupKind::plain:
        case core::GroupKind::card:
        case core::GroupKind::notice:
        case core::GroupKind::alarm:
        case core::GroupKind::info:
        case core::GroupKind::section: return lay_out_padded(context, element, group.kind, spot);
    }
    return make_box(element, {spot.x, spot.y, spot.width, 0});
}

}  // namespace shell
