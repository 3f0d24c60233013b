// findings.hpp -- collects what check_content finds, each at its place.
//
// Content does not know where it was written; this looks it up in the packs.
// Inside the room: the check_*.cpp files use it, nobody else.
// Knows: json_reader, load_content. Never: what is right or wrong.

#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_reader.hpp"
#include "content/check_content.hpp"

namespace core {

// A thing as it was written: the file and the object in it.
struct WrittenThing {
    const ContentFile* file = nullptr;
    const JsonValue* value = nullptr;
};

class Findings {
public:
    explicit Findings(const std::vector<ContentPack>& packs);

    // `list` is the name of the list it stands in ("signs", "steps", …; the groups
    // of roles are "role_groups", those of reflections "reflection_groups").
    // With `field` the problem is put there when the field is written.
    void error(std::string_view list, const std::string& id, std::string_view field, std::string what,
               std::string cure);
    void warning(std::string_view list, const std::string& id, std::string_view field, std::string what,
                 std::string cure);
    // About a file as a whole, by its kind ("lineal/roles").
    void error_in_kind(std::string_view kind, std::string what, std::string cure);
    void warning_in_kind(std::string_view kind, std::string what, std::string cure);
    void error_at(const ContentFile& file, const JsonValue& value, std::string what, std::string cure);

    // Every id that stands more than once in its kind of list.
    void report_duplicates();

    // `visit` for each text in each file; never for keys.
    void each_text(
        const std::function<void(const ContentFile&, const JsonValue& parent, const JsonValue& text)>& visit) const;

    // Sorted by file and line.
    CheckReport take();

private:
    struct Entry {
        std::string list;
        std::string id;
        WrittenThing thing;
    };
    Problem place(std::string_view list, const std::string& id, std::string_view field) const;
    Problem place_in_kind(std::string_view kind) const;

    const std::vector<ContentPack>& packs_;
    std::vector<Entry> entries_;                // as read
    std::map<std::string, std::size_t> first_;  // "list/id" -> the first of that name
    CheckReport report_;
};

// »word«
std::string in_quotes(std::string_view word);

}  // namespace core
