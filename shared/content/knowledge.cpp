#include "content/knowledge.hpp"

#include "base/text.hpp"

namespace core {
namespace {

template <class Things, class IdType>
const typename Things::value_type* find_by_id(const Things& things, const IdType& id) {
    for (const auto& thing : things) {
        if (thing.id == id) return &thing;
    }
    return nullptr;
}

// Counts over several texts; the end of each ends a sentence.
class LixCounter {
public:
    void add(const std::string& text) {
        std::size_t letters = 0;
        bool is_open = false;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t from = at;
            take_character(text, at);
            const std::string_view one = std::string_view(text).substr(from, at - from);
            const bool is_joining = one == "-" && letters > 0;
            if (is_letter(one) || is_joining) {
                ++letters;
                continue;
            }
            is_open = end_word(letters) || is_open;
            if ((one == "." || one == "!" || one == "?" || one == ":") && is_open) {
                ++sentences_;
                is_open = false;
            }
        }
        if (end_word(letters) || is_open) ++sentences_;
    }

    [[nodiscard]] Readability take() const {
        if (words_ == 0 || sentences_ == 0) return {};
        const auto words = static_cast<double>(words_);
        return {words_, words / static_cast<double>(sentences_) + 100.0 * static_cast<double>(long_words_) / words};
    }

private:
    static bool is_letter(std::string_view one) {
        if (one.size() > 1) return one != "»" && one != "«" && one != "–" && one != "…" && one != "§";
        const char c = one.empty() ? ' ' : one[0];
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    bool end_word(std::size_t& letters) {
        constexpr std::size_t long_from = 7;
        const bool was_word = letters > 0;
        if (was_word) ++words_;
        if (letters >= long_from) ++long_words_;
        letters = 0;
        return was_word;
    }

    std::size_t words_ = 0;
    std::size_t long_words_ = 0;
    std::size_t sentences_ = 0;
};

}  // namespace

const Topic* find_topic(const Knowledge& knowledge, const TopicId& id) { return find_by_id(knowledge.topics, id); }
const Article* find_article(const Knowledge& knowledge, const ArticleId& id) {
    return find_by_id(knowledge.articles, id);
}
const MeetingGuide* find_meeting(const Knowledge& knowledge, const MeetingId& id) {
    return find_by_id(knowledge.meetings, id);
}
const Figure* find_figure(const Knowledge& knowledge, const FigureId& id) { return find_by_id(knowledge.figures, id); }
const Term* find_term(const Knowledge& knowledge, const TermId& id) { return find_by_id(knowledge.terms, id); }

Readability readability_of(const Article& article) {
    LixCounter counter;
    for (const ArticleBlock& block : article.blocks) {
        for (const std::string* text : {&block.title, &block.text, &block.from, &block.caption}) counter.add(*text);
        for (const std::string& item : block.items) counter.add(item);
        for (const std::string& column : block.columns) counter.add(column);
        for (const auto& row : block.rows) {
            for (const std::string& cell : row) counter.add(cell);
        }
    }
    return counter.take();
}

const Article* article_showing(const Knowledge& knowledge, const FigureId& figure) {
    for (const Article& article : knowledge.articles) {
        for (const ArticleBlock& block : article.blocks) {
            if (block.figure == figure) return &article;
        }
    }
    return nullptr;
}

std::string numbered_title(const Figure& figure, std::size_t at) {
    const bool has_order = figure.kind == FigureKind::stairs || figure.kind == FigureKind::cycle ||
                           figure.kind == FigureKind::radar || figure.kind == FigureKind::ruler;
    return has_order ? std::to_string(at + 1) + ". " + figure.parts[at].title : figure.parts[at].title;
}

}  // namespace core
