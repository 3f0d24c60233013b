#include "fuzz/parts/tiny.hpp"

#include <cstdio>

#include "base/require.hpp"
#include "lineal/content_folder.hpp"
#include "support/tiny_content.hpp"

namespace fuzz {
namespace {

std::vector<core::ContentPack> read() {
    std::setvbuf(stdout, nullptr, _IONBF, 0);  // the broken promise is said before the program stops
    const support::TemporaryFolder folder;
    support::write_tiny_content(folder.path());
    core::Result<tool::ContentFolder> read = tool::read_folder(folder.path());
    core::require(static_cast<bool>(read), "the tiny content can be read");
    return read.take().packs;
}

core::Content load(const std::vector<core::ContentPack>& packs) {
    core::Result<core::Content> loaded = core::load_content(packs);
    core::require(static_cast<bool>(loaded), "the tiny content has no problems");
    return loaded.take();
}

core::Content only_words() {
    core::Content front;
    front.version = tiny_start().version;
    front.packs.emplace_back(core::front_pack);
    for (std::size_t at = 0; at < core::text_count; ++at) {
        const auto key = static_cast<core::Text>(at);
        if (core::is_front(key)) front.texts.set(key, tiny_start().texts[key]);
    }
    return front;
}

}  // namespace

const std::vector<core::ContentPack>& tiny_packs() {
    static const std::vector<core::ContentPack> packs = read();
    return packs;
}

const core::Content& tiny_content() {
    static const core::Content content = load(tiny_packs());
    return content;
}

const core::Content& tiny_start() {
    static const core::Content content = load({*find_tiny_pack(core::start_pack)});
    return content;
}

const core::Content& tiny_front() {
    static const core::Content content = only_words();
    return content;
}

const core::ContentPack* find_tiny_pack(std::string_view name) {
    for (const core::ContentPack& pack : tiny_packs()) {
        if (pack.name == name) return &pack;
    }
    return nullptr;
}

}  // namespace fuzz
