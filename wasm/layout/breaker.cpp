#include "layout/breaker.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

namespace shell {

namespace {

constexpr float unlimited = std::numeric_limits<float>::max();

struct Letter {
    char32_t character = 0;
    std::size_t run = 0;
    std::size_t start = 0;  // in the run's text, bytes
    std::size_t size = 0;
    float advance = 0;
};

Weight weight_of(const core::Run& run, const TextLook& look) {
    return run.kind == core::RunKind::strong ? Weight::strong : look.weight;
}

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\r'; }

bool is_joint(char32_t c) { return c == '-' || c == '/' || c == 0x2010 || c == 0x2013 || c == 0x2014; }

// Combining marks and joiners stay with the letter before them.
bool clings(char32_t c) {
    return (c >= 0x300 && c < 0x370) || (c >= 0x200C && c <= 0x200D) || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0x1F3FB && c <= 0x1F3FF);
}

std::vector<Letter> letters_of(const core::Rich& text, const TextLook& look, const TextMeasure& measure,
                               Spaces spaces) {
    std::vector<Letter> letters;
    bool after_space = true;  // leading spaces go too
    for (std::size_t run = 0; run < text.size(); ++run) {
        const std::string& whole = text[run].text;
        const Weight weight = weight_of(text[run], look);
        std::string_view rest = whole;
        while (!rest.empty()) {
            const std::size_t start = whole.size() - rest.size();
            const char32_t character = take_character(rest);
            const std::size_t size = whole.size() - rest.size() - start;
            if (spaces == Spaces::collapse) {
                if (is_space(character) && after_space) continue;
                after_space = is_space(character) || character == '\n';
            }
            const float advance = character == '\n' ? 0 : measure.advance(character, look.size, weight);
            letters.push_back({character, run, start, size, advance});
        }
    }
    return letters;
}

// A line may end after letter i without losing anything of it.
bool may_end_after(const std::vector<Letter>& letters, std::size_t i) {
    if (!is_joint(letters[i].character) || i == 0 || i + 1 >= letters.size()) return false;
    const char32_t before = letters[i - 1].character;
    const char32_t after = letters[i + 1].character;
    return !is_space(before) && before != '\n' && !is_joint(before) && !is_space(after) && after != '\n' &&
           !is_joint(after);
}

Line make_line(const core::Rich& text, const std::vector<Letter>& letters, std::size_t first, std::size_t last,
               bool outside_face) {
    Line line;
    for (std::size_t i = first; i < last; ++i) {
        const Letter& letter = letters[i];
        const core::Run& run = text[letter.run];
        if (i == first || letters[i - 1].run != letter.run) {
            Piece piece;
            piece.x = line.width;
            piece.kind = run.kind;
            piece.target = run.target;
            piece.outside_face = outside_face;
            line.pieces.push_back(std::move(piece));
        }
        Piece& piece = line.pieces.back();
        if (letter.character == 0xFFFD) {
            piece.text += "\xEF\xBF\xBD";
        } else if (letter.character == '\t' || letter.character == '\r') {
            piece.text += ' ';
        } else {
            piece.text.append(run.text, letter.start, letter.size);
        }
        piece.width += letter.advance;
        line.width += letter.advance;
    }
    return line;
}

bool all_in_face(const std::vector<Letter>& letters, const TextMeasure& measure) {
    return std::all_of(letters.begin(), letters.end(),
                       [&](const Letter& letter) { return measure.has(letter.character); });
}

// Where the line beginning at `first` ends, and where the next begins.
struct End {
    std::size_t last = 0;
    std::size_t next = 0;
    bool in_word = false;
    bool forced = false;
    bool cut = false;  // anywhere in a word: it is longer than a line
};

End find_end(const std::vector<Letter>& letters, std::size_t first, float width, Spaces spaces) {
    // Sums of floats wobble; a text measured to fit must not break when laid.
    const float limit = width + 0.01F;
    float reached = 0;
    End best{first, first};
    for (std::size_t i = first; i < letters.size(); ++i) {
        const Letter& letter = letters[i];
        if (letter.character == '\n') return {i, i + 1, false, true};
        if (is_space(letter.character)) {
            // A space may hang over the edge, as in the browser.
            best = {spaces == Spaces::keep ? i + 1 : i, i + 1};
            reached += letter.advance;
            continue;
        }
        reached += letter.advance;
        if (reached > limit && i > first) {
            if (best.next > first) return best;
            std::size_t cut = i;
            while (cut > first + 1 && clings(letters[cut].character)) --cut;
            return {cut, cut, true, false, true};
        }
        if (may_end_after(letters, i)) best = {i + 1, i + 1, true};
    }
    return {letters.size(), letters.size()};
}

}  // namespace

std::vector<Line> break_lines(const core::Rich& text, const TextLook& look, const TextMeasure& measure, float width,
                              Spaces spaces) {
    const std::vector<Letter> letters = letters_of(text, look, measure, spaces);
    const bool outside_face = !all_in_face(letters, measure);
    std::vector<Line> lines;
    std::size_t first = 0;
    bool forced = true;
    while (first < letters.size() || forced) {
        const End end = find_end(letters, first, width, spaces);
        std::size_t last = end.last;
        if (spaces == Spaces::collapse) {
            while (last > first && is_space(letters[last - 1].character)) --last;
        }
        if (end.cut && !lines.empty() && !lines.back().ends_in_word && !lines.back().forced)
            lines.back().before_cut = true;
        Line line = make_line(text, letters, first, last, outside_face);
        line.ends_in_word = end.in_word;
        line.forced = end.forced;
        lines.push_back(std::move(line));
        first = end.next;
        forced = end.forced;
    }
    return lines;
}

float unbroken_width(const core::Rich& text, const TextLook& look, const TextMeasure& measure) {
    float widest = 0;
    for (const Line& line : break_lines(text, look, measure, unlimited)) widest = std::max(widest, line.width);
    return std::ceil(widest);
}

float longest_word(const core::Rich& text, const TextLook& look, const TextMeasure& measure) {
    const std::vector<Letter> letters = letters_of(text, look, measure, Spaces::collapse);
    float longest = 0;
    float word = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (is_space(letters[i].character) || letters[i].character == '\n') {
            word = 0;
            continue;
        }
        word += letters[i].advance;
        longest = std::max(longest, word);
        if (may_end_after(letters, i)) word = 0;
    }
    return std::ceil(longest);
}

}  // namespace shell
