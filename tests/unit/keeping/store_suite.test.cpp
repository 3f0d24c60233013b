// Holds the store in memory against tests/keeping/store_suite.json; a store that passes keeps the contract of store.hpp.

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "base/json_reader.hpp"
#include "support/faulty_store.hpp"

using namespace core;

namespace {

JsonValue read_suite() {
    std::ifstream file(std::string(LINEALEN_ROOT) + "/tests/keeping/store_suite.json", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    Result<JsonValue> read = read_json(bytes, "store_suite.json");
    REQUIRE(read);
    return read.take();
}

std::string word(const JsonValue& step, const char* name) {
    const JsonValue* found = find_member(step, name);
    return found == nullptr ? std::string{} : found->text;
}

Generation generation_in(const JsonValue& step, const char* name) {
    const JsonValue* found = find_member(step, name);
    return found == nullptr ? 0 : static_cast<Generation>(found->number);
}

StoreOrder order_in(const JsonValue& step, std::uint32_t ticket) {
    const std::string what = word(step, "do");
    if (what == "open") return OpenStore{ticket};
    if (what == "load")
        return LoadDraft{ticket, word(step, "draft"), static_cast<DraftCopy>(generation_in(step, "copy")),
                         static_cast<LoadFor>(generation_in(step, "for"))};
    if (what == "release") return ReleaseDraft{ticket, word(step, "draft")};
    if (what == "days") return NoteDays{ticket, SeenDays{word(step, "seen"), word(step, "before")}};
    if (what == "remove") return RemoveDraft{ticket, word(step, "draft")};
    if (what == "wipe") return WipeStore{ticket};
    REQUIRE(what == "save");
    return SaveDraft{ticket, word(step, "draft"), generation_in(step, "after"), word(step, "bytes"),
                     word(step, "expires")};
}

const char* name_of(StoreCode code) {
    switch (code) {
        case StoreCode::ok: return "ok";
        case StoreCode::not_found: return "not_found";
        case StoreCode::corrupt: return "corrupt";
        case StoreCode::conflict: return "conflict";
        case StoreCode::held: return "held";
        case StoreCode::taken_over: return "taken_over";
        default: return "another";
    }
}

void check_drafts(const JsonValue& wanted, const std::vector<KeptDraft>& drafts) {
    REQUIRE(drafts.size() == wanted.items.size());
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        CHECK(drafts[i].draft == word(wanted.items[i], "draft"));
        CHECK(drafts[i].generation == generation_in(wanted.items[i], "generation"));
        CHECK(drafts[i].expires == word(wanted.items[i], "expires"));
    }
}

}  // namespace

TEST_CASE("The store in memory does what every store must do", "[keeping]") {
    const JsonValue suite = read_suite();
    const JsonValue* scenarios = find_member(suite, "scenarios");
    REQUIRE(scenarios != nullptr);
    REQUIRE(scenarios->items.size() >= 12);
    for (const JsonValue& scenario : scenarios->items) {
        INFO(word(scenario, "name"));
        support::FaultyStore store(support::StoreFault::none, 0, 1);
        std::uint32_t ticket = 0;
        for (const JsonValue& step : find_member(scenario, "steps")->items) {
            INFO("line " << step.line);
            store.act_as(find_member(step, "page") == nullptr ? 1 : 2);
            const support::StoreOutcome outcome = store.carry_out(order_in(step, ++ticket));
            REQUIRE(outcome.answers.size() == 1);
            const StoreAnswer& answer = outcome.answers.front().answer;
            CHECK(answer.ticket == ticket);
            CHECK(name_of(answer.code) == word(step, "code"));
            CHECK(answer.generation == generation_in(step, "generation"));
            CHECK(answer.bytes == (word(step, "do") == "load" ? word(step, "bytes") : ""));
            if (const JsonValue* drafts = find_member(step, "drafts")) check_drafts(*drafts, answer.drafts);
            if (find_member(step, "seen") == nullptr || word(step, "do") != "open") continue;
            CHECK(answer.days.seen == word(step, "seen"));
            CHECK(answer.days.before == word(step, "before"));
        }
    }
}
