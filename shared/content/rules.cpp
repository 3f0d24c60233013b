#include "content/rules.hpp"

namespace core {

const char* name_of(RuleKind kind) {
    switch (kind) {
        case RuleKind::weight: return "weight";
        case RuleKind::frequency: return "frequency";
        case RuleKind::severity: return "severity";
        case RuleKind::duration: return "duration";
        case RuleKind::trend: return "trend";
        case RuleKind::where: return "where";
        case RuleKind::many_light: return "many_light";
        case RuleKind::breadth: return "breadth";
        case RuleKind::margin: return "margin";
        case RuleKind::unknown: return "unknown";
        case RuleKind::thresholds: return "thresholds";
        case RuleKind::protective: return "protective";
        case RuleKind::alarm: return "alarm";
        case RuleKind::too_little: return "too_little";
        case RuleKind::what_moves: return "what_moves";
    }
    return "";
}

}  // namespace core
