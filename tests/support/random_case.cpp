#include "support/random_case.hpp"

#include "assessment/indicate.hpp"

namespace support {
namespace {

void throw_scales(const core::Content& content, Dice& dice, core::Observation& answer, std::size_t answered) {
    for (std::size_t i = 0; i < core::scale_kind_count; ++i) {
        if (dice.chance(answered)) answer.scales[i] = dice.roll(content.scales[i].steps.size());
    }
}

std::string random_words(Dice& dice) {
    static const char* const words[] = {"tirsdag", "»nej«", "løb væk", "æøå", "\t\"citat\"", "linje\nskift", "\\", "0"};
    std::string text;
    for (std::size_t i = dice.roll(6); i > 0; --i) text += std::string(words[dice.roll(8)]) + " ";
    return text;
}

template <class Items, class Ids>
void throw_ids(const Items& items, Dice& dice, Ids& ids, std::size_t percent) {
    for (const auto& item : items) {
        if (dice.chance(percent)) ids.insert(item.id);
    }
}

std::uint64_t mix(std::uint64_t hash, const std::string& words) {
    for (const char c : words) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return (hash ^ 0xFF) * 1099511628211ULL;
}

std::uint64_t mix(std::uint64_t hash, const std::optional<core::Change>& change) {
    if (!change) return mix(hash, "-");
    return mix(hash, change->sign.value + std::to_string(change->of_presence) +
                         std::to_string(static_cast<int>(change->presence)) +
                         std::to_string(static_cast<int>(change->scale)) + std::to_string(change->step));
}

}  // namespace

core::Case random_case(const core::Content& content, Dice& dice) {
    core::Case made;
    do {
        const core::Role& role = content.roles[dice.roll(content.roles.size())];
        const core::AgeGroupId& age = role.ages[dice.roll(role.ages.size())];
        made.role = role.id;
        made.age = age;
        const core::AgeGroup* group = core::find_age(content, age);
        made.months.reset();
        if (group != nullptr && group->asks_months) {
            made.months =
                group->from_months +
                static_cast<int>(dice.roll(static_cast<std::size_t>(group->to_months - group->from_months + 1)));
        }
    } while (core::shown_signs(content, made).empty());
    if (made.months && dice.chance(20)) made.weeks_early = static_cast<int>(dice.roll(17));

    const std::size_t seen = dice.roll(4) == 0 ? dice.roll(100) : dice.roll(25);
    const std::size_t unsure = dice.roll(2) == 0 ? 0 : dice.roll(30);
    const std::size_t silent = dice.roll(2) == 0 ? 0 : dice.roll(90);
    const std::size_t described = dice.roll(3) == 0 ? dice.roll(100) : 100;
    const bool alarms = dice.chance(25);
    for (const core::Sign* sign : core::shown_signs(content, made)) {
        core::Observation answer;
        if (dice.chance(silent)) continue;
        answer.presence = core::Presence::not_seen;
        if (dice.chance(unsure)) answer.presence = core::Presence::unsure;
        if (dice.chance(seen)) answer.presence = core::Presence::seen;
        if (sign->alarm && !alarms) answer.presence = core::Presence::not_seen;
        throw_scales(content, dice, answer, described);
        made.observations[sign->id] = answer;
    }
    if (dice.chance(50)) throw_ids(content.protective_factors, dice, made.protective_factors, dice.roll(60));
    if (dice.chance(50)) throw_ids(content.circumstances, dice, made.circumstances, 20);
    return made;
}

core::Case random_full_case(const core::Content& content, Dice& dice) {
    core::Case made = random_case(content, dice);
    for (const core::Sign& sign : content.signs) {  // parked answers too
        if (!dice.chance(5)) continue;
        core::Observation& answer = made.observations[sign.id];
        answer.presence = static_cast<core::Presence>(dice.roll(4));
        throw_scales(content, dice, answer, 50);
        answer.saw = random_words(dice);
        answer.thought = random_words(dice);
    }
    for (const core::ReflectionQuestion& question : content.reflections) {
        if (dice.chance(20)) made.reflections[question.id] = random_words(dice);
    }
    made.code_word = random_words(dice);
    if (dice.chance(50)) made.first_feeling = dice.roll(content.levels.size());
    if (dice.chance(50)) made.judgement = core::Judgement{dice.roll(content.levels.size()), random_words(dice)};
    if (dice.chance(50)) made.suspect = content.suspects[dice.roll(content.suspects.size())].id;
    if (dice.chance(50)) made.certainty = content.certainties[dice.roll(content.certainties.size())].id;
    made.content_version = content.version;
    return made;
}

std::uint64_t digest(std::uint64_t so_far, const core::Content& content, const core::Case& subject) {
    const core::Indication indication = core::indicate(content, subject);
    std::uint64_t hash =
        mix(so_far, std::to_string(indication.lowest) + "-" + std::to_string(indication.highest) + " " +
                        std::to_string(indication.strength_low) + " " + std::to_string(indication.strength_high));
    for (const core::Reason& reason : indication.reasons) {
        hash = mix(hash, reason.rule + std::to_string(static_cast<int>(reason.kind)));
        for (const core::SignId& sign : reason.signs) hash = mix(hash, sign.value);
    }
    for (const core::TrackId& track : indication.tracks) hash = mix(hash, track.value);
    hash = mix(hash, std::to_string(indication.basis.answered) + (indication.basis.too_little ? "!" : "."));
    return mix(mix(hash, indication.moves_up), indication.moves_down);
}

}  // namespace support
