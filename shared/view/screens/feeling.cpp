// The first feeling: one tap before the tool says anything. May be skipped.

#include "view/screens/screens.hpp"

namespace core {

void describe_feeling(const Scene& scene, Elements& to) {
    to.push_back(paragraph("feeling-lead", scene.say(Text::feeling_lead)));
    Ruler ruler = make_ruler(scene, Text::feeling_legend);
    ruler.mark = scene.subject().first_feeling;
    ruler.mark_label = scene.say(Text::feeling_mark);
    for (LevelIndex level = 0; level < scene.content.levels.size(); ++level) {
        ruler.actions.emplace_back(FeelingChosen{level});
    }
    ruler.summary = ruler.mark ? scene.say(Text::feeling_summary, {{"level", ruler.levels[*ruler.mark]}})
                               : scene.say(Text::nothing_marked);
    to.push_back(Element{"ruler", std::move(ruler), {}});
    Elements more;
    more.push_back(link("skip", scene.say(Text::feeling_skip), LinkKind::plain, Place{Screen::indication, {}}));
    to.push_back(continue_row(scene.say(Text::continue_), std::move(more)));
}

}  // namespace core
