#include "base/json_reader.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

namespace core {
namespace {

// Hands the bytes to the parser and shows how far it has read.
class ReadBytes {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    ReadBytes(const char* at, const char** reached) : at_(at), reached_(reached) {}
    reference operator*() const { return *at_; }
    ReadBytes& operator++() {
        ++at_;
        if (reached_ != nullptr) *reached_ = at_;
        return *this;
    }
    [[maybe_unused]] friend bool operator==(const ReadBytes& left, const ReadBytes& right) {
        return left.at_ == right.at_;
    }
    [[maybe_unused]] friend bool operator!=(const ReadBytes& left, const ReadBytes& right) {
        return left.at_ != right.at_;
    }

private:
    const char* at_;
    const char** reached_;
};

// Counts lines as the parser moves on; never goes back.
class LineCounter {
public:
    explicit LineCounter(std::string_view bytes) : bytes_(bytes) {}
    int line_at(std::size_t offset) {
        for (; counted_ < offset && counted_ < bytes_.size(); ++counted_) {
            if (bytes_[counted_] == '\n') ++line_;
        }
        return line_;
    }

private:
    std::string_view bytes_;
    std::size_t counted_ = 0;
    int line_ = 1;
};

// Builds the tree from the parser's events; every event may refuse.
class TreeBuilder {
public:
    TreeBuilder(std::string_view bytes, const std::string& file, const JsonLimits& limits)
        : bytes_(bytes), file_(file), limits_(limits), lines_(bytes) {}

    const char** reached() { return &reached_; }
    JsonValue take_root() { return std::move(root_); }
    Problem take_problem() { return std::move(problem_); }

    bool null() { return add(JsonKind::null) != nullptr; }
    bool boolean(bool truth) {
        JsonValue* value = add(JsonKind::boolean);
        if (value == nullptr) return false;
        value->truth = truth;
        return true;
    }
    bool number_integer(std::int64_t number) {
        if (number < -largest_ || number > largest_) return refuse_number();
        return add_whole(static_cast<double>(number));
    }
    bool number_unsigned(std::uint64_t number) {
        if (number > static_cast<std::uint64_t>(largest_)) return refuse_number();
        return add_whole(static_cast<double>(number));
    }
    bool number_float(double number, const std::string& written) {
        const bool fraction = written.find_first_of(".eE") != std::string::npos;
        if (!fraction) return refuse_number();  // a whole number too long even for 64 bits
        if (!std::isfinite(number)) return refuse_number();
        JsonValue* value = add(JsonKind::number);
        if (value == nullptr) return false;
        value->number = number;
        value->text = written;
        return true;
    }
    bool string(std::string& text) {
        if (text.size() > limits_.text) { return refuse("En tekst er længere end 64 kB.", "Del teksten i flere."); }
        JsonValue* value = add(JsonKind::text);
        if (value == nullptr) return false;
        value->text = std::move(text);
        return true;
    }
    bool binary(std::vector<std::uint8_t>&) { return false; }  // not in JSON text

    bool start_object(std::size_t) { return open(JsonKind::object); }
    bool start_array(std::size_t) { return open(JsonKind::list); }
    bool end_array() {
        open_.pop_back();
        return true;
    }
    bool end_object() {
        const bool unique = has_unique_keys(*open_.back());
        open_.pop_back();
        return unique;
    }
    bool key(std::string& name) {
        if (name.size() > limits_.key) {
            return refuse("Et feltnavn er længere end 256 tegn.", "Giv feltet et kort navn.");
        }
        key_ = std::move(name);
        return true;
    }

    template <class Exception>
    bool parse_error(std::size_t position, const std::string&, const Exception& error) {
        line_ = lines_.line_at(position > 0 ? position - 1 : 0);
        if (error.id == 406) return refuse_number();
        return refuse("Filen er ikke gyldig JSON.",
                      "Se efter et komma for meget eller for lidt, et manglende anførselstegn eller en parentes, "
                      "der ikke er lukket, på denne linje eller lige før.");
    }

private:
    bool refuse(const char* what, const char* cure) {
        if (line_ == 0) line_ = line_of_value();
        problem_ = Problem{file_, "", line_, what, cure};
        return false;
    }
    bool refuse_number() {
        return refuse("Et tal er for stort.", "Brug et tal mellem -9007199254740992 og 9007199254740992.");
    }

    // Numbers are known to be over only when the byte after them is read.
    int line_of_value() {
        const std::size_t read = reached_ == nullptr ? 0 : static_cast<std::size_t>(reached_ - bytes_.data());
        return lines_.line_at(read > 0 ? read - 1 : 0);
    }

