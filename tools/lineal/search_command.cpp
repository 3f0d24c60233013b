// search: what the page finds, with its reasons.

#include <optional>

#include "knowledge/search.hpp"
#include "lineal/commands.hpp"

namespace tool {
namespace {

const char* word_for(core::MatchKind kind) {
    switch (kind) {
        case core::MatchKind::same: return "samme ord";
        case core::MatchKind::alike: return "andet ord for det samme";
        case core::MatchKind::part: return "del af et ord";
        case core::MatchKind::beginning: return "begyndelsen af et ord";
        case core::MatchKind::misspelt: return "ligner et ord";
    }
    return "";
}

const char* word_for(core::TextPlace field) {
    switch (field) {
        case core::TextPlace::title: return "titlen";
        case core::TextPlace::everyday: return "hverdagsord";
        case core::TextPlace::tag: return "fagord";
        case core::TextPlace::summary: return "begyndelsen";
        case core::TextPlace::body: return "teksten";
    }
    return "";
}

std::string describe(const core::Content& content, const core::Hit& hit) {
    std::string lines = core::slug_of(content, hit.thing) + "  " + core::title_of(content, hit.thing) + "\n";
    if (hit.phrase != nullptr) lines += "    passer næsten helt: »" + *hit.phrase + "«\n";
    for (const core::MatchReason& reason : hit.reasons)
        lines += "    " + reason.typed + ": " + word_for(reason.kind) + ", i " + word_for(reason.field) + "\n";
    const core::Snippet snippet = core::make_snippet(content, hit, 160);
    if (!snippet.text.empty()) lines += "    " + snippet.text + "\n";
    return lines;
}

}  // namespace

Outcome search(const Words& written) {
    std::string trouble;
    const std::optional<Arguments> arguments = read_arguments(written, {"--content", "--role", "--age"}, {}, trouble);
    if (!arguments) return wrong_use(trouble);
    if (arguments->plain.size() != 1) return wrong_use("search tager ordene i ét sæt anførselstegn.");
    Outcome outcome;
    const std::optional<core::Content> content = load_wanted(*arguments, outcome);
    if (!content) return outcome;

    core::SearchQuestion question;
    question.text = arguments->plain.front();
    const std::string role = option_or(*arguments, "--role", "");
    question.role = core::find_role(*content, core::RoleId(role));
    question.age = core::AgeGroupId(option_or(*arguments, "--age", ""));
    if (!role.empty() && question.role == nullptr)
        return bad_input("Rollen findes ikke. Vælg en af: " + ids_of(content->roles) + ".\n");
    if (!question.age.value.empty() && core::find_age(*content, question.age) == nullptr)
        return bad_input("Alderen findes ikke. Vælg en af: " + ids_of(content->ages) + ".\n");
    constexpr std::size_t most = 8;
    for (const core::Hit& hit : core::search(*content, question, most)) outcome.out += describe(*content, hit);
    if (outcome.out.empty()) outcome.out = "Ingenting svarer på det.\n";
    return outcome;
}

}  // namespace tool
