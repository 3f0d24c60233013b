#include "lineal/content_folder.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/json_fields.hpp"
#include "lineal/files.hpp"

namespace tool {
namespace {

using core::complain;
using core::JsonFields;
using core::JsonReport;
using core::JsonValue;
using core::Problem;
using core::Problems;

constexpr const char* manifest_name = "manifest.json";
constexpr const char* judging_words_name = "judging_words.json";

void add(Problems& to, Problems from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// Reads as far as it can and keeps what was wrong on the way.
struct FolderReader {
    explicit FolderReader(std::string folder) : folder_(std::move(folder)) {}

    ContentFolder made;
    Problems problems;

    void read() {
        const std::optional<std::string> bytes = read_file(folder_ + "/" + manifest_name);
        if (!bytes) {
            problems.push_back(Problem{manifest_name, "", 0,
                                       "Filen manifest.json findes ikke i mappen " + folder_ + ".",
                                       "Peg på mappen med indholdet: --content MAPPE."});
            return;
        }
        core::Result<JsonValue> root = core::read_json(*bytes, manifest_name);
        if (!root) {
            problems = root.problems();
            return;
        }
        if (read_manifest(root.value())) find_forgotten_files();
        read_judging_words();
    }

private:
    // False without a start pack: then no file is missed.
    bool read_manifest(const JsonValue& root) {
        JsonReport report{manifest_name, &root, {}};
        {
            JsonFields fields(root, report);
            made.version = fields.text("version");
            fields.text("language");
            const JsonValue* packs = fields.object_or_null("packs");
            if (packs == nullptr) {
                complain(report, root, "Feltet »packs« mangler.", "Skriv, hvilke filer der hører til hvilken pakke.");
            } else {
                for (const JsonValue& pack : packs->items) read_pack_files(pack, report);
            }
        }
        const bool has_start = std::any_of(made.packs.begin(), made.packs.end(),
                                           [](const core::ContentPack& pack) { return pack.name == "start"; });
        if (!has_start) {
            complain(report, root, "Pakken »start« mangler.", "Tilføj »start« med de filer, den første side bruger.");
        }
        add(problems, std::move(report.problems));
        return has_start;
    }

    void read_pack_files(const JsonValue& entry, JsonReport& report) {
        core::ContentPack pack;
        pack.name = entry.key;
        pack.version = made.version;
        if (!core::is_valid_id(pack.name)) {
            complain(report, entry, "Pakken »" + entry.key + "« kan ikke hedde sådan.",
                     "Brug små bogstaver a-z, tal, _ og -.");
        }
        if (entry.kind != core::JsonKind::list) {
            complain(report, entry, "Pakken skal være en liste af filer.", "Skriv filnavnene i [ og ].");
            return;
        }
        for (const JsonValue& item : entry.items) {
            if (item.kind != core::JsonKind::text || item.text.find("..") != std::string::npos) {
                complain(report, item, "Et filnavn skal være en tekst uden »..«.", "Skriv filens sti under content/.");
                continue;
            }
            if (item.text.empty() || item.text.back() != '/') {
                read_content_file(item.text, item, pack, report);
                continue;
            }
            const std::vector<std::string> found = find_files(folder_ + "/" + item.text, ".json");
            if (found.empty()) {
                complain(report, item, "Mappen »" + item.text + "« har ingen filer.", "Ret stien, eller tag den ud.");
            }
            for (const std::string& name : found) read_content_file(item.text + name, item, pack, report);
        }
        made.packs.push_back(std::move(pack));
    }

    void read_content_file(const std::string& name, const JsonValue& item, core::ContentPack& pack,
                           JsonReport& report) {
        if (!named_.insert(name).second) {
            complain(report, item, "Filen »" + name + "« står to steder i manifest.json.", "Behold det ene sted.");
            return;
        }
        const std::optional<std::string> bytes = read_file(folder_ + "/" + name);
        if (!bytes) {
            complain(report, item, "Filen »" + name + "« findes ikke.", "Ret stien, eller tag filen ud.");
            return;
        }
        core::Result<JsonValue> value = core::read_json(*bytes, name);
        if (!value) {
            add(problems, value.problems());
            return;
        }
        pack.files.push_back(core::ContentFile{name, value.take()});
    }

    void find_forgotten_files() {
        constexpr std::string_view ending = ".json";
        for (const std::string& name : find_files(folder_, "")) {
            // As some editors save it, »article.json.txt«: whoever wrote it believes it is in.
            if (name.size() < ending.size() || name.substr(name.size() - ending.size()) != ending) {
                problems.push_back(Problem{name, "", 0, "Filen ender ikke på ».json«, så den bliver aldrig læst.",
                                           "Omdøb den, eller flyt den ud af mappen."});
                continue;
            }
            if (name == manifest_name || name == judging_words_name || name.substr(0, 7) == "schema/") continue;
            if (named_.count(name) > 0) continue;
            problems.push_back(Problem{name, "", 0, "Filen står ikke i manifest.json, så den bliver aldrig brugt.",
                                       "Skriv den under en pakke i manifest.json, eller slet den."});
        }
    }

    void read_judging_words() {
        const std::optional<std::string> bytes = read_file(folder_ + "/" + judging_words_name);
        if (!bytes) return;
        const core::Result<JsonValue> root = core::read_json(*bytes, judging_words_name);
        if (!root) {
            add(problems, root.problems());
            return;
        }
        JsonReport report{judging_words_name, &root.value(), {}};
        {
            JsonFields fields(root.value(), report);
            for (const JsonValue& item : fields.list("words")) {
                JsonFields word(item, report);
                made.judging_words.push_back(core::JudgingWord{word.text("word"), word.text("better")});
            }
        }
        add(problems, std::move(report.problems));
    }

    std::string folder_;
    std::set<std::string> named_;
};

}  // namespace

core::Result<ContentFolder> read_folder(const std::string& folder) {
    FolderReader reader(folder);
    reader.read();
    if (!reader.problems.empty()) return std::move(reader.problems);
    return std::move(reader.made);
}

core::Result<core::Content> load_folder(const std::string& folder) {
    const core::Result<ContentFolder> read = read_folder(folder);
    if (!read) return read.problems();
    return core::load_content(read.value().packs);
}

FolderCheck check_folder(const std::string& folder, bool municipality) {
    FolderReader reader(folder);
    reader.read();
    FolderCheck check;
    check.folder = std::move(reader.made);
    Problems in_fields = core::read_content(check.folder.packs, check.content);
    // With a file missing, everything that points into it would look wrong; with
    // a wrong field, what its file says about others is not to be trusted.
    std::set<std::string> not_trusted;
    for (const Problem& problem : in_fields) not_trusted.insert(problem.file);
    // What has no id has no place either; that it has none is told already.
    if (!in_fields.empty()) not_trusted.insert(std::string());
    if (reader.problems.empty() && not_trusted.count(manifest_name) == 0) {
        check.report =
            core::check_content(check.content, check.folder.packs, {check.folder.judging_words, municipality});
    }
    Problems& errors = check.report.errors;
    errors.erase(std::remove_if(errors.begin(), errors.end(),
                                [&](const Problem& problem) { return not_trusted.count(problem.file) > 0; }),
                 errors.end());
    if (!reader.problems.empty()) {
        in_fields.erase(std::remove_if(in_fields.begin(), in_fields.end(),
                                       [](const Problem& problem) { return problem.file == manifest_name; }),
                        in_fields.end());
    }
    add(errors, std::move(reader.problems));
    add(errors, std::move(in_fields));
    core::sort_by_place(errors);
    return check;
}

}  // namespace tool
