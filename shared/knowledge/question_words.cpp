#include "knowledge/question_words.hpp"

#include <algorithm>
#include <cmath>

#include "base/danish_words.hpp"
#include "knowledge/said_age.hpp"

namespace core {

namespace {

constexpr float alike_quality = 0.65F;
constexpr float saying_quality = 0.6F;
constexpr float head_quality = 0.3F;   // "vurdering" for "trivselsvurdering": its kind
constexpr float front_quality = 0.3F;  // "trivsel" for "trivselsvurdering": what it is about
constexpr float age_word_share = 0.5F;
constexpr float known_front_quality = 0.5F;
constexpr float beginning_quality = 0.8F;
constexpr float other_form_quality = 0.9F;  // "stiv" for "stift"
constexpr float doubtful_form_quality = 0.5F;
constexpr std::size_t most_between = 2;                 // other words within a saying
constexpr float misspelt_quality[] = {1, 0.75F, 0.5F};  // by letters apart
constexpr std::size_t shortest_part = 3;                // letters of a part of a compound
constexpr std::size_t most_beginnings = 40;

// The content's word that is this stem and stands somewhere.
std::optional<WordNumber> find_word(const WordIndex& index, const std::string& stem) {
    const auto found = index.numbers.find(stem);
    if (found == index.numbers.end() || index.postings[found->second].empty()) return std::nullopt;
    return found->second;
}

class Reader {
public:
    explicit Reader(const WordIndex& index) : index_(index) {}

    QuestionWord read(const std::string& folded, const std::string& typed, bool is_last) {
        QuestionWord word;
        word.typed = typed;
        const std::string stem = stemmer_.stem(folded);
        const auto known = index_.numbers.find(stem);
        const std::optional<WordNumber> same = find_word(index_, stem);
        if (same) add(word, *same, 1, MatchKind::same);
        add_other_forms(word, folded, stem, same.has_value());
        if (known != index_.numbers.end()) {
            word.stem = known->second;
            word.is_little = index_.is_little[known->second];
            for (const WordNumber other : index_.alike[known->second])
                if (!index_.postings[other].empty()) add(word, other, alike_quality, MatchKind::alike);
        }
        if (!word.is_little) add_compounds(word, folded, stem);
        if (is_last) add_beginnings(word, folded, same.has_value());
        if (!word.is_little) word.parts = split(folded, typed);
        const bool is_unknown = word.expansions.empty() && word.parts.empty();
        if (is_unknown) add_misspelt(word, folded);
        if (is_unknown && word.expansions.empty()) add_known_front(word, folded);
        word.weight = weight_of(word, same);
        return word;
    }

    // What words mean together, "vil ikke i skole": skolevægring. The word among them that tells most can be that too;
    // little words alone ("må jeg sige") make a word of their own.
    void add_sayings(std::vector<QuestionWord>& words, std::string_view text) const {
        for (const IndexedSaying& saying : index_.sayings) {
            const std::optional<std::size_t> from = find_saying(words, saying.words);
            if (!from) continue;
            QuestionWord* most_telling = nullptr;
            for (std::size_t at = *from; at < words.size(); ++at) {
                const bool is_of_it =
                    std::find(saying.words.begin(), saying.words.end(), words[at].stem) != saying.words.end();
                const bool tells_more = most_telling == nullptr || words[at].weight > most_telling->weight;
                if (is_of_it && !words[at].is_little && tells_more) most_telling = &words[at];
            }
            QuestionWord own;
            QuestionWord& word = most_telling != nullptr ? *most_telling : own;
            for (const WordNumber one : saying.means) {
                if (index_.postings[one].empty()) continue;
                add(word, one, saying_quality, MatchKind::alike);
                word.weight =
                    std::max(word.weight, telling_weight(index_, one));  // "holdt udenfor" tells more than "holdt"
            }
            if (own.expansions.empty()) continue;
            own.typed = std::string(text);
            own.weight = weight_of(own, std::nullopt);
            words.push_back(std::move(own));
        }
    }

private:
    // Where it begins: its words in their order, with at most two others between.
    static std::optional<std::size_t> find_saying(const std::vector<QuestionWord>& words,
                                                  const std::vector<WordNumber>& saying) {
        for (std::size_t first = 0; first < words.size(); ++first) {
            std::size_t met = 0;
            const std::size_t end = std::min(words.size(), first + saying.size() + most_between);
            for (std::size_t at = first; at < end && met < saying.size(); ++at) {
                if (words[at].stem == saying[met])
                    ++met;
                else if (met == 0)
                    break;
            }
            if (met == saying.size()) return first;
        }
        return std::nullopt;
    }

    static void add(QuestionWord& word, WordNumber number, float quality, MatchKind kind) {
        for (Expansion& known : word.expansions) {
            if (known.word != number) continue;
            if (quality > known.quality) known = {number, quality, kind};
            return;
        }
        word.expansions.push_back({number, quality, kind});
    }

