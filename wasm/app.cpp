#include "app.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "platform/bridge.hpp"
#include "platform/carry_out.hpp"

namespace shell {

namespace {

std::string whole(float value) { return std::to_string(static_cast<int>(std::ceil(value))); }

FaceBytes bytes_of(const std::string& face) { return {face.data(), face.size()}; }

}  // namespace

App::App(std::unique_ptr<House> house) : house_(std::move(house)) {}

void App::take_face(Weight weight, std::string bytes) { faces_[weight == Weight::strong ? 1 : 0] = std::move(bytes); }

void App::take_start(std::string_view pack, const std::string& remembered, const std::string& today,
                     const std::string& address, bool wants_text_view) {
    if (!house_->open(pack)) return bridge::stop("content");
    picture_ = std::make_unique<Picture>();
    if (!picture_->add(bytes_of(faces_[0]), bytes_of(faces_[1]))) return bridge::stop("face");
    measure_.emplace(picture_->faces());
    Effects effects;
    house_->happen(core::DayStamped{today}, effects);
    if (!remembered.empty()) house_->happen(core::AppearanceRecalled{remembered}, effects);
    if (wants_text_view) house_->happen(core::TextViewChosen{true}, effects);
    has_picture_ = picture_->open();
    if (!has_picture_) house_->happen(core::PictureLost{}, effects);
    is_open_ = true;
    view_ = house_->describe();
    core::UserEvent arrival;
    arrival.kind = core::UserEventKind::address;
    arrival.text = address;
    house_->use(view_, arrival, effects);
    finish(std::move(effects));
}

void App::take_pack(const std::string& name, std::string_view bytes) {
    if (house_->take_pack(name, bytes)) return take_action(core::PackArrived{name});
    take_action(core::PackFailed{name, true});
}

void App::take_event(core::UserEventKind kind, std::uint32_t handle, std::size_t part, bool on, std::string text) {
    if (!is_open_) return;
    core::UserEvent event;
    event.kind = kind;
    event.part = part;
    event.on = on;
    event.text = std::move(text);
    if (const Node* node = mirror_.find(handle)) {
        event.element = node->element;
        if (kind == core::UserEventKind::used || kind == core::UserEventKind::chosen) {
            event.part = node->tag == "select" ? part : node->part;
        }
    }
    // What the browser has already shown by itself.
    if (kind == core::UserEventKind::typed) mirror_.note_typed(handle, event.text);
    if (kind == core::UserEventKind::chosen) mirror_.note_chosen(handle, event.part);
    if (kind == core::UserEventKind::toggled) mirror_.note_toggled(handle, on);
    Effects effects;
    house_->use(view_, event, effects);
    finish(std::move(effects));
}

void App::follow_link(std::uint32_t handle, std::size_t at, std::string target) {
    if (!is_open_) return;
    mirror_.note_focused(handle);  // not every browser puts the focus on a link that is pressed
    Mirror::FollowedLink link = mirror_.find_link(handle, at);
    core::UserEvent event;
    event.kind = core::UserEventKind::used;
    event.element = std::move(link.element);
    event.part = link.part;
    event.text = std::move(target);
    Effects effects;
    house_->use(view_, event, effects);
    finish(std::move(effects));
}

void App::take_reached(std::uint32_t handle) {
    const Node* node = is_open_ ? mirror_.find(handle) : nullptr;
    if (node == nullptr) return;
    core::UserEvent event;
    event.kind = core::UserEventKind::reached;
    event.element = node->element;
    Effects effects;
    house_->use(view_, event, effects);
    // It changes nothing on the page, and describing it anew would make scrolling stutter.
    for (const core::Effect& effect : effects) carry_out(effect);
}

void App::take_action(const core::Action& action) {
    if (!is_open_) return;
    Effects effects;
    house_->happen(action, effects);
    finish(std::move(effects));
}

void App::take_time(std::uint32_t passed, bool is_stirred, const std::string& day_and_clock) {
    if (!is_open_) return;
    const std::size_t space = day_and_clock.find(' ');
    if (space == std::string::npos) return;
    Effects effects;
    house_->happen(
        core::TimePassed{passed, day_and_clock.substr(0, space), day_and_clock.substr(space + 1), is_stirred}, effects);
    // Mostly nothing comes of it, and drawing the page anew for it would cost every key twice.
    if (!effects.empty() || house_->is_hidden() != view_.hidden) finish(std::move(effects));
}

void App::take_window(const Window& window) {
    if (window.width == window_.width && window.height == window_.height) return;
    window_ = window;
    show();
}

void App::take_preferences(const Preferences& preferences) {
    preferences_ = preferences;
    show();
}

void App::take_pointing(std::uint32_t hovered, std::uint32_t pressed, std::uint32_t focused) {
    mirror_.note_focused(focused);
    PaintState state;
    state.hovered = box_of(hovered);
    state.pressed = box_of(pressed);
    state.focused = box_of(focused);
    const bool same = state.hovered == paint_state_.hovered && state.pressed == paint_state_.pressed &&
                      state.focused == paint_state_.focused;
    if (same) return;
    paint_state_ = std::move(state);
    if (is_open_ && !is_text_view()) bridge::request_frame();
}

void App::draw(const Tile& tile, float window_top) {
    if (!is_open_ || is_text_view() || tile.area.width <= 0 || tile.area.height <= 0) return;
    paint_state_.window_top = window_top;
    Theme theme = is_dark() ? dark_theme() : light_theme();
    if (preferences_.more_contrast) theme = with_more_contrast(theme);
    picture_->draw(layout_, paint_state_, theme, tile);
}

void App::lose_picture(bool for_good) {
    if (!is_open_) return;
    if (has_picture_) picture_->lose();
    has_picture_ = false;
    if (for_good) return take_action(core::PictureLost{});
    show();
}

void App::find_picture() {
    if (!is_open_ || has_picture_) return;
    has_picture_ = picture_->open();
    show();
}

void App::finish(Effects effects) {
    view_ = house_->describe();
    show();
    for (const core::Effect& effect : effects) carry_out(effect);
}

void App::show() {
    if (!is_open_ || window_.width <= 0) return;
    // The browser's own text size counts too.
    const int chosen = view_.text_percent;
    view_.text_percent = std::clamp(chosen * preferences_.text_percent / 100, 100, 200);
    layout_ = lay_out(view_, *measure_, window_.width, window_.height);
    view_.text_percent = chosen;
    const Operations operations = mirror_.reflect(view_, layout_, describe_window());
    if (operations.count() == 0) return;
    bridge::apply(operations.pack());
    if (!is_text_view()) bridge::request_frame();
}

bool App::is_text_view() const { return view_.text_view || preferences_.needs_text_view || !has_picture_; }

bool App::is_dark() const {
    if (view_.appearance == core::Appearance::as_device) return preferences_.dark;
    return view_.appearance == core::Appearance::dark;
}

std::vector<Attribute> App::describe_window() const {
    std::string classes = is_text_view() ? "view-text" : "view-picture";
    classes += is_dark() ? " is-dark" : " is-light";
    if (layout_.narrow) classes += " is-narrow";
    if (view_.dialog) classes += " has-dialog";
    return {
        {"title", view_.title},
        {"address", view_.address},
        {"class", classes},
        {"height", whole(layout_.height)},
        {"text", std::to_string(view_.text_percent)},
    };
}

// Hovering a label is hovering its option.
std::string App::box_of(std::uint32_t handle) const {
    const Node* node = handle == 0 ? nullptr : mirror_.find(handle);
    if (node == nullptr || node->element.empty()) return "";
    return node->box;
}

}  // namespace shell
