// check_parts.hpp -- the parts of check_content, one file each.
//
// Inside the room: check_content.cpp calls them, nobody else.
// Knows: findings, content. Never: changes anything.

#pragma once

#include "content/findings.hpp"

namespace core {

// check_references.cpp: every id that is pointed to exists.
void check_references(const Content&, Findings&);

// check_ground.cpp: ages, levels, scales, signs fit together.
void check_ground(const Content&, Findings&);

// check_guide.cpp: everyone has a next step, and no step does harm.
void check_guide(const Content&, Findings&, const CheckOptions&);

// check_knowledge.cpp: what articles, meetings and terms point to exists; words that mean the same lead somewhere.
void check_knowledge(const Content&, Findings&);

// check_words.cpp: sources, dates and the words themselves.
void check_words(const Content&, Findings&, const CheckOptions&);

// Does this role meet that age?
bool meets_age(const Role& role, const AgeGroupId& age);

template <class Ids, class IdType>
bool holds(const Ids& ids, const IdType& id) {
    for (const auto& one : ids) {
        if (one == id) return true;
    }
    return false;
}

// An empty list means "all".
template <class Ids, class IdType>
bool is_open_to(const Ids& ids, const IdType& id) {
    return ids.empty() || holds(ids, id);
}

}  // namespace core
