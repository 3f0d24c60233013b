// session.hpp -- what the user has said, and where they are.
//
// A Case is what is saved in a case file: one child, known by a self-chosen
// code word; no name and no CPR number. A Session is the Case plus the visit:
// the place, what is unfolded, what is being said on screen.
// Knows: base, content ids. Never: what can be computed from Content and Case.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "content/content.hpp"
#include "session/kept.hpp"
#include "session/place.hpp"

namespace core {

enum class Presence { not_answered, not_seen, unsure, seen };

// da: iagttagelse af et tegn. Scale answers are positions in Content::scales,
// lowest first; nothing is preselected. Kept when `presence` changes, so that
// a slip of the finger loses nothing; they count only while it is `seen`.
struct Observation {
    Presence presence = Presence::not_answered;
    std::optional<std::size_t> scales[scale_kind_count];  // by ScaleKind
    std::string saw;                                      // da: hvad så eller hørte du
    std::string thought;                                  // da: hvad tænker du

    bool operator==(const Observation&) const = default;
};

// da: egen markering; the one that counts
struct Judgement {
    LevelIndex level = 0;
    std::string reason;

    bool operator==(const Judgement&) const = default;
};

// The marks of one person, 1 to 5, by the ids of the figure's parts.
using SelfMarks = std::map<std::string, int>;

// da: selvvurdering; one's own way of working at a radar figure. One answer for a person, several for a team; nobody
// is named.
struct SelfAssessment {
    FigureId figure;
    std::vector<SelfMarks> answers;  // at least one
    std::string agreed;              // da: det vil vi gøre

    bool operator==(const SelfAssessment&) const = default;
};
inline constexpr std::size_t most_answers = 12;

// Answers a case was opened with that this content does not know. Counted by nobody; written again as they were, so
// that the content they belong to finds them. What is answered anew goes before what is parked.
struct Parked {
    AgeGroupId age;
    RoleId role;
    std::map<SignId, std::map<std::size_t, std::string>> steps;  // by ScaleKind; ids
    std::set<CircumstanceId> circumstances;
    std::set<ProtectiveFactorId> protective_factors;
    LevelId first_feeling;
    LevelId mark;  // of the judgement; its reason is `reason_without_mark`
    SuspectId suspect;
    CertaintyId certainty;

    bool operator==(const Parked&) const = default;
};

// One child, or one self-assessment: then nothing of a child is set. Answers to signs of another age, role or edition of the content stay here, parked.
struct Case {
    std::string code_word;
    AgeGroupId age;
    std::optional<int> months;       // completed months, where the age group asks for it
    std::optional<int> weeks_early;  // da: født for tidligt, uger
    RoleId role;
    std::map<SignId, Observation> observations;
    std::set<CircumstanceId> circumstances;
    std::set<ProtectiveFactorId> protective_factors;
    std::map<ReflectionId, std::string> reflections;
    std::optional<LevelIndex> first_feeling;
    std::optional<Judgement> judgement;
    std::string reason_without_mark;  // written for a level this content does not know; goes with the next mark
    SuspectId suspect;                // da: hvem retter mistanken sig mod
    CertaintyId certainty;            // da: bekymring, mistanke, konkret viden
    std::string content_version;      // of the content it was made with
    Parked parked;
    std::optional<SelfAssessment> self_assessment;

    bool operator==(const Case&) const = default;
};

// What was read last in the videnssamling, and the heading it was read to.
struct Reading {
    Place place;          // an article or a meeting
    std::string reached;  // element id; empty: its beginning
};
inline constexpr std::size_t most_readings = 6;

// What is said on screen after something happened; one at a time.
enum class NoticeKind { none, saved, opened, copied, downloaded, failed, information };

struct Notice {
    NoticeKind kind = NoticeKind::none;
    Text text = Text::app_name;
    std::string detail;  // fills {detail}; never the user's words
    std::string at;      // id of the element it stands after; empty: under the heading
};

// An order that was given and is not answered yet.
enum class Order { save_case, choose_file, download_document, copy_section, print_document };

struct Ticket {
    Order order = Order::save_case;
    std::string at;          // where the notice is to stand
    bool overtaken = false;  // save_case: the case was changed after the order
};

// A question that must be answered before going on.
enum class Question { none, discard_case, open_over_case, remove_draft, take_over, wipe, unprotected };

// Can it be used without a net? ready: the rim has seen every file of this edition on the device.
enum class OfflineUse { unknown, ready, not_possible };

// What stands of a new edition of the program: nothing, one that waits for a yes, one that was said yes to, one that
// another window has taken into use already.
enum class UpdateState { none, waiting, starting, replaced };

// How the page looks; kept on the device, holds nothing about a case.
enum class Appearance { as_device, light, dark };

struct Session {
    Case subject;                   // "case" is a C++ word
    std::uint32_t case_number = 0;  // grows when another one is opened, or none
    bool has_unsaved_work = false;
    Place place;
    std::vector<Place> trail;            // where "Tilbage" leads, newest last
    std::optional<Place> returns_to;     // a "ret" link was followed: "Fortsæt" leads back there
    std::set<std::string> unfolded;      // ids of opened disclosures
    std::string search;                  // the sign search field
    std::string sought;                  // the search field of Slå op; never in an address
    bool shows_all_hits = false;         // of what is sought
    std::set<std::string> faults_shown;  // fields whose error is shown
    std::string months_typed;            // as typed, so that "abc" can be mended
    std::string weeks_typed;
    bool indicator_in_notification = false;
    std::size_t answer_shown = 0;     // of the self-assessment
    std::vector<Reading> readings;    // newest first
    bool remembers_readings = false;  // on the device, beyond this visit
    std::string resume_at;            // heading this article was read to before; element id
    AgeGroupId ways_age;              // in "hvem gør hvad"; empty: all
    TermId opened_term;               // lies open over the page; empty: none
    Notice notice;
    Question question = Question::none;
    bool knows_unprotected = false;  // has said yes to a file anybody can read, in this visit
    std::size_t wanted_format = 0;   // of the document on the screen, while that is asked
    std::string wanted_address;      // of the page on the screen, while that is asked
    std::string opened_file;         // bytes of a case file waiting for an answer to open_over_case
    OfflineUse offline = OfflineUse::unknown;
    UpdateState update = UpdateState::none;
    Appearance appearance = Appearance::as_device;
    bool text_view = false;
    int text_percent = 100;              // 100, 125, 150, 200
    std::string today;                   // ISO date, stamped at the rim
    std::set<std::string> packs_wanted;  // asked for, not yet here
    std::set<std::string> packs_failed;
    std::set<std::string> packs_damaged;  // of those: came, but not as they were built
    std::uint32_t focus_serial = 0;       // grows when the focus is to be moved
    std::string focus_id;                 // element id; empty: the heading
    std::uint32_t notice_serial = 0;
    bool is_screen_hidden = false;  // da: skjul skærmen
    Kept kept;
    std::uint32_t next_ticket = 1;
    std::map<std::uint32_t, Ticket> tickets;  // by number
};

}  // namespace core
