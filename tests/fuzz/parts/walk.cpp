#include "fuzz/parts/walk.hpp"

#include <cstdio>

#include "assessment/indicate.hpp"
#include "base/json_reader.hpp"
#include "base/require.hpp"
#include "base/text.hpp"
#include "document/write_document.hpp"
#include "document/write_page.hpp"
#include "document/write_self_page.hpp"
#include "flow/route.hpp"
#include "flow/update.hpp"
#include "guide/choose_pathways.hpp"
#include "support/view_text.hpp"
#include "view/describe.hpp"

namespace fuzz {
namespace {

using namespace core;

void look(const Content& content, const Session& session, Ground ground) {
    const View view = describe(content, session);
    if (ground == Ground::loaded) return;
    const std::vector<std::string> broken = support::broken_promises(view);
    for (const std::string& promise : broken) std::puts(promise.c_str());
    require(broken.empty(), "a View keeps its promises");
}

template <class Things>
std::string id_of_first(const Things& things) {
    return things.empty() ? std::string{} : things.front().id.value;
}

// What the address of that screen names, when the content has any of it.
std::string some_part(const Content& content, const Case& subject, Screen screen) {
    const Knowledge& knowledge = content.knowledge;
    switch (screen) {
        case Screen::signs: return content.dimensions.empty() ? std::string{} : content.dimensions.back().id.value;
        case Screen::document: return "focus_team";
        case Screen::topic: return id_of_first(knowledge.topics);
        case Screen::article: return id_of_first(knowledge.articles);
        case Screen::meeting: return id_of_first(knowledge.meetings);
        case Screen::term: return id_of_first(knowledge.terms);
        case Screen::sign_list: return id_of_first(content.ages);
        case Screen::sign: return id_of_first(content.signs);
        case Screen::level: return id_of_first(content.levels);
        case Screen::track: return id_of_first(content.tracks);
        case Screen::step: return id_of_first(content.steps);
        case Screen::role_ways: return id_of_first(content.roles);
        case Screen::self_assessment:
            for (const Figure& figure : knowledge.figures) {
                if (!subject.self_assessment && figure.kind == FigureKind::radar) return figure.id.value;
            }
            return open_place(subject).part;
        default: return {};
    }
}

// The page on paper, where there is one.
void write_page_of(const Content& content, const Session& session) {
    const std::optional<std::string> page = write_page(
        content, session.place, PageChoices{parent_contact(content, session.subject), {}, "2026-11-22", "#/"});
    require(!page || is_valid_utf8(*page), "a page is UTF-8");
    const std::optional<SelfAssessment>& self = session.subject.self_assessment;
    const Figure* figure = self ? find_figure(content.knowledge, self->figure) : nullptr;
    if (figure == nullptr) return;
    const std::string& name = session.subject.code_word;
    require(is_valid_utf8(write_self_page(content, *figure, name, *self, "2026-11-22", "#/")), "a page is UTF-8");
}

}  // namespace

void look_at_every_screen(const Content& content, const Case& subject, Ground ground) {
    Session session;
    session.subject = subject;
    for (std::size_t at = 0; at < screen_count; ++at) {
        const auto screen = static_cast<Screen>(at);
        const Place place{screen, some_part(content, subject, screen)};
        session = update(content, std::move(session), PlaceOpened{place, {}}).session;
        look(content, session, ground);
        write_page_of(content, session);
    }
}

void write_every_document(const Content& content, const Case& subject) {
    const Indication indication = indicate(content, subject);
    for (std::size_t at = 0; at < recipient_count; ++at) {
        const Document document =
            compose(content, subject, indication, static_cast<Recipient>(at), DocumentChoices{true, "2026-11-22"});
        require(is_valid_utf8(write_html(content, document)), "a document is UTF-8");
        require(is_valid_utf8(write_text(document)), "a document is UTF-8");
        JsonLimits limits;
        limits.text = limits.file;
        require(static_cast<bool>(read_json(write_json(document), "document", limits)), "a document is JSON");
    }
}

}  // namespace fuzz
