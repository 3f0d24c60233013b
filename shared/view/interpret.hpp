// interpret.hpp -- what the use of an element means.
//
// The page only says "this element was used, this text was typed"; the View
// says which Action that is. Unknown ids (a late event for a view that is
// gone) mean nothing.
// Knows: view. Never: the DOM.

#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "view/view.hpp"

namespace core {

// used: a button, link or summary row (`part` = row) was activated; with a
// `text`, the link inside a text that leads to that address (`part` = which of
// the element's links, in reading order). chosen: option `part` of a group, select or ruler.
// toggled: a checkbox changed to `on`. typed: a field now holds `text`.
// hide: the key that hides the screen, and shows it again; `on`: pressed twice in
// a row, by a hand that wants it gone, so that it only hides.
// reached: the page was read down to that heading.
// address: the window's address changed to `text`. dismissed: a dialog was
// left with Esc.
enum class UserEventKind { used, chosen, toggled, typed, address, dismissed, hide, reached };

struct UserEvent {
    UserEventKind kind = UserEventKind::used;
    std::string element;
    std::size_t part = 0;
    bool on = false;
    std::string text;
};

std::optional<Action> interpret(const View& view, const UserEvent& event);

}  // namespace core
