#include "support/written_cases.hpp"

#include <functional>
#include <iterator>
#include <stdexcept>

#include "session/session_codec.hpp"
#include "support/random_case.hpp"

namespace support {
namespace {

using core::Case;
using core::Content;

constexpr std::size_t longest_note = 4000;  // characters, as flow/answer.cpp

std::string repeated(const std::string& part, std::size_t count) {
    std::string made;
    for (std::size_t i = 0; i < count; ++i) made += part;
    return made;
}

// What somebody, or a team, has said of its own way of working.
Case self_assessed(const Content& content, std::vector<core::SelfMarks> answers) {
    Case made;
    made.content_version = content.version;
    made.self_assessment = core::SelfAssessment{core::FigureId("six_components"), std::move(answers), {}};
    return made;
}

// Age and role of a child in børnehave, and its signs.
Case begun(const Content& content) {
    Case made;
    made.age = core::AgeGroupId("age_3_5");
    made.role = core::RoleId("kindergarten");
    made.content_version = content.version;
    return made;
}

const core::Sign& sign_at(const Content& content, std::size_t number) {
    for (const core::Sign& sign : content.signs) {
        if (sign.age.value == "age_3_5" && number-- == 0) return sign;
    }
    throw std::runtime_error("the content has too few signs");
}

core::Observation& see(Case& made, const core::Sign& sign) {
    core::Observation& answer = made.observations[sign.id];
    answer.presence = core::Presence::seen;
    return answer;
}

// Every step of every scale on a sign of its own.
Case every_step(const Content& content) {
    Case made = begun(content);
    std::size_t number = 0;
    for (std::size_t kind = 0; kind < core::scale_kind_count; ++kind) {
        for (std::size_t step = 0; step < content.scales[kind].steps.size(); ++step)
            see(made, sign_at(content, number++)).scales[kind] = step;
    }
    return made;
}

Case everything_ticked(const Content& content) {
    Case made = begun(content);
    for (const auto& one : content.circumstances) made.circumstances.insert(one.id);
    for (const auto& one : content.protective_factors) made.protective_factors.insert(one.id);
    return made;
}

Case every_question(const Content& content) {
    Case made = begun(content);
    for (const auto& question : content.reflections) made.reflections[question.id] = "Svar på: " + question.id.value;
    return made;
}

Case every_presence(const Content& content) {
    Case made = begun(content);
    for (std::size_t at = 0; at < 4; ++at) {
        core::Observation& answer = made.observations[sign_at(content, at).id];
        answer.presence = static_cast<core::Presence>(at);
        answer.saw = "Skrevet, før der blev svaret";
    }
    return made;
}

// Answers of a child of another age, from before the age was put right.
Case parked(const Content& content) {
    Case made = begun(content);
    std::size_t count = 0;
    for (const core::Sign& sign : content.signs) {
        if (sign.age.value == "age_3_5" || count++ % 40 != 0) continue;
        see(made, sign).thought = "Fra den anden aldersgruppe";
    }
    return made;
}

Case alarms(const Content& content) {
    Case made = begun(content);
    for (const core::Sign& sign : content.signs) {
        if (sign.age.value == "age_3_5" && sign.alarm) see(made, sign).saw = "Mandag kl. 10";
    }
    made.suspect = content.suspects.back().id;
    made.certainty = content.certainties.back().id;
    return made;
}

Case wordy(const Content& content, const std::string& words) {
    Case made = begun(content);
    made.code_word = words.substr(0, words.size() < 60 ? words.size() : 0);
    core::Observation& answer = see(made, sign_at(content, 0));
    answer.saw = words;
    answer.thought = words;
    made.reflections[content.reflections.front().id] = words;
    made.judgement = core::Judgement{content.levels.size() - 1, words};
    return made;
}

Case of_months(const Content& content, int months, int weeks_early) {
    Case made = begun(content);
    made.age = core::AgeGroupId("age_0_11m");
    made.months = months;
    if (weeks_early >= 0) made.weeks_early = weeks_early;
    return made;
}

// Few enough answers for a small file.
Case thinned(Case made, Dice& dice) {
    while (made.observations.size() > 12) {
        auto at = made.observations.begin();
        std::advance(at, static_cast<std::ptrdiff_t>(dice.roll(made.observations.size())));
        made.observations.erase(at);
    }
    return made;
}

std::string replaced(std::string bytes, const std::string& old, const std::string& with) {
    const std::size_t at = bytes.find(old);
    if (at == std::string::npos) throw std::runtime_error("not in the case: " + old);
    return bytes.replace(at, old.size(), with);
}

// Of another edition of the content, with ids this one does not know.
std::string of_another_edition(const Content& content, const std::string& known, const std::string& with) {
    Case made = begun(content);
    see(made, sign_at(content, 0)).scales[0] = 0;
    made.circumstances.insert(content.circumstances.front().id);
    made.protective_factors.insert(content.protective_factors.front().id);
    made.reflections[content.reflections.front().id] = "Svar";
    made.judgement = core::Judgement{0, "Begrundelse"};
    made.first_feeling = 1;
    made.suspect = content.suspects.front().id;
    made.certainty = content.certainties.front().id;
    return replaced(core::write_case(content, made), "\"" + known + "\"", "\"" + with + "\"");
}

}  // namespace

std::vector<WrittenCase> written_cases(const Content& content) {
    std::vector<WrittenCase> cases;
    const auto add = [&cases](const std::string& name, std::string bytes) {
        const std::string number = std::to_string(cases.size() + 1);
        cases.push_back({(number.size() < 2 ? "0" : "") + number + "-" + name + ".json", std::move(bytes)});
    };
    const auto write = [&](const std::string& name, const Case& made) { add(name, core::write_case(content, made)); };

    write("empty", Case{});
    write("begun", begun(content));
    write("every-step", every_step(content));
    write("everything-ticked", everything_ticked(content));
    write("every-question", every_question(content));
    write("every-presence", every_presence(content));
    write("parked", parked(content));
    write("alarms", alarms(content));
    write("danish", wordy(content, "Æblegrød på åen, »sagde hun« – blåbærøl"));
    write("emoji", wordy(content, "😀👩‍👧 é e\xCC\x81 \xE2\x80\x8F"));
    write("control-signs", wordy(content, "linje\nskift\ttab \"citat\" \\ / <b>&amp;</b> \x7F \x01"));
    write("longest", wordy(content, repeated("æ", longest_note)));
    write("newborn", of_months(content, 0, 18));
    write("eleven-months", of_months(content, 11, 0));
    write("no-weeks", of_months(content, 5, -1));
    for (std::size_t level = 0; level < content.levels.size(); ++level) {
        Case made = begun(content);
        made.first_feeling = level;
        made.judgement = core::Judgement{content.levels.size() - 1 - level, ""};
        write("level-" + std::to_string(level), made);
    }
    Case without_mark = begun(content);
    without_mark.reason_without_mark = "Skrevet til et niveau, der ikke findes mere";
    write("reason-without-mark", without_mark);

    const std::pair<std::string, std::string> known[] = {
        {"sign", sign_at(content, 0).id.value},
        {"role", "kindergarten"},
        {"age", "age_3_5"},
        {"level", content.levels[0].id.value},
        {"feeling", content.levels[1].id.value},
        {"step", content.scales[0].steps[0].id},
        {"circumstance", content.circumstances.front().id.value},
        {"factor", content.protective_factors.front().id.value},
        {"question", content.reflections.front().id.value},
        {"suspect", content.suspects.front().id.value},
        {"certainty", content.certainties.front().id.value},
        {"version", content.version},
    };
    for (const auto& [what, id] : known) add("other-" + what, of_another_edition(content, id, "of_long_ago"));

    Dice dice(1);
    while (cases.size() < 60) write("random", thinned(random_full_case(content, dice), dice));

    write("self-begun", self_assessed(content, {{}}));
    write("self-of-one", self_assessed(content, {{{"knowledge_and_skills", 1},
                                                  {"early_parents", 2},
                                                  {"across_professions", 3},
                                                  {"transitions", 4},
                                                  {"procedures", 5},
                                                  {"leadership", 1}}}));
    Case team = self_assessed(
        content, std::vector<core::SelfMarks>(core::most_answers, {{"leadership", 5}, {"a_part_of_long_ago", 2}}));
    team.code_word = "Mælkebøtte";
    team.self_assessment->agreed = "Vi går stuen igennem hver fredag. Også når »der ikke er tid«.\nÆrligt.";
    write("self-of-a-team", team);
    team.self_assessment->figure = core::FigureId("of_long_ago");
    write("self-of-long-ago", team);
    return cases;
}

}  // namespace support
