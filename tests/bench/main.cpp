// main.cpp -- how long the house takes, without a browser: load, indicate, describe.
//
//     build/native/bench [CONTENT_FOLDER]
//
// One JSON object on standard output; tests/bench/run makes docs/figures.md of it.

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "assessment/explain.hpp"
#include "assessment/indicate.hpp"
#include "base/json_writer.hpp"
#include "bench/scaled_content.hpp"
#include "bench/stopwatch.hpp"
#include "content/load_content.hpp"
#include "guide/choose_pathways.hpp"
#include "knowledge/search.hpp"
#include "view/describe.hpp"

namespace {

// JsonWriter knows whole numbers only: microseconds and hundredths are enough.
long long in_thousandths(double value) { return static_cast<long long>(value * 1000 + 0.5); }

class Report {
public:
    Report() { writer_.begin_object().key("rows").begin_list(); }

    void add(const char* what, std::size_t times, const bench::Timing& timing) {
        writer_.begin_object()
            .field("what", what)
            .field("times", static_cast<long long>(times))
            .field("median_us", in_thousandths(timing.median))
            .field("worst_us", in_thousandths(timing.worst))
            .field("ratio_thousandths", in_thousandths(timing.ratio))
            .field("runs", static_cast<long long>(timing.runs))
            .end_object();
        std::fprintf(stderr, "  %-18s %3zux  %9.3f ms  worst %9.3f  %8.3f x reference  (%zu runs)\n", what, times,
                     timing.median, timing.worst, timing.ratio, timing.runs);
    }

    void add_size(std::size_t times, std::size_t signs, std::size_t asked, std::size_t bytes) {
        sizes_.push_back({times, signs, asked, bytes});
    }

    void add_index(const char* what, const core::WordIndex& index) {
        indexes_.push_back({what, index.things.size(), index.words.size(), core::memory_of(index)});
    }

    std::string take() {
        writer_.end_list().key("indexes").begin_list();
        for (const Index& index : indexes_) {
            writer_.begin_object()
                .field("what", index.what)
                .field("things", static_cast<long long>(index.things))
                .field("words", static_cast<long long>(index.words))
                .field("bytes", static_cast<long long>(index.bytes))
                .end_object();
        }
        writer_.end_list().key("sizes").begin_list();
        for (const Size& size : sizes_) {
            writer_.begin_object()
                .field("times", static_cast<long long>(size.times))
                .field("signs", static_cast<long long>(size.signs))
                .field("asked", static_cast<long long>(size.asked))
                .field("bytes", static_cast<long long>(size.bytes))
                .end_object();
        }
        return writer_.end_list().end_object().take();
    }

private:
    struct Size {
        std::size_t times;
        std::size_t signs;
        std::size_t asked;
        std::size_t bytes;
    };

    struct Index {
        std::string what;
        std::size_t things;
        std::size_t words;
        std::size_t bytes;
    };

    core::JsonWriter writer_;
    std::vector<Size> sizes_;
    std::vector<Index> indexes_;
};

std::size_t count(const core::Elements& elements) {
    std::size_t sum = elements.size();
    for (const core::Element& element : elements) sum += count(element.children);
    return sum;
}

// The area of the child's age that holds most signs.
std::string largest_area(const core::Content& content, const core::Case& subject) {
    std::string best;
    std::size_t most = 0;
    for (const core::Dimension& dimension : content.dimensions) {
        std::size_t signs = 0;
        for (const core::Sign* sign : core::shown_signs(content, subject)) signs += sign->dimension == dimension.id;
        if (signs > most) best = dimension.id.value;
        most = std::max(most, signs);
    }
    return best;
}

// The page never waits for all the content: it loads one pack at a time, when something of it is asked for.
void measure_packs(const std::vector<bench::PackBytes>& packs, Report& report) {
    report.add("load start pack", 1,
               bench::time([&] { return core::load_start(packs.front().bytes).value().roles.size(); }));
    const core::Content start = core::load_start(packs.front().bytes).value();
    const auto by_size = [](const bench::PackBytes& a, const bench::PackBytes& b) {
        return a.bytes.size() < b.bytes.size();
    };
    const bench::PackBytes& heaviest = *std::max_element(packs.begin(), packs.end(), by_size);
    report.add("load the heaviest pack", 1, bench::time([&] {
                   core::Content content = start;
                   return core::add_pack(content, heaviest.name, heaviest.bytes).size();
               }));
}

void measure(const std::string& folder, std::size_t times, Report& report) {
    const std::vector<bench::PackBytes> packs = bench::make_packs(folder, times);
    const core::Content content = bench::load(packs);
    core::Session session = bench::full_case(content);
    const std::size_t asked = core::shown_signs(content, session.subject).size();
    std::size_t bytes = 0;
    for (const bench::PackBytes& pack : packs) bytes += pack.bytes.size();
    report.add_size(times, content.signs.size(), asked, bytes);

    report.add("load content", times, bench::time([&] { return bench::load(packs).signs.size(); }));
    if (times == 1) measure_packs(packs, report);
    report.add("indicate", times, bench::time([&] {
                   const core::Indication indication = core::indicate(content, session.subject);
                   return indication.reasons.size() + indication.highest;
               }));
    const core::Indication found = core::indicate(content, session.subject);
    report.add("sentences", times,
               bench::time([&] { return core::explain_reasons(content, session.subject, found).size(); }));
    report.add("next steps", times,
               bench::time([&] { return core::choose_pathway(content, session.subject, found, 3).steps.size(); }));
    const auto describe = [&] { return count(core::describe(content, session).main); };
    session.place = {core::Screen::signs, largest_area(content, session.subject)};
    report.add("describe signs", times, bench::time(describe));
    session.place = {core::Screen::indication, {}};
    report.add("describe result", times, bench::time(describe));
}

// What staff typed in tests/content/search_questions.json, one after the other as they come.
void measure_search(const std::string& folder, std::size_t articles, const char* what, Report& report) {
    core::Content content = bench::load(bench::make_packs(folder, 1));
    bench::multiply_articles(content, articles);
    report.add((std::string("make the index of ") + what).c_str(), 1, bench::time([&] {
                   content.index = {};
                   core::index_words(content);
                   return content.index.words.size();
               }));
    const std::vector<std::string> questions = bench::read_questions(folder);
    std::size_t next = 0;
    report.add(what, 1, bench::time([&] {
                   const std::string& question = questions[next++ % questions.size()];
                   return core::search(content, {question, nullptr, {}}, 15).size();
               }));
    core::Session session;
    session.place = {core::Screen::look_up, {}};
    report.add((std::string("view of ") + what).c_str(), 1, bench::time([&] {
                   session.sought = questions[next++ % questions.size()];
                   return count(core::describe(content, session).main);
               }));
    report.add_index(what, content.index);
}

}  // namespace

int main(int count_of_words, char** words) {
    const std::string folder = count_of_words > 1 ? words[1] : std::string(LINEALEN_ROOT) + "/content";
    Report report;
    for (const std::size_t times : {1u, 10u, 100u}) measure(folder, times, report);
    measure_search(folder, 0, "search", report);
    measure_search(folder, 5000, "search in 5000 articles", report);
    std::printf("%s\n", report.take().c_str());
}
