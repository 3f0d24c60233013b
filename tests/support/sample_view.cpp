#include "support/sample_view.hpp"

#include <utility>

namespace support {

namespace {

using core::Element;
using core::Elements;
using core::GroupKind;

core::Action go() { return core::Continued{}; }

core::Option option(const std::string& label, const std::string& hint = {}) { return {label, hint, go()}; }

core::Link link(const std::string& label, core::LinkKind kind) {
    core::Link link;
    link.label = label;
    link.kind = kind;
    link.address = "#/om";
    link.action = go();
    return link;
}

core::Button button(const std::string& label, core::ButtonKind kind) {
    core::Button button;
    button.label = label;
    button.kind = kind;
    button.action = go();
    return button;
}

Element group(const std::string& id, GroupKind kind, Elements children, const std::string& label = {}) {
    return make_element(id, core::Group{kind, label}, std::move(children));
}

Elements header() {
    core::Link current = link("Vurder", core::LinkKind::nav);
    current.current = true;
    return {
        make_element("brand", core::Brand{"Linealen", "#/", go()}),
        make_element("nav-assess", current),
        make_element("nav-look-up", link("Slå op", core::LinkKind::nav)),
        make_element("nav-practise", link("Øv", core::LinkKind::nav)),
        make_element("nav-text-view", link("Tekstvisning", core::LinkKind::quiet)),
    };
}

Elements footer() {
    return {
        make_element("foot-about", link("Om Linealen", core::LinkKind::quiet)),
        make_element("foot-accessibility", link("Tilgængelighed", core::LinkKind::quiet)),
        make_element("foot-text-view", button("Tekstvisning", core::ButtonKind::quiet)),
        make_element("foot-appearance", link("Udseende", core::LinkKind::quiet)),
        make_element("foot-note", core::Paragraph{rich("Alt, hvad du skriver, bliver på denne enhed."),
                                                  core::ParagraphTone::small_muted}),
    };
}

Element sample_texts() {
    core::Rich with_link =
        rich("Får du kendskab til, at et barn ", "kan", " have behov for særlig støtte, skal du underrette. ");
    with_link.push_back({"Læs om underretningspligten", core::RunKind::link, "#/om"});
    return group(
        "texts", GroupKind::section,
        {
            make_element("lead", core::Paragraph{rich("Din vurdering: ", "stor bekymring", ". Barnet er 4 år."),
                                                 core::ParagraphTone::lead}),
            make_element("body", core::Paragraph{with_link, core::ParagraphTone::body}),
            make_element("muted",
                         core::Paragraph{rich("Bygger på 14 af 19 tegn. Fem er ubesvarede eller »ved ikke endnu«."),
                                         core::ParagraphTone::muted}),
            make_element("small", core::Paragraph{rich("Ingen navne, intet cpr-nummer."), core::ParagraphTone::small}),
            make_element("small-muted", core::Paragraph{rich("Barnets lov § 133"), core::ParagraphTone::small_muted}),
            make_element("quote", core::Paragraph{rich("»Jeg gider ikke hjem i dag«, sagde barnet ved garderoben."),
                                                  core::ParagraphTone::quote}),
            make_element("h2", core::Heading{2, rich("Linealen peger på bekymring til stor bekymring")}),
            make_element("reasons", core::List{{rich("barnet trækker sig fra leg ", "flere gange om ugen", ""),
                                                rich("der er tegn i tre dimensioner: følelser, samspil og krop"),
                                                rich("to af tegnene er blevet ", "værre", " de sidste to måneder")},
                                               false}),
            make_element("h3", core::Heading{3, rich("Det gør du nu")}),
            make_element("steps", core::List{{rich("Tal med din leder"), rich("Ring til kommunens modtagelse"),
                                              rich("Skriv ned, hvad du så og hørte, ord for ord")},
                                             true}),
            make_element("h4", core::Heading{4, rich("Familieafdelingens specialpædagogiske konsulenttjeneste")}),
        },
        "Tekster");
}

Element sample_boxes() {
    return group(
        "boxes", GroupKind::plain,
        {
            group("alarm", GroupKind::alarm,
                  {make_element("alarm-text",
                                core::Paragraph{rich("", "Er barnet i fare lige nu?", " Ring 112, og bliv hos barnet."),
                                                core::ParagraphTone::body})}),
            group("notice", GroupKind::notice,
                  {make_element("notice-text",
                                core::Paragraph{rich("", "Hvad kan ændre billedet?", ""), core::ParagraphTone::body}),
                   make_element("notice-more", core::Paragraph{rich("Ned: hvis ondt i maven har en anden forklaring."),
                                                               core::ParagraphTone::small_muted})}),
            group(
                "info", GroupKind::info,
                {make_element("info-text", core::Paragraph{rich("Tegn er ikke beviser."), core::ParagraphTone::body})}),
            group(
                "step-card", GroupKind::card,
                {group("step-head", GroupKind::head,
                       {make_element("step-title", core::Heading{3, rich("1. Tag stilling til underretning")}),
                        make_element("step-tag", core::Tag{"senest tre dage før mødet"})}),
                 make_element("step-text",
                              core::Paragraph{rich("Tal med din leder. Kan du ikke få fat i lederen, ringer du selv."),
                                              core::ParagraphTone::body}),
                 make_element("step-button", button("Lav forberedelsesskema", core::ButtonKind::secondary))}),
            group("columns", GroupKind::columns,
                  {group("column-left", GroupKind::plain,
                         {make_element("column-left-text",
                                       core::Paragraph{rich("Én tryg voksen i børnehaven · god ven på stuen"),
                                                       core::ParagraphTone::body})}),
                   group("column-right", GroupKind::plain,
                         {make_element("column-right-text",
                                       core::Paragraph{rich("Beskyttende faktorer sletter ikke tegn."),
                                                       core::ParagraphTone::small_muted})})}),
        });
}

Element sample_doors() {
    const auto door = [](const std::string& heading, const std::string& text, const std::string& label) {
        core::Link card = link(label, core::LinkKind::door);
        card.heading = heading;
        card.text = text;
        return card;
    };
    return group(
        "doors", GroupKind::doors,
        {
            make_element("door-assess", door("Vurder", "Gå igennem alder, rolle, tegn og beskyttende faktorer.",
                                             "Start en vurdering")),
            make_element("door-look-up", door("Slå op", "Find tegn, viden og handlemuligheder.", "Søg og læs")),
            make_element("door-practise", door("Øv", "Prøv Linealen på tænkte dilemmaer.", "Åbn Dilemmaspillet")),
        });
}

Element sample_sign_card() {
    core::Choices presence;
    presence.legend = rich("Barnet trækker sig fra leg, det plejer at være med i");
    presence.kind = core::ChoicesKind::segments;
    presence.options = {option("Ja"), option("Nej, ikke set"), option("Ved ikke endnu")};
    presence.chosen = 0;
    core::Choices often;
    often.legend = rich("Hvor ofte?");
    often.kind = core::ChoicesKind::stack;
    often.quiet_legend = true;
    often.options = {option("Enkelte gange"), option("Hver måned"), option("Hver uge"), option("Flere gange om ugen"),
                     option("Hver dag")};
    often.chosen = 3;
    core::Field saw;
    saw.label = "Hvad så eller hørte du? Hvornår, og hvem var der?";
    saw.kind = core::FieldKind::long_text;
    saw.value = "Mandag og onsdag på legepladsen:\ngik for sig selv, da de andre byggede hule";
    saw.quiet_label = true;
    core::Field thought;
    thought.label = "Hvad tænker du om det?";
    thought.kind = core::FieldKind::long_text;
    thought.quiet_label = true;
    core::Button why = button("Hvorfor spørger vi?", core::ButtonKind::quiet);
    why.expanded = false;
    why.controls = "sign-why-text";
    return group("sign-card", GroupKind::card,
                 {make_element("sign-presence", presence), make_element("sign-often", often),
                  make_element("sign-saw", saw), make_element("sign-thought", thought), make_element("sign-why", why)});
}

Element sample_choices() {
    core::Choices role;
    role.legend = rich("Hvad er din rolle?");
    role.hint = "Rollen vælger tegn og næste skridt, aldrig skalaen.";
    role.error = "Vælg din rolle for at komme videre.";
    role.options = {option("Pædagog"), option("Sundhedsplejerske", "I hjemmet eller på skolen"), option("Lærer"),
                    option("Socialrådgiver i familieafdelingen")};
    role.chosen = 1;
    return group("choices", GroupKind::plain,
                 {
                     make_element("role", role),
                     make_element("check-economy", core::Checkbox{"Familien har svært ved at få pengene til at slå til",
                                                                  "Regninger, husleje, mad", true, go()}),
                     make_element("check-move", core::Checkbox{"Barnet er flyttet for nylig", "", false, go()}),
                 });
}

Element sample_fields() {
    core::Field months;
    months.label = "Hvor mange måneder er barnet?";
    months.kind = core::FieldKind::number;
    months.value = "abc";
    months.hint = "Hele måneder, for eksempel 14.";
    months.error = "Skriv et tal mellem 0 og 35.";
    core::Field search;
    search.label = "Søg efter et tegn";
    search.kind = core::FieldKind::search;
    core::Field word;
    word.label = "Kodeord for barnet";
    word.value = "Mælkebøtte ved den store, gamle kastanje bag børnehavens legehus og sandkasse ved hegnet mod skoven";
    core::Select level;
    level.label = "Hvem retter mistanken sig mod?";
    level.options = {option("En i hjemmet"), option("En uden for hjemmet"), option("Det ved jeg ikke")};
    level.chosen = 2;
    core::Select faulty = level;
    faulty.chosen.reset();
    faulty.error = "Vælg et svar.";
    return group("fields", GroupKind::plain,
                 {make_element("months", months), make_element("search", search), make_element("word", word),
                  make_element("suspect", level), make_element("certainty", faulty)});
}

core::Ruler ruler() {
    core::Ruler ruler;
    ruler.legend = "Hvad er din vurdering?";
    ruler.levels = {"Trivsel", "Øget opmærksomhed", "Bekymring", "Stor bekymring", "Alvorlig bekymring"};
    ruler.span_label = "Linealens indikator";
    ruler.mark_label = "Din vurdering";
    ruler.feeling_label = "Din første fornemmelse";
    ruler.summary = "Linealen peger på bekymring til stor bekymring.";
    return ruler;
}

Element sample_rulers() {
    core::Ruler shown = ruler();
    shown.span = core::RulerSpan{2, 3};
    shown.mark = 3;
    shown.feeling = 2;
    core::Ruler asked = shown;
    asked.actions.assign(5, go());
    core::Ruler unmarked = ruler();
    unmarked.actions.assign(5, go());
    unmarked.error = "Sæt dit eget mærke på linealen.";
    core::Ruler same = shown;
    same.feeling = 3;
    same.span = core::RulerSpan{3, 4};
    return group("rulers", GroupKind::plain,
                 {make_element("ruler-shown", shown), make_element("ruler-asked", asked),
                  make_element("ruler-unmarked", unmarked), make_element("ruler-same", same)});
}

core::Figure figure_of(core::FigureKind kind) {
    core::Figure figure;
    figure.kind = kind;
    figure.title = "Fem skridt";
    figure.says = "Et skridt ad gangen, og nogle gange tilbage.";
    figure.unit = "%";
    figure.both_ways = true;
    figure.parts = {{"one", "Trivselsvurdering", "Se på hele barnet.", 40},
                    {"two", "Undersøgelse", "Se efter, hvornår det sker, og hvem der er til stede.", 25},
                    {"three", "Tidligt forældresamarbejde", "", 20},
                    {"four", "Faglig refleksion", "Tænk over, hvad det ellers kan være.", 10},
                    {"five", "Beslutning", "Aftal, hvad I gør nu.", 5}};
    figure.arrows = {
        {"one", "two", ""}, {"one", "four", "Når det haster"}, {"two", "five", ""}, {"five", "one", "En gang til"}};
    return figure;
}

Element sample_figures() {
    using Kind = core::FigureKind;
    core::Elements all;
    for (const Kind kind : {Kind::stairs, Kind::cycle, Kind::flow, Kind::radar, Kind::bars, Kind::stacked_bar}) {
        const std::vector<int> marks = kind == Kind::radar ? std::vector<int>{3, 5, 2, 0, 4} : std::vector<int>{};
        all.push_back(make_element("figure-" + std::to_string(all.size()),
                                   core::Illustration{figure_of(kind), marks, "Fem skridt, et ad gangen."}));
    }
    return make_element("figures", core::Group{core::GroupKind::card, ""}, std::move(all));
}

Element sample_tables() {
    core::Table table;
    table.caption = "Tegn, du har set";
    table.columns = {"Tegn", "Hvor ofte", "Hvor meget bekymrer det dig"};
    table.rows = {{rich("Trækker sig fra leg"), rich("Flere gange om ugen"), rich("En del")},
                  {rich("Svær at trøste, når det er ked af det"), rich("Hver dag"), rich("", "Meget", "")}};
    core::Summary summary;
    summary.rows = {
        {"edit-age", "Alder", rich("4 år"), "Ret", "alderen", "#/vurder/alder", go()},
        {"edit-role", "Rolle", rich("Medarbejder i en integreret daginstitution for børn mellem nul og seks år"), "Ret",
         "rollen", "#/vurder/rolle", go()}};
    return group("tables", GroupKind::plain, {make_element("table", table), make_element("summary", summary)});
}

Element sample_actions() {
    core::Button toggle_on = button("God ven på stuen", core::ButtonKind::secondary);
    toggle_on.pressed = true;
    core::Button toggle_off = button("Forældre, der tager imod råd", core::ButtonKind::secondary);
    toggle_off.pressed = false;
    core::Button disabled = button("Gem", core::ButtonKind::primary);
    disabled.disabled = true;
    core::Button open = button("Kilder", core::ButtonKind::quiet);
    open.expanded = true;
    open.controls = "small";
    return group(
        "actions", GroupKind::row,
        {make_element("act-primary", button("Fortsæt med »Stor bekymring«", core::ButtonKind::primary)),
         make_element("act-secondary", button("Gem", core::ButtonKind::secondary)),
         make_element("act-quiet", button("Udskriv", core::ButtonKind::quiet)), make_element("act-on", toggle_on),
         make_element("act-off", toggle_off), make_element("act-disabled", disabled), make_element("act-open", open),
         make_element("act-link", link("Lav bilag til underretning", core::LinkKind::primary)),
         make_element("act-plain", link("Ret et svar", core::LinkKind::plain)),
         make_element("act-tag", core::Tag{"i dag"})});
}

}  // namespace

core::Element make_element(const std::string& id, core::Body body, core::Elements children) {
    core::Element element;
    element.id = id;
    element.body = std::move(body);
    element.children = std::move(children);
    return element;
}

core::Rich rich(const std::string& text) { return {{text, core::RunKind::plain, {}}}; }

core::Rich rich(const std::string& before, const std::string& strong, const std::string& after) {
    core::Rich runs;
    if (!before.empty()) runs.push_back({before, core::RunKind::plain, {}});
    runs.push_back({strong, core::RunKind::strong, {}});
    if (!after.empty()) runs.push_back({after, core::RunKind::plain, {}});
    return runs;
}

core::View view_of(core::Element element) {
    core::View view;
    view.title = "Prøve";
    view.address = "#/";
    view.main.push_back(std::move(element));
    return view;
}

core::View sample_view() {
    core::View view;
    view.title = "Prøve – Linealen";
    view.address = "#/prove";
    view.skip_label = "Gå til indholdet";
    view.navigation_label = "Hovedmenu";
    view.header = header();
    view.footer = footer();
    view.main = {
        make_element("progress", core::Progress{"Trin 3 af 6 · Tegn", 3, 6}),
        make_element("back", link("Tilbage", core::LinkKind::back)),
        make_element("title", core::Heading{1, rich("Linealens indikator")}),
        sample_rulers(),
        sample_texts(),
        sample_boxes(),
        sample_doors(),
        sample_sign_card(),
        sample_choices(),
        sample_fields(),
        sample_tables(),
        sample_figures(),
        sample_actions(),
    };
    return view;
}

core::View sample_view_with_dialog() {
    core::View view = sample_view();
    core::Dialog dialog;
    dialog.id = "question";
    dialog.elements = {
        make_element("question-title", core::Heading{2, rich("Vil du slette kladden?")}),
        make_element("question-text",
                     core::Paragraph{rich("Det, du har skrevet, er ikke gemt i en fil."), core::ParagraphTone::body}),
        group("question-actions", GroupKind::row,
              {make_element("question-yes", button("Slet", core::ButtonKind::primary)),
               make_element("question-no", button("Fortryd", core::ButtonKind::secondary))}),
    };
    view.dialog = dialog;
    return view;
}

}  // namespace support
