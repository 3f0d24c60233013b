#include "mirror/write_page.hpp"

#include <iterator>
#include <utility>
#include <variant>

#include "mirror/write_parts.hpp"

namespace shell {

namespace {

bool is_nav_link(const core::Element& element) {
    const auto* link = std::get_if<core::Link>(&element.body);
    return link != nullptr && link->kind == core::LinkKind::nav;
}

// The navigation runs from the first nav link to the last one.
Node write_header(const core::View& view, const Layout& layout) {
    Node header = make_node("page-header", "header", "header", &layout.header);
    write_elements(header, view.header, &layout.header);
    std::size_t first = view.header.size();
    std::size_t last = 0;
    for (std::size_t i = 0; i < view.header.size(); ++i) {
        if (!is_nav_link(view.header[i])) continue;
        if (first == view.header.size()) first = i;
        last = i;
    }
    if (first == view.header.size()) return header;
    Node navigation = make_node("page-navigation", "nav", "navigation");
    set(navigation, "aria-label", view.navigation_label);
    // The links move into the landmark, which takes the place of the first.
    const auto begin = header.children.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = header.children.begin() + static_cast<std::ptrdiff_t>(last) + 1;
    navigation.children.assign(std::make_move_iterator(begin), std::make_move_iterator(end));
    *begin = std::move(navigation);
    header.children.erase(begin + 1, end);
    return header;
}

Node write_dialog(const core::Dialog& dialog, const Layout& layout) {
    Node node = make_node(dialog.id, "dialog", "dialog", layout.has_dialog ? &layout.dialog : nullptr);
    if (!dialog.elements.empty()) set(node, "aria-labelledby", dialog.elements.front().id);
    node.properties.push_back({PropertyName::open, "1"});
    node.element = dialog.id;
    write_elements(node, dialog.elements, layout.has_dialog ? &layout.dialog : nullptr);
    return node;
}

// From document coordinates to those of the nearest ancestor with a place.
void make_relative(Node& node, float x, float y) {
    float own_x = x;
    float own_y = y;
    if (node.placement) {
        node.classes = node.classes.empty() ? "p" : "p " + node.classes;
        own_x = node.placement->rect.x;
        own_y = node.placement->rect.y;
        node.placement->rect.x -= x;
        node.placement->rect.y -= y;
    }
    for (Node& child : node.children) make_relative(child, own_x, own_y);
}

}  // namespace

bool operator==(const Placement& left, const Placement& right) {
    return left.rect.x == right.rect.x && left.rect.y == right.rect.y && left.rect.width == right.rect.width &&
           left.rect.height == right.rect.height && left.size == right.size && left.line_height == right.line_height &&
           left.pad_x == right.pad_x && left.pad_y == right.pad_y;
}

const Node* find_node(const Node& root, const std::string& id) {
    if (root.id == id) return &root;
    for (const Node& child : root.children) {
        if (const Node* found = find_node(child, id)) return found;
    }
    return nullptr;
}

// The ids of the page itself begin with "page"; those of the View never do.
Node write_page(const core::View& view, const Layout& layout) {
    Node page = make_node("page", "div", "");
    if (!view.skip_label.empty()) {
        Node skip = make_node("page-skip", "a", "skip");
        set(skip, "href", "#page-main");
        skip.plain_text = true;
        skip.text = one_line(view.skip_label);
        skip.focusable = true;
        page.children.push_back(std::move(skip));
    }
    page.children.push_back(write_header(view, layout));
    Node main = make_node("page-main", "main", view.wide ? "main is-wide" : "main", &layout.main);
    set(main, "tabindex", "-1");
    write_elements(main, view.main, &layout.main);
    page.children.push_back(std::move(main));
    Node footer = make_node("page-footer", "footer", "footer", &layout.footer);
    write_elements(footer, view.footer, &layout.footer);
    page.children.push_back(std::move(footer));
    if (view.dialog) page.children.push_back(write_dialog(*view.dialog, layout));
    make_relative(page, 0, 0);
    return page;
}

}  // namespace shell
