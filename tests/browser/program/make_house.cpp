// The house of the browser tests: the real one, at "#/view/<name>" taken
// through one of the visits of support/every_view, and at "#/sample" a View
// with every element there is, which answers to use as simply as can be.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "house.hpp"
#include "support/every_view.hpp"
#include "support/sample_view.hpp"

extern "C" int witness_wants_real_days();

namespace shell {

namespace {

constexpr std::string_view sample = "#/sample";
constexpr std::string_view sample_with_dialog = "#/sample-dialog";
constexpr std::string_view visit = "#/view/";
constexpr std::string_view day = "2026-11-22";

core::Element* find(core::Elements& elements, const std::string& id) {
    for (core::Element& element : elements) {
        if (element.id == id) return &element;
        if (core::Element* found = find(element.children, id)) return found;
    }
    return nullptr;
}

core::Element* find(core::View& view, const std::string& id) {
    for (core::Elements* part : {&view.header, &view.main, &view.footer}) {
        if (core::Element* found = find(*part, id)) return found;
    }
    return view.dialog ? find(view.dialog->elements, id) : nullptr;
}

void use(core::View& view, core::Body& body) {
    view.announcement.text = "Brugt";
    ++view.announcement.serial;
    auto* button = std::get_if<core::Button>(&body);
    if (button == nullptr) return;
    if (button->pressed) button->pressed = !*button->pressed;
    if (button->expanded) button->expanded = !*button->expanded;
}

void choose(core::Body& body, std::size_t part) {
    if (auto* choices = std::get_if<core::Choices>(&body)) choices->chosen = part;
    if (auto* select = std::get_if<core::Select>(&body)) select->chosen = part;
    if (auto* ruler = std::get_if<core::Ruler>(&body)) ruler->mark = part;
}

class TestingHouse final : public House {
public:
    bool open(std::string_view start_pack) override {
        start_pack_ = start_pack;
        return real_->open(start_pack);
    }
    bool take_pack(const std::string& name, std::string_view bytes) override { return real_->take_pack(name, bytes); }

    // Each visit counts on from a number of its own: what a new session wishes focused and said is new to the page.
    [[nodiscard]] core::View describe() const override {
        core::View view = describe_now();
        view.focus.serial += visits_ * 1000;
        view.announcement.serial += visits_ * 1000;
        return view;
    }

    [[nodiscard]] bool is_hidden() const override { return !sample_ && real_->is_hidden(); }

    [[nodiscard]] core::View describe_now() const {
        if (!sample_) return real_->describe();
        // What was chosen of how the page looks holds for the sample too.
        core::View view = *sample_;
        const core::View real = real_->describe();
        view.appearance = real.appearance;
        view.text_view = real.text_view;
        view.text_percent = real.text_percent;
        return view;
    }

    bool use(const core::View& view, const core::UserEvent& event, Effects& effects) override {
        if (event.kind == core::UserEventKind::address && event.text.starts_with(sample)) {
            ++visits_;
            const bool with_dialog = event.text == sample_with_dialog;
            sample_ = with_dialog ? support::sample_view_with_dialog() : support::sample_view();
            sample_->address = event.text;
            return true;
        }
        if (event.kind == core::UserEventKind::address && event.text.starts_with(visit)) {
            sample_.reset();
            return begin(event.text.substr(visit.size()), effects);
        }
        if (!sample_) return real_->use(view, event, effects);
        if (event.kind == core::UserEventKind::address) {
            sample_.reset();
            return real_->use(view, event, effects);
        }
        if (event.kind == core::UserEventKind::dismissed) {
            sample_->dialog.reset();
            return true;
        }
        core::Element* element = find(*sample_, event.element);
        if (element == nullptr) return false;
        use_sample(*element, event);
        return true;
    }

    void happen(const core::Action& action, Effects& effects) override {
        const bool is_of_the_rim = std::holds_alternative<core::AppearanceRecalled>(action) ||
                                   std::holds_alternative<core::TextViewChosen>(action) ||
                                   std::holds_alternative<core::PictureLost>(action);
        if (is_of_the_rim) rim_.push_back(action);
        // The store of a visit is in its list of actions.
        const bool is_of_the_store =
            std::holds_alternative<core::StoreAnswered>(action) || std::holds_alternative<core::WaitEnded>(action);
        if (is_visit_ && is_of_the_store) return;
        const auto* time = std::get_if<core::TimePassed>(&action);
        if (time != nullptr && witness_wants_real_days() == 0) {
            core::TimePassed same_day = *time;
            same_day.today = day_;
            if (is_visit_) same_day.clock = "14.03";
            return real_->happen(same_day, effects);
        }
        // offline.test.mjs is about that, with the page that is shipped.
        if (std::holds_alternative<core::OfflineTold>(action)) return;
        // Always the same day, so that what is approved stays so; clock.test.mjs is about days.
        if (std::holds_alternative<core::DayStamped>(action) && witness_wants_real_days() == 0) {
            real_->happen(core::DayStamped{day_}, effects);
            return;
        }
        real_->happen(action, effects);
    }

private:
    // A new session, taken through the visit; of its orders only packs are carried out.
    bool begin(const std::string& name, Effects& effects) {
        for (const support::NamedVisit& one : support::every_view()) {
            if (one.name != name) continue;
            ++visits_;
            is_visit_ = true;
            real_ = make_real_house();
            if (!real_->open(start_pack_)) return false;
            Effects all;
            day_ = day;
            real_->happen(core::DayStamped{day_}, all);
            for (const core::Action& action : rim_) real_->happen(action, all);
            for (const core::Action& action : one.actions) {
                if (const auto* later = std::get_if<core::DayStamped>(&action)) day_ = later->today;
                real_->happen(action, all);
            }
            for (core::Effect& effect : all) {
                if (std::holds_alternative<core::LoadPack>(effect)) effects.push_back(std::move(effect));
            }
            return true;
        }
        return false;
    }

    void use_sample(core::Element& element, const core::UserEvent& event) {
        switch (event.kind) {
            case core::UserEventKind::used: return shell::use(*sample_, element.body);
            case core::UserEventKind::chosen: return choose(element.body, event.part);
            case core::UserEventKind::toggled:
                if (auto* checkbox = std::get_if<core::Checkbox>(&element.body)) checkbox->checked = event.on;
                return;
            case core::UserEventKind::typed:
                if (auto* field = std::get_if<core::Field>(&element.body)) field->value = event.text;
                return;
            case core::UserEventKind::address:
            case core::UserEventKind::hide:
            case core::UserEventKind::dismissed:
            case core::UserEventKind::reached: return;
        }
    }

    std::unique_ptr<House> real_ = make_real_house();
    std::string start_pack_;
    std::vector<core::Action> rim_;
    std::optional<core::View> sample_;
    std::uint32_t visits_ = 0;
    bool is_visit_ = false;
    std::string day_{day};  // or the one that the visit is on
};

}  // namespace

std::unique_ptr<House> make_house() { return std::make_unique<TestingHouse>(); }

}  // namespace shell
