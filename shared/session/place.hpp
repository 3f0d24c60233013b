// place.hpp -- the screens there are, and which one the user is at.
//
// Knows: std. Never: what a screen shows (view/screens/), nor anything about
// a case: a place may stand in an address.

#pragma once

#include <cstddef>
#include <string>

namespace core {

enum class Screen {
    start,
    age,
    role,
    unborn,
    areas,  // da: hvor vil du begynde
    signs,  // part = dimension id
    circumstances,
    protective,
    reflection,
    check,  // da: tjek dine svar
    feeling,
    indication,
    judgement,
    next,  // da: hvad nu
    overview,
    document,  // part = recipient
    about,
    accessibility,
    appearance,
    help,
    keeping,    // da: gem på denne enhed
    kept,       // da: hvad ved dette værktøj
    case_file,  // da: gem kladden som fil
    unseal,     // da: åbn en krypteret fil
    new_key,    // da: skift adgangssætning
    look_up,    // da: slå op
    topic,      // part = topic id
    article,    // part = article id
    meetings,
    meeting,  // part = meeting id
    terms,    // da: fagord
    term,     // part = term id
    sign_ages,
    sign_list,        // part = age group id
    sign,             // part = sign id
    ways,             // da: handleveje
    level,            // part = level id
    track,            // part = track id
    step,             // part = step id
    roles,            // da: hvem gør hvad
    role_ways,        // part = role id
    self_assessment,  // da: selvvurdering; part = figure id
    contacts,         // da: numre
};
inline constexpr std::size_t screen_count = static_cast<std::size_t>(Screen::contacts) + 1;

// Belongs to a case. From `about` on the screens are pages that need none.
constexpr bool is_in_lineal(Screen screen) { return screen != Screen::start && screen < Screen::about; }

struct Place {
    Screen screen = Screen::start;
    std::string part;

    friend bool operator==(const Place& left, const Place& right) {
        return left.screen == right.screen && left.part == right.part;
    }
};

}  // namespace core
