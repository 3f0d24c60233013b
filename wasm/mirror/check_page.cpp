#include "mirror/check_page.hpp"

#include <cstddef>
#include <unordered_set>
#include <utility>

namespace shell {

namespace {

const std::string* find_attribute(const Node& node, const char* name) {
    for (const Attribute& attribute : node.attributes) {
        if (attribute.name == name) return &attribute.value;
    }
    return nullptr;
}

std::string words_in(const Node& node) {
    std::string words;
    for (const TextLine& line : node.text) {
        for (const TextRun& run : line.runs) words += run.text;
    }
    for (const Node& child : node.children) words += words_in(child);
    return words;
}

bool is_blank(const std::string& words) { return words.find_first_not_of(' ') == std::string::npos; }

const Node* find_label(const Node& root, const std::string& id) {
    const std::string* target = root.tag == "label" ? find_attribute(root, "for") : nullptr;
    if (target != nullptr && *target == id) return &root;
    for (const Node& child : root.children) {
        if (const Node* found = find_label(child, id)) return found;
    }
    return nullptr;
}

struct Search {
    const Node& page;
    std::unordered_set<std::string> ids;
    int heading = 0;
    std::vector<std::string> faults;

    void say(const Node& node, const char* what) { faults.push_back("<" + node.tag + " id=" + node.id + "> " + what); }

    void look_at_name(const Node& node) {
        const bool is_input = node.tag == "input" || node.tag == "textarea" || node.tag == "select";
        const bool names_itself = node.tag == "button" || node.tag == "a";
        if (is_input) {
            const Node* label = find_label(page, node.id);
            if (label == nullptr || is_blank(words_in(*label))) say(node, "has no name");
        }
        if (names_itself && is_blank(words_in(node))) say(node, "has no name");
        const bool labelled = node.tag == "nav" || node.tag == "section";
        const std::string* label = find_attribute(node, "aria-label");
        if (labelled && (label == nullptr || is_blank(*label))) say(node, "has no name");
        const std::string* title = find_attribute(node, "aria-labelledby");
        const Node* named_by = title != nullptr ? find_node(page, *title) : nullptr;
        if (node.tag == "dialog" && (named_by == nullptr || is_blank(words_in(*named_by)))) say(node, "has no name");
        const bool is_target = is_input || names_itself;
        if (!is_target || !node.placement) return;
        const Rect& rect = node.placement->rect;
        if (rect.width < 24 || rect.height < 24) say(node, "is smaller than 24 px");
    }

    void look_at_references(const Node& node) {
        for (const char* name : {"aria-describedby", "aria-controls", "for"}) {
            const std::string* value = find_attribute(node, name);
            if (value == nullptr) continue;
            std::size_t begin = 0;
            while (begin < value->size()) {
                std::size_t end = value->find(' ', begin);
                if (end == std::string::npos) end = value->size();
                if (find_node(page, value->substr(begin, end - begin)) == nullptr)
                    say(node, "points at what is not there");
                begin = end + 1;
            }
        }
    }

    void look_at(const Node& node) {
        if (!ids.insert(node.id).second) say(node, "has an id that is used twice");
        if (node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] >= '1' && node.tag[1] <= '6') {
            const int level = node.tag[1] - '0';
            if (level > heading + 1) say(node, "skips a heading level");
            heading = level;
        }
        look_at_name(node);
        look_at_references(node);
        for (const Node& child : node.children) look_at(child);
    }
};

}  // namespace

std::vector<std::string> find_faults(const Node& page) {
    Search search{page, {}, 0, {}};
    search.look_at(page);
    return std::move(search.faults);
}

}  // namespace shell