    std::optional<WordNumber> find_form(const std::string& letters) const {
        const auto [first, end] = forms_beginning(letters);
        if (first == end || first->first != letters) return std::nullopt;
        return first->second;
    }

    // Is it a word of the content, or one with the s or e that joins compounds?
    bool is_word(const std::string& letters) const {
        if (letters.size() < shortest_part) return false;
        if (find_form(letters)) return true;
        const bool joined = letters.back() == 's' || letters.back() == 'e';
        return joined && letters.size() > shortest_part && find_form(letters.substr(0, letters.size() - 1));
    }

    // Forms of the same word that the stemmer takes for two: sulten and sultent, stiv and stift, fødsel and fødslen. Other
    // words can look like that too ("spor", "sport"), so they count less when the word itself is there.
    void add_other_forms(QuestionWord& word, const std::string& folded, const std::string& stem, bool is_there) {
        constexpr std::size_t shortest = 4;  // "lys" is not "lyst"
        if (folded.size() < shortest) return;
        std::vector<std::string> forms = {folded + 't'};
        if (folded.back() == 'v') forms.push_back(folded.substr(0, folded.size() - 1) + "ft");
        if (!is_there) add_rarer_forms(forms, folded, stem);
        for (const std::string& form : forms) {
            const std::optional<WordNumber> found = find_word(index_, form);
            if (found && !index_.is_little[*found])
                add(word, *found, is_there ? doubtful_form_quality : other_form_quality, MatchKind::same);
        }
    }

    void add_rarer_forms(std::vector<std::string>& forms, const std::string& folded, const std::string& stem) {
        constexpr std::size_t shortest = 4;
        if (folded.size() > shortest && folded.back() == 't') {
            forms.push_back(stemmer_.stem(folded.substr(0, folded.size() - 1)));
            if (folded[folded.size() - 2] == 'f') forms.push_back(folded.substr(0, folded.size() - 2) + 'v');
        }
        for (const std::string& base : {folded, stem}) {
            if (base.size() < shortest) continue;
            const std::string ending = base.substr(base.size() - 2);
            if (ending == "el" || ending == "en" || ending == "er")
                forms.push_back(base.substr(0, base.size() - 2) + ending.back());
            if (ending.find_first_of("aeiouy") == std::string::npos && ending.find_last_of("lnr") == 1)
                forms.push_back(stemmer_.stem(base.substr(0, base.size() - 1) + 'e' + ending.back()));
        }
    }

    // Compounds of the content that begin or end with it, and whose rest is a word of the content too.
    void add_compounds(QuestionWord& word, const std::string& folded, const std::string& stem) {
        if (stem.size() < shortest_part + 1) return;
        const auto [first, end] = forms_beginning(folded);
        for (auto at = first; at != end; ++at) {
            std::string rest = at->first.substr(folded.size());
            if (rest.size() > shortest_part && (rest.front() == 's' || rest.front() == 'e') && !is_word(rest))
                rest.erase(0, 1);
            if (is_word(rest)) add(word, at->second, front_quality, MatchKind::part);
        }
        const std::string turned(stem.rbegin(), stem.rend());
        auto at = std::lower_bound(index_.by_ending.begin(), index_.by_ending.end(), std::pair(turned, WordNumber{0}));
        for (; at != index_.by_ending.end() && at->first.compare(0, turned.size(), turned) == 0; ++at) {
            const std::string& compound = index_.words[at->second];
            if (compound.size() > stem.size() && is_word(compound.substr(0, compound.size() - stem.size())))
                add(word, at->second, head_quality, MatchKind::part);
        }
    }

    using Place = std::vector<std::pair<std::string, WordNumber>>::const_iterator;
    std::pair<Place, Place> forms_beginning(const std::string& letters) const {
        const Place first =
            std::lower_bound(index_.forms.begin(), index_.forms.end(), std::pair(letters, WordNumber{0}));
        Place end = first;
        while (end != index_.forms.end() && end->first.compare(0, letters.size(), letters) == 0) ++end;
        return {first, end};
    }

    void add_beginnings(QuestionWord& word, const std::string& folded, bool is_whole) {
        if (folded.size() < 2) return;
        const auto [first, end] = forms_beginning(folded);
        if (static_cast<std::size_t>(end - first) > most_beginnings && is_whole) return;  // no half word
        for (auto at = first; at != end; ++at) {
            const float share = static_cast<float>(folded.size()) / static_cast<float>(at->first.size());
            add(word, at->second, beginning_quality * std::min(1.0F, 0.4F + share * 0.6F), MatchKind::beginning);
        }
    }

