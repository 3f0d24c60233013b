// require.hpp -- promises we made to ourselves.
//
// A broken promise stops the program: the page then shows its static help
// text and the last safe work. Never for bad input or a full disk: those are
// answers with a sentence (see house.md, Errors).
// Knows: std. Never: the user's words; `promise` is a fixed English sentence.

#pragma once

namespace core {

// Stops the program when `kept` is false.
void require(bool kept, const char* promise);

}  // namespace core
