// screens.hpp -- the table of all screens: address, title, step, description.
//
// A new screen is one row in screens.cpp, one file here, and one Screen.
// Knows: view, build. Never: what happens on a screen (flow does).

#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "assessment/indicate.hpp"
#include "view/build.hpp"

namespace core {

inline constexpr int step_count = 6;

// What stands above the hits of a search, and is heard as it changes.
inline constexpr const char* sign_hits_id = "search-hits";
inline constexpr const char* found_title_id = "found-title";
inline constexpr const char* found_unknown_id = "found-unknown";

struct ScreenRow {
    Screen screen;
    const char* address;  // without "#"; a part follows after "/"
    bool has_part;
    Text title;  // of the window, and the heading where `heading` is null
    int step;    // 1 to 6, 0 outside the steps
    bool wide;
    std::string (*heading)(const Scene&);
    void (*describe)(const Scene&, Elements&);
};

const std::array<ScreenRow, screen_count>& screen_rows();
const ScreenRow& row_of(Screen screen);

// One function a screen, in screens/<name>.cpp: adds what stands under the h1.
void describe_start(const Scene&, Elements&);
void describe_age(const Scene&, Elements&);
void describe_role(const Scene&, Elements&);
void describe_unborn(const Scene&, Elements&);
void describe_areas(const Scene&, Elements&);
void describe_signs(const Scene&, Elements&);
void describe_circumstances(const Scene&, Elements&);
void describe_protective(const Scene&, Elements&);
void describe_reflection(const Scene&, Elements&);
void describe_check(const Scene&, Elements&);
void describe_feeling(const Scene&, Elements&);
void describe_indication(const Scene&, Elements&);
void describe_judgement(const Scene&, Elements&);
void describe_next(const Scene&, Elements&);
void describe_overview(const Scene&, Elements&);
void describe_document(const Scene&, Elements&);
void describe_about(const Scene&, Elements&);
void describe_accessibility(const Scene&, Elements&);
void describe_appearance(const Scene&, Elements&);
void describe_help(const Scene&, Elements&);
void describe_keeping(const Scene&, Elements&);
void describe_kept(const Scene&, Elements&);
void describe_case_file(const Scene&, Elements&);
void describe_unseal(const Scene&, Elements&);
void describe_new_key(const Scene&, Elements&);
void describe_look_up(const Scene&, Elements&);
void describe_topic(const Scene&, Elements&);
void describe_article(const Scene&, Elements&);
void describe_meetings(const Scene&, Elements&);
void describe_meeting(const Scene&, Elements&);
void describe_terms(const Scene&, Elements&);
void describe_term(const Scene&, Elements&);
void describe_sign_ages(const Scene&, Elements&);
void describe_sign_list(const Scene&, Elements&);
void describe_sign(const Scene&, Elements&);
void describe_ways(const Scene&, Elements&);
void describe_level(const Scene&, Elements&);
void describe_track(const Scene&, Elements&);
void describe_roles(const Scene& scene, Elements& to);      // who.cpp
void describe_role_ways(const Scene& scene, Elements& to);  // who.cpp
std::string heading_of_role_ways(const Scene& scene);
void describe_self_assessment(const Scene&, Elements&);
void describe_contacts(const Scene&, Elements&);
std::string heading_of_self_assessment(const Scene&);
void describe_step(const Scene&, Elements&);

// Headings that depend on more than the screen.
std::string heading_of_signs(const Scene&);
std::string heading_of_indication(const Scene&);
std::string heading_of_document(const Scene&);
std::string heading_of_keeping(const Scene&);
std::string heading_of_topic(const Scene&);
std::string heading_of_article(const Scene&);
std::string heading_of_meeting(const Scene&);
std::string heading_of_term(const Scene&);
std::string heading_of_sign_list(const Scene&);
std::string heading_of_sign(const Scene&);
std::string heading_of_level(const Scene&);
std::string heading_of_track(const Scene&);
std::string heading_of_step(const Scene&);

// Parts that several screens share (screens/parts.cpp).
Element describe_emergency(const Scene& scene);
void describe_page(const Scene& scene, const std::string& page, Elements& to);
Element describe_contact(const Scene& scene, const std::string& id, const Contact& contact);
// Every number there is, large, under headings of that level; then those without one.
void add_contacts(const Scene& scene, int level, Elements& to);
void describe_parked(const Scene& scene, Elements& to);  // areas.cpp: answers of another age or role
// passphrase.cpp: one that is made, one that is there, and the button that uses it
void add_new_passphrase(const Scene& scene, Elements& to);
void add_passphrase(const Scene& scene, Elements& to, const char* id, Text label, Action action);
void add_use(const Scene& scene, Elements& to, const char* id, Text label, Action action);
// parts.cpp: "Hvem: din leder", nothing when there is no text; a card with the way to what it tells of; no such page.
void add_labelled(const Scene& scene, const std::string& id, Text label, const std::string& text, Elements& to);
void add_labelled(const Scene& scene, const std::string& id, Text label, const Rich& text, Elements& to);
void add_parents_closed(const Scene& scene, Elements& to);
// Which ages and roles it is for; nothing when for all.
void add_for_whom(const Scene& scene, const std::vector<AgeGroupId>& for_ages,
                  const std::vector<std::string>& for_roles, Elements& to);
Element describe_entry(const std::string& id, const std::string& title, const std::string& text, const Place& place);
// ways.cpp: says so when the case has closed the way to the parents; and that other steps go before on a suspicion
ParentContact add_way_to_parents(const Scene& scene, Elements& to);
void add_other_steps(const Scene& scene, Elements& to);
// "Udskriv" and "Hent som webside": where the page can be had on paper, and the row itself.
void add_paper(const Scene& scene, Elements& to);
Elements paper_actions(const Scene& scene);
// What the open case, or self-assessment, is called.
Element code_word_field(const Scene& scene, std::string id, Text label, Text hint);
// "Selvvurdering: Blå stue", by what they call it.
std::string name_of_self_assessment(const Scene& scene, const std::string& word);
void add_unknown(const Scene& scene, Elements& to);
Dialog describe_opened_term(const Scene& scene);  // knowledge.cpp
Element describe_kept_state(const Scene& scene);  // keeping.cpp: is the case saved?
Ruler make_ruler(const Scene& scene, Text legend);
Ruler judgement_ruler(const Scene& scene, const Indication& indication);  // judgement.cpp
std::string continue_with_mark(const Scene& scene, Text without);         // "Fortsæt med »Stor bekymring«"
bool holds_cpr(const Case& subject);                                      // check.cpp
void add_cpr_warning(const Scene& scene, Elements& to);
void add_duty(const Scene& scene, Elements& to);  // next.cpp: the sentence on the duty to notify

}  // namespace core
