// sum_up_self.hpp -- what the answers to a self-assessment say together.
//
// No score and no judgement: where the answers lie, and where they differ
// most, which is where the talk begins.
// Knows: content's figures, session. Never: who answered.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "content/content.hpp"
#include "session/session.hpp"

namespace core {

// Of one part of the figure. 0: nobody has given it a mark.
struct SelfRow {
    int lowest = 0;
    int highest = 0;
};

struct SelfSummary {
    std::vector<SelfRow> rows;     // in the figure's order
    std::size_t missing = 0;       // marks nobody has given yet
    int apart = 0;                 // the largest distance within one part
    std::vector<std::size_t> far;  // the parts with that distance, when it is two steps or more
    std::vector<std::size_t> low;  // the parts with the lowest mark of all; empty when all parts have the same
};

SelfSummary sum_up(const Figure& figure, const SelfAssessment& self);

// The marks of one answer in the figure's order, as arrange() takes them; 0 for none.
std::vector<int> marks_of(const Figure& figure, const SelfMarks& answer);

// The same in words: "Viden og kompetencer: 3. Faglig ledelse: intet tal."
std::string words_of(const Content& content, const Figure& figure, const std::vector<int>& marks);

// What stands under the figure in words, one sentence each.
std::vector<std::string> sentences_of(const Content& content, const Figure& figure, const SelfAssessment& self);

// The table that says the same: the part, then its mark, or the lowest and the highest of several answers.
struct SelfTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};
SelfTable table_of(const Content& content, const Figure& figure, const SelfAssessment& self);

}  // namespace core
