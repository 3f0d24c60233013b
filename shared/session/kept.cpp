#include "session/kept.hpp"

namespace core {

Text text_of(StoreCode code) {
    switch (code) {
        case StoreCode::quota: return Text::kept_no_room;
        case StoreCode::blocked: return Text::kept_blocked;
        case StoreCode::newer_schema: return Text::kept_newer;
        case StoreCode::unsupported: return Text::kept_unsupported;
        case StoreCode::timeout: return Text::kept_no_answer;
        case StoreCode::not_found: return Text::kept_gone;
        case StoreCode::unreachable: return Text::kept_unreachable;
        case StoreCode::too_large: return Text::kept_too_large;
        case StoreCode::closed: return Text::kept_cut;
        case StoreCode::corrupt: return Text::kept_not_read_back;
        case StoreCode::wrong_key: return Text::kept_locked;
        case StoreCode::unreadable: return Text::kept_unreadable;
        default: return Text::kept_failed;  // the rest differ for us, not for who reads it
    }
}

Text text_of_reading(StoreCode code) {
    switch (code) {
        case StoreCode::quota: return Text::read_no_room;  // who opens a draft is written down before it is read
        case StoreCode::blocked: return Text::read_blocked;
        case StoreCode::timeout: return Text::read_no_answer;
        case StoreCode::not_found: return Text::read_gone;
        case StoreCode::newer_schema:
        case StoreCode::unsupported:
        case StoreCode::unreachable: return text_of(code);
        default: return Text::read_failed;
    }
}

Text why_not_locked(KeptState state) {
    switch (state) {
        case KeptState::gone: return Text::not_locked_gone;
        case KeptState::taken_over: return Text::not_locked_taken_over;
        default: return Text::not_locked_not_saved;
    }
}

}  // namespace core
