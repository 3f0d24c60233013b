// json_fields.hpp -- takes an object's fields one by one and tells the author
// what is wrong with them, all of it.
//
// A reader asks for each field by name and always gets something usable back;
// what was missing, misspelt or of the wrong kind is in the report.
// Knows: json_reader, id. Never: what a field means.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/json_reader.hpp"
#include "base/result.hpp"

namespace core {

// The problems of one file. `root` is what pointers count from.
struct JsonReport {
    std::string file;
    const JsonValue* root = nullptr;
    Problems problems;
};

// Adds a problem at `value`. Whole sentences in Danish, for authors.
void complain(JsonReport& report, const JsonValue& value, std::string what, std::string cure);

// One object. When it goes out of scope it complains about every field that
// nobody asked for. `object` and `report` must outlive it.
class JsonFields {
public:
    JsonFields(const JsonValue& object, JsonReport& report);
    ~JsonFields();
    JsonFields(const JsonFields&) = delete;
    JsonFields& operator=(const JsonFields&) = delete;

    // Required; not empty.
    std::string text(std::string_view key);
    std::string id_text(std::string_view key);
    double number(std::string_view key, double lowest, double highest);
    int whole(std::string_view key, int lowest, int highest);
    bool truth(std::string_view key);
    // Required; the position in `names`.
    std::size_t choice(std::string_view key, const std::vector<std::string_view>& names);
    // Required; the items of a list.
    const std::vector<JsonValue>& list(std::string_view key);

    // May be left out.
    std::string text_or_empty(std::string_view key);
    std::string id_text_or_empty(std::string_view key);
    double number_or(std::string_view key, double fallback, double lowest, double highest);
    int whole_or(std::string_view key, int fallback, int lowest, int highest);
    std::optional<int> optional_whole(std::string_view key, int lowest, int highest);
    bool truth_or(std::string_view key, bool fallback);
    std::size_t choice_or(std::string_view key, std::size_t fallback, const std::vector<std::string_view>& names);
    const std::vector<JsonValue>& list_or_empty(std::string_view key);
    std::vector<std::string> texts(std::string_view key);     // a list of texts
    std::vector<std::string> id_texts(std::string_view key);  // a list of ids, each once
    const JsonValue* object_or_null(std::string_view key);    // null too when it is no object

    template <class IdType>
    IdType id(std::string_view key) {
        return IdType{id_text(key)};
    }
    template <class IdType>
    IdType id_or_empty(std::string_view key) {
        return IdType{id_text_or_empty(key)};
    }
    template <class IdType>
    std::vector<IdType> ids(std::string_view key) {
        std::vector<IdType> made;
        for (std::string& one : id_texts(key)) made.emplace_back(std::move(one));
        return made;
    }

    // Was the field there (also when it was null)?
    [[nodiscard]] bool has(std::string_view key) const;
    // Where to complain about a field; the object itself when it is missing.
    [[nodiscard]] const JsonValue& at(std::string_view key) const;
    [[nodiscard]] JsonReport& report() { return report_; }

private:
    // The member, noted as asked for; null when missing or JSON null.
    const JsonValue* ask(std::string_view key);
    const JsonValue* ask_required(std::string_view key);
    void wrong_kind(const JsonValue& value, std::string_view wanted);
    std::string checked_text(const JsonValue& value, bool may_be_empty);
    std::string checked_id(const JsonValue& value);
    double checked_number(const JsonValue& value, bool whole, double lowest, double highest, double fallback);
    std::size_t checked_choice(const JsonValue& value, std::size_t fallback,
                               const std::vector<std::string_view>& names);
    const std::vector<JsonValue>& checked_list(const JsonValue& value);

    const JsonValue& object_;
    JsonReport& report_;
    std::vector<std::string_view> asked_;
    // Fields mostly stand in the order they are asked for, so the search goes on where it stopped.
    std::size_t next_ = 0;
    std::size_t found_ = 0;
    bool in_order_ = true;
};

}  // namespace core
