// build.hpp -- short words for making elements.
//
// Knows: view.hpp, content, session. Never: what a screen says.

#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "view/view.hpp"

namespace core {

// What a screen is described from.
struct Scene {
    const Content& content;
    const Session& session;

    const Case& subject() const { return session.subject; }
    const std::string& say(Text key) const { return content.texts[key]; }
    std::string say(Text key, std::initializer_list<std::pair<std::string_view, std::string_view>> values) const {
        return fill(content.texts[key], values);
    }
};

Rich words(std::string text);
Rich strong_words(std::string text);
Run strong(std::string text);

Element heading(std::string id, int level, std::string text);
Element paragraph(std::string id, std::string text, ParagraphTone tone = ParagraphTone::body);
Element rich_paragraph(std::string id, Rich text, ParagraphTone tone = ParagraphTone::body);
Element group(std::string id, GroupKind kind, Elements children, std::string label = {});
Element button(std::string id, std::string label, ButtonKind kind, Action action, std::string description = {});
Element link(std::string id, std::string label, LinkKind kind, const Place& place, std::string element = {});
Element checkbox(std::string id, std::string label, bool checked, Action action);
Element tag(std::string id, std::string text);

Element search_field(std::string id, std::string label, std::string hint, const std::string& value, Action action,
                     std::size_t most);

// A long text field, its words judged.
Element note_field(const Scene& scene, std::string id, std::string label, const std::string& value, Action action);

// Says by a field of the case what is wrong with its words: something like a CPR number, or no room for more.
void judge_words(const Scene& scene, Field& field);

Table make_table(std::string caption, std::vector<std::string> columns, std::vector<std::vector<std::string>> rows);

// "Fortsæt", with `more` beside it.
Element continue_row(std::string label, Elements more = {});

// A button that unfolds `children` in place.
void add_disclosure(const Scene& scene, Elements& to, const std::string& id, std::string label, Elements children,
                    std::string description = {});

// On the face of what has no seen source, or rests on uncertain law: that nobody has checked it.
void add_pending(const Scene& scene, const std::string& id, const Review& review, Elements& to);

// "Kilder": names and addresses of the sources, the date and how far it is reviewed.
Elements describe_review(const Scene& scene, const std::string& id, const Review& review);

// Has any professional checked anything of what is loaded?
bool is_anything_checked(const Content& content);

// The texts with `between` between them.
std::string joined(const std::vector<std::string>& texts, std::string_view between);

}  // namespace core
