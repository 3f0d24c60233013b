// turn.hpp -- one turn of the wheel, shared by the handlers of flow/*.cpp.
//
// Knows: all rooms above. Never: seen from outside this room.

#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "flow/action.hpp"
#include "flow/effect.hpp"
#include "session/session_codec.hpp"

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

// ---- Keeping (keeping.cpp, drafts.cpp, watch.cpp) ---------------------------
std::uint32_t take_number(Turn& turn);  // of orders and waits for the store
void ask_store(Turn& turn, StoreOrder order, AskedStore asked);
void ask_vault(Turn& turn, VaultOrder order, AskedStore asked);
void wait_for(Turn& turn, int milliseconds, std::uint32_t& number);
// Orders of the keeper become effects; what it asks for is given.
void carry(Turn& turn, const KeeperOrders& orders);
// Bad news of the keeper is said once, when it begins to be so or when more is known.
void say_what_became(Turn& turn, KeptState before, StoreCode why);
void look_at_store(Turn& turn);  // once, when the page stands
void look_again(Turn& turn);     // when the store did not answer then: a browser that has just started can be slow
void keep_change(Turn& turn);    // the case was changed
void save_soon(Turn& turn);      // a step is left
void forget_draft(Turn& turn);   // nothing is kept of the case that is open from now on
void begin_keeping(Turn& turn);  // the open case, when the vault is open
void begin_watch(Turn& turn);    // the time until it locks or hides by itself
void end_turn(Turn& turn);       // what follows from it all: guard, lock
void count_kept(Turn& turn);
void list_drafts(Turn& turn);
void load_draft(Turn& turn, const DraftId& draft, LoadFor purpose);
void remove_draft(Turn& turn, const DraftId& draft);
void wipe_store(Turn& turn);
void ask_for_lock(Turn& turn);
// The passphrase that is typed anew, when it will do; else it is said why not.
std::optional<std::string> take_new_passphrase(Turn& turn);
void refuse_passphrase(Turn& turn, KeyFault fault);
void forget_fault(Turn& turn);
// Tried once more as a telephone would not have made it, then refused.
void take_wrong_key(Turn& turn, AskedStore asked);
void forget_passphrases(Kept& kept);
void take_changed(Turn& turn, const AskedStore& asked, const StoreAnswer& answer);
void propose_where_asked(Turn& turn);                         // a passphrase is to be made on this screen
void seal_case(Turn& turn, std::string bytes);                // the case as it is written
void take_sealed_file(Turn& turn, const std::string& bytes);  // one was chosen
void take_sealed(Turn& turn, const StoreAnswer& answer);
void take_unsealed(Turn& turn, const AskedStore& asked, const StoreAnswer& answer);
void take_created(Turn& turn, const StoreAnswer& answer);
void take_unlocked(Turn& turn, const AskedStore& asked, const StoreAnswer& answer);
void take_wiped(Turn& turn, const StoreAnswer& answer);

// reading.cpp
void note_reading(Turn& turn);  // another place is open now

// files.cpp
std::string file_name(Turn& turn, const std::string& what, const char* ending);
void take_case_file(Turn& turn, const std::string& bytes);
void open_case(Turn& turn, OpenedCase opened);
void clear_case(Turn& turn);  // nothing is open from now on

inline constexpr std::size_t longest_note = 4000;  // characters
// Cut at the end of a whole character.
std::string no_longer_than(std::string text, std::size_t most_characters);
// What is written in a field of the case, no longer than it may be. What a file brought may be longer: that is kept.
void set_words(Turn& turn, std::string& field, const std::string& typed, std::size_t most_characters);

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
void on(Turn&, const LookUpTyped&);
void on(Turn&, const MoreHitsWanted&);
void on(Turn&, const WaysAgeChosen&);
void on(Turn&, const TermOpened&);
void on(Turn&, const CircumstanceToggled&);
void on(Turn&, const ProtectiveFactorToggled&);
void on(Turn&, const ReflectionTyped&);
void on(Turn&, const FeelingChosen&);
void on(Turn&, const SuspectChosen&);
void on(Turn&, const CertaintyChosen&);
void on(Turn&, const JudgementChosen&);
void on(Turn&, const JudgementReasonTyped&);

// self_assessment.cpp
void on(Turn&, const SelfAssessmentBegun&);
void on(Turn&, const SelfMarkChosen&);
void on(Turn&, const SelfAnswerAdded&);
void on(Turn&, const SelfAnswerShown&);
void on(Turn&, const SelfAnswerRemoved&);
void on(Turn&, const SelfAgreedTyped&);

// reading.cpp
void on(Turn&, const HeadingReached&);
void on(Turn&, const ReadingsRemembered&);
void on(Turn&, const ReadingsForgotten&);
void on(Turn&, const ReadingsRecalled&);

// files.cpp
void on(Turn&, const IndicatorIncluded&);
void on(Turn&, const DocumentDownloaded&);
void on(Turn&, const DocumentPrinted&);
void on(Turn&, const PagePrinted&);
void on(Turn&, const PageDownloaded&);
void on(Turn&, const SectionCopied&);
void on(Turn&, const CaseFileSaved&);
void on(Turn&, const CaseFileWanted&);
void on(Turn&, const CaseFileRead&);
void on(Turn&, const CaseDiscarded&);
void on(Turn&, const QuestionAnswered&);
void on(Turn&, const TicketAnswered&);

// sealed_file.cpp
void on(Turn&, const FileKindChosen&);
void on(Turn&, const UnsealWanted&);

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

// keeping.cpp
void on(Turn&, const KeepModeChosen&);
void on(Turn&, const PassphraseTyped&);
void on(Turn&, const PassphraseAgainTyped&);
void on(Turn&, const PassphraseNowTyped&);
void on(Turn&, const PassphraseShown&);
void on(Turn&, const ProposalWanted&);
void on(Turn&, const VaultWanted&);
void on(Turn&, const NewKeyWanted&);
void on(Turn&, const UnlockWanted&);
void on(Turn&, const WipeWanted&);

// drafts.cpp
void on(Turn&, const DraftOpened&);
void on(Turn&, const DraftRemoved&);
void on(Turn&, const OtherChildWanted&);
void on(Turn&, const KeepAgainWanted&);
void on(Turn&, const StoreAnswered&);
void on(Turn&, const DraftTakenOver&);
void on(Turn&, const StoreLost&);

// watch.cpp
void on(Turn&, const LockWanted&);
void on(Turn&, const ScreenHidden&);
void on(Turn&, const WaitEnded&);
void on(Turn&, const TimePassed&);
void on(Turn&, const PageHidden&);
void on(Turn&, const SaveWanted&);

// offline.cpp
void on(Turn&, const OfflineTold&);
void on(Turn&, const UpdateAccepted&);

}  // namespace core
