// json_writer.hpp -- makes JSON text, in the order it is told.
//
// What comes out is always valid: texts are escaped, broken UTF-8 is replaced
// by U+FFFD, and control characters never appear bare.
// Knows: json_reader's tree. Never: a file; sorts anything.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json_reader.hpp"

namespace core {

// JsonWriter write; write.begin_object().field("age", age).end_object(); write.take();
class JsonWriter {
public:
    enum class Layout { minified, indented };
    explicit JsonWriter(Layout layout = Layout::minified) : layout_(layout) {}

    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_list();
    JsonWriter& end_list();
    JsonWriter& key(std::string_view name);
    JsonWriter& text(std::string_view words);
    JsonWriter& number(long long whole);
    JsonWriter& truth(bool value);
    JsonWriter& null();

    JsonWriter& field(std::string_view name, std::string_view words) { return key(name).text(words); }
    JsonWriter& field(std::string_view name, const char* words) { return key(name).text(words); }
    JsonWriter& field(std::string_view name, long long whole) { return key(name).number(whole); }
    JsonWriter& field(std::string_view name, int whole) { return key(name).number(whole); }
    JsonWriter& field(std::string_view name, bool value) { return key(name).truth(value); }

    // A number, or a whole tree, as it was read.
    JsonWriter& value(const JsonValue& tree);

    std::string take();

private:
    void before_value();
    void new_line();
    void close(char bracket);

    Layout layout_;
    std::string written_;
    std::vector<bool> has_items_;  // per open bracket
    bool after_key_ = false;
};

std::string write_json(const JsonValue& tree);

}  // namespace core
