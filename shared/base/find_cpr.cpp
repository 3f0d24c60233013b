#include <array>

#include "base/text.hpp"

namespace core {
namespace {

enum class Glyph { digit, space, hyphen, dot, nothing, other };

struct Read {
    Glyph glyph = Glyph::other;
    int digit = 0;
};

Read classify(char32_t c) {
    if (c >= '0' && c <= '9') return {Glyph::digit, static_cast<int>(c - '0')};
    if (c >= 0xFF10 && c <= 0xFF19) return {Glyph::digit, static_cast<int>(c - 0xFF10)};  // full width
    if (c == ' ' || c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000) {
        return {Glyph::space};
    }
    if (c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D) {
        return {Glyph::hyphen};
    }
    if (c == '.' || c == '/' || c == '_' || c == 0xB7 || c == 0xFF0E) return {Glyph::dot};
    if (c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060) return {Glyph::nothing};  // unseen
    return {};
}

constexpr std::size_t most_digits = 12;

// Digits that stand together, each with what stood before it.
struct Run {
    std::array<int, most_digits> digits{};
    std::array<Glyph, most_digits> before{};  // the strongest mark: hyphen over dot over space
    std::size_t count = 0;
    std::size_t end = 0;   // bytes, after the last digit
    bool goes_on = false;  // one more digit stands directly after
};

Run read_run(std::string_view text, std::size_t at, std::size_t wanted) {
    Run run;
    Glyph before = Glyph::nothing;
    int marks = 0;
    while (at < text.size()) {
        const Read read = classify(take_character(text, at));
        if (read.glyph == Glyph::nothing) continue;
        if (read.glyph == Glyph::other) break;
        if (read.glyph != Glyph::digit) {
            if (++marks > 3) break;  // " - " is the widest that is still one number
            if (before != Glyph::hyphen && !(before == Glyph::dot && read.glyph == Glyph::space)) before = read.glyph;
            continue;
        }
        if (run.count == wanted) {
            run.goes_on = before == Glyph::nothing;
            break;
        }
        run.digits[run.count] = read.digit;
        run.before[run.count] = before;
        ++run.count;
        run.end = at;
        before = Glyph::nothing;
        marks = 0;
    }
    return run;
}

int pair_at(const Run& run, std::size_t at) { return run.digits[at] * 10 + run.digits[at + 1]; }

bool is_possible_date(const Run& run) {
    constexpr std::array<int, 12> days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int day = pair_at(run, 0);
    if (day > 60) day -= 60;  // replacement number
    const int month = pair_at(run, 2);
    if (month < 1 || month > 12) return false;
    return day >= 1 && day <= days[static_cast<std::size_t>(month - 1)];
}

// "12.10.24 10.30" is a date and a time: within the last four only spaces.
bool are_last_four_together(const Run& run) {
    for (std::size_t i = run.count - 3; i < run.count; ++i) {
        if (run.before[i] == Glyph::dot || run.before[i] == Glyph::hyphen) return false;
    }
    return true;
}

std::optional<TextRange> cpr_from(std::string_view text, std::size_t at) {
    const Run short_run = read_run(text, at, 10);
    if (short_run.count == 10 && !short_run.goes_on && is_possible_date(short_run) &&
        are_last_four_together(short_run)) {
        return TextRange{at, short_run.end};
    }
    // With the whole year only before a hyphen: "12.10.2024 1030" is a time.
    const Run long_run = read_run(text, at, 12);
    if (long_run.count != 12 || long_run.goes_on || !is_possible_date(long_run)) return std::nullopt;
    const int century = pair_at(long_run, 4);
    if (century < 18 || century > 20) return std::nullopt;
    const Glyph mark = long_run.before[8];
    if (mark != Glyph::hyphen && mark != Glyph::nothing) return std::nullopt;
    if (!are_last_four_together(long_run)) return std::nullopt;
    return TextRange{at, long_run.end};
}

}  // namespace

std::optional<TextRange> find_cpr(std::string_view text) {
    bool after_digit = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const Read read = classify(take_character(text, at));
        if (read.glyph == Glyph::digit && !after_digit) {
            if (const std::optional<TextRange> found = cpr_from(text, start)) return found;
        }
        if (read.glyph != Glyph::nothing) after_digit = read.glyph == Glyph::digit;
    }
    return std::nullopt;
}

bool looks_like_cpr(std::string_view text) { return find_cpr(text).has_value(); }

}  // namespace core
