// device.hpp -- a device without a browser: a driver, a store, a vault and a clock that can be wound.
//
// Orders are carried out, answers and waits come back in their time. What is on the disk outlives the visit.

#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "support/driver.hpp"
#include "support/faulty_store.hpp"

namespace support {

inline constexpr const char* passphrase = "Min mormor bagte altid klejner";

class Device {
public:
    explicit Device(const core::Content& content, const std::string& today = "2026-11-22");

    // The page is opened: what was in memory before is gone.
    Driver& open();
    Driver& visit() { return *visit_; }

    // What a person does: chooses the passphrase, writes a case of four years, unlocks; and waits until it is done.
    void choose_passphrase();
    void write_case(const std::string& code_word);
    void begin(const std::string& code_word);  // opened, chosen, written, saved; at the overview
    void unlock(const std::string& words = passphrase);

    void pass(std::int64_t milliseconds, bool is_stirred = false);
    // The machine sleeps: no wait ends until it wakes.
    void sleep(std::int64_t milliseconds);
    void set_day(const std::string& today) { today_ = today; }

    // The next order of that kind is answered so, and not carried out.
    void answer_next_save(core::StoreCode code) { next_save_ = code; }
    // The next order of that kind fails at its first operation.
    template <class Order>
    void break_next(StoreFault fault) {
        next_fault_ = fault;
        is_next_store_ = [](const core::StoreOrder& order) { return is_a<Order>(order); };
        is_next_vault_ = [](const core::VaultOrder& order) { return is_a<Order>(order); };
    }
    void lose_all();  // by the browser or somebody else
    void silence_next_save() { is_next_silent_ = true; }
    void answer_next_load(core::StoreCode code, int times = 1);
    void answer_next_change(core::StoreCode code) { next_change_ = code; }  // of the passphrase
    void answer_next_open(core::StoreCode code) { next_open_ = code; }
    void answer_next_key(core::StoreCode code) { next_key_ = code; }  // of a vault that is made or unlocked

    [[nodiscard]] bool is_locked() const { return is_locked_; }  // the page was asked to begin anew
    [[nodiscard]] std::size_t saves() const { return saves_; }
    [[nodiscard]] std::size_t drafts() const { return store_.count(); }
    [[nodiscard]] bool has_vault() const { return passphrase_.has_value(); }
    // Drafts this page has let go of, so that another may write them.
    [[nodiscard]] const std::vector<core::DraftId>& released() const { return released_; }
    [[nodiscard]] const core::DownloadFile& download() const { return download_; }  // the last one
    FaultyStore& store() { return store_; }

private:
    using Coming = std::variant<core::StoreAnswer, core::WaitEnded>;

    template <class Order>
    static bool is_a(const auto& order) {
        return std::visit([](const auto& one) { return std::is_same_v<std::decay_t<decltype(one)>, Order>; }, order);
    }

    void carry_out(const core::Effect& effect);
    void ask(const core::StoreOrder& order);
    void ask(const core::VaultOrder& order);
    void carry_out(const core::VaultOrder& order, int takes);
    void answer(core::StoreAnswer answer, int after = 20);
    void tell_time(bool is_stirred);

    const core::Content& content_;
    FaultyStore store_{StoreFault::none, 0, 1};
    std::unique_ptr<Driver> visit_;
    std::multimap<std::int64_t, Coming> coming_;
    std::int64_t now_ = 0;
    std::int64_t told_ = 0;
    std::string today_;
    std::optional<std::string> passphrase_;
    std::string file_passphrase_;
    core::DownloadFile download_;
    bool is_unlocked_ = false;
    bool is_locked_ = false;
    std::size_t saves_ = 0;
    std::vector<core::DraftId> released_;
    std::uint64_t throws_ = 0;
    std::optional<core::StoreCode> next_save_;
    bool is_next_silent_ = false;
    std::optional<StoreFault> next_fault_;
    std::function<bool(const core::StoreOrder&)> is_next_store_;
    std::function<bool(const core::VaultOrder&)> is_next_vault_;
    std::optional<core::StoreCode> next_open_;
    std::optional<core::StoreCode> next_change_;
    std::optional<core::StoreCode> next_key_;
    core::StoreCode next_load_ = core::StoreCode::ok;
    int loads_to_answer_ = 0;
};

}  // namespace support
