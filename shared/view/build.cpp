#include "view/build.hpp"

#include "base/text.hpp"
#include "view/address.hpp"

namespace core {

Rich words(std::string text) { return Rich{Run{std::move(text)}}; }

Run strong(std::string text) { return Run{std::move(text), RunKind::strong}; }

Rich strong_words(std::string text) { return Rich{strong(std::move(text))}; }

Element heading(std::string id, int level, std::string text) {
    return Element{std::move(id), Heading{level, words(std::move(text))}, {}};
}

Element paragraph(std::string id, std::string text, ParagraphTone tone) {
    return Element{std::move(id), Paragraph{words(std::move(text)), tone}, {}};
}

Element rich_paragraph(std::string id, Rich text, ParagraphTone tone) {
    return Element{std::move(id), Paragraph{std::move(text), tone}, {}};
}

Element group(std::string id, GroupKind kind, Elements children, std::string label) {
    return Element{std::move(id), Group{kind, std::move(label)}, std::move(children)};
}

Element button(std::string id, std::string label, ButtonKind kind, Action action, std::string description) {
    Button body;
    body.label = std::move(label);
    body.kind = kind;
    body.action = std::move(action);
    body.description = std::move(description);
    return Element{std::move(id), std::move(body), {}};
}

Element link(std::string id, std::string label, LinkKind kind, const Place& place, std::string element) {
    Link body;
    body.label = std::move(label);
    body.kind = kind;
    body.address = address_of(place);
    body.action = PlaceOpened{place, std::move(element)};
    return Element{std::move(id), std::move(body), {}};
}

Element checkbox(std::string id, std::string label, bool checked, Action action) {
    Checkbox body;
    body.label = std::move(label);
    body.checked = checked;
    body.action = std::move(action);
    return Element{std::move(id), std::move(body), {}};
}

Element tag(std::string id, std::string text) { return Element{std::move(id), Tag{std::move(text)}, {}}; }

void judge_words(const Scene& scene, Field& field) {
    if (looks_like_cpr(field.value)) field.error = scene.say(Text::cpr_fault);
    const std::size_t nearly = field.max_characters - field.max_characters / 10;
    if (!field.error.empty() || field.value.size() < nearly) return;  // bytes are at least as many
    const std::size_t used = count_units(field.value);
    const std::string most = written_count(field.max_characters);
    if (used >= field.max_characters)
        field.error = scene.say(Text::field_full, {{"detail", most}});
    else if (used >= nearly)
        field.hint += (field.hint.empty() ? "" : " ") + scene.say(Text::field_nearly_full, {{"detail", most}});
}

Element search_field(std::string id, std::string label, std::string hint, const std::string& value, Action action,
                     std::size_t most) {
    Field field;
    field.label = std::move(label);
    field.kind = FieldKind::search;
    field.value = value;
    field.hint = std::move(hint);
    field.action = std::move(action);
    field.max_characters = most;
    return Element{std::move(id), std::move(field), {}};
}

Element note_field(const Scene& scene, std::string id, std::string label, const std::string& value, Action action) {
    Field body;
    body.label = std::move(label);
    body.kind = FieldKind::long_text;
    body.value = value;
    body.action = std::move(action);
    judge_words(scene, body);
    return Element{std::move(id), std::move(body), {}};
}

Table make_table(std::string caption, std::vector<std::string> columns, std::vector<std::vector<std::string>> rows) {
    Table table;
    table.caption = std::move(caption);
    table.columns = std::move(columns);
    for (std::vector<std::string>& row : rows) {
        std::vector<Rich> cells;
        cells.reserve(row.size());
        for (std::string& cell : row) cells.push_back(words(std::move(cell)));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Element continue_row(std::string label, Elements more) {
    Elements children;
    children.push_back(button("continue", std::move(label), ButtonKind::primary, Continued{}));
    for (Element& element : more) children.push_back(std::move(element));
    return group("actions", GroupKind::row, std::move(children));
}

void add_disclosure(const Scene& scene, Elements& to, const std::string& id, std::string label, Elements children,
                    std::string description) {
    const bool unfolded = scene.session.unfolded.count(id) != 0;
    Element opener = button(id, std::move(label), ButtonKind::quiet, DisclosureToggled{id}, std::move(description));
    Button& body = *std::get_if<Button>(&opener.body);
    body.expanded = unfolded;
    if (unfolded) body.controls = id + "-more";
    to.push_back(std::move(opener));
    if (unfolded) to.push_back(group(id + "-more", GroupKind::info, std::move(children)));
}

Elements describe_review(const Scene& scene, const std::string& id, const Review& review) {
    Elements made;
    List list;
    for (const SourceKey& key : review.sources) {
        const Source* source = find_source(scene.content, key);
        if (source != nullptr) list.items.push_back(words(with_address(*source)));
    }
    if (list.items.empty())
        made.push_back(paragraph(id + "-sources", scene.say(Text::sources_none), ParagraphTone::small));
    else
        made.push_back(Element{id + "-sources", std::move(list), {}});
    made.push_back(paragraph(id + "-review", scene.say(text_of(review.state), {{"date", written_date(review.date)}}),
                             ParagraphTone::small_muted));
    return made;
}

void add_pending(const Scene& scene, const std::string& id, const Review& review, Elements& to) {
    if (review.state == ReviewState::pending)
        to.push_back(paragraph(id, scene.say(Text::not_checked), ParagraphTone::small_muted));
}

bool is_anything_checked(const Content& content) {
    const auto any = [](const auto& things) {
        for (const auto& thing : things) {
            if (thing.review.state == ReviewState::checked) return true;
        }
        return false;
    };
    return any(content.signs) || any(content.steps) || any(content.tracks) || any(content.circumstances) ||
           any(content.protective_factors) || any(content.reflections);
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
    std::string made;
    for (const std::string& text : texts) {
        if (!made.empty()) made += between;
        made += text;
    }
    return made;
}

}  // namespace core
