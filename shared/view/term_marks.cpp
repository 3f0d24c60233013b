#include "view/term_marks.hpp"

#include <algorithm>

#include "base/danish_words.hpp"
#include "view/address.hpp"

namespace core {

TermMarks::TermMarks(const Knowledge& knowledge, const std::string& besides) {
    for (const Term& term : knowledge.terms) {
        if (term.id.value == besides || term.article.value == besides) met_.insert(&term);
        for (const std::string& form : term.forms) {
            std::vector<std::string> words;
            for (DanishWord& word : split_words(form)) words.push_back(std::move(word.folded));
            if (words.empty()) continue;
            std::string first = words.front();
            forms_.push_back({std::move(first), std::move(words), &term});
        }
    }
    std::stable_sort(forms_.begin(), forms_.end(), [](const Form& one, const Form& other) {
        return one.first != other.first ? one.first < other.first : one.words.size() > other.words.size();
    });
}

Rich TermMarks::mark(const std::string& text) {
    const std::vector<DanishWord> words = split_words(text);
    Rich rich;
    std::size_t written = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto begins =
            std::lower_bound(forms_.begin(), forms_.end(), words[at].folded,
                             [](const Form& form, const std::string& word) { return form.first < word; });
        for (auto form = begins; form != forms_.end() && form->first == words[at].folded; ++form) {
            const std::size_t count = form->words.size();
            bool fits = at + count <= words.size();
            for (std::size_t next = 1; fits && next < count; ++next)
                fits = words[at + next].folded == form->words[next];
            if (!fits) continue;
            if (met_.insert(form->term).second) {
                const std::size_t begin = words[at].begin;
                const std::size_t end = words[at + count - 1].end;
                if (begin > written) rich.push_back(Run{text.substr(written, begin - written)});
                const Place place{Screen::term, form->term->id.value};
                rich.push_back(Run{text.substr(begin, end - begin), RunKind::link, address_of(place)});
                written = end;
            }
            at += count - 1;
            break;
        }
    }
    if (written < text.size()) rich.push_back(Run{text.substr(written)});
    return rich;
}

}  // namespace core
