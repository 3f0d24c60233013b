#include "base/json_fields.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace core {
namespace {

const std::vector<JsonValue> no_items;

std::string quoted(std::string_view name) { return "»" + std::string(name) + "«"; }

std::string name_of(const JsonValue& value) { return value.key.empty() ? "Punktet" : quoted(value.key); }

std::string in_a_row(const std::vector<std::string_view>& names) {
    std::string row;
    for (const std::string_view name : names) {
        if (!row.empty()) row += ", ";
        row += name;
    }
    return row;
}

// Line feeds are the only control characters that belong in a text.
bool has_control_character(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n') || byte == 0x7F;
    });
}

bool is_only_space(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; });
}

}  // namespace

void complain(JsonReport& report, const JsonValue& value, std::string what, std::string cure) {
    std::string pointer = report.root == nullptr ? std::string() : pointer_to(*report.root, value);
    report.problems.push_back(Problem{report.file, std::move(pointer), value.line, std::move(what), std::move(cure)});
}

JsonFields::JsonFields(const JsonValue& object, JsonReport& report) : object_(object), report_(report) {
    if (object.kind != JsonKind::object) {
        complain(report, object, "Her skal stå et objekt med felter.", "Sæt { og } omkring felterne.");
    }
}

JsonFields::~JsonFields() {
    if (object_.kind != JsonKind::object) return;
    if (in_order_ && found_ == object_.items.size()) return;
    for (const JsonValue& member : object_.items) {
        if (std::find(asked_.begin(), asked_.end(), member.key) != asked_.end()) continue;
        std::string cure = "Ret stavningen, eller fjern feltet.";
        if (asked_.size() <= 40) cure += " Her kan stå: " + in_a_row(asked_) + ".";
        complain(report_, member, "Feltet " + quoted(member.key) + " kendes ikke.", std::move(cure));
    }
}

bool JsonFields::has(std::string_view key) const { return find_member(object_, key) != nullptr; }

const JsonValue& JsonFields::at(std::string_view key) const {
    const JsonValue* member = find_member(object_, key);
    return member == nullptr ? object_ : *member;
}

const JsonValue* JsonFields::ask(std::string_view key) {
    asked_.push_back(key);
    if (object_.kind != JsonKind::object) return nullptr;
    const std::vector<JsonValue>& members = object_.items;
    for (std::size_t tried = 0; tried < members.size(); ++tried) {
        const std::size_t at = (next_ + tried) % members.size();
        if (members[at].key != key) continue;
        if (at < next_) in_order_ = false;
        next_ = at + 1;
        ++found_;
        return members[at].kind == JsonKind::null ? nullptr : &members[at];
    }
    return nullptr;
}

const JsonValue* JsonFields::ask_required(std::string_view key) {
    const JsonValue* member = ask(key);
    if (member == nullptr && object_.kind == JsonKind::object) {
        complain(report_, object_, "Feltet " + quoted(key) + " mangler.", "Tilføj " + quoted(key) + " her.");
    }
    return member;
}

void JsonFields::wrong_kind(const JsonValue& value, std::string_view wanted) {
    complain(report_, value, name_of(value) + " skal være " + std::string(wanted) + ".",
             "Skriv " + std::string(wanted) + " i stedet.");
}

std::string JsonFields::checked_text(const JsonValue& value, bool may_be_empty) {
    if (value.kind != JsonKind::text) {
        wrong_kind(value, "en tekst i anførselstegn");
        return {};
    }
    if (!may_be_empty && is_only_space(value.text)) {
        complain(report_, value, name_of(value) + " er tom.", "Skriv en tekst.");
    }
    if (has_control_character(value.text)) {
        complain(report_, value, name_of(value) + " indeholder et usynligt styretegn.",
                 "Skriv teksten forfra uden det.");
    }
    return value.text;
}

std::string JsonFields::checked_id(const JsonValue& value) {
    if (value.kind != JsonKind::text) {
        wrong_kind(value, "et id i anførselstegn");
        return {};
    }
    if (!is_valid_id(value.text)) {
        complain(report_, value, "Id'et " + quoted(value.text) + " kan ikke bruges.",
                 "Brug 1 til 64 små bogstaver a-z, tal, _ og -.");
    }
    return value.text;
}

double JsonFields::checked_number(const JsonValue& value, bool whole, double lowest, double highest, double fallback) {
    if (value.kind != JsonKind::number || (whole && !value.whole)) {
        wrong_kind(value, whole ? "et helt tal uden anførselstegn" : "et tal uden anførselstegn");
        return fallback;
    }
    if (value.number < lowest || value.number > highest) {
        const auto spelt = [](double bound) { return std::to_string(static_cast<long long>(std::floor(bound))); };
        complain(report_, value, quoted(value.key) + " ligger uden for det mulige.",
                 "Skriv et tal fra " + spelt(lowest) + " til " + spelt(highest) + ".");
        return fallback;
    }
    return value.number;
}

