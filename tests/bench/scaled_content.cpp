#include "bench/scaled_content.hpp"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <utility>

#include "assessment/indicate.hpp"
#include "base/danish_words.hpp"
#include "base/json_writer.hpp"
#include "content/load_content.hpp"
#include "lineal/content_folder.hpp"
#include "lineal/files.hpp"

namespace bench {
namespace {

[[noreturn]] void stop(const core::Problems& problems) {
    const core::Problem& first = problems.front();
    std::fprintf(stderr, "bench: the content cannot be read: %s %s: %s\n", first.file.c_str(), first.pointer.c_str(),
                 first.what.c_str());
    std::exit(1);
}

bool holds_signs_only(const core::ContentPack& pack) {
    for (const core::ContentFile& file : pack.files) {
        if (core::kind_of_file(file.name) != "lineal/signs") return false;
    }
    return true;
}

// A sign's id ends in "_x7" in the seventh copy.
void rename_signs(core::JsonValue& file, const std::string& ending) {
    for (core::JsonValue& member : file.items) {
        if (member.key != "signs") continue;
        for (core::JsonValue& sign : member.items) {
            for (core::JsonValue& field : sign.items) {
                if (field.key == "id") field.text += ending;
            }
        }
    }
}

std::string bytes_of(const core::ContentPack& pack, const std::string& name) {
    core::JsonWriter write;
    write.begin_object().field("pack", name).field("version", pack.version).key("files").begin_object();
    for (const core::ContentFile& file : pack.files) write.key(file.name).value(file.value);
    return write.end_object().end_object().take();
}

core::AgeGroupId age_with_most_signs(const core::Content& content) {
    std::map<core::AgeGroupId, std::size_t> counts;
    core::AgeGroupId best;
    for (const core::Sign& sign : content.signs) ++counts[sign.age];
    for (const auto& [age, count] : counts) {
        // Without months nothing is filtered away by a birthday.
        if (!core::find_age(content, age)->asks_months && count > counts[best]) best = age;
    }
    return best;
}

core::RoleId role_that_meets(const core::Content& content, const core::AgeGroupId& age) {
    for (const core::Role& role : content.roles) {
        for (const core::AgeGroupId& met : role.ages) {
            if (met == age) return role.id;
        }
    }
    return {};
}

core::Observation seen_with_scales(const core::Content& content, const core::Sign& sign, std::size_t turn) {
    core::Observation seen;
    seen.presence = core::Presence::seen;
    seen.saw = "Ved middagsbordet, to gange i sidste uge.";
    for (std::size_t kind = 0; kind < core::scale_kind_count; ++kind) {
        if (sign.developmental && kind == static_cast<std::size_t>(core::ScaleKind::frequency)) continue;
        seen.scales[kind] = turn % content.scales[kind].steps.size();
    }
    return seen;
}

}  // namespace

std::vector<PackBytes> make_packs(const std::string& folder, std::size_t times) {
    core::Result<tool::ContentFolder> read = tool::read_folder(folder);
    if (!read) stop(read.problems());
    tool::ContentFolder shipped = read.take();
    std::vector<PackBytes> packs;
    for (const core::ContentPack& pack : shipped.packs) packs.push_back({pack.name, bytes_of(pack, pack.name)});
    for (std::size_t copy = 2; copy <= times; ++copy) {
        const std::string ending = "_x" + std::to_string(copy);
        for (const core::ContentPack& pack : shipped.packs) {
            if (!holds_signs_only(pack)) continue;
            core::ContentPack other = pack;
            for (core::ContentFile& file : other.files) rename_signs(file.value, ending);
            packs.push_back({pack.name + ending, bytes_of(other, pack.name + ending)});
        }
    }
    return packs;
}

core::Content load(const std::vector<PackBytes>& packs) {
    core::Result<core::Content> start = core::load_start(packs.front().bytes);
    if (!start) stop(start.problems());
    core::Content content = start.take();
    for (std::size_t at = 1; at < packs.size(); ++at) {
        const core::Problems problems = core::add_pack(content, packs[at].name, packs[at].bytes);
        if (!problems.empty()) stop(problems);
    }
    return content;
}

core::Session full_case(const core::Content& content) {
    core::Session session;
    core::Case& subject = session.subject;
    subject.age = age_with_most_signs(content);
    subject.role = role_that_meets(content, subject.age);
    std::size_t turn = 0;
    for (const core::Sign* sign : core::shown_signs(content, subject)) {
        core::Observation& answer = subject.observations[sign->id];
        answer.presence = core::Presence::not_seen;
        if (!sign->alarm && turn % 3 == 0) answer = seen_with_scales(content, *sign, turn);
        if (!sign->alarm && turn % 3 == 1) answer.presence = core::Presence::unsure;
        ++turn;
    }
    for (const core::ProtectiveFactor& factor : content.protective_factors) {
        subject.protective_factors.insert(factor.id);
    }
    subject.first_feeling = 1;
    return session;
}

namespace {

// Each sixth long word gets an ending, one of forty: some tens of thousands of words more.
void give_own_words(std::string& text, std::size_t copy) {
    std::string changed;
    std::size_t long_words = 0;
    std::size_t written = 0;
    for (const core::DanishWord& word : core::split_words(text)) {
        changed += text.substr(written, word.end - written);
        written = word.end;
        if (word.folded.size() < 7 || ++long_words % 6 != copy % 6) continue;
        changed += static_cast<char>('a' + copy % 20);
        changed += copy % 40 < 20 ? 'o' : 'u';
    }
    text = changed + text.substr(written);
}

}  // namespace

void multiply_articles(core::Content& content, std::size_t wanted) {
    std::vector<core::Article>& all = content.knowledge.articles;
    const std::size_t shipped = all.size();
    for (std::size_t at = 0; shipped > 0 && all.size() < wanted; ++at) {
        core::Article copy = all[at % shipped];
        copy.id.value += "_" + std::to_string(at);
        give_own_words(copy.title, at);
        for (core::ArticleBlock& block : copy.blocks) {
            give_own_words(block.text, at);
            for (std::string& item : block.items) give_own_words(item, at);
        }
        all.push_back(std::move(copy));
    }
}

std::vector<std::string> read_questions(const std::string& folder) {
    const std::string path = folder + "/../tests/content/search_questions.json";
    const core::Result<core::JsonValue> file = core::read_json(tool::read_file(path).value_or(""), path);
    if (!file) stop(file.problems());
    std::vector<std::string> questions;
    for (const core::JsonValue& list : file.value().items) {
        for (const core::JsonValue& question : list.items) {
            for (const core::JsonValue& field : question.items)
                if (field.key == "query") questions.push_back(field.text);
        }
    }
    return questions;
}

}  // namespace bench
