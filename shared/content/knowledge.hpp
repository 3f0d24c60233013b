// knowledge.hpp -- what the videnssamling holds: articles, meetings, terms.
//
// Comes in a pack of its own, when somebody looks something up.
// Knows: id, review. Never: how it is shown or found.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "content/recipient.hpp"
#include "content/review.hpp"

namespace core {

using ContactId = Id<struct ContactTag>;
using TopicId = Id<struct TopicTag>;
using ArticleId = Id<struct ArticleTag>;
using MeetingId = Id<struct MeetingTag>;
using TermId = Id<struct TermTag>;
using FigureId = Id<struct FigureTag>;

// da: emne. A heading over a group of articles.
struct Topic {
    TopicId id;
    std::string name;
    std::string line;  // one line on what is found there
};

// list: points; steps: done in that order. figure, link and source stand alone.
struct ArticleBlock {
    enum class Kind {
        heading,
        paragraph,
        list,
        steps,
        callout,
        quote,
        table,
        figure,
        link,
        source
    } kind = Kind::paragraph;
    std::string title;  // callout
    std::string text;   // all but list, steps, table, figure; source: what is found there
    std::string from;   // quote: what it is for
    std::vector<std::string> items;
    std::string caption;  // table
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;  // each as long as `columns`
    FigureId figure;
    ArticleId article;  // link: one of the two
    MeetingId meeting;
    SourceKey source;
};

// da: artikel
struct Article {
    ArticleId id;
    TopicId topic;
    std::string title;
    std::string summary;
    std::string use;                     // "Brug det sådan: …"
    std::vector<std::string> for_roles;  // role ids or group ids; empty = all
    std::vector<std::string> ages;       // age ids; empty = all
    std::vector<std::string> tags;       // the field's own words
    std::vector<std::string> everyday;   // what people type who do not know those
    std::vector<std::string> signs;      // ids
    std::vector<ArticleId> articles;     // related
    std::vector<MeetingId> meetings;
    std::vector<ArticleBlock> blocks;
    Review review;
};

struct MeetingPerson {
    std::string who;
    std::string why;
};

// document: the one Linealen makes of what was written, when it is one.
struct MeetingForm {
    std::string name;
    std::optional<Recipient> document;
};

// A point of the agenda, or a step of a way of working. `minutes` 0: none given; then `when` may say when.
struct AgendaPoint {
    int minutes = 0;
    std::string when;
    std::string title;
    std::string text;
};

// da: møde eller arbejdsgang, e.g. fokusteam, dialogmøde, underretning skridt for skridt
struct MeetingGuide {
    MeetingId id;
    std::string name;    // "Fokusteam"
    std::string phrase;  // "fokusteam"
    std::string summary;
    std::vector<std::string> purpose;
    std::vector<MeetingPerson> who;
    std::vector<std::string> before;
    std::vector<AgendaPoint> agenda;
    std::string agenda_note;  // whose proposal the times are
    std::vector<std::string> after;
    std::string consent;
    std::string parents;
    std::string child;               // da: barnets stemme
    std::vector<MeetingForm> forms;  // the papers that are used
    std::vector<std::string> everyday;
    std::vector<std::string> for_roles;
    std::vector<std::string> ages;
    std::vector<ArticleId> articles;
    std::vector<ContactId> contacts;  // whom to ring
    Review review;
};

// da: fagord
struct Term {
    TermId id;
    std::string name;                // "Fokusteam"
    std::vector<std::string> forms;  // as it stands in texts, small letters
    std::string text;
    std::vector<std::string> everyday;
    ArticleId article;  // empty: none
    Review review;
};

// stairs: one step above the other, the first lowest. cycle: round and round. flow: boxes with arrows. radar: axes
// from 1 to 5. bars: one beside the other. stacked_bar: shares of a whole. table: words only. ruler: the levels.
enum class FigureKind { stairs, cycle, flow, radar, bars, stacked_bar, table, ruler };

struct FigurePart {
    std::string id;  // flow only
    std::string title;
    std::string body;
    std::optional<int> value;  // bars and stacked_bar; not negative
};
struct FigureArrow {
    std::string from;  // ids of parts
    std::string to;
    std::string when;  // empty: always
};

// A drawing and the table that says the same.
struct Figure {
    FigureId id;
    FigureKind kind = FigureKind::table;
    std::string title;
    std::string says;  // what is to be seen, in a sentence or two
    std::string table_title;
    std::vector<std::string> columns;  // of the table: title, then value, body and what follows, those there are
    std::string unit;                  // of the values: "%"
    std::string low;                   // radar: what 1 means
    std::string high;                  // radar: what 5 means
    bool both_ways = false;            // cycle: the order may be left
    std::vector<FigurePart> parts;
    std::vector<FigureArrow> arrows;  // flow
    std::string note;
    std::vector<std::string> everyday;  // what people type who look for it
    Review review;
};

// What searching knows of Danish that no text says.
struct SearchWords {
    std::vector<std::string> little;              // carry no meaning of their own: "jeg", "hvad"
    std::vector<std::vector<std::string>> alike;  // groups of words that can stand for each other
};

struct Knowledge {
    std::vector<Topic> topics;
    std::vector<Article> articles;
    std::vector<MeetingGuide> meetings;
    std::vector<Term> terms;
    std::vector<Figure> figures;
    SearchWords search_words;
};

// Null when there is none of that id.
const Topic* find_topic(const Knowledge&, const TopicId&);
const Article* find_article(const Knowledge&, const ArticleId&);
const MeetingGuide* find_meeting(const Knowledge&, const MeetingId&);
const Term* find_term(const Knowledge&, const TermId&);
const Figure* find_figure(const Knowledge&, const FigureId&);

// The first that has the figure among its blocks; null when none has.
const Article* article_showing(const Knowledge&, const FigureId&);

// The title with its place in the order, where the kind has one: "2. Mistanke".
std::string numbered_title(const Figure& figure, std::size_t at);

// How heavy a text is to read, after C.-H. Björnsson (1968): words to a sentence, plus long words (over six
// letters) in a hundred. 25–34 is easy, 35–44 as in a newspaper, 45 and over heavy.
struct Readability {
    std::size_t words = 0;
    double lix = 0;
};
// Of the blocks; the title, summary and use are not counted.
Readability readability_of(const Article&);

}  // namespace core
