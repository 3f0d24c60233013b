#include "layout/layout.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

#include "layout/families.hpp"

namespace shell {

namespace {

constexpr float narrow_limit = 600;  // as in the look's media query

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

bool has_primary(const core::Element& row) {
    return std::any_of(row.children.begin(), row.children.end(), [](const core::Element& child) {
        const auto* button = std::get_if<core::Button>(&child.body);
        const auto* link = std::get_if<core::Link>(&child.body);
        return (button != nullptr && button->kind == core::ButtonKind::primary) ||
               (link != nullptr && link->kind == core::LinkKind::primary);
    });
}

Margins group_margins(const Context& context, const core::Element& element, core::GroupKind kind) {
    const auto through = [&]() -> Margins {
        if (element.children.empty()) return {};
        return {margins_of(context, element.children.front()).above,
                margins_of(context, element.children.back()).below};
    };
    switch (kind) {
        case core::GroupKind::plain: return through();
        case core::GroupKind::section: return through();
        case core::GroupKind::columns: return through();
        case core::GroupKind::card: return {0, 12};
        case core::GroupKind::row: return has_primary(element) ? Margins{24, 16} : Margins{16, 16};
        case core::GroupKind::doors: return {24, 24};
        case core::GroupKind::head: return {0, 4};
        case core::GroupKind::notice: return {16, 16};
        case core::GroupKind::alarm: return {16, 16};
        case core::GroupKind::info: return {16, 16};
    }
    return {};
}

Box lay_out_main(const Context& context, const core::View& view, float top) {
    const float padding = context.narrow ? 16 : 24;
    const float most = view.wide ? 1040.0F : 760.0F;
    const float width = std::min(most, context.window_width);
    const float x = std::floor((context.window_width - width) / 2);
    Box box;
    box.id = "main";
    const float bottom = stack(context, view.main, {x + padding, top + padding, width - 2 * padding}, box, true);
    box.rect = {x, top, width, bottom + (context.narrow ? 48.0F : 64.0F) - top};
    return box;
}

}  // namespace

Margins margins_of(const Context& context, const core::Element& element) {
    return std::visit(Overloaded{
                          [](const core::Heading& heading) -> Margins {
                              if (heading.level == 1) return {8, 12};
                              return heading.level == 2 ? Margins{32, 8} : Margins{24, 4};
                          },
                          [](const core::Paragraph&) -> Margins {
                              return {0, 16};
                          },
                          [](const core::List&) -> Margins {
                              return {8, 16};
                          },
                          [](const core::Tag&) -> Margins {
                              return {0, 8};
                          },
                          [&](const core::Group& group) { return group_margins(context, element, group.kind); },
                          [](const core::Button&) -> Margins {
                              return {8, 8};
                          },
                          [](const core::Link& link) -> Margins {
                              return link.kind == core::LinkKind::back ? Margins{0, 0} : Margins{4, 4};
                          },
                          [](const core::Choices&) -> Margins {
                              return {16, 16};
                          },
                          [](const core::Checkbox&) -> Margins {
                              return {0, 0};
                          },
                          [](const core::Ruler&) -> Margins {
                              return {16, 24};
                          },
                          [](const core::Illustration&) -> Margins {
                              return {16, 24};
                          },
                          [](const core::Field& field) -> Margins {
                              return {field.quiet_label ? 14.0F : 16.0F, 16};
                          },
                          [](const core::Select&) -> Margins {
                              return {16, 16};
                          },
                          [](const core::Table&) -> Margins {
                              return {16, 24};
                          },
                          [](const core::Summary&) -> Margins {
                              return {8, 24};
                          },
                          [](const core::Progress&) -> Margins {
                              return {14, 0};
                          },
                          [](const core::Brand&) -> Margins {
                              return {0, 0};
                          },
                      },
                      element.body);
}

Box lay_out_element(const Context& context, const core::Element& element, const Spot& spot) {
    return std::visit([&](const auto& body) { return lay_out(context, element, body, spot); }, element.body);
}

float natural_width(const Context& context, const core::Element& element, float most) {
    const float wanted = std::visit(
        Overloaded{
            [&](const core::Heading& heading) { return text_width(context, style_of(heading), heading.text); },
            [&](const core::Paragraph& paragraph) { return text_width(context, style_of(paragraph), paragraph.text); },
            [&](const core::List&) { return most; },
            [&](const core::Tag& tag) { return tag_width(context, tag); },
            [&](const core::Group&) { return most; },
            [&](const core::Button& button) { return button_width(context, button); },
            [&](const core::Link& link) { return link_width(context, link); },
            [&](const core::Choices&) { return most; },
            [&](const core::Checkbox&) { return most; },
            [&](const core::Ruler&) { return most; },
            [&](const core::Illustration&) { return most; },
            [&](const core::Field&) { return grown(context, 340); },
            [&](const core::Select&) { return grown(context, 340); },
            [&](const core::Table&) { return most; },
            [&](const core::Summary&) { return most; },
            [&](const core::Progress&) { return most; },
            [&](const core::Brand& brand) { return brand_width(context, brand); },
        },
        element.body);
    return std::min(wanted, most);
}

Layout lay_out(const core::View& view, const TextMeasure& measure, float window_width, float window_height) {
    Layout layout;
    layout.text_scale = static_cast<float>(view.text_percent) / 100;
    layout.width = window_width;
    layout.narrow = window_width / layout.text_scale <= narrow_limit;
    const Context context{measure, layout.text_scale, layout.narrow, false, false, window_width, window_height};

    layout.header = lay_out_header(context, view);
    layout.main = lay_out_main(context, view, layout.header.rect.bottom());
    layout.footer = lay_out_footer(context, view, {0, layout.main.rect.bottom(), window_width});
    // A short page has its footer at the window's foot.
    const float spare = window_height - layout.footer.rect.bottom();
    if (spare > 0) {
        layout.main.rect.height += spare;
        move(layout.footer, 0, spare);
    }
    layout.height = layout.footer.rect.bottom();
    if (view.dialog) {
        layout.dialog = lay_out_dialog(context, *view.dialog);
        layout.has_dialog = true;
    }
    return layout;
}

TextLook look_of(TextStyle style, bool narrow) {
    switch (style) {
        case TextStyle::h1: return narrow ? TextLook{27, 32, Weight::strong} : TextLook{32, 38, Weight::strong};
        case TextStyle::h2: return {22, 29, Weight::strong};
        case TextStyle::h3: return {19, 28, Weight::strong};
        case TextStyle::body: return {18, 27, Weight::regular};
        case TextStyle::lead: return {20, 30, Weight::regular};
        case TextStyle::small: return {16, 24, Weight::regular};
        case TextStyle::tag: return {15, 22, Weight::regular};
        case TextStyle::label: return {18, 27, Weight::strong};
        case TextStyle::quiet_label: return {16, 24, Weight::regular};
        case TextStyle::question: return {19, 28, Weight::strong};
        case TextStyle::option: return {17, 26, Weight::regular};
        case TextStyle::option_small: return {16, 24, Weight::regular};
        case TextStyle::button: return {18, 27, Weight::strong};
        case TextStyle::link: return {18, 27, Weight::regular};
        case TextStyle::back: return {17, 26, Weight::regular};
        case TextStyle::nav: return {17, 26, Weight::regular};
        case TextStyle::brand: return {20, 30, Weight::strong};
        case TextStyle::door_heading: return {24, 36, Weight::strong};
        case TextStyle::field: return {18, 27, Weight::regular};
        case TextStyle::hint: return {16, 24, Weight::regular};
        case TextStyle::error: return {16, 24, Weight::strong};
        case TextStyle::table_head: return {16, 24, Weight::strong};
        case TextStyle::table_cell: return {17, 26, Weight::regular};
        case TextStyle::ruler_level: return {18, 24, Weight::regular};
        case TextStyle::ruler_note: return {16, 22, Weight::regular};
        case TextStyle::progress: return {16, 24, Weight::regular};
    }
    return {};
}

}  // namespace shell