std::size_t JsonFields::checked_choice(const JsonValue& value, std::size_t fallback,
                                       const std::vector<std::string_view>& names) {
    if (value.kind == JsonKind::text) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (names[i] == value.text) return i;
        }
    }
    complain(report_, value, name_of(value) + " har en værdi, der ikke kendes.",
             "Vælg en af: " + in_a_row(names) + ".");
    return fallback;
}

const std::vector<JsonValue>& JsonFields::checked_list(const JsonValue& value) {
    if (value.kind == JsonKind::list) return value.items;
    wrong_kind(value, "en liste i [ og ]");
    return no_items;
}

std::string JsonFields::text(std::string_view key) {
    const JsonValue* value = ask_required(key);
    return value == nullptr ? std::string() : checked_text(*value, false);
}

std::string JsonFields::id_text(std::string_view key) {
    const JsonValue* value = ask_required(key);
    return value == nullptr ? std::string() : checked_id(*value);
}

double JsonFields::number(std::string_view key, double lowest, double highest) {
    const JsonValue* value = ask_required(key);
    return value == nullptr ? lowest : checked_number(*value, false, lowest, highest, lowest);
}

int JsonFields::whole(std::string_view key, int lowest, int highest) {
    const JsonValue* value = ask_required(key);
    return value == nullptr ? lowest : static_cast<int>(checked_number(*value, true, lowest, highest, lowest));
}

bool JsonFields::truth(std::string_view key) {
    const JsonValue* value = ask_required(key);
    if (value == nullptr) return false;
    if (value->kind != JsonKind::boolean) wrong_kind(*value, "true eller false");
    return value->truth;
}

std::size_t JsonFields::choice(std::string_view key, const std::vector<std::string_view>& names) {
    const JsonValue* value = ask_required(key);
    return value == nullptr ? 0 : checked_choice(*value, 0, names);
}

const std::vector<JsonValue>& JsonFields::list(std::string_view key) {
    const JsonValue* value = ask_required(key);
    return value == nullptr ? no_items : checked_list(*value);
}

std::string JsonFields::text_or_empty(std::string_view key) {
    const JsonValue* value = ask(key);
    return value == nullptr ? std::string() : checked_text(*value, true);
}

std::string JsonFields::id_text_or_empty(std::string_view key) {
    const JsonValue* value = ask(key);
    if (value == nullptr || (value->kind == JsonKind::text && value->text.empty())) return {};
    return checked_id(*value);
}

double JsonFields::number_or(std::string_view key, double fallback, double lowest, double highest) {
    const JsonValue* value = ask(key);
    return value == nullptr ? fallback : checked_number(*value, false, lowest, highest, fallback);
}

int JsonFields::whole_or(std::string_view key, int fallback, int lowest, int highest) {
    const JsonValue* value = ask(key);
    return value == nullptr ? fallback : static_cast<int>(checked_number(*value, true, lowest, highest, fallback));
}

std::optional<int> JsonFields::optional_whole(std::string_view key, int lowest, int highest) {
    const JsonValue* value = ask(key);
    if (value == nullptr) return std::nullopt;
    return static_cast<int>(checked_number(*value, true, lowest, highest, lowest));
}

bool JsonFields::truth_or(std::string_view key, bool fallback) {
    const JsonValue* value = ask(key);
    if (value == nullptr) return fallback;
    if (value->kind != JsonKind::boolean) {
        wrong_kind(*value, "true eller false");
        return fallback;
    }
    return value->truth;
}

std::size_t JsonFields::choice_or(std::string_view key, std::size_t fallback,
                                  const std::vector<std::string_view>& names) {
    const JsonValue* value = ask(key);
    return value == nullptr ? fallback : checked_choice(*value, fallback, names);
}

const std::vector<JsonValue>& JsonFields::list_or_empty(std::string_view key) {
    const JsonValue* value = ask(key);
    return value == nullptr ? no_items : checked_list(*value);
}

std::vector<std::string> JsonFields::texts(std::string_view key) {
    std::vector<std::string> made;
    for (const JsonValue& item : list_or_empty(key)) made.push_back(checked_text(item, false));
    return made;
}

std::vector<std::string> JsonFields::id_texts(std::string_view key) {
    std::vector<std::string> made;
    for (const JsonValue& item : list_or_empty(key)) {
        std::string id = checked_id(item);
        if (!id.empty() && std::find(made.begin(), made.end(), id) != made.end())
            complain(report_, item, "Id'et " + quoted(id) + " står to gange på listen.", "Tag det ene ud.");
        made.push_back(std::move(id));
    }
    return made;
}

const JsonValue* JsonFields::object_or_null(std::string_view key) {
    const JsonValue* value = ask(key);
    if (value == nullptr || value->kind == JsonKind::object) return value;
    wrong_kind(*value, "et objekt med felter i { og }");
    return nullptr;
}

}  // namespace core
