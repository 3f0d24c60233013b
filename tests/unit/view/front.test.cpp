// What is said before the start pack has arrived, and only that, is in the front pack.

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "content/load_content.hpp"
#include "flow/route.hpp"
#include "flow/update.hpp"
#include "lineal/content_folder.hpp"
#include "lineal/pack_content.hpp"
#include "support/view_text.hpp"
#include "view/describe.hpp"

using namespace core;

namespace {

std::vector<tool::PackedFile> shipped_packs() {
    return tool::pack_files(tool::read_folder(LINEALEN_ROOT "/content").take());
}

std::string bytes_of(std::string_view name) {
    for (tool::PackedFile& pack : shipped_packs()) {
        if (pack.pack == name) return std::move(pack.bytes);
    }
    return {};
}

// Every state the page can be in until then.
std::vector<Session> early_sessions() {
    std::vector<Session> sessions;
    for (std::size_t screen = 0; screen < screen_count; ++screen) {
        Session session;
        session.place.screen = static_cast<Screen>(screen);
        sessions.push_back(session);
        session.packs_failed.insert(std::string{start_pack});
        sessions.push_back(session);
        session.packs_damaged = session.packs_failed;
        sessions.push_back(session);
    }
    // Something was kept on the device before.
    Session kept;
    kept.kept.drafts = {{"aa", "2026-12-22", "Ærenpris", false}};
    for (const StoreState store : {StoreState::locked, StoreState::open}) {
        kept.kept.store = store;
        sessions.push_back(kept);
    }
    Session unseen;
    unseen.kept.store = StoreState::absent;
    unseen.kept.why = StoreCode::timeout;
    sessions.push_back(unseen);
    kept.kept.mode = KeepMode::passphrase;
    kept.is_screen_hidden = true;
    sessions.push_back(kept);
    kept.is_screen_hidden = false;
    for (const Text went : {Text::drafts_expired, Text::last_drafts_expired}) {
        kept.notice = {NoticeKind::information, went, "1", {}};
        sessions.push_back(kept);
    }
    kept.notice = {NoticeKind::failed, Text::expired_not_removed, {}, {}};
    sessions.push_back(kept);
    return sessions;
}

std::set<std::string> keys_said(Content content, const std::vector<Session>& sessions) {
    for (std::size_t i = 0; i < text_count; ++i) {
        const auto key = static_cast<Text>(i);
        content.texts.set(key, "~" + std::string(name_of(key)) + "~{name}{screen}{detail}{count}");
    }
    std::set<std::string> keys;
    for (const Session& session : sessions) {
        const View view = describe(content, session);
        const std::string said = support::dump(view) + view.skip_label + view.navigation_label;
        for (std::size_t at = said.find('~'); at != std::string::npos; at = said.find('~', at + 1)) {
            const std::size_t end = said.find('~', at + 1);
            keys.insert(said.substr(at + 1, end - at - 1));
            at = end;
        }
    }
    return keys;
}

}  // namespace

TEST_CASE("The front pack has every word the first views say, and no others", "[view]") {
    const Content front = load_start(bytes_of(front_pack)).take();
    std::vector<Session> sessions = early_sessions();
    const auto add = [&](const Action& action) { sessions.push_back(update(front, Session{}, action).session); };
    add(TextViewChosen{true});
    add(PictureLost{});
    add(CaseFileRead{"{}"});
    Session text_view_off;
    text_view_off.text_view = true;
    sessions.push_back(update(front, text_view_off, TextViewChosen{false}).session);

    std::set<std::string> marked;
    for (std::size_t i = 0; i < text_count; ++i) {
        const auto key = static_cast<Text>(i);
        if (!is_front(key)) continue;
        marked.insert(std::string(name_of(key)));
        CHECK_FALSE(front.texts[key].empty());
    }
    std::set<std::string> said = keys_said(front, sessions);
    for (const char* name : {"text_view_on", "text_view_off", "picture_lost"}) said.insert(name);
    CHECK(said == marked);
}

TEST_CASE("The start page is the same with the front pack as with the start pack", "[view]") {
    const Content front = load_start(bytes_of(front_pack)).take();
    const Content start = load_start(bytes_of(start_pack)).take();
    CHECK(support::dump(describe(front, Session{})) == support::dump(describe(start, Session{})));
}

TEST_CASE("Every other screen waits for the start pack, which takes the place of the front pack", "[flow]") {
    Content content = load_start(bytes_of(front_pack)).take();
    CHECK(packs_wanted_soon(content, Session{}) == std::vector<std::string>{"start"});
    for (const Session& session : early_sessions()) {
        const bool start = session.place.screen == Screen::start;
        CHECK(packs_needed(content, session) ==
              (start ? std::vector<std::string>{} : std::vector<std::string>{"start"}));
    }
    CHECK(add_pack(content, "start", bytes_of(start_pack)).empty());
    CHECK(content.packs == std::vector<std::string>{"start"});
    CHECK(content.ages.size() > 5);
    CHECK(add_pack(content, "guide", bytes_of("guide")).empty());
}

TEST_CASE("A notice whose words are still on their way is no empty box, and is there with the start pack", "[view]") {
    const Content front = load_start(bytes_of(front_pack)).take();
    const Session session = update(front, Session{}, PlaceOpened{Place{Screen::role, {}}, {}}).session;
    CHECK(session.notice.text == Text::age_first);
    CHECK(support::broken_promises(describe(front, session)).empty());
    CHECK(support::dump(describe(load_start(bytes_of(start_pack)).take(), session)).find("Vælg barnets alder først") !=
          std::string::npos);
}

TEST_CASE("A fault whose words are still on their way is no empty box either", "[view]") {
    const Content front = load_start(bytes_of(front_pack)).take();
    Session session;
    session.place.screen = Screen::keeping;
    session.kept.store = StoreState::locked;
    session.kept.fault = KeyFault::wrong;
    session.faults_shown = {"key-wrong"};
    CHECK(support::broken_promises(describe(front, session)).empty());
    CHECK(support::dump(describe(load_start(bytes_of(start_pack)).take(), session))
              .find("Adgangssætningen passer ikke") != std::string::npos);
}

TEST_CASE("A fault is told only where its field stands: the answer may come when the screen was left", "[view]") {
    const Content content = load_start(bytes_of(start_pack)).take();
    Session session;
    session.faults_shown = {"key-wrong"};
    CHECK(support::dump(describe(content, session)).find("Adgangssætningen passer ikke") == std::string::npos);
    session.place.screen = Screen::keeping;
    session.kept.store = StoreState::locked;
    CHECK(support::dump(describe(content, session)).find("Adgangssætningen passer ikke") != std::string::npos);
}

TEST_CASE("A case file that comes before the start pack is refused with a sentence", "[flow]") {
    const Content front = load_start(bytes_of(front_pack)).take();
    const Step step = update(front, Session{}, CaseFileRead{"{}"});
    CHECK(step.session.notice.kind == NoticeKind::failed);
    CHECK(step.session.notice.text == Text::case_file_too_early);
    CHECK(is_empty(step.session.subject));
}
