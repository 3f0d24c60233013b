#include "house.hpp"

#include <utility>

#include "content/load_content.hpp"
#include "flow/update.hpp"
#include "view/describe.hpp"

namespace shell {

namespace {

class RealHouse final : public House {
public:
    bool open(std::string_view start_pack) override {
        core::Result<core::Content> loaded = core::load_start(start_pack);
        if (!loaded) return false;
        content_ = loaded.take();
        return true;
    }

    bool take_pack(const std::string& name, std::string_view bytes) override {
        return core::add_pack(content_, name, bytes).empty();
    }

    [[nodiscard]] core::View describe() const override { return core::describe(content_, session_); }

    [[nodiscard]] bool is_hidden() const override { return session_.is_screen_hidden; }

    bool use(const core::View& view, const core::UserEvent& event, Effects& effects) override {
        const std::optional<core::Action> action = core::interpret(view, event);
        if (!action) return false;
        happen(*action, effects);
        return true;
    }

    void happen(const core::Action& action, Effects& effects) override {
        core::Step step = core::update(content_, std::move(session_), action);
        session_ = std::move(step.session);
        for (core::Effect& effect : step.effects) effects.push_back(std::move(effect));
    }

private:
    core::Content content_;
    core::Session session_;
};

}  // namespace

std::unique_ptr<House> make_real_house() { return std::make_unique<RealHouse>(); }

}  // namespace shell
