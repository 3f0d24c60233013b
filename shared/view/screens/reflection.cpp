// Reflection: the child's view, the parents', our own part, other explanations.

#include "guide/choose_pathways.hpp"
#include "view/screens/screens.hpp"

namespace core {

namespace {

Element describe_question(const Scene& scene, const ReflectionQuestion& question) {
    const auto& answers = scene.subject().reflections;
    const auto found = answers.find(question.id);
    const std::string value = found == answers.end() ? std::string{} : found->second;
    Element element =
        note_field(scene, "reflection-" + question.id.value, question.text, value, ReflectionTyped{question.id, {}});
    auto& field = *std::get_if<Field>(&element.body);
    field.hint = question.hint;
    judge_words(scene, field);
    return element;
}

}  // namespace

void describe_reflection(const Scene& scene, Elements& to) {
    to.push_back(paragraph("reflection-lead", scene.say(Text::reflection_lead)));
    const bool closed = parent_contact(scene.content, scene.subject()) == ParentContact::closed;
    if (closed) add_parents_closed(scene, to);
    const auto questions = shown_reflections(scene.content, scene.subject());
    for (const Arena& about : scene.content.reflection_groups) {
        Elements children;
        for (const ReflectionQuestion* question : questions) {
            if (question->group == about.id) children.push_back(describe_question(scene, *question));
        }
        if (children.empty()) continue;
        const std::string id = "reflections-" + about.id;
        children.insert(children.begin(), heading(id + "-title", 2, about.name));
        to.push_back(group(id, GroupKind::section, std::move(children), about.name));
    }
    to.push_back(continue_row(scene.say(Text::continue_)));
}

}  // namespace core
