#include "support/shipped_content.hpp"

#include <map>
#include <stdexcept>
#include <string>

#include "lineal/content_folder.hpp"

namespace support {
namespace {

core::Content load() {
    core::Result<core::Content> loaded = tool::load_folder(std::string(LINEALEN_ROOT) + "/content");
    if (loaded) return loaded.take();
    const core::Problem& first = loaded.problems().front();
    throw std::runtime_error(first.file + " " + first.pointer + ": " + first.what);
}

core::Content prune() {
    core::Content content = shipped_content();
    std::map<std::string, int> plain;
    std::map<std::string, int> alarms;
    std::vector<core::Sign> kept;
    for (const core::Sign& sign : content.signs) {
        if (sign.age.value != "age_3_5") continue;
        int& count = sign.alarm ? alarms[sign.alarm->track.value] : plain[sign.dimension.value];
        if (++count <= (sign.alarm ? 1 : 4)) kept.push_back(sign);
    }
    content.signs = std::move(kept);
    return content;
}

}  // namespace

const core::Content& shipped_content() {
    static const core::Content content = load();
    return content;
}

std::string text_of_sign(const std::string& id) {
    const core::Sign* sign = core::find_sign(shipped_content(), core::SignId(id));
    if (sign == nullptr) throw std::runtime_error("no sign is called " + id);
    return sign->text;
}

const core::Content& small_content() {
    static const core::Content content = prune();
    return content;
}

core::Content three_level_content() {
    core::Content content = shipped_content();
    content.levels = {content.levels[0], content.levels[2], content.levels[4]};
    for (core::Sign& sign : content.signs) {
        if (sign.alarm) sign.alarm->floor = content.levels[2].id;
    }
    return content;
}

}  // namespace support
