// What this tool knows: every kind of thing that is kept on the device, and away with it.

#include "view/screens/screens.hpp"

namespace core {

namespace {

struct KindRow {
    const char* kind;
    Text name;
    Text what;
    std::optional<Text> managed = {};  // where the device keeps the key itself
};

constexpr KindRow kind_rows[] = {
    {"snap", Text::kind_drafts, Text::kind_drafts_what, Text::kind_drafts_managed},
    {"head", Text::kind_heads, Text::kind_heads_what},
    {"meta", Text::kind_vault, Text::kind_vault_what, Text::kind_vault_managed},
    {"quarantine", Text::kind_damaged, Text::kind_damaged_what},
    {"appearance", Text::kind_appearance, Text::kind_appearance_what},
    {"readings", Text::kind_readings, Text::kind_readings_what},
    {"stops", Text::kind_stops, Text::kind_stops_what},
    {"program", Text::kind_program, Text::kind_program_what},
};

std::string written_size(const Scene& scene, std::uint64_t bytes) {
    constexpr std::uint64_t kilobyte = 1000;
    if (bytes < kilobyte) return scene.say(Text::size_bytes, {{"count", std::to_string(bytes)}});
    return scene.say(Text::size_kilobytes, {{"count", std::to_string((bytes + kilobyte / 2) / kilobyte)}});
}

Element describe_table(const Scene& scene) {
    Table table;
    table.caption = scene.say(Text::kept_caption);
    table.columns = {scene.say(Text::column_kind), scene.say(Text::column_what), scene.say(Text::column_size)};
    for (const KindRow& row : kind_rows) {
        const KeptKind* found = nullptr;
        for (const KeptKind& kind : scene.session.kept.kinds) {
            if (kind.kind == row.kind) found = &kind;
        }
        const bool is_managed = scene.session.kept.mode == KeepMode::managed && row.managed;
        table.rows.push_back(
            {words(scene.say(row.name)), words(scene.say(is_managed ? *row.managed : row.what)),
             words(found == nullptr ? scene.say(Text::size_none) : written_size(scene, found->bytes))});
    }
    return Element{"kept-table", std::move(table), {}};
}

}  // namespace

void describe_kept(const Scene& scene, Elements& to) {
    to.push_back(paragraph("kept-lead", scene.say(Text::kept_lead)));
    switch (scene.session.kept.count) {
        case CountState::told: to.push_back(describe_table(scene)); break;
        case CountState::failed: to.push_back(paragraph("kept-not-counted", scene.say(Text::kept_not_counted))); break;
        case CountState::asked:
            to.push_back(paragraph("kept-counting", scene.say(Text::kept_counting), ParagraphTone::muted));
            break;
    }
    // The footer promises it when it is true; why it does not is asked here.
    if (scene.session.offline == OfflineUse::not_possible)
        to.push_back(paragraph("kept-offline", scene.say(Text::offline_not)));
    to.push_back(heading("never-title", 2, scene.say(Text::kept_never_title)));
    to.push_back(paragraph("never", scene.say(Text::kept_never)));
    to.push_back(heading("wipe-title", 2, scene.say(Text::wipe_title)));
    to.push_back(paragraph("wipe-text", scene.say(Text::wipe_body)));
    Elements row;
    row.push_back(button("wipe", scene.say(Text::wipe), ButtonKind::secondary, WipeWanted{}));
    row.push_back(link("to-keeping", scene.say(Text::drafts_title), LinkKind::plain, Place{Screen::keeping, {}}));
    to.push_back(group("wipe-actions", GroupKind::row, std::move(row)));
}

}  // namespace core
