// explain.hpp -- the indication as sentences.
//
// Composes reasons and texts; every sentence knows the answer it leads back to.
// Knows: content, session, indicate. Never: a Danish word of its own, a View.

#pragma once

#include <string>
#include <vector>

#include "assessment/indicate.hpp"

namespace core {

// Words that are all strong, or all plain.
struct Phrase {
    std::string text;
    bool strong = false;
};

// One thing said, with where it leads.
struct Sentence {
    std::vector<Phrase> phrases;
    std::vector<SignId> signs;  // the answers it rests on; the first is the one to link to
    std::string rule;           // "R01"; empty where no rule speaks
    bool because = false;       // goes on from "Især fordi": no capital, no full stop
};

// The words without emphasis.
std::string plain(const Sentence& sentence);

// "Svarene peger på bekymring til stor bekymring."
Sentence explain_span(const Content& content, const Indication& indication);

// One sentence per reason, strongest first.
std::vector<Sentence> explain_reasons(const Content& content, const Case& subject, const Indication& indication);

// As they are read: whole sentences by themselves, and between them the list
// that goes on from "Især fordi".
struct ReasonsInOrder {
    std::vector<Sentence> before;
    std::vector<Sentence> because;
    std::vector<Sentence> after;
};
ReasonsInOrder in_reading_order(std::vector<Sentence> reasons);

// What leads in the list: "Især fordi", but not after "Du ved endnu for lidt".
Text lead_in(const Indication& indication);

// "Bygger på 14 af 19 tegn …", what was not looked at, what is not known.
std::vector<Sentence> explain_basis(const Content& content, const Indication& indication);

// "Hvad kan ændre billedet"; empty when nothing may be named.
std::vector<Sentence> explain_changes(const Content& content, const Case& subject, const Indication& indication);

// Which protective factors there are; empty when none were ticked. That they
// moved the lower end is among the reasons.
std::vector<Sentence> explain_protective(const Content& content, const Indication& indication);

}  // namespace core
