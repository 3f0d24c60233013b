// What is asked about the child, and what is thought about.

#include "content/read_files.hpp"

namespace core {
namespace {

constexpr int months_at_most = 300;

Alarm read_alarm(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    Alarm alarm;
    alarm.track = fields.id<TrackId>("track");
    alarm.floor = fields.id<LevelId>("floor");
    alarm.certainty = fields.id_or_empty<CertaintyId>("certainty");
    return alarm;
}

Sign read_sign(const JsonValue& value, JsonReport& report, const AgeGroupId& age, const DimensionId& dimension) {
    JsonFields fields(value, report);
    Sign sign;
    sign.id = fields.id<SignId>("id");
    sign.age = age;
    sign.dimension = dimension;
    sign.text = fields.text("text");
    sign.phrase = fields.text("phrase");
    sign.example = fields.text("example");
    sign.not_same_as = fields.text("not_same_as");
    sign.search_words = fields.texts("search_words");
    sign.for_roles = fields.id_texts("for_roles");
    sign.developmental = fields.truth_or("developmental", false);
    sign.from_months = fields.optional_whole("from_months", 0, months_at_most);
    sign.to_months = fields.optional_whole("to_months", 0, months_at_most);
    sign.weight = static_cast<SignWeight>(fields.choice("weight", {"light", "clear", "grave"}));
    if (const JsonValue* alarm = fields.object_or_null("alarm")) sign.alarm = read_alarm(*alarm, report);
    sign.review = read_review(fields);
    return sign;
}

Circumstance read_circumstance(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    Circumstance circumstance;
    circumstance.id = fields.id<CircumstanceId>("id");
    circumstance.arena = fields.id_text("arena");
    circumstance.text = fields.text("text");
    circumstance.review = read_review(fields);
    return circumstance;
}

ProtectiveFactor read_protective_factor(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    ProtectiveFactor factor;
    factor.id = fields.id<ProtectiveFactorId>("id");
    factor.arena = fields.id_text("arena");
    factor.text = fields.text("text");
    factor.phrase = fields.text("phrase");
    factor.ages = fields.ids<AgeGroupId>("ages");
    factor.review = read_review(fields);
    return factor;
}

ReflectionQuestion read_reflection(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    ReflectionQuestion question;
    question.id = fields.id<ReflectionId>("id");
    question.group = fields.id_text("group");
    question.text = fields.text("text");
    question.hint = fields.text_or_empty("hint");
    question.always = fields.truth_or("always", true);
    question.dimensions = fields.ids<DimensionId>("dimensions");
    question.ages = fields.ids<AgeGroupId>("ages");
    question.for_roles = fields.id_texts("for_roles");
    question.when_parents_closed =
        static_cast<WhenParentsClosed>(fields.choice_or("when_parents_closed", 0, {"keep", "hide", "only_then"}));
    question.review = read_review(fields);
    return question;
}

}  // namespace

void read_signs(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    const auto age = fields.id<AgeGroupId>("age");
    const auto dimension = fields.id<DimensionId>("dimension");
    for (const JsonValue& item : fields.list("signs")) {
        content.signs.push_back(read_sign(item, report, age, dimension));
    }
}

void read_circumstances(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    for (const JsonValue& item : fields.list("arenas")) {
        content.circumstance_arenas.push_back(read_arena(item, report));
    }
    for (const JsonValue& item : fields.list("circumstances")) {
        content.circumstances.push_back(read_circumstance(item, report));
    }
}

void read_protective_factors(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    for (const JsonValue& item : fields.list("arenas")) {
        content.protective_arenas.push_back(read_arena(item, report));
    }
    for (const JsonValue& item : fields.list("protective_factors")) {
        content.protective_factors.push_back(read_protective_factor(item, report));
    }
}

void read_reflections(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    for (const JsonValue& item : fields.list("groups")) {
        content.reflection_groups.push_back(read_arena(item, report));
    }
    for (const JsonValue& item : fields.list("reflections")) {
        content.reflections.push_back(read_reflection(item, report));
    }
}

}  // namespace core
