// case_builder.hpp -- a case in the words of the scales, for tests.
//
// A word or a sign that the content does not know stops the test: a case that
// silently says nothing would prove nothing.

#pragma once

#include <string>

#include "content/content.hpp"
#include "session/session.hpp"

namespace support {

// Ids of scale steps; empty = not answered.
struct How {
    std::string often;  // few monthly weekly several_weekly daily
    std::string much;   // not little some much
    std::string since;  // under_2_weeks weeks_2_8 months_2_6 longer
    std::string trend;  // better unchanged worse
    std::string where;  // here home_by_parents told_by_others several
};

class CaseBuilder {
public:
    CaseBuilder(const core::Content& content, const std::string& age, const std::string& role);

    CaseBuilder& months(int completed);
    CaseBuilder& weeks_early(int weeks);
    CaseBuilder& see(const std::string& sign, const How& how = {});
    CaseBuilder& answer(const std::string& sign, core::Presence presence);
    // Every sign asked about that has no answer yet.
    CaseBuilder& rest(core::Presence presence);
    CaseBuilder& protect(const std::string& factor);
    CaseBuilder& protect_by_all();
    CaseBuilder& circumstance(const std::string& id);
    CaseBuilder& suspect(const std::string& id);
    CaseBuilder& certainty(const std::string& id);

    [[nodiscard]] const core::Case& made() const { return made_; }

private:
    const core::Content& content_;
    core::Case made_;
};

}  // namespace support
