// main.cpp -- where the page's program begins, and what the page may call.
//
// web/host.mjs is the other side. One thing told at a time, always from the
// browser's own event loop.

#include <emscripten/emscripten.h>

#include <cstdint>
#include <iterator>
#include <memory>
#include <string>

#include "app.hpp"
#include "platform/bridge.hpp"
#include "platform/store_port.hpp"

namespace shell {

// Lives as long as the page; main() has returned long before it is asked for.
App& app() {
    static App* the_app = new App(make_house());
    return *the_app;
}

}  // namespace shell

namespace {

using shell::app;
using shell::bridge::Told;

// Told before the start pack, used with it.
struct Beginning {
    std::string remembered;
    std::string today;
    std::string address;
    bool wants_text_view = false;
};

Beginning& beginning() {
    static Beginning* the_beginning = new Beginning();
    return *the_beginning;
}

core::TicketCode code_of(std::uint32_t number) {
    if (number == 0) return core::TicketCode::ok;
    return number == 1 ? core::TicketCode::refused : core::TicketCode::failed;
}

core::OfflineState offline_state_of(std::uint32_t number) {
    using core::OfflineState;
    constexpr OfflineState states[] = {OfflineState::not_possible, OfflineState::ready, OfflineState::update_waiting,
                                       OfflineState::update_failed, OfflineState::replaced};
    return number < std::size(states) ? states[number] : OfflineState::not_possible;
}

void take_pack(const std::string& text) {
    const std::size_t end = text.find('\n');
    if (end == std::string::npos) return;
    app().take_pack(text.substr(0, end), std::string_view(text).substr(end + 1));
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void page_tell(int what, std::uint32_t handle, std::uint32_t number, std::uint32_t length) {
    using core::UserEventKind;
    std::string text = shell::bridge::take_told(length);
    Beginning& begun = beginning();
    switch (static_cast<Told>(what)) {
        case Told::face_regular: return app().take_face(shell::Weight::regular, std::move(text));
        case Told::face_strong: return app().take_face(shell::Weight::strong, std::move(text));
        case Told::remembered: begun.remembered = std::move(text); return;
        case Told::today: begun.today = std::move(text); return;
        case Told::start:
            begun.address = std::move(text);
            begun.wants_text_view = number == 1;
            return;
        case Told::start_pack:
            return app().take_start(text, begun.remembered, begun.today, begun.address, begun.wants_text_view);
        case Told::pack: return take_pack(text);
        case Told::pack_failed: return app().take_action(core::PackFailed{std::move(text), number == 1});
        case Told::used: return app().take_event(UserEventKind::used, handle, 0, false, "");
        case Told::chosen: return app().take_event(UserEventKind::chosen, handle, number, false, "");
        case Told::toggled: return app().take_event(UserEventKind::toggled, handle, 0, number == 1, "");
        case Told::typed: return app().take_event(UserEventKind::typed, handle, 0, false, std::move(text));
        case Told::address: return app().take_event(UserEventKind::address, 0, 0, false, std::move(text));
        case Told::dismissed: return app().take_event(UserEventKind::dismissed, handle, 0, false, "");
        case Told::answered: return app().take_action(core::TicketAnswered{handle, code_of(number)});
        case Told::file_read: return app().take_action(core::CaseFileRead{std::move(text)});
        case Told::picture_lost: return app().lose_picture(number == 1);
        case Told::picture_found: return app().find_picture();
        case Told::hide: return app().take_event(UserEventKind::hide, 0, 0, number == 1, "");
        case Told::time: return app().take_time(handle, number == 1, text);
        case Told::waited: return app().take_action(core::WaitEnded{handle});
        case Told::away: return app().take_action(core::PageHidden{number == 1});
        case Told::stored: return app().take_action(core::StoreAnswered{shell::read_answer(handle, number, text)});
        case Told::taken_over: return app().take_action(core::DraftTakenOver{std::move(text)});
        case Told::store_lost: return app().take_action(core::StoreLost{});
        case Told::offline: return app().take_action(core::OfflineTold{offline_state_of(number)});
        case Told::readings: return app().take_action(core::ReadingsRecalled{std::move(text)});
        case Told::reached: return app().take_reached(handle);
        case Told::save: return app().take_action(core::SaveWanted{});
        case Told::followed: return app().follow_link(handle, number, std::move(text));
    }
}

// CSS px of the window without its scroll bar.
EMSCRIPTEN_KEEPALIVE void page_window(float width, float height) { app().take_window({width, height}); }

// Bits: 1 dark, 2 more contrast, 4 less motion, 8 text view needed.
EMSCRIPTEN_KEEPALIVE void page_preferences(std::uint32_t bits, int text_percent) {
    app().take_preferences({(bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0, (bits & 8U) != 0, text_percent});
}

EMSCRIPTEN_KEEPALIVE void page_pointing(std::uint32_t hovered, std::uint32_t pressed, std::uint32_t focused) {
    app().take_pointing(hovered, pressed, focused);
}

EMSCRIPTEN_KEEPALIVE void page_draw(float top, float width, float height, float density, float scroll) {
    app().draw({{0, top, width, height}, density}, scroll);
}

}  // extern "C"

int main() { return 0; }
