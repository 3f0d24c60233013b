#include "knowledge/search.hpp"

#include <algorithm>
#include <cmath>

#include "knowledge/question_words.hpp"

namespace core {

namespace {

// How much a word counts where it stands: title, everyday, tag, summary, body.
constexpr std::array<float, text_place_count> field_weights = {7, 4, 6, 2.5F, 1.5F};
// What a thing of each kind counts: article, meeting, step, term, sign. There are many signs, and much alike.
constexpr std::array<float, found_kind_count> kind_lifts = {1.1F, 1.1F, 1, 1.05F, 0.7F, 1, 0.8F, 0.8F, 0.8F};
constexpr float saturation = 2;         // a word that stands often counts more, but less and less
constexpr float length_share = 0.4F;    // how much a long text thins its words
constexpr float little_weight = 0.35F;  // of a little word within a phrase
constexpr float covered_share = 0.3F;   // how much it counts that all words of the question are met
constexpr float phrase_share = 0.7F;    // what a phrase that fits whole adds, in the question's own weight
constexpr float phrase_power = 3;       // how much less one that fits half adds
constexpr float part_share = 0.7F;      // both parts of a compound, beside the compound itself
constexpr float role_lift = 1.05F;
constexpr float age_lift = 1.3F;
constexpr float least_share = 0.25F;  // of the best answer's score; what has less is no answer
constexpr float other_age = 0.2F;     // a sign of another age than asked for

class Searcher {
public:
    Searcher(const Content& content, const SearchQuestion& question)
        : content_(content), index_(content.index), question_(question), age_(question.age) {
        Question read = read_question(index_, question.text);
        words_ = std::move(read.words);
        const AgeGroup* said = read.months ? find_age_of_months(content, *read.months) : nullptr;
        // What is typed goes before the case that is open, where it is sure.
        if (said != nullptr && (read.is_sure_of_age || age_.value.empty())) age_ = said->id;
    }

    std::vector<Hit> run(std::size_t most) {
        score_words();
        score_phrases();
        std::vector<ThingNumber> found;
        for (ThingNumber thing = 0; thing < scores_.size(); ++thing) {
            if (scores_[thing] <= 0) continue;
            scores_[thing] *= lift_of(index_.things[thing]);
            found.push_back(thing);
        }
        const std::size_t kept = std::min(most, found.size());
        const auto better = [this](ThingNumber one, ThingNumber other) {
            return scores_[one] != scores_[other] ? scores_[one] > scores_[other] : one < other;
        };
        std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(), better);
        found.resize(kept);
        while (!found.empty() && scores_[found.back()] < least_share * scores_[found.front()]) found.pop_back();
        std::vector<Hit> hits;
        hits.reserve(found.size());
        for (const ThingNumber thing : found) hits.push_back(explain(thing));
        return hits;
    }

    std::vector<std::string> unknown() const {
        constexpr std::size_t shortest = 4;  // bytes
        std::vector<std::string> unknown;
        for (const QuestionWord& word : words_) {
            const bool is_known = word.is_little || !word.expansions.empty() || !word.parts.empty();
            if (!is_known && word.typed.size() >= shortest) unknown.push_back(word.typed);
        }
        return unknown;
    }

private:
    float field_strength(const Posting& posting) const {
        const auto all = static_cast<float>(std::max<std::size_t>(index_.things.size(), 1));
        const float mean = std::max(1.0F, static_cast<float>(index_.length) / all);
        const float longer = static_cast<float>(index_.things[posting.thing].length) / mean;
        float strength = 0;
        for (std::size_t field = 0; field < text_place_count; ++field) {
            const bool is_long = field >= static_cast<std::size_t>(TextPlace::summary);
            const float thinned = is_long ? 1 - length_share + length_share * longer : 1;
            strength += field_weights[field] * static_cast<float>(posting.count[field]) / thinned;
        }
        return strength / (saturation + strength);
    }

