// compose_sentence.hpp -- words from texts.da.json with their places filled.
//
// Two stars on either side make words strong: "ses **hjemme**". Stars in what
// is filled in stay stars.
// Knows: content, explain. Never: a Danish word.

#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assessment/explain.hpp"

namespace core {

using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

// Adds the words, cut where they turn strong or plain.
void append_words(Sentence& sentence, std::string_view words, Values values = {});

// 3 → "tre"; digits where there is no word.
std::string number_in_words(const Content& content, std::size_t number);

// "følelser, samspil og krop"
std::string in_a_row(const Content& content, const std::vector<std::string>& names);

// The phrases of the dimensions in a row.
std::string dimensions_in_a_row(const Content& content, const std::vector<DimensionId>& dimensions);

// The sign's phrase; empty when the content does not know it.
std::string phrase_of(const Content& content, const SignId& sign);

}  // namespace core
