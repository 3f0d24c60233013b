// check and pack: what those who write content need.

#include <algorithm>
#include <cmath>
#include <optional>

#include "lineal/arguments.hpp"
#include "lineal/commands.hpp"
#include "lineal/content_folder.hpp"
#include "lineal/pack_content.hpp"
#include "lineal/report.hpp"
#include "lineal/seal.hpp"

namespace tool {
namespace {

std::string count_of(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string summary_of(const core::Content& content) {
    return count_of(content.signs.size(), "tegn", "tegn") + ", " + count_of(content.roles.size(), "rolle", "roller") +
           ", " + count_of(content.steps.size(), "trin", "trin") + ", version " + content.version + ".\n";
}

// How the articles read: a figure for those who write them.
std::string reading_of(const core::Knowledge& knowledge) {
    if (knowledge.articles.empty()) return {};
    double sum = 0;
    double heaviest = 0;
    std::string which;
    for (const core::Article& article : knowledge.articles) {
        const double lix = core::readability_of(article).lix;
        sum += lix;
        if (lix > heaviest) which = article.id.value;
        heaviest = std::max(heaviest, lix);
    }
    const auto whole = [](double number) { return std::to_string(std::lround(number)); };
    return count_of(knowledge.articles.size(), "artikel", "artikler") + ", LIX " +
           whole(sum / static_cast<double>(knowledge.articles.size())) + " i gennemsnit, højest " + whole(heaviest) +
           " (" + which + "), " + count_of(knowledge.meetings.size(), "møde", "møder") + ", " +
           count_of(knowledge.terms.size(), "fagord", "fagord") + ".\n";
}

struct Checked {
    Outcome outcome;
    FolderCheck found;
};

Checked check_and_tell(const std::string& path, bool municipality) {
    Checked checked;
    checked.found = check_folder(path, municipality);
    const core::CheckReport& report = checked.found.report;
    checked.outcome.err = describe_problems(report.errors, path);
    if (!report.warnings.empty()) {
        checked.outcome.err += "\nBør ses efter, før kommunen tager Linealen i brug:\n\n" +
                               describe_problems(report.warnings, path) + "\n";
    }
    checked.outcome.out = summary_of(checked.found.content);
    checked.outcome.out += reading_of(checked.found.content.knowledge);
    checked.outcome.out += count_of(report.errors.size(), "fejl", "fejl") + ", " +
                           count_of(report.warnings.size(), "ting at se efter.\n", "ting at se efter.\n");
    if (!report.errors.empty()) checked.outcome.exit = Exit::bad_input;
    return checked;
}

}  // namespace

Outcome check(const Words& written) {
    std::string trouble;
    const std::optional<Arguments> arguments = read_arguments(written, {"--content"}, {"--municipality"}, trouble);
    if (!arguments) return wrong_use(trouble);
    if (arguments->plain.size() > 1) return wrong_use("check tager én mappe.");
    const auto option = arguments->options.find("--content");
    std::string folder = option == arguments->options.end() ? "content" : option->second;
    if (!arguments->plain.empty()) folder = arguments->plain.front();
    return check_and_tell(folder, arguments->options.count("--municipality") > 0).outcome;
}

Outcome pack(const Words& written) {
    std::string trouble;
    const std::optional<Arguments> arguments =
        read_arguments(written, {"--content", "--into"}, {"--municipality"}, trouble);
    if (!arguments) return wrong_use(trouble);
    if (!arguments->plain.empty()) return wrong_use("pack forstår ikke »" + arguments->plain.front() + "«.");
    const auto into = arguments->options.find("--into");
    if (into == arguments->options.end()) return wrong_use("pack skal vide hvorhen: --into MAPPE.");
    const auto content = arguments->options.find("--content");
    Checked checked = check_and_tell(content == arguments->options.end() ? "content" : content->second,
                                     arguments->options.count("--municipality") > 0);
    if (checked.outcome.exit != Exit::done) {
        checked.outcome.err += "Intet er pakket; siden viser stadig det gamle indhold.\n";
        return checked.outcome;
    }
    const std::vector<PackedFile> packs = pack_files(checked.found.folder);
    const core::Problems problems = write_packs(packs, into->second);
    if (!problems.empty()) return {Exit::bad_input, {}, describe_problems(problems, {})};
    Outcome outcome;
    for (const PackedFile& made : packs) {
        const std::optional<std::string> small = brotli(made.bytes);
        outcome.out += "content/" + made.name + "  " + std::to_string(made.bytes.size()) + " byte, " +
                       std::to_string(small ? small->size() : 0) + " med brotli\n";
    }
    return outcome;
}

}  // namespace tool