    // What the word adds to each thing: of all it can be, the best.
    std::vector<float> score_word(const QuestionWord& word) const {
        std::vector<float> best(index_.things.size(), 0.0F);
        for (const Expansion& one : word.expansions) {
            const float weight = one.quality * std::min(word.weight, telling_weight(index_, one.word));
            for (const Posting& posting : index_.postings[one.word])
                best[posting.thing] = std::max(best[posting.thing], weight * field_strength(posting));
        }
        if (word.parts.empty()) return best;
        std::vector<float> together(index_.things.size(), 0.0F);
        float whole = 0;
        for (const QuestionWord& part : word.parts) {
            const std::vector<float> scored = score_word(part);
            for (std::size_t thing = 0; thing < scored.size(); ++thing) together[thing] += scored[thing];
            whole += part.weight;
        }
        const float share = part_share * std::min(1.0F, word.weight / std::max(whole, 0.1F));
        for (std::size_t thing = 0; thing < best.size(); ++thing)
            best[thing] = std::max(best[thing], share * together[thing]);
        return best;
    }

    void score_words() {
        scores_.assign(index_.things.size(), 0.0F);
        std::vector<float> matched(index_.things.size(), 0.0F);
        for (const QuestionWord& word : words_) {
            if (word.is_little) continue;
            whole_ += word.weight;
            const std::vector<float> scored = score_word(word);
            for (std::size_t thing = 0; thing < scored.size(); ++thing) {
                scores_[thing] += scored[thing];
                if (scored[thing] > 0) matched[thing] += word.weight;
            }
        }
        for (std::size_t thing = 0; thing < scores_.size(); ++thing)
            if (whole_ > 0) scores_[thing] *= 1 - covered_share + covered_share * matched[thing] / whole_;
    }

    float weight_in_phrase(WordNumber word) const {
        return index_.is_little[word] ? little_weight : telling_weight(index_, word);
    }

    // How nearly a phrase says what was asked: 1 is word for word.
    float similarity(const IndexedPhrase& phrase) const {
        float all = 0;
        float common = 0;
        std::vector<float> used(words_.size(), 0.0F);
        for (const WordNumber word : phrase.words) {
            const float weight = weight_in_phrase(word);
            all += weight;
            float best = 0;
            for (std::size_t at = 0; at < words_.size(); ++at) {
                const float quality = quality_of(words_[at], word);
                used[at] = std::max(used[at], quality);
                best = std::max(best, quality);
            }
            common += weight * best;
        }
        float asked = 0;
        float answered = 0;
        for (std::size_t at = 0; at < words_.size(); ++at) {
            const float weight = words_[at].is_little ? little_weight : words_[at].weight;
            asked += weight;
            answered += weight * used[at];
        }
        if (all <= 0 || asked <= 0) return 0;
        const float one = common / all;
        const float other = answered / asked;
        return one + other > 0 ? 2 * one * other / (one + other) : 0;
    }

    static float quality_of(const QuestionWord& word, WordNumber number) {
        for (const Expansion& one : word.expansions)
            if (one.word == number) return one.quality;
        for (const QuestionWord& part : word.parts)
            for (const Expansion& one : part.expansions)
                if (one.word == number) return one.quality * part_share;
        return 0;
    }

    void add_phrases_with(const QuestionWord& word, std::vector<std::uint32_t>& to) const {
        for (const Expansion& one : word.expansions)
            to.insert(to.end(), index_.phrases_with[one.word].begin(), index_.phrases_with[one.word].end());
        for (const QuestionWord& part : word.parts) add_phrases_with(part, to);
    }

    void score_phrases() {
        std::vector<std::uint32_t> candidates;
        for (const QuestionWord& word : words_)
            if (!word.is_little) add_phrases_with(word, candidates);
        std::sort(candidates.begin(), candidates.end());
        candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
        phrase_fits_.assign(index_.things.size(), 0.0F);
        phrases_.assign(index_.things.size(), nullptr);
        for (const std::uint32_t at : candidates) {
            const IndexedPhrase& phrase = index_.phrases[at];
            const float fits = similarity(phrase);
            if (fits <= phrase_fits_[phrase.thing]) continue;
            phrase_fits_[phrase.thing] = fits;
            phrases_[phrase.thing] = &phrase;
        }
        for (std::size_t thing = 0; thing < scores_.size(); ++thing)
            scores_[thing] += phrase_share * whole_ * std::pow(phrase_fits_[thing], phrase_power);
    }

