#include <algorithm>
#include <string>

#include "content/check_parts.hpp"

namespace core {
namespace {

std::string months(int count) { return std::to_string(count) + " måneder"; }

void check_ages(const Content& content, Findings& findings) {
    std::vector<const AgeGroup*> born;
    const AgeGroup* unborn = nullptr;
    for (const AgeGroup& age : content.ages) {
        if (age.unborn) {
            if (unborn != nullptr) {
                findings.error("ages", age.id.value, "unborn", "Der er to aldersgrupper for børn, der ikke er født.",
                               "Lad kun den ene have »unborn«: true.");
            }
            unborn = &age;
            continue;
        }
        born.push_back(&age);
        if (age.from_months > age.to_months) {
            findings.error("ages", age.id.value, "to_months",
                           "Aldersgruppen " + in_quotes(age.name) + " slutter, før den begynder.",
                           "Lad »to_months« være mindst lige så stor som »from_months«.");
        }
        if (!age.pack.empty() && !has_pack(content, age.pack)) {
            findings.error("ages", age.id.value, "pack",
                           "Aldersgruppen " + in_quotes(age.name) + " henter sine tegn i pakken " +
                               in_quotes(age.pack) + ", som ikke findes.",
                           "Tilføj pakken i manifest.json, eller ret navnet.");
        }
    }
    std::stable_sort(born.begin(), born.end(), [](const AgeGroup* left, const AgeGroup* right) {
        return left->from_months < right->from_months;
    });
    for (std::size_t i = 1; i < born.size(); ++i) {
        const AgeGroup& before = *born[i - 1];
        const AgeGroup& after = *born[i];
        if (before.to_months + 1 == after.from_months) continue;
        const bool gap = before.to_months + 1 < after.from_months;
        findings.error("ages", after.id.value, "from_months",
                       "Mellem " + in_quotes(before.name) + " (til og med " + months(before.to_months) + ") og " +
                           in_quotes(after.name) + " (fra " + months(after.from_months) + ") er der " +
                           (gap ? "et hul." : "et overlap."),
                       "Lad den ene begynde måneden efter, at den anden slutter.");
    }
}

void check_levels(const Content& content, Findings& findings) {
    if (content.levels.size() < 2) {
        findings.error_in_kind("lineal/levels", "Der skal være mindst to niveauer.", "Tilføj et niveau.");
        return;
    }
    bool considers = false;
    for (const ConcernLevel& level : content.levels) {
        if (considers && !level.considers_notification) {
            findings.error(
                "levels", level.id.value, "considers_notification",
                "Niveauet " + in_quotes(level.name) +
                    " ligger over et niveau, hvor man tager stilling til underretning, men gør det ikke selv.",
                "Sæt »considers_notification« til true, eller ret niveauernes rækkefølge.");
        }
        considers = considers || level.considers_notification;
    }
    if (!considers) {
        findings.error_in_kind("lineal/levels", "Intet niveau fører til, at man tager stilling til underretning.",
                               "Sæt »considers_notification« til true fra det niveau, hvor det gælder.");
    }
}

void check_scales(const Content& content, Findings& findings) {
    for (const Scale& scale : content.scales) {
        if (scale.steps.size() < 2) {
            findings.error_in_kind("lineal/scales", "Skalaen " + in_quotes(scale.question) + " har færre end to trin.",
                                   "Tilføj trin, det laveste først.");
        }
        for (std::size_t i = 0; i < scale.steps.size(); ++i) {
            for (std::size_t j = i + 1; j < scale.steps.size(); ++j) {
                if (scale.steps[i].id != scale.steps[j].id) continue;
                findings.error_in_kind("lineal/scales",
                                       "Skalaen " + in_quotes(scale.question) + " har to trin med id'et " +
                                           in_quotes(scale.steps[i].id) + ".",
                                       "Giv det ene et andet id.");
            }
        }
    }
}

void check_roles(const Content& content, Findings& findings) {
    for (const Role& role : content.roles) {
        if (role.ages.empty()) {
            findings.error("roles", role.id.value, "ages", "Rollen " + in_quotes(role.name) + " møder ingen aldre.",
                           "Skriv de aldersgrupper, rollen møder, i »ages«.");
        }
        if (role.groups.empty()) {
            findings.error("roles", role.id.value, "groups",
                           "Rollen " + in_quotes(role.name) + " hører ikke til en gruppe.",
                           "Skriv mindst én gruppe i »groups«.");
        }
    }
    for (const RoleGroup& group : content.role_groups) {
        const bool used = std::any_of(content.roles.begin(), content.roles.end(),
                                      [&](const Role& role) { return holds(role.groups, group.id); });
        if (used) continue;
        findings.error("role_groups", group.id.value, "",
                       "Ingen rolle hører til gruppen " + in_quotes(group.name) + ".",
                       "Giv en rolle gruppen, eller slet den.");
    }
    for (const AgeGroup& age : content.ages) {
        const bool met = std::any_of(content.roles.begin(), content.roles.end(),
                                     [&](const Role& role) { return meets_age(role, age.id); });
        if (met || age.unborn) continue;
        findings.error("ages", age.id.value, "", "Ingen rolle møder aldersgruppen " + in_quotes(age.name) + ".",
                       "Skriv aldersgruppen i »ages« hos mindst én rolle.");
    }
}

void check_months(const Sign& sign, const AgeGroup& age, Findings& findings) {
    const std::string& id = sign.id.value;
    if (sign.developmental && !sign.from_months) {
        findings.error("signs", id, "developmental",
                       "Udviklingstegnet " + in_quotes(id) + " siger ikke, fra hvilken alder det er et tegn.",
                       "Skriv »from_months«: alderen i fyldte måneder.");
    }
    if (sign.from_months && sign.to_months && *sign.from_months > *sign.to_months) {
        findings.error("signs", id, "to_months", "Tegnet " + in_quotes(id) + " slutter, før det begynder.",
                       "Lad »to_months« være mindst lige så stor som »from_months«.");
    }
    const bool begins_late = sign.from_months && *sign.from_months > age.to_months;
    const bool ends_early = sign.to_months && *sign.to_months < age.from_months;
    if (begins_late || ends_early) {
        findings.error(
            "signs", id, begins_late ? "from_months" : "to_months",
            "Tegnet " + in_quotes(id) + " kan aldrig vises: alderen ligger uden for " + in_quotes(age.name) + ".",
            "Ret månederne, eller flyt tegnet til en anden aldersgruppe.");
    }
}

void check_alarm(const Content& content, const Sign& sign, Findings& findings) {
    const Track* track = find_track(content, sign.alarm->track);
    if (track == nullptr) return;  // told with the references
    if (track->asks_suspect && sign.alarm->certainty.empty()) {
        findings.error(
            "signs", sign.id.value, "alarm",
            "Alvorstegnet " + in_quotes(sign.id.value) + " siger ikke, om det er bekymring, mistanke eller viden.",
            "Skriv »certainty« i »alarm«.");
    }
    if (!track->asks_suspect && !sign.alarm->certainty.empty()) {
        findings.error("signs", sign.id.value, "alarm",
                       "Sporet " + in_quotes(track->name) + " spørger ikke om vished, men alvorstegnet " +
                           in_quotes(sign.id.value) + " angiver den.",
                       "Fjern »certainty« fra »alarm«.");
    }
}

void check_signs(const Content& content, Findings& findings) {
    for (const Sign& sign : content.signs) {
        const AgeGroup* age = find_age(content, sign.age);
        if (sign.alarm) check_alarm(content, sign, findings);
        if (age == nullptr) continue;  // told with the references
        if (age->unborn) {
            findings.error("signs", sign.id.value, "",
                           "Tegnet " + in_quotes(sign.id.value) + " hører til børn, der ikke er født.",
                           "Flyt det til en aldersgruppe med tegn; »Venter barn« er en side for sig.");
        }
        check_months(sign, *age, findings);
        const bool shown = std::any_of(content.roles.begin(), content.roles.end(), [&](const Role& role) {
            return meets_age(role, sign.age) && is_for_role(sign.for_roles, role);
        });
        if (shown) continue;
        findings.error("signs", sign.id.value, "for_roles",
                       "Tegnet " + in_quotes(sign.id.value) + " kan aldrig vises: ingen af rollerne møder " +
                           in_quotes(age->name) + ".",
                       "Ret »for_roles«, eller lad listen være tom, så alle får tegnet.");
    }
}

// Every area has something to look for at every age, and every role something to say.
void check_areas(const Content& content, Findings& findings) {
    const auto has_sign = [&](const auto& fits) {
        return std::any_of(content.signs.begin(), content.signs.end(), fits);
    };
    for (const AgeGroup& age : content.ages) {
        if (age.unborn) continue;
        for (const Dimension& dimension : content.dimensions) {
            if (has_sign([&](const Sign& sign) { return sign.age == age.id && sign.dimension == dimension.id; }))
                continue;
            findings.error(
                "ages", age.id.value, "",
                "Der er ingen tegn under " + in_quotes(dimension.name) + " i alderen " + in_quotes(age.name) + ".",
                "Skriv mindst ét tegn i lineal/signs/" + age.id.value + "/" + dimension.id.value + ".json.");
        }
        for (const Role& role : content.roles) {
            if (!meets_age(role, age.id)) continue;
            if (has_sign([&](const Sign& sign) { return sign.age == age.id && is_for_role(sign.for_roles, role); }))
                continue;
            findings.error(
                "roles", role.id.value, "ages",
                "Rollen " + in_quotes(role.name) + " har ingen tegn at svare på i alderen " + in_quotes(age.name) + ".",
                "Tag alderen ud af »ages«, eller giv rollen tegn.");
        }
    }
}

void check_reflections(const Content& content, Findings& findings) {
    for (const ReflectionQuestion& question : content.reflections) {
        if (!question.always && question.dimensions.empty()) {
            findings.error("reflections", question.id.value, "always",
                           "Spørgsmålet " + in_quotes(question.id.value) + " kan aldrig vises.",
                           "Sæt »always« til true, eller skriv de dimensioner, det hører til.");
        }
    }
}

}  // namespace

void check_ground(const Content& content, Findings& findings) {
    check_ages(content, findings);
    check_levels(content, findings);
    check_scales(content, findings);
    check_roles(content, findings);
    check_signs(content, findings);
    check_areas(content, findings);
    check_reflections(content, findings);
}

}  // namespace core
