#include "content/load_content.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/json_fields.hpp"
#include "base/json_writer.hpp"
#include "content/read_files.hpp"
#include "content/read_rules.hpp"

namespace core {
namespace {

// Names the rules a document was made with. Not a seal: FNV-1a, 64 bits.
std::string fingerprint(std::string_view bytes) {
    constexpr std::string_view hex = "0123456789abcdef";
    unsigned long long hash = 14695981039346656037ULL;
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    std::string written(16, '0');
    for (std::size_t i = 16; i-- > 0; hash >>= 4) written[i] = hex[hash & 15];
    return written;
}

void read_rules_file(const JsonValue& root, JsonReport& report, Content& content) {
    content.rules_hash = fingerprint(write_json(root));
    read_rules(root, report, content.rules);
}

struct FileKind {
    std::string_view stem;
    void (*read)(const JsonValue&, JsonReport&, Content&);
    bool only_in_start;
};

constexpr std::array<FileKind, 24> kinds = {{
    {"lineal/ages", read_ages, true},
    {"lineal/roles", read_roles, true},
    {"lineal/dimensions", read_dimensions, true},
    {"lineal/scales", read_scales, true},
    {"lineal/levels", read_levels, true},
    {"lineal/rules", read_rules_file, true},
    {"lineal/settings", read_settings, true},
    {"lineal/sources", read_sources, false},
    {"lineal/signs", read_signs, false},
    {"lineal/circumstances", read_circumstances, false},
    {"lineal/protective_factors", read_protective_factors, false},
    {"lineal/reflections", read_reflections, false},
    {"lineal/passphrase_words", read_passphrase_words, false},
    {"guide/tracks", read_tracks, false},
    {"guide/steps", read_steps, false},
    {"guide/contacts", read_contacts, false},
    {"guide/pages", read_pages, false},
    {"guide/meetings", read_meetings, false},
    {"knowledge/topics", read_topics, false},
    {"knowledge/articles", read_articles, false},
    {"knowledge/terms", read_terms, false},
    {"knowledge/figures", read_figures, false},
    {"knowledge/words", read_search_words, false},
    {"texts", read_texts, true},
}};

const FileKind* find_kind(std::string_view name) {
    for (const FileKind& kind : kinds) {
        if (name.substr(0, kind.stem.size()) != kind.stem) continue;
        const std::string_view rest = name.substr(kind.stem.size());
        // "lineal/signs/age_3_5/mental.json", "guide/steps_abuse.json", "texts.da.json"
        if (!rest.empty() && (rest[0] == '.' || rest[0] == '/' || rest[0] == '_')) return &kind;
    }
    return nullptr;
}

void read_files(const ContentPack& pack, Content& content, Problems& problems) {
    for (const ContentFile& file : pack.files) {
        JsonReport report{file.name, &file.value, {}};
        const FileKind* kind = find_kind(file.name);
        if (kind == nullptr) {
            complain(report, file.value, "Filens navn passer ikke til noget, Linealen kender.",
                     "Ret navnet i manifest.json, eller tag filen ud.");
        } else if (kind->only_in_start && pack.name != start_pack) {
            complain(report, file.value, "Filen hører til i pakken »start«.", "Flyt den i manifest.json.");
        } else {
            kind->read(file.value, report, content);
        }
        problems.insert(problems.end(), std::make_move_iterator(report.problems.begin()),
                        std::make_move_iterator(report.problems.end()));
    }
}

template <class Things>
void move_behind(Things& from, Things& to) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// What a later pack may bring.
void move_behind(Content& from, Content& to) {
    move_behind(from.passphrase_words, to.passphrase_words);
    move_behind(from.sources, to.sources);
    move_behind(from.signs, to.signs);
    move_behind(from.circumstance_arenas, to.circumstance_arenas);
    move_behind(from.circumstances, to.circumstances);
    move_behind(from.protective_arenas, to.protective_arenas);
    move_behind(from.protective_factors, to.protective_factors);
    move_behind(from.reflection_groups, to.reflection_groups);
    move_behind(from.reflections, to.reflections);
    move_behind(from.suspects, to.suspects);
    move_behind(from.certainties, to.certainties);
    move_behind(from.tracks, to.tracks);
    move_behind(from.steps, to.steps);
    move_behind(from.contacts, to.contacts);
    move_behind(from.pages, to.pages);
    move_behind(from.knowledge.topics, to.knowledge.topics);
    move_behind(from.knowledge.articles, to.knowledge.articles);
    move_behind(from.knowledge.meetings, to.knowledge.meetings);
    move_behind(from.knowledge.terms, to.knowledge.terms);
    move_behind(from.knowledge.figures, to.knowledge.figures);
    move_behind(from.knowledge.search_words.little, to.knowledge.search_words.little);
    move_behind(from.knowledge.search_words.alike, to.knowledge.search_words.alike);
}

// Once each in the start pack: nothing can be shown without them.
void require_files(const ContentPack& pack, Problems& problems) {
    constexpr std::array<std::string_view, 7> needed = {
        "lineal/ages", "lineal/roles", "lineal/dimensions", "lineal/scales", "lineal/levels", "lineal/rules", "texts"};
    for (const std::string_view stem : needed) {
        const auto count = std::count_if(pack.files.begin(), pack.files.end(),
                                         [&](const ContentFile& file) { return kind_of_file(file.name) == stem; });
        if (count == 1) continue;
        const std::string file = "»" + std::string(stem) + "«";
        problems.push_back(Problem{"manifest.json", "/packs/start", 0,
                                   count == 0 ? "Pakken »start« mangler filen " + file + "."
                                              : "Pakken »start« har filen " + file + " flere gange.",
                                   "Lad den stå netop én gang under »start«."});
    }
}

Result<Content> load_front(const ContentPack& pack) {
    Content content;
    for (const ContentFile& file : pack.files) {
        JsonReport report{file.name, &file.value, {}};
        read_front_texts(file.value, report, content);
        if (!report.problems.empty()) return std::move(report.problems);
    }
    content.version = pack.version;
    content.packs.push_back(pack.name);
    return content;
}

Problem of_another_version(const ContentPack& pack, const Content& content) {
    return Problem{pack.name, "/version", 0,
                   "Pakken hører til version " + pack.version + ", men resten er version " + content.version + ".",
                   "Pak alt igen med »lineal pack«."};
}

}  // namespace

std::string_view kind_of_file(std::string_view name) {
    const FileKind* kind = find_kind(name);
    return kind == nullptr ? std::string_view() : kind->stem;
}

Result<ContentPack> read_pack(std::string_view bytes, const std::string& file) {
    Result<JsonValue> read = read_json(bytes, file);
    if (!read) return read.problems();
    JsonValue root = read.take();
    JsonReport report{file, &root, {}};
    ContentPack pack;
    {
        JsonFields fields(root, report);
        pack.name = fields.id_text("pack");
        pack.version = fields.text("version");
        const JsonValue* files = fields.object_or_null("files");
        if (files == nullptr) complain(report, root, "Pakken har ingen filer.", "Lav den igen med »lineal pack«.");
    }
    if (!report.problems.empty()) return std::move(report.problems);
    for (JsonValue& item : root.items) {
        if (item.key != "files") continue;
        for (JsonValue& one : item.items) {
            std::string name = std::exchange(one.key, {});
            pack.files.push_back(ContentFile{std::move(name), std::move(one)});
        }
    }
    return pack;
}

Result<Content> load_start(const ContentPack& pack) {
    if (pack.name == front_pack) return load_front(pack);
    Content content;
    Problems problems;
    require_files(pack, problems);
    read_files(pack, content, problems);
    if (!problems.empty()) return problems;
    content.version = pack.version;
    content.packs.push_back(pack.name);
    return content;
}

Result<Content> load_start(std::string_view pack_bytes) {
    Result<ContentPack> pack = read_pack(pack_bytes, "start");
    if (!pack) return pack.problems();
    return load_start(pack.value());
}

Problems add_pack(Content& content, const ContentPack& pack) {
    if (has_pack(content, pack.name)) return {};  // arrived twice: nothing new
    if (pack.version != content.version) return {of_another_version(pack, content)};
    if (pack.name == start_pack) {
        Result<Content> start = load_start(pack);
        if (!start) return start.problems();
        content = start.take();
        return {};
    }
    Content added;
    Problems problems;
    read_files(pack, added, problems);
    if (!problems.empty()) return problems;
    move_behind(added, content);
    content.packs.push_back(pack.name);
    if (has_pack(content, knowledge_pack)) index_words(content);  // nobody searches before
    return {};
}

Problems add_pack(Content& content, const std::string& name, std::string_view pack_bytes) {
    const Result<ContentPack> pack = read_pack(pack_bytes, name);
    if (!pack) return pack.problems();
    if (pack.value().name != name) {
        return {Problem{name, "/pack", 0, "Pakken hedder »" + pack.value().name + "«, men »" + name + "« var ventet.",
                        "Pak alt igen med »lineal pack«."}};
    }
    return add_pack(content, pack.value());
}

Problems read_content(const std::vector<ContentPack>& packs, Content& content) {
    Problems problems;
    for (const ContentPack& pack : packs) {
        const bool is_start = pack.name == start_pack;
        if (is_start) require_files(pack, problems);
        if (is_start) content.version = pack.version;
        Content added;
        read_files(pack, is_start ? content : added, problems);
        if (!is_start) move_behind(added, content);
        content.packs.push_back(pack.name);
    }
    if (has_pack(content, knowledge_pack)) index_words(content);
    return problems;
}

Result<Content> load_content(const std::vector<ContentPack>& packs) {
    Content content;
    Problems problems = read_content(packs, content);
    if (!problems.empty()) return problems;
    return content;
}

}  // namespace core
