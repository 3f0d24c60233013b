#include "lineal/run.hpp"

#include "lineal/commands.hpp"
#include "lineal/content_folder.hpp"
#include "lineal/report.hpp"

namespace tool {
namespace {

constexpr const char* usage =
    "Brug:\n"
    "  lineal check [MAPPE] [--municipality]      se indholdet efter\n"
    "  lineal pack --into DIST [--municipality]   læg indholdet klar til siden\n"
    "  lineal assess SAG.json                     hvad svarene peger på, og hvorfor\n"
    "  lineal document SAG.json --recipient notification|focus_team|parent_talk|own_notes\n"
    "                           [--format text|html|json] [--with-indicator] [--today 2026-11-22]\n"
    "  lineal pathways --role ROLLE --age ALDER --level NIVEAU\n"
    "  lineal search \"ORD\" [--role ROLLE] [--age ALDER]    hvad der svarer på dem, og hvorfor\n"
    "Hver af dem tager også --content MAPPE (ellers content).\n"
    "Svarer 0: i orden, 1: der er noget galt med det, den læste, 2: den blev bedt forkert.\n";

}  // namespace

Outcome wrong_use(const std::string& trouble) { return {Exit::wrong_use, {}, trouble + "\n\n" + usage}; }

Outcome bad_input(const std::string& words) { return {Exit::bad_input, {}, words}; }

std::optional<core::Content> load_wanted(const Arguments& arguments, Outcome& outcome) {
    const std::string folder = option_or(arguments, "--content", "content");
    core::Result<core::Content> content = load_folder(folder);
    if (content) return content.take();
    outcome = bad_input(describe_problems(content.problems(), folder));
    return std::nullopt;
}

Outcome run(const std::vector<std::string>& arguments) {
    if (arguments.empty()) return wrong_use("Skriv, hvad der skal gøres.");
    const std::string& command = arguments.front();
    const Words rest(arguments.begin() + 1, arguments.end());
    if (command == "check") return check(rest);
    if (command == "pack") return pack(rest);
    if (command == "assess") return assess(rest);
    if (command == "document") return document(rest);
    if (command == "pathways") return pathways(rest);
    if (command == "search") return search(rest);
    if (command == "--help" || command == "help") return {Exit::done, usage, {}};
    return wrong_use("»" + command + "« kendes ikke.");
}

}  // namespace tool
