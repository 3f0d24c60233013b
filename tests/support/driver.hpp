// driver.hpp -- a whole visit without a browser.
//
// Finds elements by role and visible label, as a person does, and sends what
// was done through interpret, update and describe. An element that is not
// there, or is there twice, fails the test; so does any View that breaks a
// promise (view_text.hpp).
// Knows: flow, view. Never: an element's id.

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "flow/update.hpp"
#include "view/interpret.hpp"

namespace support {

class Driver {
public:
    explicit Driver(const core::Content& content);
    // Goes on from a session that was made otherwise.
    Driver(const core::Content& content, core::Session session);

    // The next call looks only inside the group with that label, or the one
    // that holds an element with those words (a sign's card).
    Driver& within(const std::string& words);

    Driver& press(const std::string& label);  // a button or a link
    Driver& open(const std::string& term);    // the link of a summary row
    Driver& choose(const std::string& legend, const std::string& option);
    Driver& pick(const std::string& label, const std::string& option);  // from a list that unfolds
    Driver& mark(const std::string& level);                             // on the ruler
    Driver& tick(const std::string& label);                             // a checkbox, either way
    Driver& type(const std::string& label, const std::string& text);
    Driver& go_to(const std::string& address);  // as typed, or by the browser's back
    Driver& dismiss();                          // Esc in a dialog

    Driver& see(const std::string& words);
    Driver& see_not(const std::string& words);
    Driver& see_heading(const std::string& words);

    // Is given every effect, in order.
    std::function<void(const core::Effect&)> listener;

    // An Action of the rim: a day, a pack, an answer to a ticket, a file.
    Driver& happens(const core::Action& action);

    [[nodiscard]] const core::View& view() const { return view_; }
    [[nodiscard]] const core::Session& session() const { return session_; }
    [[nodiscard]] const std::vector<core::Effect>& effects() const { return effects_; }  // of the last step
    // Of the last step; fails when there is none of that kind.
    template <class Wanted>
    [[nodiscard]] const Wanted& effect() const {
        for (const core::Effect& effect : effects_) {
            if (const Wanted* wanted = std::get_if<Wanted>(&effect)) return *wanted;
        }
        fail("an effect that was not given");
    }

private:
    template <class Body>
    std::vector<const core::Element*> find(const std::string& words, std::string (*label_of)(const Body&)) const;
    const core::Element& one(std::vector<const core::Element*> found, const std::string& what);
    std::vector<const core::Element*> in_scope() const;
    Driver& send(const core::UserEvent& event);
    [[noreturn]] void fail(const std::string& what) const;

    const core::Content& content_;
    core::Session session_;
    core::View view_;
    std::vector<core::Effect> effects_;
    std::string scope_;
};

// Takes the case along as a file that anybody can read.
core::DownloadFile save_unprotected(Driver& visit);

}  // namespace support
