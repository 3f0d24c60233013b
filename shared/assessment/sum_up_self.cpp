#include "assessment/sum_up_self.hpp"

#include <algorithm>

#include "assessment/compose_sentence.hpp"
#include "base/text.hpp"

namespace core {

namespace {

constexpr int worth_a_talk = 2;  // steps; one step apart is how people use a scale

std::string named(const Content& content, const Figure& figure, const std::vector<std::size_t>& parts) {
    std::vector<std::string> names;
    names.reserve(parts.size());
    for (const std::size_t part : parts) names.push_back("»" + figure.parts[part].title + "«");
    return in_a_row(content, names);
}

std::string digits(int number) { return number == 0 ? "–" : std::to_string(number); }

}  // namespace

std::vector<int> marks_of(const Figure& figure, const SelfMarks& answer) {
    std::vector<int> marks;
    marks.reserve(figure.parts.size());
    for (const FigurePart& part : figure.parts) {
        const auto found = answer.find(part.id);
        marks.push_back(found == answer.end() ? 0 : found->second);
    }
    return marks;
}

std::string words_of(const Content& content, const Figure& figure, const std::vector<int>& marks) {
    std::string said;
    for (std::size_t at = 0; at < marks.size(); ++at) {
        if (at > 0) said += " ";
        const std::string mark = marks[at] == 0 ? content.texts[Text::self_no_mark] : std::to_string(marks[at]);
        said += figure.parts[at].title + ": " + mark + ".";
    }
    return said;
}

SelfSummary sum_up(const Figure& figure, const SelfAssessment& self) {
    SelfSummary summary;
    summary.rows.resize(figure.parts.size());
    for (const SelfMarks& answer : self.answers) {
        const std::vector<int> marks = marks_of(figure, answer);
        for (std::size_t at = 0; at < marks.size(); ++at) {
            if (marks[at] == 0) {
                ++summary.missing;
                continue;
            }
            SelfRow& row = summary.rows[at];
            row.lowest = row.lowest == 0 ? marks[at] : std::min(row.lowest, marks[at]);
            row.highest = std::max(row.highest, marks[at]);
        }
    }
    int lowest = 0;
    int highest = 0;
    for (const SelfRow& row : summary.rows) {
        if (row.lowest == 0) continue;
        lowest = lowest == 0 ? row.lowest : std::min(lowest, row.lowest);
        highest = std::max(highest, row.lowest);
        summary.apart = std::max(summary.apart, row.highest - row.lowest);
    }
    for (std::size_t at = 0; at < summary.rows.size(); ++at) {
        const SelfRow& row = summary.rows[at];
        if (summary.apart >= worth_a_talk && row.highest - row.lowest == summary.apart) summary.far.push_back(at);
        if (row.lowest == lowest && lowest != highest) summary.low.push_back(at);
    }
    return summary;
}

std::vector<std::string> sentences_of(const Content& content, const Figure& figure, const SelfAssessment& self) {
    const SelfSummary summary = sum_up(figure, self);
    const auto say = [&](Text key, std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
        return fill(content.texts[key], values);
    };
    const std::size_t wanted = figure.parts.size() * self.answers.size();
    if (summary.missing == wanted) return {content.texts[Text::self_no_marks]};
    std::vector<std::string> said;
    const bool several = self.answers.size() > 1;
    if (!summary.far.empty()) {
        const SelfRow& row = summary.rows[summary.far.front()];
        const std::string parts = named(content, figure, summary.far);
        const bool is_one = summary.far.size() == 1;
        said.push_back(
            is_one ? say(Text::self_far,
                         {{"parts", parts}, {"low", std::to_string(row.lowest)}, {"high", std::to_string(row.highest)}})
                   : say(Text::self_far_several, {{"parts", parts}, {"steps", std::to_string(summary.apart)}}));
    } else if (several) {
        said.push_back(content.texts[Text::self_near]);
    }
    if (!summary.low.empty()) {
        const int mark = summary.rows[summary.low.front()].lowest;
        said.push_back(
            say(Text::self_low, {{"parts", named(content, figure, summary.low)}, {"mark", std::to_string(mark)}}));
    }
    if (summary.missing > 0) said.push_back(say(Text::self_missing, {{"count", std::to_string(summary.missing)}}));
    return said;
}

SelfTable table_of(const Content& content, const Figure& figure, const SelfAssessment& self) {
    const SelfSummary summary = sum_up(figure, self);
    const bool several = self.answers.size() > 1;
    SelfTable table;
    table.columns.push_back(figure.columns.empty() ? figure.title : figure.columns.front());
    table.columns.push_back(content.texts[several ? Text::self_lowest : Text::self_mark]);
    if (several) table.columns.push_back(content.texts[Text::self_highest]);
    for (std::size_t at = 0; at < figure.parts.size(); ++at) {
        std::vector<std::string> row{numbered_title(figure, at), digits(summary.rows[at].lowest)};
        if (several) row.push_back(digits(summary.rows[at].highest));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace core