    float lift_of(const Findable& thing) const {
        float lift = kind_lifts[static_cast<std::size_t>(thing.kind)];
        if (question_.role != nullptr) {
            const std::vector<std::string>* roles = roles_of(thing);
            if (roles != nullptr && !roles->empty() && is_for_role(*roles, *question_.role)) lift *= role_lift;
        }
        if (age_.value.empty()) return lift;
        if (thing.kind == FoundKind::sign) return lift * (content_.signs[thing.at].age == age_ ? age_lift : other_age);
        const std::vector<std::string>* ages = ages_of(thing);
        if (ages != nullptr && std::find(ages->begin(), ages->end(), age_.value) != ages->end()) lift *= age_lift;
        return lift;
    }

    const std::vector<std::string>* roles_of(const Findable& thing) const {
        switch (thing.kind) {
            case FoundKind::article: return &content_.knowledge.articles[thing.at].for_roles;
            case FoundKind::meeting: return &content_.knowledge.meetings[thing.at].for_roles;
            case FoundKind::step: return &content_.steps[thing.at].for_roles;
            case FoundKind::sign: return &content_.signs[thing.at].for_roles;
            case FoundKind::term:
            case FoundKind::track:
            case FoundKind::level:
            case FoundKind::contact:
            case FoundKind::figure: return nullptr;
        }
        return nullptr;
    }

    const std::vector<std::string>* ages_of(const Findable& thing) const {
        if (thing.kind == FoundKind::article) return &content_.knowledge.articles[thing.at].ages;
        if (thing.kind == FoundKind::meeting) return &content_.knowledge.meetings[thing.at].ages;
        return nullptr;
    }

    void explain_word(const QuestionWord& word, ThingNumber thing, Hit& hit) const {
        const Expansion* best = nullptr;
        TextPlace best_field = TextPlace::body;
        const auto look = [&](const QuestionWord& one) {
            for (const Expansion& expansion : one.expansions) {
                const std::vector<Posting>& postings = index_.postings[expansion.word];
                const auto found =
                    std::lower_bound(postings.begin(), postings.end(), thing,
                                     [](const Posting& posting, ThingNumber wanted) { return posting.thing < wanted; });
                if (found == postings.end() || found->thing != thing) continue;
                hit.words.push_back(expansion.word);
                if (best != nullptr && expansion.quality <= best->quality) continue;
                best = &expansion;
                for (std::size_t field = text_place_count; field-- > 0;)
                    if (found->count[field] > 0) best_field = static_cast<TextPlace>(field);
            }
        };
        look(word);
        for (const QuestionWord& part : word.parts) look(part);
        if (best != nullptr) hit.reasons.push_back({best->kind, best_field, word.typed});
    }

    Hit explain(ThingNumber thing) const {
        Hit hit;
        hit.thing = index_.things[thing];
        hit.score = scores_[thing];
        for (const QuestionWord& word : words_)
            if (!word.is_little) explain_word(word, thing, hit);
        constexpr float nearly_whole = 0.6F;
        if (phrases_[thing] != nullptr && phrase_fits_[thing] >= nearly_whole)
            hit.phrase = texts_of(content_, hit.thing)[phrases_[thing]->text].text;
        std::sort(hit.words.begin(), hit.words.end());
        hit.words.erase(std::unique(hit.words.begin(), hit.words.end()), hit.words.end());
        return hit;
    }

    const Content& content_;
    const WordIndex& index_;
    const SearchQuestion& question_;
    AgeGroupId age_;  // the one that is typed, else the one it is asked with
    std::vector<QuestionWord> words_;
    float whole_ = 0;  // what all words of the question weigh
    std::vector<float> scores_;
    std::vector<float> phrase_fits_;
    std::vector<const IndexedPhrase*> phrases_;
};

}  // namespace

Answers answer(const Content& content, const SearchQuestion& question, std::size_t most) {
    if (content.index.things.empty() || question.text.empty()) return {};
    Searcher searcher(content, question);
    std::vector<Hit> hits = searcher.run(most);
    return {std::move(hits), searcher.unknown()};
}

std::vector<Hit> search(const Content& content, const SearchQuestion& question, std::size_t most) {
    return answer(content, question, most).hits;
}

}  // namespace core
