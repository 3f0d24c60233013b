#include "document/compose_parts.hpp"

#include <algorithm>
#include <set>

#include "assessment/explain.hpp"
#include "guide/choose_pathways.hpp"

namespace core {

namespace {

Block paragraph(std::string text) { return Block{.kind = BlockKind::paragraph, .text = std::move(text)}; }
Block notice(std::string text) { return Block{.kind = BlockKind::notice, .text = std::move(text)}; }
Block own_words(std::string term, std::string text) {
    return Block{.kind = BlockKind::own_words, .term = std::move(term), .text = std::move(text)};
}
Block sub_heading(std::string text) { return Block{.kind = BlockKind::sub_heading, .text = std::move(text)}; }
Block list(std::vector<std::string> items) { return Block{.kind = BlockKind::list, .items = std::move(items)}; }

// Lists in texts.da.json are one sentence per line.
std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin) lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

std::vector<std::string> plain_all(const std::vector<Sentence>& sentences) {
    std::vector<std::string> all;
    all.reserve(sentences.size());
    for (const Sentence& sentence : sentences) all.push_back(plain(sentence));
    return all;
}

}  // namespace

DocumentSection PartMaker::section(const char* id, Text heading) const {
    return DocumentSection{.id = id, .heading = words(heading), .blocks = {}};
}

DocumentSection PartMaker::list_section(const char* id, Text heading, Text lines) const {
    DocumentSection made = section(id, heading);
    made.blocks.push_back(list(lines_of(words(lines))));
    return made;
}

DocumentSection PartMaker::alarms() const {
    DocumentSection made = section("alarms", Text::document_alarms);
    std::vector<std::string> signs;
    for (const RaisedAlarm& alarm : indication_.alarms) {
        const Sign* sign = find_sign(content_, alarm.sign);
        if (sign != nullptr) signs.push_back(sign->text);
    }
    made.blocks.push_back(list(signs));
    std::vector<DocumentRow> rows;
    for (const TrackId& id : indication_.tracks) {
        const Track* track = find_track(content_, id);
        if (track == nullptr) continue;
        rows.push_back({words(Text::document_track), track->name});
        if (!track->asks_suspect) continue;
        const Suspect* suspect = find_suspect(content_, subject_.suspect);
        const Certainty* certainty = find_certainty(content_, certainty_for_steps(content_, subject_, indication_));
        if (suspect != nullptr) rows.push_back({words(Text::document_suspect), suspect->label});
        if (certainty != nullptr) rows.push_back({words(Text::document_certainty), certainty->label});
    }
    made.blocks.push_back(Block{.kind = BlockKind::rows, .rows = rows});
    return made;
}

DocumentSection PartMaker::indicator() const {
    DocumentSection made = section("indicator", Text::document_indicator);
    made.blocks.push_back(paragraph(plain(explain_span(content_, indication_)) + "."));
    const ReasonsInOrder reasons = in_reading_order(explain_reasons(content_, subject_, indication_));
    for (const Sentence& sentence : reasons.before) made.blocks.push_back(paragraph(plain(sentence)));
    if (!reasons.because.empty()) {
        made.blocks.push_back(paragraph(words(lead_in(indication_))));
        made.blocks.push_back(list(plain_all(reasons.because)));
    }
    for (const Sentence& sentence : reasons.after) made.blocks.push_back(paragraph(plain(sentence)));
    for (const Sentence& sentence : explain_basis(content_, indication_))
        made.blocks.push_back(paragraph(plain(sentence)));
    for (const Sentence& sentence : explain_protective(content_, indication_))
        made.blocks.push_back(paragraph(plain(sentence)));
    made.blocks.push_back(notice(words(Text::document_indicator_is_aid)));
    return made;
}

void PartMaker::add_observation(const Sign& sign, const Observation& seen, bool with_concern,
                                DocumentSection& to) const {
    to.blocks.push_back(sub_heading(sign.text));
    std::vector<DocumentRow> rows;
    for (std::size_t kind = 0; kind < scale_kind_count; ++kind) {
        const bool is_concern = kind == static_cast<std::size_t>(ScaleKind::severity);
        if (is_concern && !with_concern) continue;
        const Scale& scale = content_.scales[kind];
        const auto& step = seen.scales[kind];
        if (step && *step < scale.steps.size()) rows.push_back({scale.question, scale.steps[*step].label});
    }
    if (!rows.empty()) to.blocks.push_back(Block{.kind = BlockKind::rows, .rows = rows});
    if (!seen.saw.empty()) to.blocks.push_back(own_words(words(Text::document_saw), seen.saw));
    if (with_concern && !seen.thought.empty())
        to.blocks.push_back(own_words(words(Text::document_thought), seen.thought));
}

DocumentSection PartMaker::observations(bool with_concern) const {
    DocumentSection made = section("observations", Text::document_observations);
    for (const Sign* sign : shown_signs(content_, subject_)) {
        const Observation& seen = observation_of(subject_, sign->id);
        if (seen.presence == Presence::seen) add_observation(*sign, seen, with_concern, made);
    }
    if (made.blocks.empty()) made.blocks.push_back(paragraph(words(Text::document_nothing_seen)));
    return made;
}

DocumentSection PartMaker::circumstances() const {
    DocumentSection made = section("circumstances", Text::document_circumstances);
    std::vector<std::string> items;
    for (const Circumstance& circumstance : content_.circumstances) {
        if (subject_.circumstances.count(circumstance.id) > 0) items.push_back(circumstance.text);
    }
    if (!items.empty()) made.blocks.push_back(list(items));
    return made;
}

