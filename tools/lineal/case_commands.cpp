// assess, document and pathways: the same answers as on the page, without it.

#include <array>
#include <optional>
#include <variant>

#include "assessment/explain.hpp"
#include "assessment/indicate.hpp"
#include "document/compose.hpp"
#include "document/write_document.hpp"
#include "flow/route.hpp"
#include "guide/choose_pathways.hpp"
#include "lineal/arguments.hpp"
#include "lineal/commands.hpp"
#include "lineal/content_folder.hpp"
#include "lineal/files.hpp"
#include "lineal/report.hpp"
#include "session/session_codec.hpp"

namespace tool {
namespace {

struct LoadedCase {
    core::Content content;
    core::Case subject;
    std::string beside;  // what to know about how it was read
};

std::optional<LoadedCase> load_case(const Arguments& arguments, Outcome& outcome) {
    std::optional<core::Content> content = load_wanted(arguments, outcome);
    if (!content) return std::nullopt;
    const std::string& path = arguments.plain.front();
    const std::optional<std::string> bytes = read_file(path);
    if (!bytes) {
        outcome = bad_input("Filen " + path + " kan ikke læses.\n");
        return std::nullopt;
    }
    std::variant<core::OpenedCase, core::CaseFault> read = core::read_case(*content, *bytes);
    if (const auto* fault = std::get_if<core::CaseFault>(&read)) {
        outcome = bad_input(core::fill(content->texts[fault->text], {{"detail", fault->detail}}) + "\n");
        return std::nullopt;
    }
    core::OpenedCase& opened = *std::get_if<core::OpenedCase>(&read);
    LoadedCase loaded{std::move(*content), std::move(opened.subject), {}};
    if (opened.unknown > 0)
        loaded.beside = loaded.content.texts[core::Text::case_opened_without_some] + "\n";
    else if (opened.other_version)
        loaded.beside = loaded.content.texts[core::Text::case_opened_other_version] + "\n";
    return loaded;
}

std::string lines_of(const std::vector<core::Sentence>& sentences) {
    std::string lines;
    for (const core::Sentence& sentence : sentences) {
        lines += "- " + core::plain(sentence);
        if (!sentence.rule.empty()) lines += " [" + sentence.rule + "]";
        lines += "\n";
    }
    return lines;
}

void add_part(std::string& to, const std::string& part) {
    if (!part.empty()) to += "\n" + part;
}

std::string describe(const core::Content& content, const core::Pathway& pathway) {
    std::string lines;
    for (const core::PathwayStep* step : pathway.steps) {
        lines += step->title + " (" + step->by_when + ", " + step->who + ")\n    " + step->body + "\n";
        for (const core::ContactId& id : step->contacts) {
            const core::Contact* contact = core::find_contact(content, id);
            if (contact == nullptr) continue;
            lines += "    " + contact->name;
            if (!contact->phone.empty()) lines += ": " + contact->phone;
            lines += "\n";
        }
    }
    return lines;
}

}  // namespace

Outcome assess(const Words& written) {
    std::string trouble;
    const std::optional<Arguments> arguments = read_arguments(written, {"--content"}, {}, trouble);
    if (!arguments) return wrong_use(trouble);
    if (arguments->plain.size() != 1) return wrong_use("assess tager én sagsfil.");
    Outcome outcome;
    const std::optional<LoadedCase> loaded = load_case(*arguments, outcome);
    if (!loaded) return outcome;

    const core::Indication indication = core::indicate(loaded->content, loaded->subject);
    outcome.err = loaded->beside;
    outcome.out = core::plain(core::explain_span(loaded->content, indication)) + "\n";
    add_part(outcome.out, lines_of(core::explain_reasons(loaded->content, loaded->subject, indication)));
    add_part(outcome.out, lines_of(core::explain_basis(loaded->content, indication)));
    add_part(outcome.out, lines_of(core::explain_protective(loaded->content, indication)));
    add_part(outcome.out, lines_of(core::explain_changes(loaded->content, loaded->subject, indication)));
    return outcome;
}

Outcome document(const Words& written) {
    std::string trouble;
    const std::optional<Arguments> arguments =
        read_arguments(written, {"--content", "--recipient", "--format", "--today"}, {"--with-indicator"}, trouble);
    if (!arguments) return wrong_use(trouble);
    if (arguments->plain.size() != 1) return wrong_use("document tager én sagsfil.");
    const std::optional<core::Recipient> recipient = core::find_recipient(option_or(*arguments, "--recipient", ""));
    if (!recipient) return wrong_use("--recipient skal være notification, focus_team, parent_talk eller own_notes.");
    const std::string format = option_or(*arguments, "--format", "text");
    if (format != "text" && format != "html" && format != "json") {
        return wrong_use("--format skal være text, html eller json.");
    }
    Outcome outcome;
    const std::optional<LoadedCase> loaded = load_case(*arguments, outcome);
    if (!loaded) return outcome;

    const core::Indication indication = core::indicate(loaded->content, loaded->subject);
    if (!core::is_offered(loaded->content, loaded->subject, indication, *recipient)) {
        return bad_input("Dokumentet »" + core::title_of(loaded->content, *recipient) +
                         "« kan ikke laves til denne sag: vejen til forældrene er lukket.\n");
    }
    core::DocumentChoices choices;
    choices.indicator_in_notification = arguments->options.count("--with-indicator") > 0;
    choices.today = option_or(*arguments, "--today", "");
    const core::Document made = core::compose(loaded->content, loaded->subject, indication, *recipient, choices);
    outcome.err = loaded->beside;
    if (format == "text") outcome.out = core::write_text(made);
    if (format == "html") outcome.out = core::write_html(loaded->content, made);
    if (format == "json") outcome.out = core::write_json(made);
    return outcome;
}

Outcome pathways(const Words& written) {
    std::string trouble;
    const std::optional<Arguments> arguments =
        read_arguments(written, {"--content", "--role", "--age", "--level"}, {}, trouble);
    if (!arguments) return wrong_use(trouble);
    if (!arguments->plain.empty()) return wrong_use("pathways forstår ikke »" + arguments->plain.front() + "«.");
    for (const char* needed : {"--role", "--age", "--level"}) {
        if (arguments->options.count(needed) == 0) return wrong_use(std::string("pathways mangler ") + needed + ".");
    }
    Outcome outcome;
    const std::optional<core::Content> content = load_wanted(*arguments, outcome);
    if (!content) return outcome;

    core::Case subject;
    subject.role = core::RoleId(arguments->options.at("--role"));
    subject.age = core::AgeGroupId(arguments->options.at("--age"));
    const core::Role* role = core::find_role(*content, subject.role);
    const core::AgeGroup* age = core::find_age(*content, subject.age);
    const std::optional<core::LevelIndex> level =
        core::find_level(*content, core::LevelId(arguments->options.at("--level")));
    if (role == nullptr) return bad_input("Rollen findes ikke. Vælg en af: " + ids_of(content->roles) + ".\n");
    if (age == nullptr) return bad_input("Alderen findes ikke. Vælg en af: " + ids_of(content->ages) + ".\n");
    if (!level) return bad_input("Niveauet findes ikke. Vælg et af: " + ids_of(content->levels) + ".\n");
    bool meets = false;
    for (const core::AgeGroupId& one : role->ages) meets = meets || one == subject.age;
    if (!meets) return bad_input("Rollen »" + role->name + "« møder ikke »" + age->name + "«.\n");

    outcome.out = describe(*content, core::choose_pathway(*content, subject, *level));
    return outcome;
}

}  // namespace tool
