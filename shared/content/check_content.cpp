#include "content/check_content.hpp"

#include <utility>

#include "content/check_parts.hpp"
#include "content/read_rules.hpp"

namespace core {

bool meets_age(const Role& role, const AgeGroupId& age) { return holds(role.ages, age); }

CheckReport check_content(const Content& content, const std::vector<ContentPack>& packs, const CheckOptions& options) {
    Findings findings(packs);
    findings.report_duplicates();
    check_references(content, findings);
    check_ground(content, findings);
    check_guide(content, findings, options);
    check_knowledge(content, findings);
    check_words(content, findings, options);
    Problems in_rules;
    check_rules(content, {}, in_rules);
    for (Problem& problem : in_rules) {
        findings.error_in_kind("lineal/rules", std::move(problem.what), std::move(problem.cure));
    }
    return findings.take();
}

}  // namespace core
