#include "figure/figure_table.hpp"

#include "base/text.hpp"

namespace core {

namespace {

// "Samtale, når flere fag skal med. Underretning." as one cell: one line for each arrow.
std::string words_on_arrows(const Figure& figure, const FigurePart& part) {
    std::string said;
    for (const FigureArrow& arrow : figure.arrows) {
        if (arrow.from != part.id) continue;
        for (const FigurePart& to : figure.parts) {
            if (to.id != arrow.to) continue;
            if (!said.empty()) said += " ";
            said += with_stop(arrow.when.empty() ? to.title : to.title + ": " + arrow.when);
        }
    }
    return said;
}

}  // namespace

std::vector<std::vector<std::string>> rows_of(const Figure& figure) {
    bool has_value = false;
    bool has_body = false;
    for (const FigurePart& part : figure.parts) {
        has_value = has_value || part.value;
        has_body = has_body || !part.body.empty();
    }
    const auto or_dash = [](std::string text) { return text.empty() ? std::string("–") : std::move(text); };
    std::vector<std::vector<std::string>> rows;
    for (std::size_t at = 0; at < figure.parts.size(); ++at) {
        const FigurePart& part = figure.parts[at];
        std::vector<std::string> row{numbered_title(figure, at)};
        if (has_value) row.push_back(part.value ? written_value(*part.value, figure.unit) : "–");
        if (has_body) row.push_back(or_dash(part.body));
        if (!figure.arrows.empty()) row.push_back(or_dash(words_on_arrows(figure, part)));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string written_value(int value, const std::string& unit) {
    std::string digits = std::to_string(value);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, 1, '.');
    }
    return unit.empty() || unit[0] != '%' ? digits : digits + " %";
}

}  // namespace core
