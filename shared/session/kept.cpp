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
        default: return Text::kept_failed;  // the rest differ for us, not for who reads it
    }
}

}  // namespace core
