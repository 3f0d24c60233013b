#include <algorithm>
#include <cmath>

#include "layout/families.hpp"

namespace shell {

namespace {

constexpr float tag_padding_x = 9;  // 8 and the border
constexpr float tag_padding_y = 2;
constexpr float quote_indent = 20;

float marker_room(const Context& context, const core::List& list) {
    const float bullet = grown(context, 22);
    if (!list.ordered) return bullet;
    const std::string widest = std::to_string(list.items.size()) + ".";
    return std::max(bullet, text_width(context, TextStyle::body, plain_text(widest)) + grown(context, 10));
}

}  // namespace

TextStyle style_of(const core::Heading& heading) {
    if (heading.level == 1) return TextStyle::h1;
    return heading.level == 2 ? TextStyle::h2 : TextStyle::h3;
}

TextStyle style_of(const core::Paragraph& paragraph) {
    switch (paragraph.tone) {
        case core::ParagraphTone::body: return TextStyle::body;
        case core::ParagraphTone::lead: return TextStyle::lead;
        case core::ParagraphTone::small: return TextStyle::small;
        case core::ParagraphTone::muted: return TextStyle::body;
        case core::ParagraphTone::small_muted: return TextStyle::small;
        case core::ParagraphTone::quote: return TextStyle::body;
    }
    return TextStyle::body;
}

Box lay_out(const Context& context, const core::Element& element, const core::Heading& heading, const Spot& spot) {
    TextBlock block = set_text(context, style_of(heading), heading.text, spot);
    Box box = make_box(element, block.rect);
    box.texts.push_back(std::move(block));
    return box;
}

Box lay_out(const Context& context, const core::Element& element, const core::Paragraph& paragraph, const Spot& spot) {
    const TextStyle style = style_of(paragraph);
    const float indent = paragraph.tone == core::ParagraphTone::quote ? quote_indent : 0;
    const float most = spot.width - indent;
    const float width = context.in_box ? most : comfortable_width(context, style, most);
    TextBlock block = set_text(context, style, paragraph.text, {spot.x + indent, spot.y, width});
    Box box = make_box(element, {spot.x, spot.y, width + indent, block.rect.height});
    box.texts.push_back(std::move(block));
    return box;
}

Box lay_out(const Context& context, const core::Element& element, const core::List& list, const Spot& spot) {
    constexpr float gap = 6;
    const float room = marker_room(context, list);
    const float width = comfortable_width(context, TextStyle::body, spot.width - room);
    Box box = make_box(element, {spot.x, spot.y, width + room, 0});
    float y = spot.y;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        if (i > 0) y += gap;
        TextBlock block = set_text(context, TextStyle::body, list.items[i], {spot.x + room, y, width});
        Box item = make_part(element, BoxRole::cell, block.rect, i);
        y = item.rect.bottom();
        item.texts.push_back(std::move(block));
        box.children.push_back(std::move(item));
    }
    box.rect.height = y - spot.y;
    return box;
}

float tag_width(const Context& context, const core::Tag& tag) {
    return text_width(context, TextStyle::tag, plain_text(tag.text)) + 2 * tag_padding_x;
}

Box lay_out(const Context& context, const core::Element& element, const core::Tag& tag, const Spot& spot) {
    const float width = std::min(spot.width, tag_width(context, tag));
    TextBlock block = set_text(context, TextStyle::tag, plain_text(tag.text),
                               {spot.x + tag_padding_x, spot.y + tag_padding_y, width - 2 * tag_padding_x});
    Box box = make_box(element, {spot.x, spot.y, width, block.rect.height + 2 * tag_padding_y});
    move(block, 0, 1);
    box.texts.push_back(std::move(block));
    return box;
}

Box lay_out(const Context& context, const core::Element& element, const core::Progress& progress, const Spot& spot) {
    constexpr float gap = 16;
    constexpr float bar_height = 4;
    constexpr float longest_bar = 220;
    constexpr float shortest_bar = 60;
    const float wanted = text_width(context, TextStyle::progress, plain_text(progress.label));
    const bool beside = wanted + gap + shortest_bar <= spot.width;
    TextBlock block = set_text(context, TextStyle::progress, plain_text(progress.label),
                               {spot.x, spot.y, beside ? wanted : spot.width});
    const Rect words = block.rect;
    Box box = make_box(element, {spot.x, spot.y, spot.width, words.height});
    Box text = make_part(element, BoxRole::text, words);
    text.texts.push_back(std::move(block));
    Rect bar{spot.x, words.bottom() + 6, std::min(longest_bar, spot.width), bar_height};
    if (beside) {
        bar.x = words.right() + gap;
        bar.y = words.y + std::floor((words.height - bar_height) / 2);
        bar.width = std::min(longest_bar, spot.x + spot.width - bar.x);
    } else {
        box.rect.height = bar.bottom() - spot.y;
    }
    box.children.push_back(std::move(text));
    box.children.push_back(make_part(element, BoxRole::cover, bar));
    return box;
}

}  // namespace shell
