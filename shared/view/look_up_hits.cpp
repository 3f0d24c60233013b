#include "view/look_up_hits.hpp"

namespace core {

Answers find_sought(const Scene& scene) {
    constexpr std::size_t most = 15;
    if (scene.session.sought.empty()) return {};
    const Case& subject = scene.subject();
    return answer(scene.content, {scene.session.sought, find_role(scene.content, subject.role), subject.age}, most);
}

std::string describe_found(const Scene& scene, std::size_t hits) {
    if (hits == 0) return scene.say(Text::found_none);
    if (hits == 1) return scene.say(Text::found_one);
    return scene.say(Text::found_many, {{"count", std::to_string(hits)}});
}

std::string describe_unknown(const Scene& scene, const Answers& answers) {
    if (answers.hits.empty() || answers.unknown.empty()) return {};
    return scene.say(Text::found_unknown, {{"words", quoted(answers.unknown)}});
}

std::string quoted(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "»" : ", »") + word + "«";
    return text;
}

}  // namespace core
