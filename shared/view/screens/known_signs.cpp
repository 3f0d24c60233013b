// Signs without a case: the ages, the signs of one age, and one sign.

#include <algorithm>

#include "view/address.hpp"
#include "view/screens/screens.hpp"
#include "view/term_marks.hpp"

namespace core {

namespace {

void add_articles(const Scene& scene, const Sign& sign, Elements& to) {
    Elements links;
    for (const Article& article : scene.content.knowledge.articles) {
        if (std::find(article.signs.begin(), article.signs.end(), sign.id.value) == article.signs.end()) continue;
        links.push_back(
            link("also-" + article.id.value, article.title, LinkKind::plain, Place{Screen::article, article.id.value}));
    }
    if (links.empty()) return;
    to.push_back(heading("also-title", 2, scene.say(Text::article_also)));
    to.push_back(group("also", GroupKind::plain, std::move(links)));
}

}  // namespace

void describe_sign_ages(const Scene& scene, Elements& to) {
    to.push_back(paragraph("lead", scene.say(Text::sign_ages_line), ParagraphTone::lead));
    List list;
    for (const AgeGroup& age : scene.content.ages) {
        if (age.pack.empty()) continue;
        list.items.push_back({{age.name, RunKind::link, address_of(Place{Screen::sign_list, age.id.value}), {}}});
    }
    if (!list.items.empty()) to.push_back(Element{"ages", std::move(list), {}});
}

void describe_sign_list(const Scene& scene, Elements& to) {
    const AgeGroup* age = find_age(scene.content, AgeGroupId{scene.session.place.part});
    if (age == nullptr || age->pack.empty()) return add_unknown(scene, to);
    to.push_back(paragraph("lead", scene.say(Text::sign_list_lead), ParagraphTone::lead));
    for (const Dimension& dimension : scene.content.dimensions) {
        List list;
        for (const Sign& sign : scene.content.signs) {
            if (sign.age != age->id || sign.dimension != dimension.id) continue;
            list.items.push_back({{sign.text, RunKind::link, address_of(Place{Screen::sign, sign.id.value}), {}}});
        }
        if (list.items.empty()) continue;
        to.push_back(heading("title-" + dimension.id.value, 2, dimension.name));
        to.push_back(Element{"list-" + dimension.id.value, std::move(list), {}});
    }
}

void describe_sign(const Scene& scene, Elements& to) {
    const Sign* sign = find_sign(scene.content, SignId{scene.session.place.part});
    if (sign == nullptr) return add_unknown(scene, to);
    const AgeGroup* age = find_age(scene.content, sign->age);
    const Dimension* dimension = find_dimension(scene.content, sign->dimension);
    if (age != nullptr && dimension != nullptr)
        to.push_back(paragraph("lead", age->name + " · " + dimension->name, ParagraphTone::lead));
    if (sign->alarm) {
        Elements children;
        children.push_back(paragraph("alarm-text", scene.say(Text::sign_is_alarm)));
        const Track* track = find_track(scene.content, sign->alarm->track);
        if (track != nullptr) add_labelled(scene, "alarm-when", Text::track_when, track->by_when, children);
        children.push_back(link("alarm-track", scene.say(Text::sign_alarm_link), LinkKind::plain,
                                Place{Screen::track, sign->alarm->track.value}));
        to.push_back(group("alarm", GroupKind::alarm, std::move(children)));
    }
    add_pending(scene, "pending", sign->review, to);
    TermMarks terms(scene.content.knowledge);
    add_labelled(scene, "example", Text::why_example, terms.mark(sign->example), to);
    add_labelled(scene, "not-same", Text::why_not_same, terms.mark(sign->not_same_as), to);
    if (sign->developmental) to.push_back(paragraph("developmental", scene.say(Text::developmental_note)));
    if (!sign->alarm) to.push_back(paragraph("one-sign", scene.say(Text::sign_alone)));
    add_articles(scene, *sign, to);
    if (age != nullptr) {
        to.push_back(link("to-list", scene.say(Text::sign_to_list, {{"age", age->name}}), LinkKind::plain,
                          Place{Screen::sign_list, age->id.value}));
    }
    add_disclosure(scene, to, "from", scene.say(Text::sources_and_date), describe_review(scene, "from", sign->review));
}

std::string heading_of_sign_list(const Scene& scene) {
    const AgeGroup* age = find_age(scene.content, AgeGroupId{scene.session.place.part});
    return age == nullptr ? scene.say(Text::sign_ages_title) : scene.say(Text::sign_list_title, {{"age", age->name}});
}

std::string heading_of_sign(const Scene& scene) {
    const Sign* sign = find_sign(scene.content, SignId{scene.session.place.part});
    return sign == nullptr ? scene.say(Text::sign_ages_title) : sign->text;
}

}  // namespace core
