#include "view/screens/screens.hpp"

#include "base/require.hpp"
#include "view/address.hpp"

namespace core {

namespace {

// In the order of Screen. Addresses hold nothing about a case.
constexpr std::array<ScreenRow, screen_count> rows{{
    {Screen::start, "/", false, Text::start_title, 0, true, nullptr, describe_start},
    {Screen::age, "/vurder/alder", false, Text::age_title, 1, false, nullptr, describe_age},
    {Screen::role, "/vurder/rolle", false, Text::role_title, 2, false, nullptr, describe_role},
    {Screen::unborn, "/vurder/venter-barn", false, Text::unborn_title, 0, false, nullptr, describe_unborn},
    {Screen::areas, "/vurder/omraader", false, Text::areas_title, 3, false, nullptr, describe_areas},
    {Screen::signs, "/vurder/tegn", true, Text::signs_title, 3, false, heading_of_signs, describe_signs},
    {Screen::circumstances, "/vurder/forhold", false, Text::circumstances_title, 3, false, nullptr,
     describe_circumstances},
    {Screen::protective, "/vurder/beskyttende", false, Text::protective_title, 4, false, nullptr, describe_protective},
    {Screen::reflection, "/vurder/refleksion", false, Text::reflection_title, 4, false, nullptr, describe_reflection},
    {Screen::check, "/vurder/tjek", false, Text::check_title, 5, false, nullptr, describe_check},
    {Screen::feeling, "/vurder/fornemmelse", false, Text::feeling_title, 5, true, nullptr, describe_feeling},
    {Screen::indication, "/vurder/indikator", false, Text::indication_title, 5, true, heading_of_indication,
     describe_indication},
    {Screen::judgement, "/vurder/vurdering", false, Text::judgement_title, 5, true, nullptr, describe_judgement},
    {Screen::next, "/vurder/hvad-nu", false, Text::next_title, 6, false, nullptr, describe_next},
    {Screen::overview, "/vurder/oversigt", false, Text::overview_title, 6, false, nullptr, describe_overview},
    {Screen::document, "/vurder/dokument", true, Text::document_title, 6, false, heading_of_document,
     describe_document},
    {Screen::about, "/om", false, Text::about_title, 0, false, nullptr, describe_about},
    {Screen::accessibility, "/tilgaengelighed", false, Text::accessibility_title, 0, false, nullptr,
     describe_accessibility},
    {Screen::appearance, "/udseende", false, Text::appearance_title, 0, false, nullptr, describe_appearance},
    {Screen::help, "/hjaelp", false, Text::help_title, 0, false, nullptr, describe_help},
    {Screen::keeping, "/gem", false, Text::keep_title, 0, false, heading_of_keeping, describe_keeping},
    {Screen::kept, "/gemt", false, Text::kept_title, 0, false, nullptr, describe_kept},
    {Screen::case_file, "/gem-fil", false, Text::file_title, 0, false, nullptr, describe_case_file},
    {Screen::unseal, "/aabn-fil", false, Text::unseal_title, 0, false, nullptr, describe_unseal},
    {Screen::new_key, "/gem/ny-saetning", false, Text::new_key_title, 0, false, nullptr, describe_new_key},
    {Screen::look_up, "/viden", false, Text::look_up_title, 0, false, nullptr, describe_look_up},
    {Screen::topic, "/viden/emne", true, Text::look_up_title, 0, false, heading_of_topic, describe_topic},
    {Screen::article, "/viden/artikel", true, Text::look_up_title, 0, false, heading_of_article, describe_article},
    {Screen::meetings, "/viden/moeder", false, Text::meetings_title, 0, false, nullptr, describe_meetings},
    {Screen::meeting, "/viden/moede", true, Text::meetings_title, 0, false, heading_of_meeting, describe_meeting},
    {Screen::terms, "/viden/fagord", false, Text::terms_title, 0, false, nullptr, describe_terms},
    {Screen::term, "/viden/fagord", true, Text::terms_title, 0, false, heading_of_term, describe_term},
    {Screen::sign_ages, "/viden/tegn", false, Text::sign_ages_title, 0, false, nullptr, describe_sign_ages},
    {Screen::sign_list, "/viden/alder", true, Text::sign_ages_title, 0, false, heading_of_sign_list,
     describe_sign_list},
    {Screen::sign, "/viden/tegn", true, Text::sign_ages_title, 0, false, heading_of_sign, describe_sign},
    {Screen::ways, "/viden/handleveje", false, Text::ways_title, 0, false, nullptr, describe_ways},
    {Screen::level, "/viden/niveau", true, Text::ways_title, 0, false, heading_of_level, describe_level},
    {Screen::track, "/viden/handlevej", true, Text::ways_title, 0, false, heading_of_track, describe_track},
    {Screen::step, "/viden/trin", true, Text::ways_title, 0, false, heading_of_step, describe_step},
    {Screen::roles, "/viden/roller", false, Text::roles_title, 0, false, nullptr, describe_roles},
    {Screen::role_ways, "/viden/rolle", true, Text::roles_title, 0, false, heading_of_role_ways, describe_role_ways},
    {Screen::self_assessment, "/viden/selvvurdering", true, Text::self_title, 0, false, heading_of_self_assessment,
     describe_self_assessment},
    {Screen::contacts, "/viden/numre", false, Text::numbers_title, 0, false, nullptr, describe_contacts},
}};

constexpr bool rows_are_in_order() {
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (static_cast<std::size_t>(rows[at].screen) != at) return false;
    }
    return true;
}
static_assert(rows_are_in_order());

// "/vurder/tegn" and "mental" from "/vurder/tegn/mental".
std::optional<Place> read_part(std::string_view path, const ScreenRow& row) {
    const std::string_view base{row.address};
    const bool fits = path.size() > base.size() + 1 && path.substr(0, base.size()) == base && path[base.size()] == '/';
    if (!fits) return std::nullopt;
    const std::string part{path.substr(base.size() + 1)};
    return is_valid_id(part) ? std::optional<Place>{Place{row.screen, part}} : std::nullopt;
}

}  // namespace

const std::array<ScreenRow, screen_count>& screen_rows() { return rows; }

const ScreenRow& row_of(Screen screen) {
    const auto at = static_cast<std::size_t>(screen);
    require(at < rows.size(), "every screen has its row");
    return rows[at];
}

std::string address_of(const Place& place) {
    const ScreenRow& row = row_of(place.screen);
    std::string address = "#";
    address += row.address;
    if (row.has_part) address += "/" + place.part;
    return address;
}

std::optional<Place> place_of(std::string_view address) {
    if (!address.empty() && address.front() == '#') address.remove_prefix(1);
    address = address.substr(0, address.find('?'));
    while (address.size() > 1 && address.back() == '/') address.remove_suffix(1);
    if (address.empty()) return Place{};
    for (const ScreenRow& row : rows) {
        if (!row.has_part && address == row.address) return Place{row.screen, {}};
        if (!row.has_part) continue;
        std::optional<Place> place = read_part(address, row);
        if (place) return place;
    }
    return std::nullopt;
}

}  // namespace core
