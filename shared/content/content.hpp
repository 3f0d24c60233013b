// content.hpp -- what the professionals wrote: every word, sign and rule.
//
// Read once from JSON (load_content.hpp), checked (check_content.hpp), never
// changed afterwards except that later packs are added. Everything with an
// order (levels, dimensions, roles, tracks, ages) is data: another
// municipality may have three levels or other roles without a compiler.
// Knows: base. Never: decides anything; shows a JSON type.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "content/knowledge.hpp"
#include "content/review.hpp"
#include "content/rules.hpp"
#include "content/texts.hpp"
#include "content/word_index.hpp"

namespace core {

using AgeGroupId = Id<struct AgeGroupTag>;
using RoleId = Id<struct RoleTag>;
using RoleGroupId = Id<struct RoleGroupTag>;
using DimensionId = Id<struct DimensionTag>;
using SignId = Id<struct SignTag>;
using CircumstanceId = Id<struct CircumstanceTag>;
using ProtectiveFactorId = Id<struct ProtectiveFactorTag>;
using ReflectionId = Id<struct ReflectionTag>;
using LevelId = Id<struct LevelTag>;
using TrackId = Id<struct TrackTag>;
using SuspectId = Id<struct SuspectTag>;
using CertaintyId = Id<struct CertaintyTag>;
using StepId = Id<struct StepTag>;

// A position in Content::levels, 0-based, lowest concern first.
using LevelIndex = std::size_t;

// da: kilde
struct Source {
    SourceKey key;  // letters as in the register, e.g. "SST22"; not an id of the [a-z] kind
    std::string title;
    std::string address;  // may be empty: then the title is what one searches for
};

// da: aldersgruppe. Ages in completed months, both ends included.
struct AgeGroup {
    AgeGroupId id;
    std::string name;    // "3–5 år"
    std::string phrase;  // "barnet er 3–5 år"
    int from_months = 0;
    int to_months = 0;
    bool asks_months = false;  // the exact age in months is asked for
    bool unborn = false;       // da: venter barn; a page of its own without scale
    std::string pack;          // the content pack that holds its signs
};

// A heading over a group of roles.
struct RoleGroup {
    RoleGroupId id;
    std::string name;
};

// da: rolle (the professional's own)
struct Role {
    RoleId id;
    std::string name;                 // "Medarbejder i børnehave"
    std::string phrase;               // "medarbejder i børnehave"
    std::vector<RoleGroupId> groups;  // "day_care", "school", "health" …
    std::vector<AgeGroupId> ages;     // the matrix: which ages this role meets
};

// da: dimension, område
struct Dimension {
    DimensionId id;
    std::string name;      // "Følelser og humør"
    std::string line;      // one line on what is meant
    std::string phrase;    // in reasons: "følelser"
    bool carries = false;  // care, parent and abuse signs: protective factors never lower what they carry
};

// One worded step of a scale: never a number on screen.
struct ScaleStep {
    std::string id;
    std::string label;   // "Flere gange om ugen"
    std::string phrase;  // within a sentence: "flere gange om ugen"
};

struct Scale {
    std::string question;          // "Hvor ofte?"
    std::vector<ScaleStep> steps;  // lowest first (trend: better, unchanged, worse)
};

// The five worded scales asked for a sign that is seen.
enum class ScaleKind { frequency, severity, duration, trend, where };
inline constexpr std::size_t scale_kind_count = 5;

enum class SignWeight { light, clear, grave };

// da: alvorstegn. Overrides the span from `floor` up, and opens `track`.
struct Alarm {
    TrackId track;
    LevelId floor;
    CertaintyId certainty;  // abuse track only: what this sign by itself amounts to
};

// da: tegn på mistrivsel; the definition. What a user says is an Observation.
struct Sign {
    SignId id;
    AgeGroupId age;
    DimensionId dimension;
    std::string text;                       // "Barnet trækker sig fra leg, det plejer at være med i"
    std::string phrase;                     // in a reason: "barnet trækker sig fra leg"
    std::string example;                    // what it can look like on a Tuesday
    std::string not_same_as;                // da: det er ikke det samme som
    std::vector<std::string> search_words;  // everyday words
    std::vector<std::string> for_roles;     // role ids or role group ids; empty = all
    bool developmental = false;             // no frequency question; age in months matters
    std::optional<int> from_months;
    std::optional<int> to_months;
    SignWeight weight = SignWeight::light;
    std::optional<Alarm> alarm;
    Review review;
};

// da: forhold omkring barnet (risikofaktor). Beside the signs; no frequency, no alarm.
struct Circumstance {
    CircumstanceId id;
    std::string arena;  // "child", "family", "surroundings"
    std::string text;
    Review review;
};

// A heading over a group of circumstances or protective factors.
struct Arena {
    std::string id;
    std::string name;
};

// da: beskyttende faktor
struct ProtectiveFactor {
    ProtectiveFactorId id;
    std::string arena;
    std::string text;              // "Barnet har mindst én tryg, vedholdende voksen"
    std::string phrase;            // "én tryg, vedholdende voksen"
    std::vector<AgeGroupId> ages;  // empty = all
    Review review;
};

// How a question is affected by an open abuse track whose suspicion is against
// a parent, the home, or is not known.
enum class WhenParentsClosed { keep, hide, only_then };

// da: refleksionsspørgsmål
struct ReflectionQuestion {
    ReflectionId id;
    std::string group;  // heading id: "child", "parents", "ourselves", "other_explanations", "situation"
    std::string text;
    std::string hint;
    bool always = true;  // else only when `dimensions` holds a seen sign
    std::vector<DimensionId> dimensions;
    std::vector<AgeGroupId> ages;        // empty = all
    std::vector<std::string> for_roles;  // role or group ids; empty = all
    WhenParentsClosed when_parents_closed = WhenParentsClosed::keep;
    Review review;
};

// da: bekymringsniveau
struct ConcernLevel {
    LevelId id;
    std::string name;                     // "Stor bekymring"
    std::string phrase;                   // "stor bekymring"
    std::string meaning;                  // what is meant, one or two sentences
    bool considers_notification = false;  // from here the first step is to decide on a notification, today
    std::vector<std::string> everyday;    // what people type who look for it
};

// May parents be contacted? Closed: never by us; the authority decides.
enum class ParentContact { open, agree_first, closed };

// da: hvem retter mistanken sig mod
struct Suspect {
    SuspectId id;
    std::string label;
    std::string phrase;
    ParentContact parents = ParentContact::closed;
};

// da: trin af vished: bekymring, mistanke, konkret viden. Lowest first.
struct Certainty {
    CertaintyId id;
    std::string label;
    std::string meaning;
};

// da: spor. The rules of one kind of alarm.
struct Track {
    TrackId id;
    std::string name;     // "Mistanke om vold eller overgreb"
    std::string opening;  // first sentence of the result
    std::string summary;  // the same for who looks it up without a case
    std::string parents;  // may or must parents be told
    std::string child;    // may one ask the child
    std::string call;     // whom to call
    std::string by_when;
    bool asks_suspect = false;                            // the abuse track begins with whom and how certain
    ParentContact parents_contact = ParentContact::open;  // when no suspect is asked for
    int order = 0;                                        // several tracks open: lowest first
    std::vector<std::string> everyday;                    // what people type who look for it
    Review review;
};

enum class StepKind { notify, call, parents, child, consult, team, support, observe, write, other };

// da: trin i en handlevej. Empty lists mean "all"; tracks empty means "no alarm".
struct PathwayStep {
    StepId id;
    StepKind kind = StepKind::other;
    std::string title;
    std::string by_when;  // "i dag"
    std::string who;      // who does it
    std::string body;
    std::vector<std::string> everyday;  // what people type who look for it
    std::string parents;                // are they told, how; may be empty
    std::string consent;                // is consent needed; may be empty
    std::vector<ContactId> contacts;
    int order = 0;
    std::vector<LevelId> levels;
    std::vector<AgeGroupId> ages;
    std::vector<std::string> for_roles;  // role or group ids
    std::vector<TrackId> tracks;
    std::vector<SuspectId> suspects;       // abuse track only
    std::vector<CertaintyId> certainties;  // abuse track only
    std::vector<DimensionId> dimensions;   // only when a sign in one of these is seen
    bool contacts_parents = false;         // anything that brings us in touch with the parents about the worry
    Review review;
};

// da: kontakt. Local ones are placeholders until the municipality fills them in.
struct Contact {
    ContactId id;
    std::string name;
    std::string phone;  // empty with placeholder = "ikke klar til brug"
    std::string hours;
    std::string note;
    bool placeholder = false;
    bool without_number = false;        // found otherwise, as the note says: one's own leader
    std::string checked;                // ISO date, empty when never
    std::vector<std::string> everyday;  // what people type who look for it
};

// A page made of headings, paragraphs and lists: Om Linealen, Venter barn …
struct PageBlock {
    enum class Kind { heading, paragraph, list, notice, contact } kind = Kind::paragraph;
    std::string text;
    std::vector<std::string> items;
    ContactId contact;
};

struct Page {
    std::string id;
    std::string title;
    std::vector<PageBlock> blocks;
    Review review;
};

// Settings a municipality may change.
struct Settings {
    bool asks_first_feeling = true;
    int days_kept = 30;               // of a draft on the device, after its last change
    int minutes_unused = 10;          // until it locks by itself
    int minutes_out_of_sight = 5;     // the same, while another tab or program is in front
    bool allows_managed_key = false;  // da: gem uden adgangssætning
    std::string municipality;         // empty: not set up
};

struct Content {
    std::string version;
    std::string rules_hash;  // of rules.json, for the documents
    Settings settings;
    std::vector<std::string> passphrase_words;
    std::vector<Source> sources;
    std::vector<AgeGroup> ages;
    std::vector<RoleGroup> role_groups;
    std::vector<Role> roles;
    std::vector<Dimension> dimensions;
    Scale scales[scale_kind_count];  // by ScaleKind
    std::vector<Sign> signs;
    std::vector<Arena> circumstance_arenas;
    std::vector<Circumstance> circumstances;
    std::vector<Arena> protective_arenas;
    std::vector<ProtectiveFactor> protective_factors;
    std::vector<Arena> reflection_groups;
    std::vector<ReflectionQuestion> reflections;
    std::vector<ConcernLevel> levels;
    std::vector<Suspect> suspects;
    std::vector<Certainty> certainties;
    std::vector<Track> tracks;
    std::vector<PathwayStep> steps;
    std::vector<Contact> contacts;
    std::vector<Page> pages;
    Knowledge knowledge;
    Rules rules;
    Texts texts;
    std::vector<std::string> packs;  // names of the packs that have arrived
    WordIndex index;                 // over all that can be looked up; empty before the knowledge pack
};

// Each is null when the content does not know the id.
const AgeGroup* find_age(const Content&, const AgeGroupId&);
const Role* find_role(const Content&, const RoleId&);
const Dimension* find_dimension(const Content&, const DimensionId&);
const Sign* find_sign(const Content&, const SignId&);
const Circumstance* find_circumstance(const Content&, const CircumstanceId&);
const ProtectiveFactor* find_protective_factor(const Content&, const ProtectiveFactorId&);
const ReflectionQuestion* find_reflection(const Content&, const ReflectionId&);
const Track* find_track(const Content&, const TrackId&);
const PathwayStep* find_step(const Content&, const StepId&);
const Suspect* find_suspect(const Content&, const SuspectId&);
const Certainty* find_certainty(const Content&, const CertaintyId&);
const Contact* find_contact(const Content&, const ContactId&);
const Source* find_source(const Content&, const SourceKey&);

// The title, and where it can be read when that is known: "Barnets lov. https://…". To be copied: no link leads out.
std::string with_address(const Source&);
const Page* find_page(const Content&, const std::string& id);
std::optional<LevelIndex> find_level(const Content&, const LevelId&);
// Packs the program asks for by name; those of the ages are named by the content.
inline constexpr std::string_view front_pack = "front";
inline constexpr std::string_view start_pack = "start";
inline constexpr std::string_view knowledge_pack = "knowledge";
inline constexpr std::string_view guide_pack = "guide";  // tracks, next steps, contacts, pages
bool has_pack(const Content&, std::string_view name);

// Is `role` among `for_roles` (role ids or group ids; empty means everyone)?
bool is_for_role(const std::vector<std::string>& for_roles, const Role& role);

// The age group a child of that age in completed months belongs to; null when
// no group holds it.
const AgeGroup* find_age_of_months(const Content&, int months);

// The sentence that says how far something is reviewed; it has a {date}.
Text text_of(ReviewState);

}  // namespace core
