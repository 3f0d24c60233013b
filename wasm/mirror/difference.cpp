#include "mirror/difference.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace shell {

namespace {

struct Known {
    const Node* node = nullptr;
    const Node* parent = nullptr;
    std::size_t position = 0;  // among its siblings
    bool kept = false;
};
using Index = std::unordered_map<std::string_view, Known>;

void enter(Index& index, const Node& node, const Node* parent, std::size_t position) {
    index[node.id] = {&node, parent, position, false};
    for (std::size_t i = 0; i < node.children.size(); ++i) enter(index, node.children[i], &node, i);
}

bool holds(const Node& node, const std::string& id) { return !id.empty() && find_node(node, id) != nullptr; }

bool is_written_in(const Node& node) {
    return std::any_of(node.properties.begin(), node.properties.end(),
                       [](const Property& property) { return property.name == PropertyName::value; });
}

bool has(const Node& node, const char* name, const char* value) {
    return std::find(node.attributes.begin(), node.attributes.end(), Attribute{name, value}) != node.attributes.end();
}

// A browser may write down what a group is called, and an id says which sign it is: a number stays with its group as
// long, and says nothing.
void name_groups(Node& node, std::uint32_t group) {
    if (has(node, "role", "radiogroup")) group = node.handle;
    if (has(node, "type", "radio")) node.attributes.push_back({"name", std::to_string(group)});
    for (Node& child : node.children) name_groups(child, group);
}

class Difference {
public:
    Difference(Operations& operations, const DifferenceOf& of, std::uint32_t& next_handle)
        : operations_(operations), focused_(of.focused), is_other_case_(of.is_other_case), next_handle_(next_handle) {}

    void write(const Node& before, Node& after) {
        enter(index_, before, nullptr, 0);
        keep(after, nullptr);
        name_groups(after, 0);
        remove(before);
        arrange(after);
        fill(after);
    }

private:
    void keep(Node& node, const Node* parent) {
        const auto found = index_.find(node.id);
        const bool known = found != index_.end() && found->second.node->tag == node.tag && !found->second.kept &&
                           !(is_other_case_ && is_written_in(node));
        const Node* old_parent = known ? found->second.parent : nullptr;
        const bool same_parent =
            known &&
            (parent == nullptr ? old_parent == nullptr : old_parent != nullptr && old_parent->handle == parent->handle);
        if (known && same_parent) {
            found->second.kept = true;
            node.handle = found->second.node->handle;
        } else {
            node.handle = next_handle_++;
        }
        for (Node& child : node.children) keep(child, &node);
    }

    const Known* find_kept(const Node& node) const {
        const auto found = index_.find(node.id);
        if (found == index_.end() || !found->second.kept) return nullptr;
        return found->second.node->handle == node.handle ? &found->second : nullptr;
    }

    void remove(const Node& node) {
        for (const Node& child : node.children) {
            if (index_.find(child.id)->second.kept) {
                remove(child);
            } else {
                operations_.remove(child.handle);
            }
        }
    }

    // The kept children that need not move: the longest row of them that
    // stands in the old order, through the one with the focus.
    std::vector<bool> find_stable(const Node& parent) const {
        const std::size_t count = parent.children.size();
        std::vector<const Known*> kept(count, nullptr);
        const Known* pinned = nullptr;
        std::size_t pin = 0;
        bool in_order = true;
        std::size_t last = 0;
        for (std::size_t i = 0; i < count; ++i) {
            kept[i] = find_kept(parent.children[i]);
            if (kept[i] == nullptr) continue;
            if (kept[i]->position + 1 <= last) in_order = false;
            last = std::max(last, kept[i]->position + 1);
        }
        std::vector<bool> stable(count, false);
        if (in_order) {
            for (std::size_t i = 0; i < count; ++i) stable[i] = kept[i] != nullptr;
            return stable;
        }
        for (std::size_t i = 0; i < count; ++i) {
            if (kept[i] == nullptr || !holds(parent.children[i], focused_)) continue;
            pinned = kept[i];
            pin = i;
        }
        std::vector<std::size_t> length(count, 0);
        std::vector<std::size_t> previous(count, count);
        std::size_t best = count;
        for (std::size_t i = 0; i < count; ++i) {
            if (kept[i] == nullptr) continue;
            const bool left = i < pin && kept[i]->position < (pinned != nullptr ? pinned->position : 0);
            const bool right = i > pin && kept[i]->position > (pinned != nullptr ? pinned->position : 0);
            if (pinned != nullptr && i != pin && !left && !right) continue;
            length[i] = 1;
            for (std::size_t j = 0; j < i; ++j) {
                if (length[j] == 0 || kept[j]->position >= kept[i]->position || length[j] + 1 <= length[i]) continue;
                length[i] = length[j] + 1;
                previous[i] = j;
            }
            if (best == count || length[i] > length[best]) best = i;
        }
        for (std::size_t i = best; i < count; i = previous[i]) stable[i] = true;
        return stable;
    }

    // Creates what is new in order, then moves what has changed its place,
    // last one first, so that the node it goes in front of already stands.
    void arrange(const Node& parent) {
        const std::vector<bool> stable = find_stable(parent);
        const std::size_t count = parent.children.size();
        std::vector<std::uint32_t> stable_after(count + 1, 0);
        for (std::size_t i = count; i-- > 0;) {
            stable_after[i] = stable[i] ? parent.children[i].handle : stable_after[i + 1];
        }
        for (std::size_t i = 0; i < count; ++i) {
            const Node& child = parent.children[i];
            if (find_kept(child) == nullptr) operations_.create(child, parent.handle, stable_after[i + 1]);
            arrange(child);
        }
        for (std::size_t i = count; i-- > 0;) {
            const Node& child = parent.children[i];
            if (stable[i] || find_kept(child) == nullptr) continue;
            operations_.move(child.handle, i + 1 < count ? parent.children[i + 1].handle : 0);
        }
    }

    void fill(const Node& node) {
        const Known* known = find_kept(node);
        const Node empty;
        const Node& old = known != nullptr ? *known->node : empty;
        if (!(old.text == node.text) || old.plain_text != node.plain_text) operations_.text(node);
        fill_attributes(old, node);
        for (const Property& property : node.properties) {
            const bool same = std::find(old.properties.begin(), old.properties.end(), property) != old.properties.end();
            if (!same) operations_.property(node.handle, property);
        }
        if (!(old.placement == node.placement)) operations_.geometry(node);
        for (const Node& child : node.children) fill(child);
    }

    void fill_attributes(const Node& old, const Node& node) {
        if (old.classes != node.classes) operations_.attribute(node.handle, "class", &node.classes);
        for (const Attribute& attribute : node.attributes) {
            const bool same =
                std::find(old.attributes.begin(), old.attributes.end(), attribute) != old.attributes.end();
            if (!same) operations_.attribute(node.handle, attribute.name, &attribute.value);
        }
        for (const Attribute& attribute : old.attributes) {
            const bool stays = std::any_of(node.attributes.begin(), node.attributes.end(),
                                           [&](const Attribute& other) { return other.name == attribute.name; });
            if (!stays) operations_.attribute(node.handle, attribute.name, nullptr);
        }
    }

    Operations& operations_;
    const std::string& focused_;
    bool is_other_case_;
    std::uint32_t& next_handle_;
    Index index_;
};

}  // namespace

void write_difference(Operations& operations, const Node& before, Node& after, const DifferenceOf& of,
                      std::uint32_t& next_handle) {
    Difference(operations, of, next_handle).write(before, after);
}

}  // namespace shell
