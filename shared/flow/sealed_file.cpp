// The case as an encrypted file, and back.

#include <utility>

#include "flow/route.hpp"
#include "flow/turn.hpp"
#include "keeping/envelope.hpp"

namespace core {

namespace {

Text text_of(EnvelopeFault fault) {
    switch (fault) {
        case EnvelopeFault::foreign: return Text::case_file_foreign;
        case EnvelopeFault::newer: return Text::sealed_file_newer;
        case EnvelopeFault::too_long: return Text::case_file_too_large;
        case EnvelopeFault::damaged: break;
    }
    return Text::sealed_file_header;
}

void forget_file(Kept& kept) {
    kept.sealed_file.clear();
    forget_passphrases(kept);
}

}  // namespace

void on(Turn& turn, const FileKindChosen& happened) { turn.session.kept.seals_file = happened.sealed; }

void seal_case(Turn& turn, std::string bytes) {
    Kept& kept = turn.session.kept;
    if (kept.is_busy) return;
    std::optional<std::string> passphrase = take_new_passphrase(turn);
    if (!passphrase) return;
    kept.is_busy = true;
    kept.sealing = take_ticket(turn, Order::save_case, "actions");
    ask_vault(turn, SealFile{0, std::move(*passphrase), std::move(bytes)}, AskedStore{StoreTask::seal, {}});
}

void take_sealed(Turn& turn, const StoreAnswer& answer) {
    Kept& kept = turn.session.kept;
    kept.is_busy = false;
    const std::uint32_t ticket = std::exchange(kept.sealing, 0);
    if (answer.code != StoreCode::ok) {
        turn.session.tickets.erase(ticket);
        return say(turn, NoticeKind::failed, Text::save_failed, {}, "actions");
    }
    forget_passphrases(kept);
    DownloadFile order;
    order.name = file_name(turn, "kladde", ".lineal");
    order.type = "application/octet-stream";
    order.bytes = answer.bytes;
    order.ticket = ticket;
    turn.effects.push_back(std::move(order));
}

void take_sealed_file(Turn& turn, const std::string& bytes) {
    const std::optional<EnvelopeFault> fault = check_file(bytes, case_schema);
    if (fault) return say(turn, NoticeKind::failed, text_of(*fault), std::to_string(longest_case_file >> 20U));
    Kept& kept = turn.session.kept;
    forget_file(kept);
    kept.sealed_file = bytes;
    go(turn, Place{Screen::unseal, {}});
}

void on(Turn& turn, const UnsealWanted&) {
    Kept& kept = turn.session.kept;
    if (kept.is_busy || kept.penalty_wait != 0 || kept.sealed_file.empty()) return;
    forget_fault(turn);
    kept.is_busy = true;
    ask_vault(turn, UnsealFile{0, kept.passphrase, kept.sealed_file}, AskedStore{StoreTask::unseal, {}});
}

void take_unsealed(Turn& turn, const AskedStore& asked, const StoreAnswer& answer) {
    Kept& kept = turn.session.kept;
    if (answer.code == StoreCode::wrong_key) return take_wrong_key(turn, asked);
    kept.is_busy = false;
    // Nothing is known of the file then: it and what was typed stay, to be tried again.
    if (answer.code != StoreCode::ok && answer.code != StoreCode::corrupt)
        return say(turn, NoticeKind::failed, Text::sealed_file_not_now);
    forget_file(kept);
    if (answer.code == StoreCode::corrupt) return say(turn, NoticeKind::failed, Text::sealed_file_damaged);
    take_case_file(turn, answer.bytes);
}

}  // namespace core
