#include "support/device.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "keeping/envelope.hpp"
#include "session/session_codec.hpp"
#include "support/every_view.hpp"
#include "support/shipped_content.hpp"

namespace support {

using namespace core;

namespace {

constexpr std::int64_t second = 1000;  // ms
constexpr int given_up = 15'000;       // as LONGEST_ORDER in web/keep.mjs

}  // namespace

Device::Device(const Content& content, const std::string& today) : content_(content), today_(today) {}

Driver& Device::open() {
    coming_.clear();
    is_unlocked_ = is_locked_ = false;
    told_ = now_;
    visit_ = std::make_unique<Driver>(content_);
    visit_->listener = [this](const Effect& effect) { carry_out(effect); };
    visit_->happens(DayStamped{today_});
    pass(100);
    return *visit_;
}

void Device::choose_passphrase() {
    visit_->press("Gem på denne enhed");
    pass(second);
    visit_->choose("Hvor skal det, du skriver, gemmes?", "Gem krypteret på denne enhed med en adgangssætning");
    visit_->type("Skriv adgangssætningen", passphrase).type("Skriv din egen adgangssætning igen", passphrase);
    visit_->press("Gem krypteret");
    pass(second);
}

void Device::write_case(const std::string& code_word) {
    visit_->go_to("#/vurder/alder").choose("Vælg barnets alder", "3–5 år").press("Fortsæt");
    visit_->choose("Dagtilbud", "Medarbejder i børnehave").press("Fortsæt");
    visit_->open("Følelser og humør").choose(text_of_sign("a3_mental_less_joy"), "Ja").press("Oversigt");
    visit_->type("Kodeord for barnet", code_word);
    pass(3 * second);
}

void Device::begin(const std::string& code_word) {
    open();
    choose_passphrase();
    write_case(code_word);
}

void Device::unlock(const std::string& words) {
    if (visit_->view().address != "#/gem") visit_->go_to("#/gem");
    visit_->type("Adgangssætning", words).press("Lås op");
    pass(2 * second);
}

void Device::lose_all() {
    store_.wipe();
    passphrase_.reset();
    is_unlocked_ = false;
}

void Device::answer_next_load(StoreCode code, int times) {
    next_load_ = code;
    loads_to_answer_ = times;
}

void Device::tell_time(bool is_stirred) {
    const std::int64_t minutes = now_ / 60'000;
    char clock[8];
    std::snprintf(clock, sizeof clock, "%02d.%02d", static_cast<int>(14 + minutes / 60) % 24,
                  static_cast<int>(minutes % 60));
    visit_->happens(TimePassed{now_ - std::exchange(told_, now_), today_, clock, is_stirred});
}

void Device::pass(std::int64_t milliseconds, bool is_stirred) {
    const std::int64_t until = now_ + milliseconds;
    while (!coming_.empty() && coming_.begin()->first <= until && !is_locked_) {
        now_ = std::max(now_, coming_.begin()->first);
        const Coming coming = coming_.begin()->second;
        coming_.erase(coming_.begin());
        tell_time(std::exchange(is_stirred, false));
        if (is_locked_) break;
        if (const auto* told = std::get_if<StoreAnswer>(&coming)) visit_->happens(StoreAnswered{*told});
        if (const auto* ended = std::get_if<WaitEnded>(&coming)) visit_->happens(*ended);
    }
    now_ = until;
    if (!is_locked_) tell_time(is_stirred);
}

void Device::sleep(std::int64_t milliseconds) {
    now_ += milliseconds;
    pass(0);
}

void Device::answer(StoreAnswer answer, int after) {
    char dice[33];
    const auto half = static_cast<unsigned long long>(++throws_ * 0x9E3779B97F4A7C15ULL);
    std::snprintf(dice, sizeof dice, "%016llx%016llx", half, half ^ 0x5555555555555555ULL);
    answer.dice = dice;
    coming_.emplace(now_ + after, std::move(answer));
}

void Device::carry_out(const Effect& effect) {
    if (const auto* store = std::get_if<AskStore>(&effect)) ask(store->order);
    if (const auto* vault = std::get_if<AskVault>(&effect)) ask(vault->order);
    if (const auto* wait = std::get_if<Wait>(&effect))
        coming_.emplace(now_ + wait->milliseconds, WaitEnded{wait->number});
    if (const auto* download = std::get_if<DownloadFile>(&effect)) download_ = *download;
    if (std::holds_alternative<LockPage>(effect)) is_locked_ = true;
}

void Device::ask(const StoreOrder& order) {
    if (const auto* save = std::get_if<SaveDraft>(&order)) {
        ++saves_;
        if (std::exchange(is_next_silent_, false)) return;
        if (next_save_) return answer({save->ticket, *std::exchange(next_save_, std::nullopt)});
    }
    if (const auto* load = std::get_if<LoadDraft>(&order); load != nullptr && loads_to_answer_ > 0) {
        --loads_to_answer_;
        return answer({load->ticket, next_load_});
    }
    if (const auto* open = std::get_if<OpenStore>(&order); open != nullptr && next_open_)
        return answer({open->ticket, *std::exchange(next_open_, std::nullopt)});
    if (const auto* release = std::get_if<ReleaseDraft>(&order)) released_.push_back(release->draft);
    if (next_fault_ && is_next_store_(order)) store_.break_soon(*std::exchange(next_fault_, std::nullopt));
    StoreOutcome outcome = store_.carry_out(order);
    for (AnswerInTime& one : outcome.answers) {
        if (std::holds_alternative<OpenStore>(order) && passphrase_)
            one.answer.vault = is_unlocked_           ? VaultState::open
                               : passphrase_->empty() ? VaultState::managed
                                                      : VaultState::locked;
        const bool is_wiped = std::holds_alternative<WipeStore>(order) && one.answer.code == StoreCode::ok;
        if (is_wiped) {
            one.answer.generation = 1;
            passphrase_.reset();
        }
        answer(one.answer, one.after);
    }
    const std::uint32_t ticket = std::visit([](const auto& one) { return one.ticket; }, order);
    if (outcome.answers.empty()) answer({ticket, StoreCode::timeout}, given_up);
}

void Device::ask(const VaultOrder& order) {
    const std::uint32_t ticket = std::visit([](const auto& one) { return one.ticket; }, order);
    if (next_fault_ && is_next_vault_(order)) store_.break_soon(*std::exchange(next_fault_, std::nullopt));
    const StoreOutcome outcome = store_.carry_out_elsewhere({ticket, StoreCode::ok});
    if (outcome.answers.empty()) return answer({ticket, StoreCode::timeout}, given_up);
    if (outcome.answers.front().answer.code != StoreCode::ok) return answer(outcome.answers.front().answer);
    carry_out(order, std::max(outcome.answers.front().after, 500));
    if (outcome.answers.size() > 1) answer(outcome.answers.back().answer, outcome.answers.back().after);
}

void Device::carry_out(const VaultOrder& order, int takes) {
    if (const auto* create = std::get_if<CreateVault>(&order)) {
        if (passphrase_) return answer({create->ticket, StoreCode::conflict});
        if (next_key_) return answer({create->ticket, *std::exchange(next_key_, std::nullopt)});
        passphrase_ = create->passphrase;
        is_unlocked_ = true;
        answer({create->ticket, StoreCode::ok}, takes);
    }
    if (const auto* unlock = std::get_if<UnlockVault>(&order)) {
        if (next_key_) return answer({unlock->ticket, *std::exchange(next_key_, std::nullopt)});
        is_unlocked_ = passphrase_ == unlock->passphrase;
        answer({unlock->ticket, is_unlocked_ ? StoreCode::ok : StoreCode::wrong_key}, takes);
    }
    if (const auto* change = std::get_if<ChangePassphrase>(&order)) {
        const bool fits = passphrase_ == change->passphrase_now;
        if (next_change_) return answer({change->ticket, *std::exchange(next_change_, std::nullopt)});
        if (fits) passphrase_ = change->passphrase;
        answer({change->ticket, fits ? StoreCode::ok : StoreCode::wrong_key}, takes);
    }
    if (const auto* seal = std::get_if<SealFile>(&order)) {
        file_passphrase_ = seal->passphrase;
        answer({seal->ticket, StoreCode::ok, 0, sealed_file(seal->bytes)}, takes);
    }
    if (const auto* unseal = std::get_if<UnsealFile>(&order)) {
        const auto opened = unwrap(std::string_view(unseal->bytes).substr(0, unseal->bytes.size() - 48),
                                   EnvelopeKind::file, case_schema);
        const auto* words = std::get_if<std::string>(&opened);
        const StoreCode code = words == nullptr                         ? StoreCode::corrupt
                               : unseal->passphrase == file_passphrase_ ? StoreCode::ok
                                                                        : StoreCode::wrong_key;
        answer({unseal->ticket, code, 0, code == StoreCode::ok ? *words : std::string{}}, takes);
    }
    if (const auto* count = std::get_if<CountKept>(&order)) {
        StoreAnswer told{count->ticket, StoreCode::ok};
        told.kinds = {{"snap", store_.count(), 4200 * store_.count()}};
        answer(std::move(told));
    }
}

}  // namespace support
