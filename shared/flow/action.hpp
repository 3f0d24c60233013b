// action.hpp -- everything that can have happened, as facts in the past tense.
//
// Knows: session. Never: how it happened (a key, a tap, a test).

#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "base/one_of.hpp"
#include "content/recipient.hpp"
#include "session/session.hpp"

namespace core {

// Moving about
struct PlaceOpened {
    Place place;
    std::string element = {};
};  // element: gets the focus instead of the heading
struct WentBack {};
struct Continued {};  // the primary button of the present place
struct ElementPointedOut {
    std::string id;
};  // a link in an error summary, a skip link
struct DisclosureToggled {
    std::string id;
};

// The case
struct AgeChosen {
    AgeGroupId age;
};
struct MonthsTyped {
    std::string text;
};
struct WeeksEarlyTyped {
    std::string text;
};
struct RoleChosen {
    RoleId role;
};
struct CodeWordTyped {
    std::string text;
};
struct PresenceChosen {
    SignId sign;
    Presence presence;
};
struct ScaleChosen {
    SignId sign;
    ScaleKind scale;
    std::size_t step;
};
enum class NoteKind { saw, thought };
struct NoteTyped {
    SignId sign;
    NoteKind note;
    std::string text;
};
struct RestNotSeen {
    DimensionId dimension;
};  // da: ingen af disse er set
struct SignSearchTyped {
    std::string text;
};
struct WaysAgeChosen {
    AgeGroupId age;  // empty: all
};
struct TermOpened {
    TermId term;
};                         // da: et fagord i en tekst; closed as a question is, by QuestionAnswered
struct MoreHitsWanted {};  // all that was found, not only what fits best
struct HeadingReached {
    std::string element;
};  // read down to, on a page of any kind
struct ReadingsRemembered {
    bool on;
};  // on this device, beyond the visit
struct ReadingsForgotten {};
struct ReadingsRecalled {
    std::string value;
};  // what RememberReadings kept on this device
struct LookUpTyped {
    std::string text;
};
struct CircumstanceToggled {
    CircumstanceId circumstance;
    bool present;
};
struct ProtectiveFactorToggled {
    ProtectiveFactorId factor;
    bool present;
};
struct ReflectionTyped {
    ReflectionId question;
    std::string text;
};
struct FeelingChosen {
    LevelIndex level;
};
struct SuspectChosen {
    SuspectId suspect;
};
struct CertaintyChosen {
    CertaintyId certainty;
};
struct JudgementChosen {
    LevelIndex level;
};
struct JudgementReasonTyped {
    std::string text;
};

// A self-assessment; its name is the case's code word
struct SelfAssessmentBegun {
    FigureId figure;  // of kind radar
};
struct SelfMarkChosen {
    std::string part;  // of the figure
    int mark;          // 1 to 5
};                     // in the answer that is shown
struct SelfAnswerAdded {};
struct SelfAnswerShown {
    std::size_t answer;
};
struct SelfAnswerRemoved {};  // the one that is shown
struct SelfAgreedTyped {
    std::string text;
};

// Documents and files
enum class DocumentFormat { html, text, json };
struct IndicatorIncluded {
    bool included;
};
struct DocumentDownloaded {
    Recipient recipient;
    DocumentFormat format;
};
struct DocumentPrinted {
    Recipient recipient;
};
struct PagePrinted {};  // of the videnssamling, as it stands
struct PageDownloaded {
    std::string address;  // where it stands, for the foot of the page
};
struct SectionCopied {
    Recipient recipient;
    std::size_t section;
};
struct FileKindChosen {
    bool sealed;
};
struct CaseFileSaved {};   // asked for a download of the case, as chosen
struct CaseFileWanted {};  // asked for the file chooser
struct CaseFileRead {
    std::string bytes;
};                        // the rim has read it
struct UnsealWanted {};   // with the passphrase that is typed
struct CaseDiscarded {};  // asked; the question follows
struct QuestionAnswered {
    bool yes;
};

// Keeping on this device
struct KeepModeChosen {
    KeepMode mode;
};
struct PassphraseTyped {
    std::string text;
};
struct PassphraseAgainTyped {
    std::string text;
};
struct PassphraseNowTyped {  // the one that is to be exchanged
    std::string text;
};
struct PassphraseShown {
    bool shown;
};
struct ProposalWanted {};  // another five words
struct VaultWanted {};     // what is chosen on the screen is to be carried out
struct UnlockWanted {};
struct NewKeyWanted {};  // the vault is to be opened by another passphrase from now on
struct LockWanted {};
struct KeepAgainWanted {};  // after it was removed from the device
struct DraftOpened {
    DraftId draft;
};
struct DraftRemoved {
    DraftId draft;
};                           // asked; the question follows
struct OtherChildWanted {};  // da: skift barn
struct WipeWanted {};        // asked; the question follows
struct ScreenHidden {
    bool hidden;
};  // da: skjul skærmen

// Settings
struct AppearanceChosen {
    Appearance appearance;
};
struct TextViewChosen {
    bool text_view;
};
struct TextSizeChosen {
    int percent;
};
struct AppearanceRecalled {
    std::string value;
};  // what RememberAppearance kept on this device

// The rim
struct PackArrived {
    std::string pack;
};
struct PackFailed {
    std::string pack;
    bool is_damaged = false;  // it came, but is not what was built
};
struct PackWanted {
    std::string pack;
};  // asked for again after a failure
struct DayStamped {
    std::string today;
};  // ISO date
enum class TicketCode { ok, refused, failed };
struct TicketAnswered {
    std::uint32_t ticket;
    TicketCode code;
};
struct PictureLost {};  // WebGL is gone: text view, work goes on
struct StoreAnswered {
    StoreAnswer answer;
};
struct WaitEnded {
    std::uint32_t wait;
};
// Told before anything else that happens. `passed`: the longer of what the two clocks of the machine say; one of them
// stands still while it sleeps. `is_stirred`: somebody has moved, pressed or scrolled since.
struct TimePassed {
    std::int64_t passed;  // ms
    std::string today;    // ISO date
    std::string clock;    // "14.03"
    bool is_stirred;
};
struct PageHidden {
    bool hidden;
};                     // out of sight, or about to go
struct SaveWanted {};  // another tab, or a newer edition, waits for what is open here
struct DraftTakenOver {
    DraftId draft;
};                    // by another tab
struct StoreLost {};  // the connection is gone, whoever took it

// Without a net, and new editions
enum class OfflineState { ready, not_possible, update_waiting, update_failed, replaced };
struct OfflineTold {
    OfflineState state;
};
struct UpdateAccepted {};  // asked for the edition that waits, or to open the one in use

using ActionKinds =
    std::variant<PlaceOpened, WentBack, Continued, ElementPointedOut, DisclosureToggled, AgeChosen, MonthsTyped,
                 WeeksEarlyTyped, RoleChosen, CodeWordTyped, PresenceChosen, ScaleChosen, NoteTyped, RestNotSeen,
                 SignSearchTyped, LookUpTyped, WaysAgeChosen, TermOpened, CircumstanceToggled, ProtectiveFactorToggled,
                 ReflectionTyped, FeelingChosen, SuspectChosen, CertaintyChosen, JudgementChosen, JudgementReasonTyped,
                 IndicatorIncluded, DocumentDownloaded, DocumentPrinted, PagePrinted, PageDownloaded, SectionCopied,
                 CaseFileSaved, CaseFileWanted, CaseFileRead, CaseDiscarded, QuestionAnswered, AppearanceChosen,
                 TextViewChosen, TextSizeChosen, AppearanceRecalled, PackArrived, PackFailed, PackWanted, DayStamped,
                 TicketAnswered, PictureLost, KeepModeChosen, PassphraseTyped, PassphraseAgainTyped, PassphraseNowTyped,
                 PassphraseShown, ProposalWanted, VaultWanted, UnlockWanted, NewKeyWanted, LockWanted, DraftOpened,
                 DraftRemoved, OtherChildWanted, WipeWanted, ScreenHidden, StoreAnswered, WaitEnded, TimePassed,
                 PageHidden, DraftTakenOver, StoreLost, FileKindChosen, UnsealWanted, OfflineTold, UpdateAccepted,
                 KeepAgainWanted, SelfAssessmentBegun, SelfMarkChosen, SelfAnswerAdded, SelfAnswerShown,
                 SelfAnswerRemoved, SelfAgreedTyped, MoreHitsWanted, HeadingReached, ReadingsRemembered,
                 ReadingsForgotten, ReadingsRecalled, SaveWanted>;
using Action = OneOf<ActionKinds>;

}  // namespace core
