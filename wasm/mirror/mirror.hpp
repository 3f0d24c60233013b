// mirror.hpp -- remembers what the page reads now, and what is to be said next.
//
// Also remembers what the user has done to the page itself (a letter typed, a
// box ticked): the page is written again only where the model disagrees.
// Knows: view, layout. Never: the DOM; decides what an event means.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mirror/node.hpp"
#include "mirror/operations.hpp"

namespace shell {

class Mirror {
public:
    Mirror();

    // `window` is what the page as a whole should have: title, address, classes.
    Operations reflect(const core::View& view, const Layout& layout, std::vector<Attribute> window);

    [[nodiscard]] const Node* find(std::uint32_t handle) const;
    [[nodiscard]] const Node& page() const { return page_; }

    // The element whose text holds that node, and which of the element's links
    // the node's link number `at` is, in reading order.
    struct FollowedLink {
        std::string element;
        std::size_t part = 0;
    };
    [[nodiscard]] FollowedLink find_link(std::uint32_t handle, std::size_t at) const;

    // What the browser has done by itself.
    void note_typed(std::uint32_t handle, const std::string& text);
    void note_chosen(std::uint32_t handle, std::size_t part);
    void note_toggled(std::uint32_t handle, bool on);
    void note_focused(std::uint32_t handle);  // 0: nothing

private:
    void write_focus(Operations& operations, const core::View& view, const Node& before, const Node& after);

    bool leaves_focus_to_browser(const core::View& view, const Node& after);

    Node page_;
    std::vector<Attribute> window_;
    std::uint32_t next_handle_ = 2;
    std::uint32_t announced_ = 0;
    std::uint32_t focus_serial_ = 0;
    std::uint32_t case_number_ = 0;
    std::string focused_;
    std::string opener_of_dialog_;
    bool is_opened_from_text_ = false;
};

}  // namespace shell
