// The case as a file: encrypted or not, and an encrypted one opened.

#include "flow/route.hpp"
#include "view/screens/screens.hpp"

namespace core {

void describe_case_file(const Scene& scene, Elements& to) {
    const Kept& kept = scene.session.kept;
    if (is_empty(scene.subject())) {
        to.push_back(paragraph("file-empty", scene.say(Text::file_empty)));
        to.push_back(link("begin", scene.say(Text::start_assessment), LinkKind::plain, Place{Screen::age, {}}));
        return;
    }
    to.push_back(paragraph("file-lead", scene.say(Text::file_lead)));
    Choices choices;
    choices.legend = words(scene.say(Text::file_legend));
    choices.options.push_back(
        Option{scene.say(Text::file_sealed), scene.say(Text::file_sealed_hint), FileKindChosen{true}});
    choices.options.push_back(
        Option{scene.say(Text::file_open), scene.say(Text::file_open_hint), FileKindChosen{false}});
    choices.chosen = kept.seals_file ? 0U : 1U;
    to.push_back(Element{"file-kind", std::move(choices), {}});
    if (kept.seals_file) {
        add_new_passphrase(scene, to);
    } else {
        Elements warning;
        warning.push_back(paragraph("file-warning-text", scene.say(Text::unprotected_body)));
        to.push_back(group("file-warning", GroupKind::notice, std::move(warning)));
    }
    add_use(scene, to, "save-file", Text::file_save, CaseFileSaved{});
}

void describe_unseal(const Scene& scene, Elements& to) {
    if (scene.session.kept.sealed_file.empty()) {
        to.push_back(paragraph("unseal-none", scene.say(Text::unseal_none)));
        to.push_back(button("open-file", scene.say(Text::open_file), ButtonKind::secondary, CaseFileWanted{}));
        return;
    }
    to.push_back(paragraph("unseal-lead", scene.say(Text::unseal_lead)));
    add_passphrase(scene, to, "unseal", Text::unseal, UnsealWanted{});
}

}  // namespace core
