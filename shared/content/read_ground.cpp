// Who the users are, and what the answers and levels are called.

#include <array>
#include <set>

#include "content/read_files.hpp"

namespace core {
namespace {

constexpr int months_at_most = 300;

AgeGroup read_age(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    AgeGroup age;
    age.id = fields.id<AgeGroupId>("id");
    age.name = fields.text("name");
    age.phrase = fields.text("phrase");
    age.from_months = fields.whole("from_months", 0, months_at_most);
    age.to_months = fields.whole("to_months", 0, months_at_most);
    age.asks_months = fields.truth_or("asks_months", false);
    age.unborn = fields.truth_or("unborn", false);
    age.pack = fields.id_text_or_empty("pack");
    return age;
}

RoleGroup read_role_group(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    RoleGroup group;
    group.id = fields.id<RoleGroupId>("id");
    group.name = fields.text("name");
    return group;
}

Role read_role(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    Role role;
    role.id = fields.id<RoleId>("id");
    role.name = fields.text("name");
    role.phrase = fields.text("phrase");
    role.groups = fields.ids<RoleGroupId>("groups");
    role.ages = fields.ids<AgeGroupId>("ages");
    return role;
}

Dimension read_dimension(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    Dimension dimension;
    dimension.id = fields.id<DimensionId>("id");
    dimension.name = fields.text("name");
    dimension.line = fields.text("line");
    dimension.phrase = fields.text("phrase");
    dimension.carries = fields.truth_or("carries", false);
    return dimension;
}

ScaleStep read_scale_step(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    ScaleStep step;
    step.id = fields.id_text("id");
    step.label = fields.text("label");
    step.phrase = fields.text("phrase");
    return step;
}

ConcernLevel read_level(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    ConcernLevel level;
    level.id = fields.id<LevelId>("id");
    level.name = fields.text("name");
    level.phrase = fields.text("phrase");
    level.meaning = fields.text("meaning");
    level.considers_notification = fields.truth_or("considers_notification", false);
    level.everyday = fields.texts("everyday");
    return level;
}

Source read_source(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    Source source;
    source.key = SourceKey{fields.text("key")};
    source.title = fields.text("title");
    source.address = fields.text_or_empty("address");
    return source;
}

void read_texts_if(const JsonValue& root, JsonReport& report, Content& content, bool (*wanted)(Text)) {
    JsonFields fields(root, report);
    for (std::size_t i = 0; i < text_count; ++i) {
        const auto key = static_cast<Text>(i);
        if (wanted(key)) content.texts.set(key, fields.text(name_of(key)));
    }
}

}  // namespace

Review read_review(JsonFields& fields) {
    Review review;
    review.sources.reserve(2);
    for (std::string& key : fields.texts("sources")) review.sources.emplace_back(std::move(key));
    review.state = static_cast<ReviewState>(fields.choice("review", {"pending", "drafted", "checked"}));
    review.date = fields.text_or_empty("review_date");
    return review;
}

Arena read_arena(const JsonValue& value, JsonReport& report) {
    JsonFields fields(value, report);
    Arena arena;
    arena.id = fields.id_text("id");
    arena.name = fields.text("name");
    return arena;
}

void read_ages(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    for (const JsonValue& item : fields.list("ages")) content.ages.push_back(read_age(item, report));
}

void read_roles(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    for (const JsonValue& item : fields.list("groups")) content.role_groups.push_back(read_role_group(item, report));
    for (const JsonValue& item : fields.list("roles")) content.roles.push_back(read_role(item, report));
}

void read_dimensions(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    for (const JsonValue& item : fields.list("dimensions")) {
        content.dimensions.push_back(read_dimension(item, report));
    }
}

void read_scales(const JsonValue& root, JsonReport& report, Content& content) {
    constexpr std::array<std::string_view, scale_kind_count> names = {"frequency", "severity", "duration", "trend",
                                                                      "where"};
    JsonFields fields(root, report);
    for (std::size_t kind = 0; kind < scale_kind_count; ++kind) {
        const JsonValue* value = fields.object_or_null(names[kind]);
        if (value == nullptr) {
            complain(report, root, "Skalaen »" + std::string(names[kind]) + "« mangler.",
                     "Tilføj den med »question« og »steps«.");
            continue;
        }
        JsonFields scale(*value, report);
        content.scales[kind].question = scale.text("question");
        for (const JsonValue& item : scale.list("steps")) {
            content.scales[kind].steps.push_back(read_scale_step(item, report));
        }
    }
}

void read_levels(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    for (const JsonValue& item : fields.list("levels")) content.levels.push_back(read_level(item, report));
}

void read_sources(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    for (const JsonValue& item : fields.list("sources")) content.sources.push_back(read_source(item, report));
}

void read_settings(const JsonValue& root, JsonReport& report, Content& content) {
    JsonFields fields(root, report);
    content.settings.asks_first_feeling = fields.truth_or("asks_first_feeling", true);
    content.settings.days_kept = fields.whole_or("days_kept", 30, 7, 90);
    content.settings.minutes_unused = fields.whole_or("minutes_unused", 10, 2, 60);
    content.settings.minutes_out_of_sight = fields.whole_or("minutes_out_of_sight", 5, 1, 60);
    content.settings.allows_managed_key = fields.truth_or("allows_managed_key", false);
    content.settings.municipality = fields.text_or_empty("municipality");
}

void read_passphrase_words(const JsonValue& root, JsonReport& report, Content& content) {
    constexpr std::size_t fewest = 2048;  // 11 bits a word
    JsonFields fields(root, report);
    content.passphrase_words = fields.texts("words");
    const std::set<std::string> different(content.passphrase_words.begin(), content.passphrase_words.end());
    if (different.size() >= fewest && different.size() == content.passphrase_words.size()) return;
    complain(report, root, "Der skal være mindst 2048 ord at trække en adgangssætning af, og ingen må stå to gange.",
             "Tilføj ord, eller tag dubletter ud.");
}

void read_texts(const JsonValue& root, JsonReport& report, Content& content) {
    read_texts_if(root, report, content, [](Text) { return true; });
}

void read_front_texts(const JsonValue& root, JsonReport& report, Content& content) {
    read_texts_if(root, report, content, is_front);
}

}  // namespace core
