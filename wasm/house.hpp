// house.hpp -- what the hall asks of the house proper.
//
// The real one holds Content and Session; the one of the tests holds a sample
// of every element there is.
// Knows: view, flow. Never: the DOM, a picture.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "flow/effect.hpp"
#include "view/interpret.hpp"
#include "view/view.hpp"

namespace shell {

using Effects = std::vector<core::Effect>;

class House {
public:
    House() = default;
    House(const House&) = delete;
    House& operator=(const House&) = delete;
    virtual ~House() = default;

    // The start pack; nothing can be described before it is in. False: it is
    // not fit for use.
    virtual bool open(std::string_view start_pack) = 0;
    // A later pack. False: not fit for use; the house is as it was.
    virtual bool take_pack(const std::string& name, std::string_view bytes) = 0;

    [[nodiscard]] virtual core::View describe() const = 0;
    // As View::hidden, without describing the rest.
    [[nodiscard]] virtual bool is_hidden() const = 0;
    // Nothing happens when the event means nothing.
    virtual bool use(const core::View& view, const core::UserEvent& event, Effects& effects) = 0;
    virtual void happen(const core::Action& action, Effects& effects) = 0;
};

// Content, Session and the flow between them.
std::unique_ptr<House> make_real_house();

// The one this program opens (make_house.cpp; the tests have their own).
std::unique_ptr<House> make_house();

}  // namespace shell
