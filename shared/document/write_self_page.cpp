#include "document/write_self_page.hpp"

#include "assessment/sum_up_self.hpp"
#include "document/page_writer.hpp"

namespace core {

std::string write_self_page(const Content& content, const Figure& figure, const std::string& name,
                            const SelfAssessment& self, const std::string& today, const std::string& address) {
    const auto& texts = content.texts;
    PageWriter page(content, name.empty() ? figure.title : figure.title + ": " + name, Paper::document);
    if (!today.empty()) page.say(fill(texts[Text::self_made], {{"date", written_date(today)}}));
    page.say(texts[Text::self_private]);
    page.heading(Text::self_together);
    page.list(sentences_of(content, figure, self));
    const SelfTable table = table_of(content, figure, self);
    page.table(figure.title, table.columns, table.rows);
    for (std::size_t at = 0; at < self.answers.size(); ++at) {
        const std::string number = std::to_string(at + 1);
        if (self.answers.size() > 1) page.heading(fill(texts[Text::self_answer], {{"number", number}}));
        const std::vector<int> marks = marks_of(figure, self.answers[at]);
        page.drawing(figure, marks, words_of(content, figure, marks));
    }
    page.part(Text::self_agreed, self.agreed);
    page.say(figure.note);
    return page.end(address);
}

}  // namespace core
