#include "lineal/pack_content.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "base/json_writer.hpp"
#include "lineal/files.hpp"
#include "lineal/offline_list.hpp"
#include "lineal/seal.hpp"

namespace tool {
namespace {

namespace disk = std::filesystem;
using core::Problem;
using core::Problems;

constexpr std::string_view opening = "<!-- packs -->";
constexpr std::string_view closing = "<!-- /packs -->";
constexpr std::size_t hash_digits = 8;

void remove_packs_of_before(const std::string& folder, const std::vector<PackedFile>& packs) {
    std::set<std::string> wanted;
    for (const PackedFile& pack : packs) { wanted.insert({pack.name, pack.name + ".br", pack.name + ".gz"}); }
    for (const char* ending : {".json", ".json.br", ".json.gz"}) {
        for (const std::string& name : find_files(folder, ending)) {
            std::error_code trouble;
            if (wanted.count(name) == 0) disk::remove(disk::path(folder) / name, trouble);
        }
    }
}

// The few texts that are said before the start pack has arrived.
core::ContentPack front_of(const std::vector<core::ContentPack>& packs) {
    core::ContentPack front{std::string(core::front_pack), {}, {}};
    for (const core::ContentPack& pack : packs) {
        if (pack.name != core::start_pack) continue;
        front.version = pack.version;
        for (const core::ContentFile& file : pack.files) {
            if (core::kind_of_file(file.name) != "texts") continue;
            core::ContentFile few = file;
            few.value.items.clear();
            for (std::size_t i = 0; i < core::text_count; ++i) {
                const auto key = static_cast<core::Text>(i);
                const core::JsonValue* words = core::find_member(file.value, core::name_of(key));
                if (core::is_front(key) && words != nullptr) few.value.items.push_back(*words);
            }
            front.files.push_back(std::move(few));
        }
    }
    return front;
}

}  // namespace

std::vector<PackedFile> pack_files(const ContentFolder& folder) {
    std::vector<PackedFile> packed;
    std::vector<core::ContentPack> packs = folder.packs;
    packs.insert(packs.begin(), front_of(packs));
    for (const core::ContentPack& pack : packs) {
        core::JsonWriter writer;
        writer.begin_object().field("pack", pack.name).field("version", pack.version).key("files").begin_object();
        for (const core::ContentFile& file : pack.files) writer.key(file.name).value(file.value);
        writer.end_object().end_object();
        PackedFile made;
        made.pack = pack.name;
        made.bytes = writer.take();
        made.name = pack.name + "." + short_hash(made.bytes, hash_digits) + ".json";
        made.integrity = integrity_of(made.bytes);
        packed.push_back(std::move(made));
    }
    return packed;
}

std::string links_to(const std::vector<PackedFile>& packs) {
    std::string links;
    for (const PackedFile& pack : packs) {
        const std::string address = "href=\"content/" + pack.name + "\"";
        // Nothing can be shown without it: fetched while the program is on its way.
        if (pack.pack == core::front_pack) {
            links += "<link rel=\"preload\" as=\"fetch\" crossorigin=\"anonymous\" " + address + " integrity=\"" +
                     pack.integrity + "\">\n";
        }
        links += "<link data-pack=\"" + pack.pack + "\" " + address + " data-integrity=\"" + pack.integrity + "\">\n";
    }
    return links;
}

std::string with_links(const std::string& page, const std::string& links) {
    const std::size_t begin = page.find(opening);
    const std::size_t end = page.find(closing);
    if (begin == std::string::npos || end == std::string::npos || end < begin) return {};
    return page.substr(0, begin + opening.size()) + "\n" + links + page.substr(end);
}

Problems write_packs(const std::vector<PackedFile>& packs, const std::string& dist) {
    const std::string index = dist + "/index.html";
    const std::optional<std::string> page = read_file(index);
    if (!page) {
        return {Problem{index, "", 0, "Siden findes ikke i " + dist + ".",
                        "Byg den først med python3 serve.py --build-only, og peg så på dens mappe: --into MAPPE."}};
    }
    const std::string renewed = with_links(*page, links_to(packs));
    if (renewed.empty()) {
        return {Problem{index, "", 0, "Siden har ikke mærkerne <!-- packs --> og <!-- /packs -->.",
                        "Byg siden igen; den er ændret i hånden."}};
    }
    const std::string folder = dist + "/content";
    std::error_code trouble;
    disk::create_directories(folder, trouble);
    // New packs first, then the page that points at them, then the old ones go, then the list of them all:
    // whoever fetches meanwhile always finds a page and packs that fit.
    for (const PackedFile& pack : packs) {
        const std::string path = folder + "/" + pack.name;
        if (!write_with_compressed(path, pack.bytes)) return {could_not_write(path)};
    }
    if (!write_with_compressed(index, renewed)) return {could_not_write(index)};
    remove_packs_of_before(folder, packs);
    return write_offline_list(dist);
}

}  // namespace tool
