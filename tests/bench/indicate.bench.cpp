// How long a full case takes: to reach is 1 ms natively.

#include <catch2/benchmark/catch_benchmark.hpp>
#include <catch2/catch_test_macros.hpp>

#include "assessment/explain.hpp"
#include "guide/choose_pathways.hpp"
#include "support/case_builder.hpp"
#include "support/shipped_content.hpp"

namespace {

using support::shipped_content;

// Every sign that is no alarm is seen and described: the longest search for
// what would move the span.
core::Case full_case() {
    support::CaseBuilder made(shipped_content(), "age_3_5", "kindergarten");
    for (const core::Sign* sign : core::shown_signs(shipped_content(), made.made())) {
        if (!sign->alarm) made.see(sign->id.value, {"weekly", "some", "weeks_2_8", "unchanged", "here"});
    }
    return made.rest(core::Presence::not_seen).made();
}

TEST_CASE("indicate", "[bench]") {
    const core::Case full = full_case();
    support::CaseBuilder quiet(shipped_content(), "age_3_5", "kindergarten");
    quiet.see("a3_mental_sad", {"weekly", "some", "weeks_2_8", "unchanged", "here"}).rest(core::Presence::not_seen);
    const core::Case common = quiet.made();

    BENCHMARK("a full case") { return core::indicate(shipped_content(), full).highest; };
    BENCHMARK("one sign seen") { return core::indicate(shipped_content(), common).highest; };
    BENCHMARK("signs asked about") { return core::shown_signs(shipped_content(), full).size(); };
    const core::Indication indication = core::indicate(shipped_content(), full);
    BENCHMARK("sentences") { return core::explain_reasons(shipped_content(), full, indication).size(); };
    BENCHMARK("next steps") { return core::choose_pathway(shipped_content(), full, indication, 3).steps.size(); };
}

}  // namespace
