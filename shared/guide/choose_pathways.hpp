// choose_pathways.hpp -- da: handlevej. What to do next, and what to leave.
//
// With an alarm the open tracks decide, whatever level was marked; else role,
// age and level. Nothing that brings us in touch with parents is offered while
// the way to them is closed.
// Knows: content, session, assessment. Never: ranks by what it cannot explain.

#pragma once

#include <vector>

#include "assessment/indicate.hpp"

namespace core {

struct Pathway {
    std::vector<const PathwayStep*> steps;  // in order
    ParentContact parents = ParentContact::open;
    bool discuss_today = false;  // an alarm sign is in doubt: comes before all steps
};

// The steps at `level`, or those of the open tracks when an alarm is seen.
Pathway choose_pathway(const Content& content, const Case& subject, LevelIndex level);
Pathway choose_pathway(const Content& content, const Case& subject, const Indication& indication, LevelIndex level);

// The level steps are chosen for: the user's own mark, else the upper end of
// the indication. An alarm's tracks stay open at any level.
LevelIndex level_for_steps(const Case& subject, const Indication& indication);

// May parents be contacted about the worry? The strictest of the open tracks;
// a suspicion against nobody named yet counts as "unknown". An abuse sign in
// doubt ("ved ikke endnu") asks to agree first.
ParentContact parent_contact(const Content& content, const Case& subject);
ParentContact parent_contact(const Content& content, const Case& subject, const Indication& indication);

// How certain the abuse suspicion is: the user's answer, but never less than
// the alarm signs seen amount to by themselves. Empty without such a track.
CertaintyId certainty_for_steps(const Content& content, const Case& subject, const Indication& indication);

// The reflection questions of this case, in the order of the content.
std::vector<const ReflectionQuestion*> shown_reflections(const Content& content, const Case& subject);
std::vector<const ReflectionQuestion*> shown_reflections(const Content& content, const Case& subject,
                                                         const Indication& indication);

}  // namespace core
