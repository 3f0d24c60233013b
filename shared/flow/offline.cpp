// Working without a net, and the edition that waits for a yes.

#include "flow/turn.hpp"

namespace core {

void on(Turn& turn, const OfflineTold& happened) {
    Session& session = turn.session;
    switch (happened.state) {
        case OfflineState::ready: session.offline = OfflineUse::ready; return;
        case OfflineState::not_possible: session.offline = OfflineUse::not_possible; return;
        case OfflineState::update_waiting:
            // Told again when a still newer one comes; a yes already given stands.
            if (session.update == UpdateState::none) session.update = UpdateState::waiting;
            return;
        case OfflineState::update_failed:
            if (session.update != UpdateState::starting) return;
            session.update = UpdateState::waiting;
            say(turn, NoticeKind::failed, Text::update_failed);
            return;
        case OfflineState::replaced:
            // The files of this edition are gone from the device; what is here already goes on.
            session.offline = OfflineUse::unknown;
            session.update = UpdateState::replaced;
            return;
    }
}

// Nothing that was written may be lost to a new edition: it is saved first (view/offline.cpp says so).
void on(Turn& turn, const UpdateAccepted&) {
    Session& session = turn.session;
    const bool can_start = session.update == UpdateState::waiting || session.update == UpdateState::replaced;
    if (!can_start || session.has_unsaved_work) return;
    session.update = UpdateState::starting;
    say(turn, NoticeKind::none, Text::update_starting);
    turn.effects.push_back(StartUpdate{});
}

}  // namespace core