    JsonValue* add(JsonKind kind) {
        if (++nodes_ > limits_.nodes) {
            refuse("Filen har flere end 200.000 værdier.", "Del filen i flere.");
            return nullptr;
        }
        JsonValue* value = &root_;
        if (!open_.empty()) {
            JsonValue& parent = *open_.back();
            if (parent.kind == JsonKind::list && parent.items.size() >= limits_.list_items) {
                refuse("En liste har flere end 4.000 punkter.", "Del listen i flere.");
                return nullptr;
            }
            value = &parent.items.emplace_back();
            if (parent.kind == JsonKind::object) value->key = std::move(key_);
        }
        value->kind = kind;
        value->line = line_of_value();
        return value;
    }

    bool add_whole(double number) {
        JsonValue* value = add(JsonKind::number);
        if (value == nullptr) return false;
        value->number = number;
        value->whole = true;
        return true;
    }

    bool open(JsonKind kind) {
        if (open_.size() >= limits_.depth) {
            return refuse("Filen har lister eller felter i mere end 32 lag.", "Gør opbygningen fladere.");
        }
        JsonValue* value = add(kind);
        if (value == nullptr) return false;
        open_.push_back(value);
        return true;
    }

    bool has_unique_keys(const JsonValue& object) {
        std::vector<const JsonValue*> members;
        members.reserve(object.items.size());
        for (const JsonValue& item : object.items) members.push_back(&item);
        std::sort(members.begin(), members.end(),
                  [](const JsonValue* left, const JsonValue* right) { return left->key < right->key; });
        for (std::size_t i = 1; i < members.size(); ++i) {
            if (members[i - 1]->key != members[i]->key) continue;
            line_ = std::max(members[i - 1]->line, members[i]->line);
            problem_ = Problem{file_, "", line_, "Feltet »" + members[i]->key + "« står to gange.",
                               "Behold det ene, og fjern det andet."};
            return false;
        }
        return true;
    }

    static constexpr auto largest_ = static_cast<std::int64_t>(largest_whole_number);

    std::string_view bytes_;
    const std::string& file_;
    const JsonLimits& limits_;
    LineCounter lines_;
    const char* reached_ = nullptr;
    JsonValue root_;
    std::vector<JsonValue*> open_;  // stays valid: only the innermost one grows
    std::string key_;
    std::size_t nodes_ = 0;
    int line_ = 0;
    Problem problem_;
};

Problem refuse_bytes(const std::string& file, const char* what, const char* cure) {
    return Problem{file, "", 1, what, cure};
}

bool find_pointer(const JsonValue& from, const JsonValue& wanted, std::string& pointer) {
    if (&from == &wanted) return true;
    const std::size_t before = pointer.size();
    for (std::size_t i = 0; i < from.items.size(); ++i) {
        pointer += '/';
        if (from.kind == JsonKind::object) {
            for (const char c : from.items[i].key) {
                if (c == '~')
                    pointer += "~0";
                else if (c == '/')
                    pointer += "~1";
                else
                    pointer += c;
            }
        } else {
            pointer += std::to_string(i);
        }
        if (find_pointer(from.items[i], wanted, pointer)) return true;
        pointer.resize(before);
    }
    return false;
}

}  // namespace

Result<JsonValue> read_json(std::string_view bytes, const std::string& file, const JsonLimits& limits) {
    if (bytes.size() > limits.file) {
        return refuse_bytes(file, "Filen er større end 8 MB.", "Del den i flere filer.");
    }
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") {
        return refuse_bytes(file, "Filen begynder med et usynligt mærke (BOM).", "Gem den som UTF-8 uden BOM.");
    }
    if (bytes.find('\0') != std::string_view::npos) {
        return refuse_bytes(file, "Filen indeholder et nul-tegn.", "Gem den som almindelig tekst i UTF-8.");
    }
    TreeBuilder builder(bytes, file, limits);
    const ReadBytes begin(bytes.data(), builder.reached());
    const ReadBytes end(bytes.data() + bytes.size(), nullptr);
    if (!nlohmann::json::sax_parse(begin, end, &builder)) return builder.take_problem();
    return builder.take_root();
}

const JsonValue* find_member(const JsonValue& object, std::string_view key) {
    if (object.kind != JsonKind::object) return nullptr;
    for (const JsonValue& item : object.items) {
        if (item.key == key) return &item;
    }
    return nullptr;
}

std::string pointer_to(const JsonValue& root, const JsonValue& value) {
    std::string pointer;
    find_pointer(root, value, pointer);
    return pointer;
}

}  // namespace core
