// visit.hpp -- a visit that anything may happen to, and what must be true of it all the same.
//
// The content arrives pack by pack, the store answers or not, elements are used that were there or are gone. After each
// step: the View keeps its promises; "Gemt" is said only of bytes the store has acknowledged; what goes out as a case can
// be read again.

#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "content/content.hpp"
#include "flow/update.hpp"
#include "view/interpret.hpp"

namespace fuzz {

class Visit {
public:
    Visit();

    void use(const core::UserEvent& event);
    void happen(const core::Action& action);
    // An Action offered some time ago; the page may not have known better.
    void happen_late(std::size_t number);

    // What is open: orders to the store, waits, tickets and packs, oldest first; null when nothing of that kind is.
    const core::StoreOrder* store_order(std::size_t number) const;
    const core::VaultOrder* vault_order(std::size_t number) const;
    void answer_store(std::size_t number, core::StoreAnswer answer);
    void answer_vault(std::size_t number, core::StoreAnswer answer);
    // An answer to what was not asked, or was answered before; nothing when somebody waits for that ticket.
    void answer_nobody(core::StoreAnswer answer);
    void end_wait(std::size_t number);
    void answer_ticket(std::size_t number, core::TicketCode code);
    void bring_pack(std::size_t number, bool arrives);

    // 32 hexadecimal digits that were never thrown before, as the rim's dice are.
    std::string throw_dice();

    [[nodiscard]] const core::View& view() const { return view_; }
    [[nodiscard]] const core::Session& session() const { return session_; }
    [[nodiscard]] const core::Content& content() const { return content_; }

private:
    void take(const core::Effect& effect);
    void acknowledge(const core::StoreAnswer& answer, const std::string& bytes);
    void check_case(const std::string& bytes) const;
    void check() const;

    core::Content content_;
    core::Session session_;
    core::View view_;
    std::vector<core::StoreOrder> store_orders_;
    std::vector<core::VaultOrder> vault_orders_;
    std::set<std::uint32_t> unanswered_;  // tickets of orders, with those that never will be
    std::vector<std::uint32_t> waits_;
    std::vector<std::uint32_t> tickets_;
    std::vector<std::string> packs_;
    std::vector<core::Action> offered_;
    std::size_t throws_ = 0;
    std::set<std::string> acknowledged_;  // canonical bytes of cases the store has said to hold
};

}  // namespace fuzz
