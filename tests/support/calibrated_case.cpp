#include "support/calibrated_case.hpp"

#include <catch2/catch_test_macros.hpp>

#include "assessment/explain.hpp"
#include "support/golden.hpp"
#include "support/shipped_content.hpp"

namespace support {
namespace {

using core::Sentence;

std::string written(const Sentence& sentence) {
    std::string line;
    for (const core::Phrase& phrase : sentence.phrases) line += phrase.strong ? "*" + phrase.text + "*" : phrase.text;
    if (sentence.because) line = "… " + line;
    if (!sentence.rule.empty()) line += "  [" + sentence.rule + "]";
    return line + "\n";
}

}  // namespace

std::string sentences_of(const core::Content& content, const core::Case& subject) {
    const core::Indication indication = core::indicate(content, subject);
    std::string text = written(core::explain_span(content, indication)) + "\n";
    for (const Sentence& sentence : core::explain_reasons(content, subject, indication)) text += written(sentence);
    text += "\n";
    for (const Sentence& sentence : core::explain_basis(content, indication)) text += written(sentence);
    for (const Sentence& sentence : core::explain_changes(content, subject, indication)) text += written(sentence);
    for (const Sentence& sentence : core::explain_protective(content, indication)) text += written(sentence);
    return text;
}

core::Indication check_case(const std::string& name, const core::Case& subject, const Expected& expected) {
    const core::Content& content = shipped_content();
    core::Indication indication = core::indicate(content, subject);
    const std::size_t lowest = indication.lowest + 1;
    const std::size_t highest = indication.highest + 1;

    INFO(name << ": the indication is " << lowest << "-" << highest << ", expected within " << expected.from << "-"
              << expected.to << " (strength " << indication.strength_low << "-" << indication.strength_high << ")");
    CHECK(lowest >= expected.from);
    CHECK(highest <= expected.to);
    CHECK((indication.basis.too_little || highest - lowest <= 1));
    if (expected.alarm.empty()) {
        CHECK(indication.alarms.empty());
    } else {
        REQUIRE(!indication.alarms.empty());
        CHECK(indication.alarms.front().sign.value == expected.alarm);
        REQUIRE(!indication.tracks.empty());
        CHECK(indication.tracks.front().value == expected.track);
    }
    check_golden("reasons/" + name + ".txt", sentences_of(content, subject));
    return indication;
}

}  // namespace support
