// result.hpp -- how we say "maybe failed", without exceptions.
//
// A Result holds either a value or the problems that kept it from being made.
// Knows: std. Never: the domain.

#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace core {

// One thing wrong, told so that the author can mend it. `pointer` is a JSON
// pointer into `file`; `line` is 1-based and 0 when not known. `what` and
// `cure` are whole sentences in Danish: authors are municipal staff.
struct Problem {
    std::string file;
    std::string pointer;
    int line = 0;
    std::string what;
    std::string cure;
};

using Problems = std::vector<Problem>;

template <class Value>
class [[nodiscard]] Result {
public:
    Result(Value value) : held_(std::move(value)) {}                  // NOLINT: implicit on purpose, `return value;`
    Result(Problems problems) : held_(std::move(problems)) {}         // NOLINT: implicit on purpose, `return problems;`
    Result(Problem problem) : held_(Problems{std::move(problem)}) {}  // NOLINT: as above

    explicit operator bool() const { return std::holds_alternative<Value>(held_); }
    const Value& value() const { return *std::get_if<Value>(&held_); }
    Value take() { return std::move(*std::get_if<Value>(&held_)); }
    const Problems& problems() const { return *std::get_if<Problems>(&held_); }

private:
    std::variant<Value, Problems> held_;
};

}  // namespace core
