#include "assessment/compose_sentence.hpp"

#include <algorithm>

namespace core {

void append_words(Sentence& sentence, std::string_view words, Values values) {
    constexpr std::string_view star = "**";
    bool strong = false;
    for (std::size_t at = 0; at <= words.size();) {
        const std::size_t end = std::min(words.find(star, at), words.size());
        std::string text = fill(words.substr(at, end - at), values);
        if (!text.empty()) {
            const bool goes_on = !sentence.phrases.empty() && sentence.phrases.back().strong == strong;
            if (goes_on) sentence.phrases.back().text += text;
            if (!goes_on) sentence.phrases.push_back(Phrase{std::move(text), strong});
        }
        strong = !strong;
        at = end + star.size();
    }
}

std::string number_in_words(const Content& content, std::size_t number) {
    std::string_view words = content.texts[Text::explain_numbers];
    for (std::size_t i = 0; !words.empty(); ++i) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (i == number) return std::string(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return std::to_string(number);
}

std::string in_a_row(const Content& content, const std::vector<std::string>& names) {
    // "krop og sundhed samt fremmøde": one "og" too many is hard to read.
    const std::string& and_ = content.texts[Text::explain_and];
    const bool holds_and = std::any_of(names.begin(), names.end(), [&and_](const std::string& name) {
        return !and_.empty() && name.find(and_) != std::string::npos;
    });
    const std::string& last = holds_and ? content.texts[Text::explain_and_also] : and_;
    std::string row;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) row += i + 1 == names.size() ? last : std::string(", ");
        row += names[i];
    }
    return row;
}

std::string dimensions_in_a_row(const Content& content, const std::vector<DimensionId>& dimensions) {
    std::vector<std::string> names;
    for (const DimensionId& id : dimensions) {
        const Dimension* dimension = find_dimension(content, id);
        if (dimension != nullptr) names.push_back(dimension->phrase);
    }
    return in_a_row(content, names);
}

std::string phrase_of(const Content& content, const SignId& sign) {
    const Sign* found = find_sign(content, sign);
    return found == nullptr ? std::string() : found->phrase;
}

}  // namespace core
