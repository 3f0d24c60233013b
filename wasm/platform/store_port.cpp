#include "platform/store_port.hpp"

#include <map>
#include <utility>
#include <variant>

#include "keeping/envelope.hpp"
#include "platform/bridge.hpp"
#include "session/session_codec.hpp"

namespace shell {

namespace {

using core::StoreAnswer;
using core::StoreCode;

// As KIND in web/keep.mjs.
enum class Kind : int {
    open = 1,
    load,
    save,
    remove,
    wipe,
    create,
    unlock,
    seal,
    unseal,
    count,
    note_days,
    change,
    release
};

// What the answer to a ticket holds.
std::map<std::uint32_t, Kind>& given() {
    static auto* the_given = new std::map<std::uint32_t, Kind>();
    return *the_given;
}

void give(std::uint32_t ticket, Kind kind, const std::string& text = {}, const std::string& bytes = {},
          std::uint32_t number = 0, std::uint32_t flag = 0) {
    given()[ticket] = kind;
    bridge::store(ticket, static_cast<int>(kind), number, flag, text, bytes);
}

constexpr std::uint32_t schema = core::case_schema;

void carry(const core::OpenStore& order) { give(order.ticket, Kind::open); }
void carry(const core::LoadDraft& order) {
    give(order.ticket, Kind::load, order.draft, {}, static_cast<std::uint32_t>(order.copy),
         static_cast<std::uint32_t>(order.purpose));
}
void carry(const core::SaveDraft& order) {
    const core::Unsealed unsealed = core::wrap_draft(order.draft, order.after + 1, schema, order.bytes);
    give(order.ticket, Kind::save, order.draft + " " + order.expires, unsealed.header + unsealed.plain);
}
void carry(const core::RemoveDraft& order) { give(order.ticket, Kind::remove, order.draft); }
void carry(const core::ReleaseDraft& order) { give(order.ticket, Kind::release, order.draft); }
void carry(const core::WipeStore& order) { give(order.ticket, Kind::wipe); }
void carry(const core::NoteDays& order) {
    std::string words = order.days.seen + " " + order.days.before;
    for (const auto& [draft, day] : order.days.unread) words += " " + draft + ":" + day;
    give(order.ticket, Kind::note_days, words);
}
void carry(const core::CreateVault& order) { give(order.ticket, Kind::create, order.passphrase); }
void carry(const core::UnlockVault& order) { give(order.ticket, Kind::unlock, order.passphrase); }
void carry(const core::ChangePassphrase& order) {
    give(order.ticket, Kind::change, order.passphrase, order.passphrase_now);
}
void carry(const core::SealFile& order) {
    const core::Unsealed unsealed = core::wrap_file(schema, order.bytes);
    give(order.ticket, Kind::seal, order.passphrase, unsealed.header + unsealed.plain);
}
void carry(const core::UnsealFile& order) { give(order.ticket, Kind::unseal, order.passphrase, order.bytes); }
void carry(const core::CountKept& order) { give(order.ticket, Kind::count); }

constexpr std::string_view hex = "0123456789abcdef";

std::string hex_of(std::string_view bytes) {
    std::string text;
    for (const char c : bytes) {
        text += hex[static_cast<unsigned char>(c) >> 4U];
        text += hex[static_cast<unsigned char>(c) & 15U];
    }
    return text;
}

// Takes the words of a line, or the lines of a text, one by one.
std::string_view take(std::string_view& rest, char end) {
    const std::size_t at = rest.find(end);
    const std::string_view part = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
    return part;
}

std::uint64_t number_of(std::string_view digits) {
    std::uint64_t number = 0;
    for (const char c : digits) number = number * 10 + static_cast<std::uint64_t>(c - '0');
    return number;
}

// "locked seen before draft:day draft:day …", then a line for each draft.
void read_list(std::string_view rest, StoreAnswer& answer) {
    std::string_view first = take(rest, '\n');
    const std::string_view state = take(first, ' ');
    answer.vault = state == "locked"    ? core::VaultState::locked
                   : state == "managed" ? core::VaultState::managed
                   : state == "open"    ? core::VaultState::open
                                        : core::VaultState::none;
    answer.days.seen = take(first, ' ');
    answer.days.before = take(first, ' ');
    while (!first.empty()) {
        std::string_view unread = take(first, ' ');
        const std::string draft{take(unread, ':')};
        answer.days.unread[draft] = unread;
    }
    while (!rest.empty()) {
        std::string_view line = take(rest, '\n');
        core::KeptDraft draft;
        draft.draft = take(line, ' ');
        draft.generation = number_of(take(line, ' '));
        draft.expires = take(line, ' ');
        answer.drafts.push_back(std::move(draft));
    }
}

void read_kinds(std::string_view rest, StoreAnswer& answer) {
    while (!rest.empty()) {
        std::string_view line = take(rest, '\n');
        core::KeptKind kind;
        kind.kind = take(line, ' ');
        kind.count = number_of(take(line, ' '));
        kind.bytes = number_of(take(line, ' '));
        answer.kinds.push_back(std::move(kind));
    }
}

void take_opened(std::variant<std::string, core::EnvelopeFault> opened, StoreAnswer& answer) {
    if (auto* bytes = std::get_if<std::string>(&opened)) {
        answer.bytes = std::move(*bytes);
        return;
    }
    const bool newer = std::get<core::EnvelopeFault>(opened) == core::EnvelopeFault::newer;
    answer.code = newer ? StoreCode::newer_schema : StoreCode::corrupt;
}

}  // namespace

void order(const core::StoreOrder& order) {
    std::visit([](const auto& one) { carry(one); }, order);
}

void order(const core::VaultOrder& order) {
    std::visit([](const auto& one) { carry(one); }, order);
}

core::StoreAnswer read_answer(std::uint32_t ticket, std::uint32_t code, std::string_view told) {
    constexpr std::uint32_t last_code = static_cast<std::uint32_t>(StoreCode::unreachable);
    constexpr std::size_t generation_length = 8;
    constexpr std::size_t dice_length = 16;
    StoreAnswer answer{ticket, code <= last_code ? static_cast<StoreCode>(code) : StoreCode::aborted};
    if (told.size() < generation_length + dice_length) return answer;
    for (std::size_t i = 0; i < generation_length; ++i)
        answer.generation |= static_cast<std::uint64_t>(static_cast<unsigned char>(told[i])) << (8 * i);
    answer.dice = hex_of(told.substr(generation_length, dice_length));
    const auto found = given().find(ticket);
    if (found == given().end()) return answer;
    const Kind kind = found->second;
    given().erase(found);
    if (answer.code != StoreCode::ok) return answer;
    const std::string_view rest = told.substr(generation_length + dice_length);
    if (kind == Kind::open) read_list(rest, answer);
    if (kind == Kind::count) read_kinds(rest, answer);
    if (kind == Kind::load) take_opened(core::unwrap(rest, core::EnvelopeKind::draft, schema), answer);
    if (kind == Kind::unseal) take_opened(core::unwrap_file(rest, schema), answer);
    if (kind == Kind::seal) answer.bytes = rest;
    return answer;
}

}  // namespace shell
