// term_marks.hpp -- where words of the field stand in a text, so that they can be opened there.
//
// Each term is marked where it first stands on a page: marked everywhere, it would be noise.
// Knows: content's terms, danish_words. Never: what opens.

#pragma once

#include <set>
#include <string>
#include <vector>

#include "content/knowledge.hpp"
#include "view/view.hpp"

namespace core {

class TermMarks {
public:
    // `besides`: what the page is about itself; not marked there.
    explicit TermMarks(const Knowledge& knowledge, const std::string& besides = {});

    // The text with links to the terms that were not met before.
    Rich mark(const std::string& text);

private:
    struct Form {
        std::string first;  // its first word, folded
        std::vector<std::string> words;
        const Term* term;
    };
    std::vector<Form> forms_;  // by `first`, those of more words first
    std::set<const Term*> met_;
};

}  // namespace core
