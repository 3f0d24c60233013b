#include "flow/route.hpp"

#include "assessment/indicate.hpp"
#include "base/text.hpp"
#include "document/compose.hpp"
#include "guide/choose_pathways.hpp"

namespace core {

namespace {

const Dimension* dimension_of(const Content& content, const Place& place) {
    return find_dimension(content, DimensionId{place.part});
}

// Is any sign of that dimension asked for here?
bool has_signs(const Content& content, const Case& subject, const DimensionId& dimension) {
    for (const Sign* sign : shown_signs(content, subject)) {
        if (sign->dimension == dimension) return true;
    }
    return false;
}

bool has_answers(const Content& content, const Case& subject, const DimensionId& dimension) {
    for (const Sign* sign : shown_signs(content, subject)) {
        if (sign->dimension != dimension) continue;
        const auto found = subject.observations.find(sign->id);
        if (found == subject.observations.end()) continue;
        if (found->second.presence != Presence::not_answered) return true;
    }
    return false;
}

Place signs_place(const Dimension& dimension) { return Place{Screen::signs, dimension.id.value}; }

// The first area from `from` on that has signs; where there is none, what
// comes after the areas.
Place next_area(const Content& content, const Case& subject, std::size_t from, bool only_untouched) {
    for (std::size_t at = from; at < content.dimensions.size(); ++at) {
        const Dimension& dimension = content.dimensions[at];
        if (!has_signs(content, subject, dimension.id)) continue;
        if (only_untouched && has_answers(content, subject, dimension.id)) continue;
        return signs_place(dimension);
    }
    return Place{Screen::circumstances, {}};
}

std::size_t position_of(const Content& content, const std::string& part) {
    for (std::size_t at = 0; at < content.dimensions.size(); ++at) {
        if (content.dimensions[at].id.value == part) return at;
    }
    return content.dimensions.size();
}

Missing missing_before_role(const Content& content, const Case& subject) {
    if (find_age(content, subject.age) == nullptr) return Missing::age;
    if (is_unborn(content, subject)) return Missing::born;
    return has_age(content, subject) ? Missing::nothing : Missing::months;
}

Missing missing_before_signs(const Content& content, const Case& subject) {
    const Missing missing = missing_before_role(content, subject);
    if (missing != Missing::nothing) return missing;
    return has_role(content, subject) ? Missing::nothing : Missing::role;
}

Missing missing_before_document(const Content& content, const Case& subject, const std::string& part) {
    const std::optional<Recipient> recipient = find_recipient(part);
    if (!recipient) return Missing::recipient;
    const Missing missing = missing_before_signs(content, subject);
    if (missing != Missing::nothing) return missing;
    const bool closed = parent_contact(content, subject) == ParentContact::closed;
    return closed && *recipient == Recipient::parent_talk ? Missing::parent_talk : Missing::nothing;
}

// Next steps depend on a level: the user's own, or the floor of an alarm.
Missing missing_before_next(const Content& content, const Case& subject) {
    const Missing missing = missing_before_signs(content, subject);
    if (missing != Missing::nothing) return missing;
    return subject.judgement || has_open_alarm(content, subject) ? Missing::nothing : Missing::judgement;
}

bool judgement_stands(const Content& content, const Case& subject) {
    if (!subject.judgement) return false;
    const Indication indication = indicate(content, subject);
    return subject.judgement->level >= indication.lowest && subject.judgement->level <= indication.highest;
}

}  // namespace

bool has_age(const Content& content, const Case& subject) {
    const AgeGroup* age = find_age(content, subject.age);
    if (age == nullptr) return false;
    if (!age->asks_months) return true;
    return subject.months && *subject.months >= age->from_months && *subject.months <= age->to_months;
}

bool has_role(const Content& content, const Case& subject) {
    const Role* role = find_role(content, subject.role);
    if (role == nullptr) return false;
    for (const AgeGroupId& age : role->ages) {
        if (age == subject.age) return true;
    }
    return false;
}

bool has_open_alarm(const Content& content, const Case& subject) {
    for (const Sign* sign : shown_signs(content, subject)) {
        if (sign->alarm && observation_of(subject, sign->id).presence == Presence::seen) return true;
    }
    return false;
}

bool is_unborn(const Content& content, const Case& subject) {
    const AgeGroup* age = find_age(content, subject.age);
    return age != nullptr && age->unborn;
}

bool is_empty(const Case& subject) {
    return subject.code_word.empty() && subject.age.empty() && subject.role.empty() && subject.observations.empty() &&
           subject.circumstances.empty() && subject.protective_factors.empty() && subject.reflections.empty() &&
           !subject.first_feeling && !subject.judgement && subject.reason_without_mark.empty() &&
           subject.parked == Parked{} && !subject.self_assessment;
}

bool asks_weeks_early(const Content& content, const Case& subject) {
    constexpr int two_years = 24;  // facts.md section 11: corrected for early birth under two years
    const AgeGroup* age = find_age(content, subject.age);
    if (age == nullptr || !age->asks_months || age->from_months >= two_years) return false;
    return !subject.months || *subject.months < two_years;
}

std::optional<int> read_whole_number(std::string_view text, int lowest, int highest) {
    const std::string_view digits = trimmed(text);
    if (digits.empty() || digits.size() > 4) return std::nullopt;
    int number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    if (number < lowest || number > highest) return std::nullopt;
    return number;
}

Missing missing_for(const Content& content, const Session& session, const Place& place) {
    const Case& subject = session.subject;
    if (subject.self_assessment && is_in_lineal(place.screen)) return Missing::closing;
    switch (place.screen) {
        case Screen::role: return missing_before_role(content, subject);
        case Screen::signs: {
            const Missing missing = missing_before_signs(content, subject);
            if (missing != Missing::nothing) return missing;
            return dimension_of(content, place) != nullptr ? Missing::nothing : Missing::area;
        }
        case Screen::areas:
        case Screen::circumstances:
        case Screen::protective:
        case Screen::reflection:
        case Screen::check:
        case Screen::feeling:
        case Screen::indication:
        case Screen::judgement: return missing_before_signs(content, subject);
        case Screen::next: return missing_before_next(content, subject);
        case Screen::document: return missing_before_document(content, subject, place.part);
        default: return Missing::nothing;
    }
}

Place open_place(const Case& subject) {
    if (subject.self_assessment) return Place{Screen::self_assessment, subject.self_assessment->figure.value};
    return Place{Screen::overview, {}};
}

Place reachable_place(const Content& content, const Session& session, const Place& wanted) {
    switch (missing_for(content, session, wanted)) {
        case Missing::nothing: return wanted;
        case Missing::age:
        case Missing::months: return Place{Screen::age, {}};
        case Missing::role: return Place{Screen::role, {}};
        case Missing::born: return Place{Screen::unborn, {}};
        case Missing::judgement: return Place{Screen::judgement, {}};
        case Missing::area: return Place{Screen::areas, {}};
        case Missing::closing: return open_place(session.subject);
        case Missing::parent_talk:
        case Missing::recipient: break;
    }
    return Place{Screen::overview, {}};
}

Place place_after(const Content& content, const Session& session) {
    const Case& subject = session.subject;
    const auto at = [](Screen screen) { return Place{screen, {}}; };
    switch (session.place.screen) {
        case Screen::start: return at(Screen::age);
        case Screen::age: return at(is_unborn(content, subject) ? Screen::unborn : Screen::role);
        case Screen::role: return at(Screen::areas);
        case Screen::areas: return next_area(content, subject, 0, true);
        case Screen::signs: return next_area(content, subject, position_of(content, session.place.part) + 1, false);
        case Screen::circumstances: return at(Screen::protective);
        case Screen::protective: return at(Screen::reflection);
        case Screen::reflection: return at(Screen::check);
        case Screen::check: {
            // An alarm leaves the scale at once: nobody is asked for a feeling first.
            const bool asks = content.settings.asks_first_feeling && !has_open_alarm(content, subject);
            return at(asks ? Screen::feeling : Screen::indication);
        }
        case Screen::feeling: return at(Screen::indication);
        case Screen::indication: {
            // With an alarm one acts first and marks afterwards.
            const bool on = has_open_alarm(content, subject) || judgement_stands(content, subject);
            return at(on ? Screen::next : Screen::judgement);
        }
        case Screen::judgement: return at(Screen::next);
        case Screen::unborn:
        case Screen::next:
        case Screen::document: return at(Screen::overview);
        default: return at(Screen::start);
    }
}

Place place_before(const Content& content, const Session& session) {
    const auto at = [](Screen screen) { return Place{screen, {}}; };
    switch (session.place.screen) {
        case Screen::role: return at(Screen::age);
        case Screen::unborn: return at(Screen::age);
        case Screen::areas: return at(Screen::role);
        case Screen::signs:
        case Screen::circumstances: return at(Screen::areas);
        case Screen::protective: return at(Screen::circumstances);
        case Screen::reflection: return at(Screen::protective);
        case Screen::check: return at(Screen::reflection);
        case Screen::feeling: return at(Screen::check);
        case Screen::indication: return at(content.settings.asks_first_feeling ? Screen::feeling : Screen::check);
        case Screen::judgement: return at(Screen::indication);
        case Screen::next: return at(Screen::judgement);
        case Screen::document: return at(Screen::overview);
        case Screen::topic:
        case Screen::article:
        case Screen::meetings:
        case Screen::terms:
        case Screen::sign_ages:
        case Screen::roles:
        case Screen::ways:
        case Screen::contacts:
        case Screen::self_assessment: return at(Screen::look_up);
        case Screen::role_ways: return at(Screen::roles);
        case Screen::meeting: return at(Screen::meetings);
        case Screen::term: return at(Screen::terms);
        case Screen::sign_list:
        case Screen::sign: return at(Screen::sign_ages);
        case Screen::level:
        case Screen::track:
        case Screen::step: return at(Screen::ways);
        default: return at(Screen::start);
    }
}

namespace {

// Of every age.
std::vector<std::string> sign_packs(const Content& content) {
    std::vector<std::string> packs;
    for (const AgeGroup& age : content.ages)
        if (!age.pack.empty()) packs.push_back(age.pack);
    return packs;
}

}  // namespace

std::vector<std::string> packs_needed(const Content& content, const Session& session) {
    std::vector<std::string> packs;
    const auto need = [&](const std::string& pack) {
        if (!pack.empty() && !has_pack(content, pack)) packs.push_back(pack);
    };
    if (!has_pack(content, start_pack)) {
        if (session.place.screen != Screen::start) packs.emplace_back(start_pack);
        return packs;
    }
    const AgeGroup* age = find_age(content, session.subject.age);
    const std::string age_pack = age == nullptr ? std::string{} : age->pack;
    const std::string guide{guide_pack};
    switch (session.place.screen) {
        case Screen::unborn:
        case Screen::about:
        case Screen::accessibility:
        case Screen::help: need(guide); break;
        case Screen::overview:
            if (!age_pack.empty()) need(guide);
            need(age_pack);
            break;
        case Screen::areas:
        case Screen::signs:
        case Screen::circumstances:
        case Screen::protective:
        case Screen::reflection:
        case Screen::check:
        case Screen::feeling:
        case Screen::indication:
        case Screen::judgement:
        case Screen::next:
        case Screen::document:
            need(age_pack);
            need(guide);
            break;
        case Screen::look_up:
        case Screen::topic:
        case Screen::meetings:
        case Screen::terms:
        case Screen::self_assessment: need(std::string{knowledge_pack}); break;
        case Screen::article:
        case Screen::meeting:
        case Screen::term:
            need(std::string{knowledge_pack});
            need(guide);  // the names of the sources
            break;
        case Screen::sign_list:
            if (const AgeGroup* listed = find_age(content, AgeGroupId{session.place.part})) need(listed->pack);
            break;
        case Screen::sign:
            need(std::string{knowledge_pack});
            need(guide);
            if (find_sign(content, SignId{session.place.part}) != nullptr) break;
            for (const std::string& pack : sign_packs(content)) need(pack);
            break;
        case Screen::ways:
        case Screen::level:
        case Screen::track:
        case Screen::role_ways:
        case Screen::contacts:
        case Screen::step: need(guide); break;
        default: break;  // the start pack has all their words
    }
    return packs;
}

std::vector<std::string> packs_wanted_soon(const Content& content, const Session& session) {
    std::vector<std::string> packs;
    if (!has_pack(content, start_pack)) {
        packs.emplace_back(start_pack);
        return packs;
    }
    // Never waited for: a case can be taken along under a passphrase of one's own, with no words to propose.
    const Screen here = session.place.screen;
    const bool proposes = here == Screen::case_file || here == Screen::keeping || here == Screen::new_key;
    if (proposes && !has_pack(content, "passphrase")) packs.emplace_back("passphrase");
    // Whoever searches finds more and more of it, and the signs of an article stand below it: nobody waits for all.
    const Article* article = find_article(content.knowledge, ArticleId{session.place.part});
    const bool shows_signs = here == Screen::article && article != nullptr && !article->signs.empty();
    if ((here == Screen::look_up || shows_signs) && has_pack(content, knowledge_pack)) {
        std::vector<std::string> searched = sign_packs(content);
        searched.emplace_back(guide_pack);
        for (const std::string& pack : searched)
            if (!has_pack(content, pack)) packs.push_back(pack);
        return packs;
    }
    // Words of the field can be opened where more than a question is read.
    constexpr Screen with_terms[] = {Screen::indication, Screen::judgement, Screen::next, Screen::ways,  Screen::level,
                                     Screen::track,      Screen::step,      Screen::help, Screen::unborn};
    const bool has_terms = std::find(std::begin(with_terms), std::end(with_terms), here) != std::end(with_terms);
    if (has_terms && !has_pack(content, knowledge_pack)) packs.emplace_back(knowledge_pack);
    const AgeGroup* age = find_age(content, session.subject.age);
    if (age == nullptr) return packs;
    for (const std::string& pack : {age->pack, std::string{guide_pack}}) {
        if (!pack.empty() && !has_pack(content, pack)) packs.push_back(pack);
    }
    return packs;
}

std::optional<Recipient> find_recipient(std::string_view part) {
    for (std::size_t at = 0; at < recipient_count; ++at) {
        const auto recipient = static_cast<Recipient>(at);
        if (slug_of(recipient) == part) return recipient;
    }
    return std::nullopt;
}

}  // namespace core
