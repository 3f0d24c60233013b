#include "mirror/write_parts.hpp"

namespace shell {

Node write(const core::Element& element, const core::Heading& heading, const Box* box) {
    const TextStyle styles[] = {TextStyle::h1, TextStyle::h2, TextStyle::h3, TextStyle::h3};
    const int level = heading.level < 1 ? 1 : heading.level > 4 ? 4 : heading.level;
    const TextStyle style = styles[level - 1];
    Node node = make_text(element.id, "h" + std::to_string(level), "", style, find_text(box), heading.text);
    // The focus is moved to the heading when the view changes.
    if (level == 1) {
        set(node, "tabindex", "-1");
        node.focusable = true;
    }
    return node;
}

Node write(const core::Element& element, const core::Paragraph& paragraph, const Box* box) {
    using core::ParagraphTone;
    TextStyle style = TextStyle::body;
    std::string classes;
    switch (paragraph.tone) {
        case ParagraphTone::body: break;
        case ParagraphTone::lead: style = TextStyle::lead; break;
        case ParagraphTone::small: style = TextStyle::small; break;
        case ParagraphTone::muted: classes = "is-muted"; break;
        case ParagraphTone::small_muted:
            style = TextStyle::small;
            classes = "is-muted";
            break;
        case ParagraphTone::quote: classes = "is-quote"; break;
    }
    const char* tag = paragraph.tone == ParagraphTone::quote ? "blockquote" : "p";
    return make_text(element.id, tag, classes, style, find_text(box), paragraph.text);
}

Node write(const core::Element& element, const core::List& list, const Box* box) {
    Node node = make_node(element.id, list.ordered ? "ol" : "ul", "list", box);
    // WebKit drops the role of a list whose markers are drawn by somebody else.
    set(node, "role", "list");
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const Box* cell = find_box(box, BoxRole::cell, i);
        const std::string id = element.id + "-i" + std::to_string(i);
        Node item = make_node(id, "li", "", cell);
        item.children.push_back(make_text(id + "t", "span", "", TextStyle::body, find_text(cell), list.items[i]));
        node.children.push_back(std::move(item));
    }
    return node;
}

Node write(const core::Element& element, const core::Tag& tag, const Box* box) {
    Node node = make_node(element.id, "span", "tag", box);
    node.children.push_back(make_text(element.id + "-t", "span", "", TextStyle::tag, find_text(box), plain(tag.text)));
    return node;
}

}  // namespace shell
