#include "fuzz/parts/visit.hpp"

#include <cstdio>
#include <utility>

#include "base/require.hpp"
#include "content/load_content.hpp"
#include "flow/route.hpp"
#include "fuzz/parts/tiny.hpp"
#include "session/session_codec.hpp"
#include "support/view_text.hpp"
#include "view/describe.hpp"

namespace fuzz {

using namespace core;

namespace {

constexpr std::size_t most_open = 32;  // of a kind; the oldest is never answered then

template <class One>
void add(std::vector<One>& list, One one) {
    if (list.size() == most_open) list.erase(list.begin());
    list.push_back(std::move(one));
}

template <class One>
const One* pick(const std::vector<One>& list, std::size_t number) {
    return list.empty() ? nullptr : &list[number % list.size()];
}

template <class One>
std::optional<One> take_out(std::vector<One>& list, std::size_t number) {
    if (list.empty()) return std::nullopt;
    const auto at = list.begin() + static_cast<std::ptrdiff_t>(number % list.size());
    One one = std::move(*at);
    list.erase(at);
    return one;
}

std::uint32_t ticket_of(const auto& order) {
    return std::visit([](const auto& one) { return one.ticket; }, order);
}

std::optional<Action> action_of(const Element& element) {
    if (const auto* button = std::get_if<Button>(&element.body)) return button->action;
    if (const auto* link = std::get_if<Link>(&element.body)) return link->action;
    if (const auto* checkbox = std::get_if<Checkbox>(&element.body)) return checkbox->action;
    const auto* choices = std::get_if<Choices>(&element.body);
    if (choices != nullptr && !choices->options.empty()) return choices->options.back().action;
    return std::nullopt;
}

}  // namespace

Visit::Visit() : content_(tiny_front()), view_(describe(content_, session_)) {}

void Visit::use(const UserEvent& event) {
    const std::optional<Action> action = interpret(view_, event);
    if (action) happen(*action);
}

void Visit::happen(const Action& action) {
    Step step = update(content_, std::move(session_), action);
    session_ = std::move(step.session);
    for (const Effect& effect : step.effects) take(effect);
    view_ = describe(content_, session_);
    check();
    constexpr std::size_t most_offered = 64;
    for (const Element* element : support::all_elements(view_)) {
        if (offered_.size() >= most_offered) break;
        if (const std::optional<Action> offer = action_of(*element)) offered_.push_back(*offer);
    }
}

void Visit::happen_late(std::size_t number) {
    const std::optional<Action> action = take_out(offered_, number);
    if (action) happen(*action);
}

std::string Visit::throw_dice() {
    std::string thrown = std::to_string(++throws_);
    return std::string(32 - thrown.size(), 'd') + thrown;
}

const StoreOrder* Visit::store_order(std::size_t number) const { return pick(store_orders_, number); }
const VaultOrder* Visit::vault_order(std::size_t number) const { return pick(vault_orders_, number); }

// What the store has said to hold, as this content writes it.
void Visit::acknowledge(const StoreAnswer& answer, const std::string& bytes) {
    if (answer.code != StoreCode::ok) return;
    const std::variant<OpenedCase, CaseFault> read = read_case(content_, bytes);
    if (const auto* opened = std::get_if<OpenedCase>(&read))
        acknowledged_.insert(write_case(content_, opened->subject));
}

void Visit::answer_store(std::size_t number, StoreAnswer answer) {
    const std::optional<StoreOrder> order = take_out(store_orders_, number);
    if (!order) return;
    answer.ticket = ticket_of(*order);
    unanswered_.erase(answer.ticket);
    if (const auto* save = std::get_if<SaveDraft>(&*order)) acknowledge(answer, save->bytes);
    if (std::holds_alternative<LoadDraft>(*order)) acknowledge(answer, answer.bytes);
    happen(StoreAnswered{std::move(answer)});
}

void Visit::answer_vault(std::size_t number, StoreAnswer answer) {
    const std::optional<VaultOrder> order = take_out(vault_orders_, number);
    if (!order) return;
    answer.ticket = ticket_of(*order);
    unanswered_.erase(answer.ticket);
    happen(StoreAnswered{std::move(answer)});
}

void Visit::answer_nobody(StoreAnswer answer) {
    if (unanswered_.count(answer.ticket) == 0) happen(StoreAnswered{std::move(answer)});
}

void Visit::end_wait(std::size_t number) {
    if (const std::optional<std::uint32_t> wait = take_out(waits_, number)) happen(WaitEnded{*wait});
}

void Visit::answer_ticket(std::size_t number, TicketCode code) {
    if (const std::optional<std::uint32_t> ticket = take_out(tickets_, number)) happen(TicketAnswered{*ticket, code});
}

void Visit::bring_pack(std::size_t number, bool arrives) {
    const std::optional<std::string> name = take_out(packs_, number);
    if (!name) return;
    const ContentPack* pack = find_tiny_pack(*name);
    if (arrives && pack != nullptr && add_pack(content_, *pack).empty()) return happen(PackArrived{*name});
    happen(PackFailed{*name});
}

void Visit::take(const Effect& effect) {
    if (const auto* store = std::get_if<AskStore>(&effect)) {
        if (const auto* save = std::get_if<SaveDraft>(&store->order)) check_case(save->bytes);
        unanswered_.insert(ticket_of(store->order));
        add(store_orders_, store->order);
    }
    if (const auto* vault = std::get_if<AskVault>(&effect)) {
        if (const auto* seal = std::get_if<SealFile>(&vault->order)) check_case(seal->bytes);
        unanswered_.insert(ticket_of(vault->order));
        add(vault_orders_, vault->order);
    }
    if (const auto* wait = std::get_if<Wait>(&effect)) add(waits_, wait->number);
    if (const auto* pack = std::get_if<LoadPack>(&effect)) add(packs_, pack->pack);
    if (const auto* download = std::get_if<DownloadFile>(&effect)) {
        if (download->name.find("kladde") != std::string::npos && download->name.ends_with(".json"))
            check_case(download->bytes);
        add(tickets_, download->ticket);
    }
    if (const auto* choose = std::get_if<ChooseFile>(&effect)) add(tickets_, choose->ticket);
    if (const auto* copy = std::get_if<CopyText>(&effect)) add(tickets_, copy->ticket);
    if (const auto* print = std::get_if<PrintDocument>(&effect)) add(tickets_, print->ticket);
    const bool is_guarded = !std::holds_alternative<StartUpdate>(effect) || !session_.has_unsaved_work;
    require(is_guarded, "a new edition begins only when nothing would be lost");
}

void Visit::check_case(const std::string& bytes) const {
    const std::variant<OpenedCase, CaseFault> read = read_case(content_, bytes);
    const auto* opened = std::get_if<OpenedCase>(&read);
    require(opened != nullptr, "a case that goes out can be read again");
    require(write_case(content_, opened->subject) == bytes, "and is written to the same bytes");
}

void Visit::check() const {
    const std::vector<std::string> broken = support::broken_promises(view_);
    for (const std::string& promise : broken) std::puts(promise.c_str());
    require(broken.empty(), "a View keeps its promises");
    const Keeper& keeper = session_.kept.keeper;
    if (keeper.draft.empty() || keeper.state != KeptState::saved) return;
    require(keeper.kept > 0, "saved is a generation");
    require(acknowledged_.count(write_case(content_, session_.subject)) != 0, "Gemt only of what was acknowledged");
}

}  // namespace fuzz
