// node.hpp -- one node of the page, as a value.
//
// The page is a tree of these; two trees are compared and the difference is
// sent (see difference.hpp). `id` is the DOM id, unique in the page, and tells
// that a node of the last tree is a node of this one.
// Knows: layout. Never: the DOM itself.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "layout/layout.hpp"
#include "view/interpret.hpp"

namespace shell {

struct Attribute {
    std::string name;
    std::string value;
    friend bool operator==(const Attribute& left, const Attribute& right) {
        return left.name == right.name && left.value == right.value;
    }
};

// Live state that the user changes too; re-asserted from the model.
enum class PropertyName : std::uint8_t { value, checked, selected_index, open };

struct Property {
    PropertyName name = PropertyName::value;
    std::string value;
    friend bool operator==(const Property& left, const Property& right) {
        return left.name == right.name && left.value == right.value;
    }
};

// Where a node lies in the picture, in CSS px. `rect` is relative to the
// nearest ancestor that has a place. `size` and `line_height` are those of its
// text; `pad_x` and `pad_y` is where the text of a field begins.
struct Placement {
    Rect rect;
    float size = 0;
    float line_height = 0;
    float pad_x = 0;
    float pad_y = 0;
};
bool operator==(const Placement& left, const Placement& right);

struct TextRun {
    std::string text;
    core::RunKind kind = core::RunKind::plain;
    std::string target;
    bool seen = false;  // a character is outside the face: the page shows it
    friend bool operator==(const TextRun& left, const TextRun& right) {
        return left.text == right.text && left.kind == right.kind && left.target == right.target &&
               left.seen == right.seen;
    }
};

// What stands between a line and the next: a space, <wbr>, <br>, or a space and <br>.
enum class LineEnd : std::uint8_t { space, in_word, forced, before_cut };

struct TextLine {
    std::vector<TextRun> runs;
    LineEnd end = LineEnd::space;
    float width = 0;  // as measured; for the tests, the page finds its own
    friend bool operator==(const TextLine& left, const TextLine& right) {
        return left.runs == right.runs && left.end == right.end;
    }
};

struct Node {
    std::string id;
    std::string tag;
    std::string classes;
    std::vector<Attribute> attributes;
    std::vector<Property> properties;
    std::optional<Placement> placement;
    std::vector<TextLine> text;  // a node has text or children
    bool plain_text = false;     // no spans: <option>, <label> read by ear only
    std::vector<Node> children;

    // What it is in the View. `element` is empty when its use means nothing.
    std::string element;
    std::size_t part = 0;
    std::string box;  // Box::id, for hovered, pressed, focused
    bool focusable = false;

    std::uint32_t handle = 0;  // what the page calls it; given by the difference
};

// The node with that id in the tree, or null.
const Node* find_node(const Node& root, const std::string& id);

// `text` as one line in one voice.
std::vector<TextLine> one_line(const std::string& text);

}  // namespace shell
