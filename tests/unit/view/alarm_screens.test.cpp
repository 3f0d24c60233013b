// What the screens say about parents, exhaustively: every alarm sign of every
// age by everyone a suspicion can be against.

#include <catch2/catch_test_macros.hpp>

#include "document/compose.hpp"
#include "guide/choose_pathways.hpp"
#include "support/shipped_content.hpp"
#include "support/view_text.hpp"
#include "view/describe.hpp"

using namespace core;

namespace {

// A role that meets the age and is asked about the sign; null when none is.
const Role* role_for(const Content& content, const Sign& sign) {
    for (const Role& role : content.roles) {
        bool meets = false;
        for (const AgeGroupId& age : role.ages) meets = meets || age == sign.age;
        if (meets && is_for_role(sign.for_roles, role)) return &role;
    }
    return nullptr;
}

std::optional<Session> with_alarm(const Content& content, const Sign& sign) {
    const Role* role = role_for(content, sign);
    const AgeGroup* age = find_age(content, sign.age);
    if (role == nullptr || age == nullptr) return std::nullopt;
    Session session;
    session.subject.age = sign.age;
    session.subject.role = role->id;
    if (age->asks_months) session.subject.months = sign.from_months.value_or(age->to_months);
    session.subject.observations[sign.id].presence = Presence::seen;
    return session;
}

std::string text_at(const Content& content, Session session, Screen screen) {
    session.place = Place{screen, {}};
    return support::dump(describe(content, session));
}

}  // namespace

TEST_CASE("Every alarm sign leads to its track, and only a closed way hides the talk with parents", "[view]") {
    const Content& content = support::shipped_content();
    const std::string& closed = content.texts[Text::parents_closed];
    const std::string& paper = title_of(content, Recipient::parent_talk);
    std::size_t looked_at = 0;
    for (const Sign& sign : content.signs) {
        if (!sign.alarm) continue;
        std::optional<Session> session = with_alarm(content, sign);
        INFO(sign.id.value);
        REQUIRE(session);
        for (const Suspect& suspect : content.suspects) {
            session->subject.suspect = suspect.id;
            const bool is_closed = parent_contact(content, session->subject) == ParentContact::closed;
            INFO(suspect.id.value);
            const std::string track = text_at(content, *session, Screen::indication);
            const std::string next = text_at(content, *session, Screen::next);
            const std::string overview = text_at(content, *session, Screen::overview);
            CHECK(track.find(find_track(content, sign.alarm->track)->name) != std::string::npos);
            CHECK(track.find("ruler") == std::string::npos);
            const Track& opened = *find_track(content, sign.alarm->track);
            if (opened.asks_suspect) CHECK((track.find(closed) != std::string::npos) == is_closed);
            if (!opened.asks_suspect) CHECK(track.find(opened.parents) != std::string::npos);
            CHECK((next.find(closed) != std::string::npos) == is_closed);
            CHECK((overview.find(paper) == std::string::npos) == is_closed);
            if (is_closed) CHECK(next.find(paper) == std::string::npos);
            ++looked_at;
        }
    }
    CHECK(looked_at > 100);
}

TEST_CASE("Each role at each age and level is told what to do, and of the duty to notify", "[view]") {
    const Content& content = support::shipped_content();
    for (const Role& role : content.roles) {
        for (const AgeGroupId& age : role.ages) {
            if (find_age(content, age)->unborn) continue;
            Session session;
            session.subject.age = age;
            session.subject.role = role.id;
            session.subject.months = find_age(content, age)->to_months;
            session.place = Place{Screen::next, {}};
            for (LevelIndex level = 0; level < content.levels.size(); ++level) {
                session.subject.judgement = Judgement{level, {}};
                const View view = describe(content, session);
                INFO(role.id.value << " " << age.value << " " << level);
                CHECK(support::broken_promises(view).empty());
                const std::string text = support::dump(view);
                CHECK(text.find("heading 2: 1. ") != std::string::npos);
                CHECK(text.find(content.texts[Text::duty]) != std::string::npos);
            }
        }
    }
}