    // Two words of the content that make the compound together; the longest shorter part wins.
    std::vector<QuestionWord> split(const std::string& folded, const std::string& typed) {
        std::size_t best = 0;
        std::size_t best_length = 0;
        for (std::size_t at = shortest_part; at + shortest_part <= folded.size(); ++at) {
            const std::size_t shorter = std::min(at, folded.size() - at);
            if (shorter <= best_length) continue;
            const bool fits = is_word(folded.substr(0, at)) && find_word(index_, stemmer_.stem(folded.substr(at)));
            if (!fits) continue;
            best = at;
            best_length = shorter;
        }
        if (best == 0) return {};
        std::vector<QuestionWord> parts;
        for (const std::string& part : {folded.substr(0, best), folded.substr(best)}) {
            QuestionWord made;
            made.typed = typed;
            for (const std::string& stem : {stemmer_.stem(part), part, part.substr(0, part.size() - 1)}) {
                const std::optional<WordNumber> found = find_word(index_, stem);
                if (!found) continue;
                add(made, *found, 1, MatchKind::part);
                made.is_little = index_.is_little[*found];
                made.weight = telling_weight(index_, *found);
                for (const WordNumber other : index_.alike[*found])
                    if (!index_.postings[other].empty()) add(made, other, alike_quality, MatchKind::part);
                break;
            }
            parts.push_back(std::move(made));
        }
        return parts;
    }

    // "ordblindetest", when nobody has written of tests: what it begins with is better than nothing.
    void add_known_front(QuestionWord& word, const std::string& folded) {
        constexpr std::size_t shortest = 5;
        for (std::size_t length = folded.size(); length-- > shortest;) {
            const std::optional<WordNumber> found = find_word(index_, stemmer_.stem(folded.substr(0, length)));
            if (!found || index_.is_little[*found]) continue;
            add(word, *found, known_front_quality, MatchKind::part);
            return;
        }
    }

    void add_misspelt(QuestionWord& word, const std::string& folded) {
        const int most = folded.size() < 4 ? 0 : folded.size() < 7 ? 1 : 2;
        for (const auto& [form, number] : index_.forms) {
            const int apart = letters_apart(folded, form, most);
            if (apart > most || form.size() < 3) continue;
            const bool same_beginning = form[0] == folded[0];
            if (!same_beginning && folded.size() < 6) continue;  // too little is left that is the same
            add(word, number, misspelt_quality[apart] * (same_beginning ? 1.0F : 0.7F), MatchKind::misspelt);
        }
        // Only the nearest: what is two letters away tells little when something is one away.
        float best = 0;
        for (const Expansion& one : word.expansions) best = std::max(best, one.quality);
        word.expansions.erase(std::remove_if(word.expansions.begin(), word.expansions.end(),
                                             [best](const Expansion& one) { return one.quality < best * 0.9F; }),
                              word.expansions.end());
    }

    float weight_of(const QuestionWord& word, std::optional<WordNumber> same) const {
        if (same) return telling_weight(index_, *same);
        float weight = 0;
        for (const Expansion& one : word.expansions) weight = std::max(weight, telling_weight(index_, one.word));
        for (const QuestionWord& part : word.parts) weight = std::max(weight, part.weight);
        return weight;
    }

    const WordIndex& index_;
    DanishStemmer stemmer_;
};

}  // namespace

float telling_weight(const WordIndex& index, WordNumber word) {
    const auto all = static_cast<float>(index.things.size());
    const auto with = static_cast<float>(index.postings[word].size());
    return std::log(1 + (all - with + 0.5F) / (with + 0.5F));
}

Question read_question(const WordIndex& index, std::string_view text) {
    Reader reader(index);
    std::vector<DanishWord> written = split_words(text);
    const std::optional<SaidAge> age = find_said_age(written);
    if (age) {
        const auto first = written.begin() + static_cast<std::ptrdiff_t>(age->first);
        written.erase(first, first + static_cast<std::ptrdiff_t>(age->count));
    }
    constexpr std::size_t most = 16;  // a longer question is a story; its first words are taken
    std::vector<QuestionWord> words;
    for (std::size_t at = 0; at < written.size() && at < most; ++at) {
        const bool is_last = at + 1 == written.size() && written[at].end == text.size();
        words.push_back(reader.read(written[at].folded,
                                    std::string(text.substr(written[at].begin, written[at].end - written[at].begin)),
                                    is_last));
    }
    // "baby" says how old it is: what is the matter stands in the other words.
    if (age && age->count == 0 && age->first < words.size()) words[age->first].weight *= age_word_share;
    reader.add_sayings(words, text);
    // Little words count only when there are no others.
    const bool only_little =
        std::all_of(words.begin(), words.end(), [](const QuestionWord& word) { return word.is_little; });
    if (only_little)
        for (QuestionWord& word : words) word.is_little = false;
    return {std::move(words), age ? std::optional<int>(age->months) : std::nullopt, !age || age->count > 0};
}

}  // namespace core
