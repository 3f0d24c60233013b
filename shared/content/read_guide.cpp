// What to do next: tracks, steps, contacts and pages.

#include "content/read_files.hpp"

namespace core {
namespace {

Suspect read_suspect(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    Suspect suspect;
    suspect.id = fields.id<SuspectId>("id");
    suspect.label = fields.text("label");
    suspect.phrase = fields.text("phrase");
    suspect.parents = static_cast<ParentContact>(fields.choice("parents", {"open", "agree_first", "closed"}));
    return suspect;
}

Certainty read_certainty(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    Certainty certainty;
    certainty.id = fields.id<CertaintyId>("id");
    certainty.label = fields.text("label");
    certainty.meaning = fields.text("meaning");
    return certainty;
}

Track read_track(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    Track track;
    track.id = fields.id<TrackId>("id");
    track.name = fields.text("name");
    track.opening = fields.text("opening");
    track.summary = fields.text("summary");
    track.parents = fields.text("parents");
    track.child = fields.text("child");
    track.call = fields.text("call");
    track.by_when = fields.text("by_when");
    track.asks_suspect = fields.truth_or("asks_suspect", false);
    track.parents_contact =
        static_cast<ParentContact>(fields.choice("parents_contact", {"open", "agree_first", "closed"}));
    track.order = fields.whole("order", 0, 1000);
    track.everyday = fields.texts("everyday");
    track.review = read_review(fields);
    return track;
}

PathwayStep read_step(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    PathwayStep step;
    step.id = fields.id<StepId>("id");
    step.kind = static_cast<StepKind>(fields.choice(
        "kind", {"notify", "call", "parents", "child", "consult", "team", "support", "observe", "write", "other"}));
    step.title = fields.text("title");
    step.by_when = fields.text("by_when");
    step.who = fields.text("who");
    step.body = fields.text("body");
    step.everyday = fields.texts("everyday");
    step.parents = fields.text_or_empty("parents");
    step.consent = fields.text_or_empty("consent");
    step.contacts = fields.ids<ContactId>("contacts");
    step.order = fields.whole("order", 0, 10000);
    step.levels = fields.ids<LevelId>("levels");
    step.ages = fields.ids<AgeGroupId>("ages");
    step.for_roles = fields.id_texts("for_roles");
    step.tracks = fields.ids<TrackId>("tracks");
    step.suspects = fields.ids<SuspectId>("suspects");
    step.certainties = fields.ids<CertaintyId>("certainties");
    step.dimensions = fields.ids<DimensionId>("dimensions");
    step.contacts_parents = fields.truth("contacts_parents");
    step.review = read_review(fields);
    return step;
}

Contact read_contact(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    Contact contact;
    contact.id = fields.id<ContactId>("id");
    contact.name = fields.text("name");
    contact.phone = fields.text_or_empty("phone");
    contact.hours = fields.text_or_empty("hours");
    contact.note = fields.text_or_empty("note");
    contact.placeholder = fields.truth_or("placeholder", false);
    contact.without_number = fields.truth_or("without_number", false);
    contact.checked = fields.text_or_empty("checked");
    contact.everyday = fields.texts("everyday");
    return contact;
}

PageBlock read_block(const JsonValue& value, JsonReport& report) {
    using Kind = PageBlock::Kind;
    JsonFields fields(value, report);
    PageBlock block;
    block.kind = static_cast<Kind>(fields.choice("kind", {"heading", "paragraph", "list", "notice", "contact"}));
    block.text = fields.text_or_empty("text");
    block.items = fields.texts("items");
    block.contact = fields.id_or_empty<ContactId>("contact");
    const bool needs_text = block.kind == Kind::heading || block.kind == Kind::paragraph || block.kind == Kind::notice;
    if (needs_text && block.text.empty()) {
        complain(report, fields.at("text"), "Afsnittet har ingen tekst.", "Skriv »text«, eller fjern afsnittet.");
    }
    if (block.kind == Kind::list && block.items.empty()) {
        complain(report, fields.at("items"), "Listen har ingen punkter.", "Skriv »items«, eller fjern listen.");
    }
    if (block.kind == Kind::contact && block.contact.empty()) {
        complain(report, fields.at("contact"), "Afsnittet peger ikke på en kontakt.",
                 "Skriv en kontakts id i »contact«.");
    }
    return block;
}

Page read_page(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    Page page;
    page.id = fields.id_text("id");
    page.title = fields.text("title");
    for (const JsonValue& item : fields.list("blocks")) page.blocks.push_back(read_block(item, report));
    page.review = read_review(fields);
    return page;
}

}  // namespace

void read_tracks(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    for (const JsonValue& item : fields.list("suspects")) content.suspects.push_back(read_suspect(item, report));
    for (const JsonValue& item : fields.list("certainties")) {
        content.certainties.push_back(read_certainty(item, report));
    }
    for (const JsonValue& item : fields.list("tracks")) content.tracks.push_back(read_track(item, report));
}

void read_steps(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    for (const JsonValue& item : fields.list("steps")) content.steps.push_back(read_step(item, report));
}

void read_contacts(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    for (const JsonValue& item : fields.list("contacts")) content.contacts.push_back(read_contact(item, report));
}

void read_pages(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    for (const JsonValue& item : fields.list("pages")) content.pages.push_back(read_page(item, report));
}

}  // namespace core
