#include "base/json_writer.hpp"

#include <utility>

#include "base/text.hpp"

namespace core {
namespace {

void append_escaped(std::string& to, std::string_view words) {
    constexpr std::string_view hex = "0123456789abcdef";
    to += '"';
    for (std::size_t at = 0; at < words.size();) {
        const auto byte = static_cast<unsigned char>(words[at]);
        if (byte == '"' || byte == '\\') {
            to += '\\';
            to += words[at++];
        } else if (byte == '\n') {
            to += "\\n";
            ++at;
        } else if (byte < 0x20 || byte == 0x7F) {
            to += "\\u00";
            to += hex[byte >> 4];
            to += hex[byte & 15];
            ++at;
        } else {
            const std::size_t length = valid_utf8_length(words, at);
            to += length == 0 ? std::string_view("\xEF\xBF\xBD") : words.substr(at, length);
            at += length == 0 ? 1 : length;
        }
    }
    to += '"';
}

}  // namespace

void JsonWriter::new_line() {
    if (layout_ == Layout::minified) return;
    written_ += '\n';
    written_.append(has_items_.size() * 2, ' ');
}

void JsonWriter::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (has_items_.empty()) return;
    if (has_items_.back()) written_ += ',';
    has_items_.back() = true;
    new_line();
}

void JsonWriter::close(char bracket) {
    const bool had_items = has_items_.back();
    has_items_.pop_back();
    if (had_items) new_line();
    written_ += bracket;
}

JsonWriter& JsonWriter::begin_object() {
    before_value();
    written_ += '{';
    has_items_.push_back(false);
    return *this;
}

JsonWriter& JsonWriter::end_object() {
    close('}');
    return *this;
}

JsonWriter& JsonWriter::begin_list() {
    before_value();
    written_ += '[';
    has_items_.push_back(false);
    return *this;
}

JsonWriter& JsonWriter::end_list() {
    close(']');
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    before_value();
    append_escaped(written_, name);
    written_ += layout_ == Layout::minified ? ":" : ": ";
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view words) {
    before_value();
    append_escaped(written_, words);
    return *this;
}

JsonWriter& JsonWriter::number(long long whole) {
    before_value();
    written_ += std::to_string(whole);
    return *this;
}

JsonWriter& JsonWriter::truth(bool value) {
    before_value();
    written_ += value ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::null() {
    before_value();
    written_ += "null";
    return *this;
}

JsonWriter& JsonWriter::value(const JsonValue& tree) {
    switch (tree.kind) {
        case JsonKind::null: return null();
        case JsonKind::boolean: return truth(tree.truth);
        case JsonKind::text: return text(tree.text);
        case JsonKind::number:
            if (tree.whole) return number(static_cast<long long>(tree.number));
            before_value();
            written_ += tree.text;
            return *this;
        case JsonKind::list:
            begin_list();
            for (const JsonValue& item : tree.items) value(item);
            return end_list();
        case JsonKind::object:
            begin_object();
            for (const JsonValue& item : tree.items) key(item.key).value(item);
            return end_object();
    }
    return *this;
}

std::string JsonWriter::take() {
    if (layout_ == Layout::indented) written_ += '\n';
    return std::exchange(written_, {});
}

std::string write_json(const JsonValue& tree) {
    JsonWriter writer;
    writer.value(tree);
    return writer.take();
}

}  // namespace core
