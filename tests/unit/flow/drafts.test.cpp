// What the store says, taken with care: it holds what any program under this address has put there.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/driver.hpp"
#include "support/shipped_content.hpp"

using namespace core;
using support::Driver;

namespace {

StoreAnswer list_of(std::vector<KeptDraft> drafts, VaultState vault = VaultState::locked) {
    StoreAnswer answer{1, StoreCode::ok};
    answer.vault = vault;
    answer.drafts = std::move(drafts);
    answer.days.seen = "2026-11-22";
    return answer;
}

std::vector<std::string> names_in(const Driver& visit) {
    std::vector<std::string> names;
    for (const ListedDraft& one : visit.session().kept.drafts) names.push_back(one.draft);
    return names;
}

}  // namespace

TEST_CASE("What has no name of ours is no draft, and a draft is listed once", "[flow]") {
    Driver visit(support::shipped_content());
    visit.happens(DayStamped{"2026-11-22"});
    visit.happens(StoreAnswered{list_of({{"aaaaaaaa", 1, "2026-12-22"},
                                         {"æ <b>", 1, "2026-12-22"},
                                         {"", 1, "2026-12-22"},
                                         {"aaaaaaaa", 2, "2026-12-22"}})});
    CHECK(names_in(visit) == std::vector<std::string>{"aaaaaaaa"});
}

TEST_CASE("Two drafts whose names begin alike are two on the screen", "[flow]") {
    Driver visit(support::shipped_content());
    visit.happens(DayStamped{"2026-11-22"});
    visit.happens(StoreAnswered{
        list_of({{"00112233aaaaaaaa", 1, "2026-12-22"}, {"00112233bbbbbbbb", 1, "2026-12-23"}}, VaultState::open)});
    visit.go_to("#/gem").see("22.12.2026").see("23.12.2026");
}
