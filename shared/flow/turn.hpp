// turn.hpp -- one turn of the wheel, shared by the handlers of flow/*.cpp.
//
// Knows: all rooms above. Never: seen from outside this room.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "flow/action.hpp"
#include "flow/effect.hpp"

namespace core {

struct Turn {
    const Content& content;
    Session& session;
    std::vector<Effect>& effects;
};

// Moves to `wanted`, or to the first place that is missing before it. `element`
// gets the focus instead of the heading.
void go(Turn& turn, const Place& wanted, const std::string& element = {});

// Something about the child was said: the case is not saved any more.
void mark_changed(Turn& turn);

void say(Turn& turn, NoticeKind kind, Text text, std::string detail = {}, std::string at = {});
void move_focus(Turn& turn, std::string element);
std::uint32_t take_ticket(Turn& turn, Order order, std::string at = {});

// True when `field` was another; then the case counts as changed.
template <class Value>
bool set_field(Turn& turn, Value& field, const Value& value) {
    if (field == value) return false;
    field = value;
    mark_changed(turn);
    return true;
}

// Cut at the end of a whole character.
std::string no_longer_than(std::string text, std::size_t most_characters);

// navigate.cpp
void on(Turn&, const PlaceOpened&);
void on(Turn&, const WentBack&);
void on(Turn&, const Continued&);
void on(Turn&, const ElementPointedOut&);
void on(Turn&, const DisclosureToggled&);

// child.cpp
void on(Turn&, const AgeChosen&);
void on(Turn&, const MonthsTyped&);
void on(Turn&, const WeeksEarlyTyped&);
void on(Turn&, const RoleChosen&);
void on(Turn&, const CodeWordTyped&);

// answer.cpp
void on(Turn&, const PresenceChosen&);
void on(Turn&, const ScaleChosen&);
void on(Turn&, const NoteTyped&);
void on(Turn&, const RestNotSeen&);
void on(Turn&, const SignSearchTyped&);
void on(Turn&, const CircumstanceToggled&);
void on(Turn&, const ProtectiveFactorToggled&);
void on(Turn&, const ReflectionTyped&);
void on(Turn&, const FeelingChosen&);
void on(Turn&, const SuspectChosen&);
void on(Turn&, const CertaintyChosen&);
void on(Turn&, const JudgementChosen&);
void on(Turn&, const JudgementReasonTyped&);

// files.cpp
void on(Turn&, const IndicatorIncluded&);
void on(Turn&, const DocumentDownloaded&);
void on(Turn&, const DocumentPrinted&);
void on(Turn&, const SectionCopied&);
void on(Turn&, const CaseFileSaved&);
void on(Turn&, const CaseFileWanted&);
void on(Turn&, const CaseFileRead&);
void on(Turn&, const CaseDiscarded&);
void on(Turn&, const QuestionAnswered&);
void on(Turn&, const TicketAnswered&);

// settings.cpp
void on(Turn&, const AppearanceChosen&);
void on(Turn&, const TextViewChosen&);
void on(Turn&, const TextSizeChosen&);
void on(Turn&, const AppearanceRecalled&);
void on(Turn&, const PackArrived&);
void on(Turn&, const PackFailed&);
void on(Turn&, const PackWanted&);
void on(Turn&, const DayStamped&);
void on(Turn&, const PictureLost&);

// offline.cpp
void on(Turn&, const OfflineTold&);
void on(Turn&, const UpdateAccepted&);

}  // namespace core
