// compose.hpp -- Content and Case in, Document out. Pure.
//
// What goes to whom is decided here and nowhere else: the own mark and the
// observations always; the indicator in a notification by the user's choice;
// the first feeling only in the own notes; no level in the paper for the talk
// with parents, which is not offered where parents are or may be suspected.
// Knows: all rooms above. Never: words of its own; they are in content.

#pragma once

#include <string>

#include "assessment/indicate.hpp"
#include "document/document.hpp"

namespace core {

struct DocumentChoices {
    bool indicator_in_notification = false;
    std::string today;  // ISO date; empty leaves the date out
};

Document compose(const Content& content, const Case& subject, const Indication& indication, Recipient recipient,
                 const DocumentChoices& choices);

// May this document be made? Not the parent talk while the way to the parents
// is closed.
bool is_offered(const Content& content, const Case& subject, const Indication& indication, Recipient recipient);

// The name of the document, as on buttons: "Bilag til underretning".
const std::string& title_of(const Content& content, Recipient recipient);

// "notification", "focus_team", "parent_talk", "own_notes": in addresses, file
// names and on the command line.
std::string slug_of(Recipient recipient);

}  // namespace core
