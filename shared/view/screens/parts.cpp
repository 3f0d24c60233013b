// Parts that several screens share.

#include "base/day.hpp"
#include "base/text.hpp"
#include "document/write_page.hpp"
#include "view/address.hpp"
#include "view/screens/screens.hpp"

namespace core {

Element describe_emergency(const Scene& scene) {
    Rich text;
    text.push_back(strong(scene.say(Text::emergency_question)));
    text.push_back(Run{" " + scene.say(Text::emergency_answer)});
    Elements children;
    children.push_back(rich_paragraph("emergency-text", std::move(text)));
    return group("emergency", GroupKind::alarm, std::move(children));
}

namespace {

// When somebody last saw to it that the number answers. A year is as long as one is trusted.
std::string words_on_check(const Scene& scene, const Contact& contact) {
    constexpr int days_trusted = 365;
    const std::optional<int> checked = day_number(contact.checked);
    if (!checked) return scene.say(Text::contact_never_checked);
    const std::optional<int> today = day_number(scene.session.today);
    const bool is_stale = today && *today - *checked > days_trusted;
    return scene.say(is_stale ? Text::contact_stale : Text::contact_checked, {{"date", written_date(contact.checked)}});
}

}  // namespace

Element describe_contact(const Scene& scene, const std::string& id, const Contact& contact) {
    Rich text;
    text.push_back(strong(contact.name));
    if (contact.phone.empty() && contact.placeholder) text.push_back(Run{": " + scene.say(Text::contact_not_ready)});
    if (!contact.phone.empty()) text.push_back(Run{": " + contact.phone});
    std::string more;
    if (!contact.hours.empty()) more += " " + contact.hours + ".";
    if (!contact.note.empty()) more += " " + contact.note;
    if (!contact.phone.empty()) more += " " + words_on_check(scene, contact);
    if (!more.empty()) text.push_back(Run{"." + more});
    return rich_paragraph(id, std::move(text), ParagraphTone::small);
}

namespace {

Rich list_item(const std::string& text) { return words(text); }

Element describe_block(const Scene& scene, const std::string& id, const PageBlock& block) {
    switch (block.kind) {
        case PageBlock::Kind::heading: return heading(id, 2, block.text);
        case PageBlock::Kind::paragraph: break;
        case PageBlock::Kind::list: {
            List list;
            for (const std::string& item : block.items) list.items.push_back(list_item(item));
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
    return paragraph(id, block.text);
}

}  // namespace

void describe_page(const Scene& scene, const std::string& name, Elements& to) {
    const Page* page = find_page(scene.content, name);
    if (page == nullptr) return;
    for (std::size_t at = 0; at < page->blocks.size(); ++at) {
        to.push_back(describe_block(scene, name + "-" + std::to_string(at), page->blocks[at]));
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

void add_labelled(const Scene& scene, const std::string& id, Text label, const std::string& text, Elements& to) {
    if (text.empty()) return;
    Rich rich;
    rich.push_back(strong(scene.say(label)));
    rich.push_back(Run{" " + text});
    to.push_back(rich_paragraph(id, std::move(rich)));
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
    field.error = cpr_fault(scene, field.value);
    field.action = CodeWordTyped{};
    field.max_characters = 60;
    return Element{std::move(id), std::move(field), {}};
}

std::string name_of_self_assessment(const Scene& scene, const std::string& word) {
    const std::string& title = scene.say(Text::self_title);
    return word.empty() ? title : title + ": " + word;
}

Elements paper_actions(const Scene& scene) {
    const std::string address = address_of(scene.session.place);
    Elements row;
    row.push_back(button("print", scene.say(Text::print), ButtonKind::secondary, PagePrinted{}));
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

namespace {

// Does the step belong to a track that itself closes the way to the parents?
bool is_of_closed_track(const Content& content, const PathwayStep& step) {
    for (const TrackId& id : step.tracks) {
        const Track* track = find_track(content, id);
        if (track != nullptr && track->parents_contact == ParentContact::closed) return true;
    }
    return false;
}

}  // namespace

const std::string& words_on_parents(const Scene& scene, const PathwayStep& step, ParentContact parents) {
    const bool overruled = parents == ParentContact::closed && !is_of_closed_track(scene.content, step);
    return overruled && !step.parents.empty() ? scene.say(Text::step_parents_closed) : step.parents;
}

}  // namespace core
