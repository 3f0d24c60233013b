#include "content/findings.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace core {
namespace {

std::string list_name(std::string_view kind, const std::string& list) {
    if (list == "groups") return kind == "lineal/roles" ? "role_groups" : "reflection_groups";
    if (list == "arenas") return kind == "lineal/circumstances" ? "circumstance_arenas" : "protective_arenas";
    return list;
}

std::string joined(std::string_view list, const std::string& id) { return std::string(list) + "/" + id; }

void visit_texts(const ContentFile& file, const JsonValue& parent,
                 const std::function<void(const ContentFile&, const JsonValue&, const JsonValue&)>& visit) {
    for (const JsonValue& item : parent.items) {
        if (item.kind == JsonKind::text) visit(file, parent, item);
        visit_texts(file, item, visit);
    }
}

}  // namespace

void sort_by_place(Problems& problems) {
    std::stable_sort(problems.begin(), problems.end(), [](const Problem& left, const Problem& right) {
        return std::tie(left.file, left.line) < std::tie(right.file, right.line);
    });
}

std::string in_quotes(std::string_view word) { return "»" + std::string(word) + "«"; }

Findings::Findings(const std::vector<ContentPack>& packs) : packs_(packs) {
    for (const ContentPack& pack : packs) {
        for (const ContentFile& file : pack.files) {
            const std::string_view kind = kind_of_file(file.name);
            for (const JsonValue& list : file.value.items) {
                if (list.kind != JsonKind::list) continue;
                for (const JsonValue& item : list.items) {
                    const JsonValue* id = find_member(item, "id");
                    if (id == nullptr) id = find_member(item, "key");
                    if (id == nullptr || id->kind != JsonKind::text) continue;
                    entries_.push_back({list_name(kind, list.key), id->text, {&file, &item}});
                    first_.emplace(joined(entries_.back().list, id->text), entries_.size() - 1);
                }
            }
        }
    }
}

Problem Findings::place(std::string_view list, const std::string& id, std::string_view field) const {
    const auto found = first_.find(joined(list, id));
    if (found == first_.end()) return {};
    const WrittenThing& thing = entries_[found->second].thing;
    const JsonValue* member = field.empty() ? nullptr : find_member(*thing.value, field);
    const JsonValue& at = member == nullptr ? *thing.value : *member;
    Problem problem;
    problem.file = thing.file->name;
    problem.pointer = pointer_to(thing.file->value, at);
    problem.line = at.line;
    return problem;
}

Problem Findings::place_in_kind(std::string_view kind) const {
    Problem problem;
    problem.file = std::string(kind);
    for (const ContentPack& pack : packs_) {
        for (const ContentFile& file : pack.files) {
            if (kind_of_file(file.name) != kind) continue;
            problem.file = file.name;
            problem.line = 1;
            return problem;
        }
    }
    return problem;
}

void Findings::error(std::string_view list, const std::string& id, std::string_view field, std::string what,
                     std::string cure) {
    Problem problem = place(list, id, field);
    problem.what = std::move(what);
    problem.cure = std::move(cure);
    report_.errors.push_back(std::move(problem));
}

void Findings::warning(std::string_view list, const std::string& id, std::string_view field, std::string what,
                       std::string cure) {
    Problem problem = place(list, id, field);
    problem.what = std::move(what);
    problem.cure = std::move(cure);
    report_.warnings.push_back(std::move(problem));
}

void Findings::error_in_kind(std::string_view kind, std::string what, std::string cure) {
    Problem problem = place_in_kind(kind);
    problem.what = std::move(what);
    problem.cure = std::move(cure);
    report_.errors.push_back(std::move(problem));
}

void Findings::warning_in_kind(std::string_view kind, std::string what, std::string cure) {
    Problem problem = place_in_kind(kind);
    problem.what = std::move(what);
    problem.cure = std::move(cure);
    report_.warnings.push_back(std::move(problem));
}

void Findings::error_at(const ContentFile& file, const JsonValue& value, std::string what, std::string cure) {
    report_.errors.push_back(
        Problem{file.name, pointer_to(file.value, value), value.line, std::move(what), std::move(cure)});
}

void Findings::report_duplicates() {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Entry& entry = entries_[i];
        const std::size_t first = first_.at(joined(entry.list, entry.id));
        if (first == i) continue;
        const WrittenThing& earlier = entries_[first].thing;
        error_at(*entry.thing.file, *entry.thing.value,
                 "Id'et " + in_quotes(entry.id) + " er allerede brugt i " + earlier.file->name + " linje " +
                     std::to_string(earlier.value->line) + ".",
                 "Giv den ene et andet id, eller slet den, hvis de er ens.");
    }
}

void Findings::each_text(
    const std::function<void(const ContentFile&, const JsonValue&, const JsonValue&)>& visit) const {
    for (const ContentPack& pack : packs_) {
        for (const ContentFile& file : pack.files) visit_texts(file, file.value, visit);
    }
}

CheckReport Findings::take() {
    sort_by_place(report_.errors);
    sort_by_place(report_.warnings);
    return std::move(report_);
}

}  // namespace core
