#include <algorithm>
#include <string_view>
#include <utility>

#include "mirror/write_parts.hpp"

namespace shell {

namespace {

// Enhanced spell checking and filling-in send what is typed to their makers;
// what is typed here is about a child (safekeeping.md, N8).
void keep_text_at_home(Node& input, const char* autocomplete = "off") {
    set(input, "spellcheck", "false");
    set(input, "autocomplete", autocomplete);
    set(input, "autocorrect", "off");
    set(input, "autocapitalize", std::string_view{autocomplete} == "off" ? "sentences" : "none");
    set(input, "writingsuggestions", "false");
    set(input, "translate", "no");
    // Chromium asks its maker how to fill in a field under a short sum of its name, or of its id when it has none; and an
    // id says which sign was seen. So all have one name, but for a passphrase, which a password manager looks for.
    if (std::string_view{autocomplete} == "off") set(input, "name", "text");
}

void place_text(Node& input, const Box* frame, TextStyle style) {
    if (frame == nullptr || !input.placement) return;
    const TextLook look = look_of(style, false);
    input.placement->size = look.size;
    input.placement->line_height = look.line_height;
    const TextBlock* value = find_text(frame);
    if (value == nullptr) return;
    input.placement->size = value->look.size;
    input.placement->line_height = value->look.line_height;
    input.placement->pad_x = std::max(0.0F, value->rect.x - frame->rect.x);
    input.placement->pad_y = std::max(0.0F, value->rect.y - frame->rect.y);
}

bool is_outside_face(const Box* frame) {
    const TextBlock* value = find_text(frame);
    if (value == nullptr) return false;
    for (const Line& line : value->lines) {
        for (const Piece& piece : line.pieces) {
            if (piece.outside_face) return true;
        }
    }
    return false;
}

Node make_label(const std::string& id, const Box* box, TextStyle style, const std::string& words) {
    Node label = make_text(id + "-label", "label", "", style, find_text(find_box(box, BoxRole::label)), plain(words));
    set(label, "for", id);
    return label;
}

}  // namespace

Node write(const core::Element& element, const core::Field& field, const Box* box) {
    using core::FieldKind;
    Node node = make_node(element.id + "-field", "div", "field", box);
    const Box* frame = find_box(box, BoxRole::input);
    const bool is_long = field.kind == FieldKind::long_text;
    Node input = make_node(element.id, is_long ? "textarea" : "input", "input", frame);
    const bool is_secret = core::is_secret(field.kind);
    if (!is_long) set(input, "type", is_secret ? "password" : field.kind == FieldKind::search ? "search" : "text");
    if (is_long) set(input, "rows", "3");
    // type=number loses what is typed wrong, and it must be mended, not lost.
    if (field.kind == FieldKind::number) set(input, "inputmode", "numeric");
    // A browser cuts what is pasted without a word: a passphrase that is too long is judged, never cut.
    if (field.max_characters > 0) set(input, "maxlength", std::to_string(field.max_characters));
    // A password manager may keep a passphrase: better than a note under the keyboard (WCAG 1.3.5, 3.3.8).
    keep_text_at_home(input, !is_secret                        ? "off"
                             : field.kind == FieldKind::secret ? "current-password"
                                                               : "new-password");
    input.properties.push_back({PropertyName::value, field.value});
    input.element = element.id;
    input.focusable = true;
    place_text(input, frame, TextStyle::field);
    if (is_outside_face(frame)) input.classes += " is-seen";
    const TextStyle style = field.quiet_label ? TextStyle::quiet_label : TextStyle::label;
    node.children.push_back(make_label(element.id, box, style, field.label));
    add_hint_and_error(node, input, box, element.id, field.hint, field.error);
    node.children.push_back(std::move(input));
    return node;
}

Node write(const core::Element& element, const core::Select& select, const Box* box) {
    Node node = make_node(element.id + "-field", "div", "field", box);
    const Box* frame = find_box(box, BoxRole::input);
    Node input = make_node(element.id, "select", "input", frame);
    keep_text_at_home(input);
    for (std::size_t i = 0; i < select.options.size(); ++i) {
        Node option = make_node(element.id + "-" + std::to_string(i), "option", "");
        option.plain_text = true;
        option.text = one_line(select.options[i].label);
        input.children.push_back(std::move(option));
    }
    const std::string chosen = select.chosen ? std::to_string(*select.chosen) : "-1";
    input.properties.push_back({PropertyName::selected_index, chosen});
    input.element = element.id;
    input.focusable = true;
    place_text(input, frame, TextStyle::field);
    node.children.push_back(make_label(element.id, box, TextStyle::label, select.label));
    add_hint_and_error(node, input, box, element.id, select.hint, select.error);
    node.children.push_back(std::move(input));
    return node;
}

}  // namespace shell