DocumentSection PartMaker::protective() const {
    DocumentSection made = section("protective", Text::document_protective);
    std::vector<std::string> items;
    for (const ProtectiveFactorId& id : indication_.protective_factors) {
        const ProtectiveFactor* factor = find_protective_factor(content_, id);
        if (factor != nullptr) items.push_back(factor->text);
    }
    if (!items.empty()) made.blocks.push_back(list(items));
    return made;
}

DocumentSection PartMaker::reflections() const {
    DocumentSection made = section("reflections", Text::document_reflections);
    for (const ReflectionQuestion* question : shown_reflections(content_, subject_, indication_)) {
        const auto answer = subject_.reflections.find(question->id);
        if (answer != subject_.reflections.end() && !answer->second.empty())
            made.blocks.push_back(own_words(question->text, answer->second));
    }
    return made;
}

DocumentSection PartMaker::parked() const {
    DocumentSection made = section("parked", Text::document_parked);
    const std::vector<const Sign*> shown = shown_signs(content_, subject_);
    for (const auto& [id, answer] : subject_.observations) {
        const Sign* sign = find_sign(content_, id);
        const bool is_above =
            answer.presence == Presence::seen && std::find(shown.begin(), shown.end(), sign) != shown.end();
        if (is_above || (answer.saw.empty() && answer.thought.empty())) continue;
        made.blocks.push_back(sub_heading(sign != nullptr ? sign->text : words(Text::document_parked_unknown)));
        if (!answer.saw.empty()) made.blocks.push_back(own_words(words(Text::document_saw), answer.saw));
        if (!answer.thought.empty()) made.blocks.push_back(own_words(words(Text::document_thought), answer.thought));
    }
    const std::vector<const ReflectionQuestion*> asked = shown_reflections(content_, subject_, indication_);
    for (const auto& [id, answer] : subject_.reflections) {
        const ReflectionQuestion* question = find_reflection(content_, id);
        if (answer.empty() || std::find(asked.begin(), asked.end(), question) != asked.end()) continue;
        made.blocks.push_back(
            own_words(question != nullptr ? question->text : words(Text::document_parked_unknown), answer));
    }
    return made;
}

DocumentSection PartMaker::next_steps() const {
    DocumentSection made = section("next_steps", Text::document_next_steps);
    const Pathway pathway = choose_pathway(content_, subject_, indication_, level_for_steps(subject_, indication_));
    if (pathway.discuss_today) made.blocks.push_back(notice(words(Text::document_discuss_today)));
    std::vector<DocumentRow> rows;
    for (const PathwayStep* step : pathway.steps)
        rows.push_back({step->title, step->by_when.empty() ? step->who : step->by_when + " · " + step->who});
    if (!rows.empty()) made.blocks.push_back(Block{.kind = BlockKind::rows, .rows = rows});
    return made;
}

DocumentSection PartMaker::not_known() const {
    DocumentSection made = section("not_known", Text::document_not_known);
    std::vector<std::string> unsure;
    for (const Sign* sign : shown_signs(content_, subject_)) {
        if (observation_of(subject_, sign->id).presence == Presence::unsure) unsure.push_back(sign->text);
    }
    if (!unsure.empty()) {
        made.blocks.push_back(paragraph(words(Text::document_unsure_signs)));
        made.blocks.push_back(list(unsure));
    }
    std::vector<std::string> areas;
    for (const DimensionId& id : indication_.basis.not_looked_at) {
        const Dimension* dimension = find_dimension(content_, id);
        if (dimension != nullptr) areas.push_back(dimension->name);
    }
    if (!areas.empty()) {
        made.blocks.push_back(paragraph(words(Text::document_areas_not_looked_at)));
        made.blocks.push_back(list(areas));
    }
    return made;
}

DocumentSection PartMaker::to_fill_in() const {
    return list_section("to_fill_in", Text::document_to_fill_in, Text::document_to_fill_in_lines);
}

DocumentSection PartMaker::for_the_meeting() const {
    return list_section("for_the_meeting", Text::document_for_the_meeting, Text::document_for_the_meeting_lines);
}

DocumentSection PartMaker::before_the_talk() const {
    DocumentSection made =
        list_section("before_the_talk", Text::document_before_the_talk, Text::document_before_the_talk_lines);
    for (const TrackId& id : indication_.tracks) {
        const Track* track = find_track(content_, id);
        if (track != nullptr) made.blocks.push_back(notice(track->parents));
    }
    if (parent_contact(content_, subject_, indication_) == ParentContact::agree_first)
        made.blocks.push_back(notice(words(Text::document_agree_first)));
    return made;
}

DocumentSection PartMaker::agenda() const {
    return list_section("agenda", Text::document_agenda, Text::document_agenda_lines);
}

DocumentSection PartMaker::about() const {
    DocumentSection made = section("about", Text::document_about);
    made.blocks.push_back(notice(words(Text::document_into_system)));
    made.blocks.push_back(paragraph(words(Text::document_not_reviewed)));
    made.blocks.push_back(Block{.kind = BlockKind::rows,
                                .rows = {{words(Text::document_content_version), content_.version},
                                         {words(Text::document_rules_hash), content_.rules_hash}}});
    // Sources of what was seen, each once, in the order of the register.
    std::set<SourceKey> used;
    for (const Sign* sign : shown_signs(content_, subject_)) {
        if (observation_of(subject_, sign->id).presence != Presence::seen) continue;
        for (const SourceKey& key : sign->review.sources) used.insert(key);
    }
    std::vector<std::string> titles;
    for (const Source& source : content_.sources) {
        if (used.count(source.key) > 0) titles.push_back(with_address(source));
    }
    if (!titles.empty()) {
        made.blocks.push_back(paragraph(words(Text::document_sources)));
        made.blocks.push_back(list(titles));
    }
    return made;
}

}  // namespace core
