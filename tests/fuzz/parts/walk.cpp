#include "fuzz/parts/walk.hpp"

#include <cstdio>

#include "assessment/indicate.hpp"
#include "base/json_reader.hpp"
#include "base/require.hpp"
#include "base/text.hpp"
#include "document/write_document.hpp"
#include "flow/update.hpp"
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

}  // namespace

void look_at_every_screen(const Content& content, const Case& subject, Ground ground) {
    Session session;
    session.subject = subject;
    const std::string area = content.dimensions.empty() ? std::string{} : content.dimensions.back().id.value;
    for (int at = 0; at <= static_cast<int>(Screen::unseal); ++at) {
        const auto screen = static_cast<Screen>(at);
        const std::string part = screen == Screen::signs ? area : screen == Screen::document ? "focus_team" : "";
        session = update(content, std::move(session), PlaceOpened{Place{screen, part}, {}}).session;
        look(content, session, ground);
    }
}

void write_every_document(const Content& content, const Case& subject) {
    const Indication indication = indicate(content, subject);
    for (int at = 0; at < recipient_count; ++at) {
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
