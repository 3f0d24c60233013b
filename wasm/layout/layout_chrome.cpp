#include <algorithm>
#include <cmath>
#include <span>

#include "layout/families.hpp"

namespace shell {

namespace {

constexpr float header_height = 56;
constexpr float logo_width = 34;
constexpr float logo_gap = 10;

bool is_left(const core::Element& element) {
    if (std::holds_alternative<core::Brand>(element.body)) return true;
    const auto* link = std::get_if<core::Link>(&element.body);
    return link != nullptr && link->kind == core::LinkKind::nav;
}

bool is_in_line(const core::Element& element) {
    return std::holds_alternative<core::Link>(element.body) || std::holds_alternative<core::Button>(element.body) ||
           std::holds_alternative<core::Tag>(element.body);
}

float sum_of_widths(const Context& context, std::span<const core::Element> elements, float gap, float most) {
    float sum = 0;
    for (const core::Element& element : elements) sum += natural_width(context, element, most) + gap;
    return elements.empty() ? 0 : sum - gap;
}

// Puts elements from x on beside each other; returns how high the highest is.
float put_in_line(const Context& context, std::span<const core::Element> elements, float x, float top, float gap,
                  float most, Box& parent) {
    float height = 0;
    for (const core::Element& element : elements) {
        const float width = natural_width(context, element, most);
        Box box = lay_out_element(context, element, {x, top, width});
        height = std::max(height, box.rect.height);
        x += width + gap;
        parent.children.push_back(std::move(box));
    }
    return height;
}

// Each in the middle of the bar.
void centre_all(Box& parent, std::size_t begin, float height) {
    for (std::size_t i = begin; i < parent.children.size(); ++i) {
        Box& box = parent.children[i];
        move(box, 0, std::floor((height - box.rect.height) / 2));
    }
}

}  // namespace

float brand_width(const Context& context, const core::Brand& brand) {
    return logo_width + logo_gap + text_width(context, TextStyle::brand, plain_text(brand.label));
}

Box lay_out(const Context& context, const core::Element& element, const core::Brand& brand, const Spot& spot) {
    const float x = spot.x + logo_width + logo_gap;
    const float width = std::min(spot.width, brand_width(context, brand));
    TextBlock block =
        set_text(context, TextStyle::brand, plain_text(brand.label), {x, spot.y, width - logo_width - logo_gap});
    const float height = std::max(touch_target, block.rect.height);
    move(block, 0, centred(height, block));
    Box box = make_box(element, {spot.x, spot.y, width, height});
    box.texts.push_back(std::move(block));
    return box;
}

Box lay_out_header(const Context& context, const core::View& view) {
    const float padding = context.narrow ? 16 : 24;
    const float gap = context.narrow ? 18 : 24;
    const float most = context.window_width - 2 * padding;
    const std::span<const core::Element> all(view.header);
    const auto first_right = std::find_if_not(all.begin(), all.end(), is_left);
    const auto left_count = static_cast<std::size_t>(first_right - all.begin());
    const auto left = all.first(left_count);
    const auto right = all.subspan(left_count);
    const float left_width = sum_of_widths(context, left, gap, most);
    const float right_width = sum_of_widths(context, right, gap, most);

    Box box;
    box.id = "header";
    if (view.header.empty()) return box;
    box.rect = {0, 0, context.window_width, 0};
    const float right_x = context.window_width - padding - right_width;
    if (left_width + (right.empty() ? 0 : gap) + right_width <= most) {
        const float left_height = put_in_line(context, left, padding, 0, gap, most, box);
        const float right_height = put_in_line(context, right, right_x, 0, gap, most, box);
        box.rect.height = std::max({header_height, left_height + 8, right_height + 8});
        centre_all(box, 0, box.rect.height);
        return box;
    }
    // On a phone the name has the first row, and the places follow in reading order.
    const std::size_t brands = !all.empty() && std::holds_alternative<core::Brand>(all.front().body) ? 1 : 0;
    const float brands_width = sum_of_widths(context, all.first(brands), gap, most);
    const auto places = left.subspan(brands);
    const float places_width = sum_of_widths(context, places, gap, most);
    if (brands > 0 && !right.empty() && brands_width + gap + right_width <= most && places_width <= most) {
        const float brand_height = put_in_line(context, all.first(brands), padding, 4, gap, most, box);
        const float row = std::max(brand_height, put_in_line(context, right, right_x, 4, gap, most, box));
        const std::size_t begin = box.children.size();
        box.rect.height = 4 + row + put_in_line(context, places, padding, 4 + row, gap, most, box) + 4;
        // As in the View, for whoever looks a box up by its place: the last are the places.
        std::rotate(box.children.begin() + static_cast<std::ptrdiff_t>(brands),
                    box.children.begin() + static_cast<std::ptrdiff_t>(begin), box.children.end());
        return box;
    }
    const float top = 4 + put_in_line(context, all.first(brands), padding, 4, gap, most, box);
    if (places_width + gap + right_width <= most) {
        const std::size_t begin = box.children.size();
        const float left_height = put_in_line(context, places, padding, top, gap, most, box);
        const float right_height = put_in_line(context, right, right_x, top, gap, most, box);
        const float height = std::max(left_height, right_height);
        centre_all(box, begin, height);
        box.rect.height = top + height + 4;
    } else {
        box.rect.height = wrap(context, all.subspan(brands), {padding, top, most}, box, gap, 0) + 4;
    }
    return box;
}

Box lay_out_footer(const Context& context, const core::View& view, const Spot& spot) {
    const float padding = context.narrow ? 16 : 24;
    const float width = std::min<float>(view.wide ? 1040 : 760, spot.width) - 2 * padding;
    const float x = std::floor((spot.width - width) / 2);
    Box box;
    box.id = "footer";
    box.rect = {spot.x, spot.y, spot.width, 0};
    const std::span<const core::Element> all(view.footer);
    if (all.empty()) return box;
    float y = spot.y + 17;
    std::size_t begin = 0;
    while (begin < all.size()) {
        std::size_t end = begin;
        while (end < all.size() && is_in_line(all[end])) ++end;
        if (end > begin) {
            y = wrap(context, all.subspan(begin, end - begin), {x, y, width}, box, 24, 0) + 8;
        } else {
            Box child = lay_out_element(context, all[begin], {x, y, width});
            y = child.rect.bottom() + 8;
            box.children.push_back(std::move(child));
            end = begin + 1;
        }
        begin = end;
    }
    box.rect.height = y + 8 - spot.y;
    return box;
}

Box lay_out_dialog(const Context& context, const core::Dialog& dialog) {
    const float margin = context.narrow ? 8 : 24;
    // A question is asked whole, also in 320 × 256 px: 1280 × 1024 at 400 %.
    const float padding = context.window_height < 320 ? 12.0F : (context.narrow ? 20.0F : 28.0F);
    const float width = std::min<float>(560, context.window_width - 2 * margin);
    const float x = std::floor((context.window_width - width) / 2);
    Box box;
    box.id = dialog.id;
    const float bottom = stack(context, dialog.elements, {x + padding, padding, width - 2 * padding}, box);
    box.rect = {x, 0, width, bottom + padding};
    const float room = context.window_height - box.rect.height;
    move(box, 0, std::max(0.0F, std::floor(room / 2)));
    return box;
}

}  // namespace shell
