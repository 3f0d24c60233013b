// app.hpp -- the hall: holds the state, turns the wheel, decides nothing.
//
// event -> interpret -> update -> describe -> lay_out -> mirror; the picture
// follows in the next frame of the browser.
// Knows: house, layout, mirror, paint, platform. Never: a meaning of its own.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "house.hpp"
#include "layout/layout.hpp"
#include "layout/measure.hpp"
#include "mirror/mirror.hpp"
#include "platform/picture.hpp"

namespace shell {

// What the browser and its user prefer.
struct Preferences {
    bool dark = false;
    bool more_contrast = false;
    bool less_motion = false;
    // Forced colours, other spacing or fonts, translation by the browser: the
    // page is then read as a page.
    bool needs_text_view = false;
    int text_percent = 100;  // of the browser's own text size, 16 px
};

struct Window {
    float width = 0;
    float height = 0;
};

class App {
public:
    explicit App(std::unique_ptr<House> house);

    void take_face(Weight weight, std::string bytes);
    void take_start(std::string_view pack, const std::string& remembered, const std::string& today,
                    const std::string& address, bool wants_text_view);
    void take_pack(const std::string& name, std::string_view bytes);

    // Something of the page was used by the browser's user.
    void take_event(core::UserEventKind kind, std::uint32_t handle, std::size_t part, bool on, std::string text);
    // Link number `at` inside the text of a node.
    void follow_link(std::uint32_t handle, std::size_t at, std::string target);
    void take_action(const core::Action& action);

    // Told before what happened at that time; shown with it. `day_and_clock`: "2026-11-22 14.03".
    void take_reached(std::uint32_t handle);  // the heading the page was read down to
    void take_time(std::uint32_t passed, bool is_stirred, const std::string& day_and_clock);

    void take_window(const Window& window);
    void take_preferences(const Preferences& preferences);

    // Which nodes are hovered, pressed and focused; 0 for none.
    void take_pointing(std::uint32_t hovered, std::uint32_t pressed, std::uint32_t focused);

    // `window_top` is where the window's own top is in the document.
    void draw(const Tile& tile, float window_top);
    void lose_picture(bool for_good);
    void find_picture();

    [[nodiscard]] const Layout& layout() const { return layout_; }
    [[nodiscard]] const core::View& view() const { return view_; }
    [[nodiscard]] const Mirror& mirror() const { return mirror_; }

private:
    void finish(Effects effects);
    void show();
    [[nodiscard]] bool is_text_view() const;
    [[nodiscard]] bool is_dark() const;
    [[nodiscard]] std::vector<Attribute> describe_window() const;
    [[nodiscard]] std::string box_of(std::uint32_t handle) const;

    std::unique_ptr<House> house_;
    std::string faces_[2];  // Dear ImGui reads them as long as it lives
    std::unique_ptr<Picture> picture_;
    std::optional<TextMeasure> measure_;
    bool is_open_ = false;
    bool has_picture_ = true;
    Preferences preferences_;
    Window window_;
    core::View view_;
    Layout layout_;
    Mirror mirror_;
    PaintState paint_state_;
};

// The one of this page (main.cpp).
App& app();

}  // namespace shell
