// Parts that several screens share.

#include <algorithm>

#include "base/text.hpp"
#include "document/write_page.hpp"
#include "guide/words_on.hpp"
#include "view/address.hpp"
#include "view/screens/screens.hpp"
#include "view/term_marks.hpp"

namespace core {

Element describe_emergency(const Scene& scene) {
    Rich text;
    text.push_back(strong(scene.say(Text::emergency_question)));
    text.push_back(Run{" " + scene.say(Text::emergency_answer)});
    Elements children;
    children.push_back(rich_paragraph("emergency-text", std::move(text)));
    return group("emergency", GroupKind::alarm, std::move(children));
}

Element describe_contact(const Scene& scene, const std::string& id, const Contact& contact) {
    Rich text;
    text.push_back(strong(contact.name));
    if (contact.phone.empty() && contact.placeholder) text.push_back(Run{": " + scene.say(Text::contact_not_ready)});
    if (!contact.phone.empty()) text.push_back(Run{": " + contact.phone});
    std::string more;
    if (!contact.hours.empty()) more += " " + contact.hours + ".";
    if (!contact.note.empty()) more += " " + contact.note;
    if (!contact.phone.empty()) more += " " + words_on_check(scene.content, contact, scene.session.today);
    if (!more.empty()) text.push_back(Run{"." + more});
    return rich_paragraph(id, std::move(text), ParagraphTone::small);
}

namespace {

Element describe_block(const Scene& scene, TermMarks& terms, const std::string& id, const PageBlock& block) {
    switch (block.kind) {
        case PageBlock::Kind::heading: return heading(id, 2, block.text);
        case PageBlock::Kind::paragraph: break;
        case PageBlock::Kind::list: {
            List list;
            for (const std::string& item : block.items) list.items.push_back(terms.mark(item));
            return Element{id, std::move(list), {}};
        }
        case PageBlock::Kind::notice: {
            Elements children;
            children.push_back(paragraph(id + "-text", block.text));
            return group(id, GroupKind::notice, std::move(children));
        }
        case PageBlock::Kind::contact: {
            const Contact* contact = find_contact(scene.content, block.contact);
            if (contact != nullptr) return describe_contact(scene, id, *contact);
            break;
        }
    }
    return rich_paragraph(id, terms.mark(block.text));
}

}  // namespace

void describe_page(const Scene& scene, const std::string& name, Elements& to) {
    const Page* page = find_page(scene.content, name);
    if (page == nullptr) return;
    TermMarks terms(scene.content.knowledge);
    for (std::size_t at = 0; at < page->blocks.size(); ++at) {
        to.push_back(describe_block(scene, terms, name + "-" + std::to_string(at), page->blocks[at]));
    }
}

Ruler make_ruler(const Scene& scene, Text legend) {
    Ruler ruler;
    ruler.legend = scene.say(legend);
    for (const ConcernLevel& level : scene.content.levels) ruler.levels.push_back(level.name);
    ruler.span_label = scene.say(Text::indication_title);
    ruler.mark_label = scene.say(Text::judgement_title);
    ruler.feeling_label = scene.say(Text::feeling_mark);
    return ruler;
}

void add_labelled(const Scene& scene, const std::string& id, Text label, const Rich& text, Elements& to) {
    if (text.empty()) return;
    Rich rich{strong(scene.say(label)), Run{" "}};
    rich.insert(rich.end(), text.begin(), text.end());
    to.push_back(rich_paragraph(id, std::move(rich)));
}

void add_labelled(const Scene& scene, const std::string& id, Text label, const std::string& text, Elements& to) {
    add_labelled(scene, id, label, text.empty() ? Rich{} : words(text), to);
}

void add_for_whom(const Scene& scene, const std::vector<AgeGroupId>& for_ages,
                  const std::vector<std::string>& for_roles, Elements& to) {
    std::vector<std::string> ages;
    for (const AgeGroupId& id : for_ages) {
        const AgeGroup* age = find_age(scene.content, id);
        if (age != nullptr) ages.push_back(age->name);
    }
    std::vector<std::string> roles;
    for (const RoleGroup& group : scene.content.role_groups)
        if (std::find(for_roles.begin(), for_roles.end(), group.id.value) != for_roles.end())
            roles.push_back(group.name);
    for (const Role& role : scene.content.roles)
        if (std::find(for_roles.begin(), for_roles.end(), role.id.value) != for_roles.end()) roles.push_back(role.name);
    add_labelled(scene, "for-ages", Text::step_for_ages, joined(ages, ", "), to);
    add_labelled(scene, "for-roles", Text::step_for_roles, joined(roles, ", "), to);
}

Element describe_entry(const std::string& id, const std::string& title, const std::string& text, const Place& place) {
    Elements children;
    children.push_back(link(id, title, LinkKind::plain, place));
    children.push_back(paragraph(id + "-text", text));
    return group(id + "-card", GroupKind::card, std::move(children));
}

Element code_word_field(const Scene& scene, std::string id, Text label, Text hint) {
    Field field;
    field.label = scene.say(label);
    field.value = scene.subject().code_word;
    field.hint = scene.say(hint);
    field.action = CodeWordTyped{};
    field.max_characters = 60;
    judge_words(scene, field);
    return Element{std::move(id), std::move(field), {}};
}

std::string name_of_self_assessment(const Scene& scene, const std::string& word) {
    const std::string& title = scene.say(Text::self_title);
    return word.empty() ? title : title + ": " + word;
}

Elements paper_actions(const Scene& scene) {
    const std::string address = address_of(scene.session.place);
    Elements row;
    // What is read is printed as it stands; the rest is one sheet to hang up or bring (style.css knows it by this id).
    const bool is_read =
        scene.session.place.screen == Screen::article || scene.session.place.screen == Screen::self_assessment;
    row.push_back(
        button(is_read ? "print" : "print-sheet", scene.say(Text::print), ButtonKind::secondary, PagePrinted{}));
    row.push_back(button("download", scene.say(Text::download_html), ButtonKind::secondary, PageDownloaded{address}));
    return row;
}

void add_paper(const Scene& scene, Elements& to) {
    if (is_for_paper(scene.content, scene.session.place))
        to.push_back(group("paper", GroupKind::row, paper_actions(scene)));
}

void add_unknown(const Scene& scene, Elements& to) {
    to.push_back(paragraph("unknown", scene.say(Text::look_up_unknown)));
    to.push_back(link("to-look-up", scene.say(Text::look_up_title), LinkKind::plain, Place{Screen::look_up, {}}));
}

void add_parents_closed(const Scene& scene, Elements& to) {
    Elements children;
    children.push_back(paragraph("parents-closed-text", scene.say(Text::parents_closed)));
    to.push_back(group("parents-closed", GroupKind::alarm, std::move(children)));
}

}  // namespace core
