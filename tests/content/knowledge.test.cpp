// What the videnssamling holds, as it is shipped.

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "base/text.hpp"
#include "lineal/content_folder.hpp"
#include "support/shipped_content.hpp"

using namespace core;
using support::shipped_content;

namespace {

std::string words_of(const Article& article) {
    std::string words = article.title + " " + article.summary + " " + article.use;
    for (const ArticleBlock& block : article.blocks) {
        words += " " + block.title + " " + block.text;
        for (const std::string& item : block.items) words += " " + item;
        for (const std::vector<std::string>& row : block.rows)
            for (const std::string& cell : row) words += " " + cell;
    }
    return words;
}

// What a table or a list names: the first cell of each row, each item up to its colon.
std::vector<std::string> named_by(const ArticleBlock& block) {
    std::vector<std::string> names;
    for (const std::vector<std::string>& row : block.rows) names.push_back(row.front());
    for (const std::string& item : block.items) names.push_back(item.substr(0, item.find(':')));
    return names;
}

}  // namespace

TEST_CASE("At least 60 articles of 250 to 700 words, plain on the whole", "[content]") {
    const Knowledge& knowledge = shipped_content().knowledge;
    REQUIRE(knowledge.articles.size() >= 60);
    double sum = 0;
    for (const Article& article : knowledge.articles) {
        INFO(article.id.value);
        const Readability readability = readability_of(article);
        CHECK(readability.words >= 250);
        CHECK(readability.words <= 700);
        CHECK(readability.lix > 10);
        CHECK(readability.lix <= 40);
        CHECK_FALSE(article.everyday.empty());
        CHECK(article.articles.size() >= 2);
        sum += readability.lix;
    }
    CHECK(sum / static_cast<double>(knowledge.articles.size()) <= 40);
}

TEST_CASE("At least 100 terms and every meeting of the guide", "[content]") {
    const Knowledge& knowledge = shipped_content().knowledge;
    CHECK(knowledge.terms.size() >= 100);
    for (const char* id :
         {"focus_team", "resource_team", "dialogue_meeting", "focus_meeting", "continuity_meeting", "network_meeting",
          "transition_home_daycare", "transition_daycare_kindergarten", "transition_kindergarten_school",
          "external_consultation", "notification", "abuse_preparedness"}) {
        INFO(id);
        const MeetingGuide* meeting = find_meeting(knowledge, MeetingId{id});
        REQUIRE(meeting != nullptr);
        CHECK_FALSE(meeting->agenda.empty());
        for (const AgendaPoint& point : meeting->agenda) CHECK((point.minutes > 0 || !point.when.empty()));
        CHECK_FALSE(meeting->purpose.empty());
        CHECK_FALSE(meeting->who.empty());
        CHECK_FALSE(meeting->before.empty());
        CHECK_FALSE(meeting->after.empty());
        CHECK_FALSE(meeting->consent.empty());
        CHECK_FALSE(meeting->forms.empty());
        for (const MeetingForm& form : meeting->forms) CHECK_FALSE(form.name.empty());
        CHECK_FALSE(meeting->everyday.empty());
        CHECK_FALSE(meeting->review.sources.empty());
        CHECK_FALSE(meeting->parents.empty());
        CHECK_FALSE(meeting->child.empty());
    }
}

// What the issue of this part and facts.md 1.6 ask for, by what each must hold.
TEST_CASE("Each article that was asked for is there, and true to what it is about", "[content]") {
    struct Asked {
        const char* id;
        std::vector<const char*> words;
    };
    const std::vector<Asked> asked = {
        {"framework_overview",
         {"Viden og kompetencer:", "forældresamarbejde:", "dialog, sparring og samarbejde:", "Sammenhæng i overgange:",
          "Procedurer og handleveje:", "Faglig ledelse:"}},
        {"three_values", {"ressourceorienteret børnesyn", "aktivt samarbejde", "mere end ét fag"}},
        {"component_knowledge", {"Det bad kommunerne om"}},
        {"component_parents", {"Det bad kommunerne om"}},
        {"component_dialogue", {"Det bad kommunerne om"}},
        {"component_transitions", {"Det bad kommunerne om"}},
        {"component_procedures", {"Det bad kommunerne om"}},
        {"component_leadership", {"Det bad kommunerne om"}},
        {"detection_process", {"opsporing"}},
        {"steps_of_support", {"trin"}},
        {"three_pathways", {"underret"}},
        {"steps_of_certainty", {"bekymring", "mistanke", "viden"}},
        {"roskilde_model", {"Du sætter dit eget mærke. Det er det, der gælder"}},
        {"child_ruler", {"lineal"}},
        {"topi", {"To gange om året", "hver for sig", "ikke findes røde børn"}},
        {"aalborg_wellbeing", {"evaluering", "farve"}},
        {"adbb", {"certific"}},
        {"hvidovre_next_steps", {"ADBB"}},
        {"hedensted_transition",
         {"hjem til vuggestue", "hjem til dagpleje", "vuggestue til børnehave", "børnehave til skole",
          "Forældrene fortæller om barnet"}},
        {"hedensted_cooperation_guide", {"samarbejdsguide"}},
        {"hedensted_screening", {"3½"}},
        {"koege_resource_teams", {"ressourceteam"}},
        {"koege_early_team", {"småbørnsteam"}},
        {"naestved_leadership", {"leder"}},
        {"wellbeing_across",
         {"fra 0 til 6 år", "to gange om året, også dem", "inviter dem til et fokusmøde",
          "Når barnet skifter sted, og der er en bekymring", "1.200 medarbejdere"}},
        {"signs_of_safety", {"Signs of Safety giver", "sammen med familien og dem"}},
        {"social_worker_in_house", {"tre forudsætninger i organisationen", "ikke prøvet i praksis"}},
        {"key_persons", {"ambassadør"}},
        {"curriculum_tie", {"læreplan"}},
        {"duty_to_notify",
         {"§ 133 i barnets lov", "offentlig tjeneste eller hverv", "Grund til at antage er nok",
          "Pligten er personlig. Ring selv, hvis I er uenige", "Vent ikke på et møde", "Underretningspligten går forud",
          "lige efter fødslen", "ulovligt skolefravær, eller"}},
        {"confidentiality_sharing", {"tavshedspligt"}},
        {"data_protection", {"databeskyttelse"}},
        {"parents_consent_hearing", {"samtykke"}},
        {"child_protection_examination", {"undersøgelse"}},
        {"after_notification", {"i fare (§ 136)", "kvittering for, at den er modtaget", "Ny viden, ny underretning"}},
        {"notifications_in_figures", {"underretninger"}},
        {"parent_talk_sentences_young", {"»"}},
        {"parent_talk_sentences_school", {"»"}},
        {"parent_talk_sentences_hard", {"»"}},
        {"set_up_contacts", {"numre"}},
        {"set_up_dpia_hosting", {"konsekvensanalyse"}},
        {"set_up_municipality", {"kommune"}},
        {"set_up_review", {"gennem"}},
        {"attachment", {"tilknytning"}},
        {"bullying", {"mobning"}},
        {"child_perspective", {"barnets"}},
        {"culture_interpreter", {"tolk"}},
        {"digital_life", {"skærm"}},
        {"disability_wellbeing", {"handicap"}},
        {"divorce_conflict", {"konflikt"}},
        {"eating_disorder", {"spiseforstyrrelse"}},
        {"eating_sleep", {"søvn"}},
        {"extreme_views", {"ekstrem"}},
        {"language", {"sprog"}},
        {"motor_senses", {"motorik"}},
        {"neglect", {"omsorgssvigt"}},
        {"observation", {"dato"}},
        {"parental_addiction", {"alkohol"}},
        {"parental_mental_illness", {"psykisk"}},
        {"risk_and_protection", {"beskytte"}},
        {"school_absence", {"fravær"}},
        {"self_harm_suicide", {"112"}},
        {"sexual_behaviour", {"alder"}},
        {"sibling_and_whole_family", {"søskende"}},
        {"signs_by_age", {"alder"}},
        {"social_control", {"negativ social kontrol"}},
        {"staff_reactions", {"kollega"}},
        {"transitions", {"overgang"}},
        {"violence_at_home", {"vold"}},
        {"youth_drugs_crime", {"rusmid"}},
        {"abuse_suspicion", {"myndigheden"}},
        {"early_detection", {"tidlig"}},
        {"parent_talk", {"forældre"}},
        {"childrens_act",
         {"§ 5", "§§ 18, 19 og 20", "§ 132", "§ 133", "§ 136", "Alle borgere har også pligt til at underrette"}},
        {"notification_steps",
         {"Er barnet i fare nu? Så ring 112", "Barnets egne ord, ordret", "aldrig som almindelig mail",
          "Fortæl dem det ikke ved mistanke om vold eller overgreb", "Din første fornemmelse skal ikke med"}},
        {"school_absence_law",
         {"Skal underrette, når en elev har ulovligt fravær på 15 % eller mere i et kvartal", "Også under 15 %"}},
        {"unborn_child", {"Pligten i § 133 gælder også et barn, der ikke er født", "familieambulatoriet", "9,5 %"}},
        {"disagreement_among_colleagues",
         {"Får du kendskab til eller grund til at antage", "Siger lederen »vent«",
          "ringer du selv til kommunens modtagelse. Fortæl"}},
        {"talk_with_child",
         {"Jeg kan ikke holde det hemmeligt", "Spørg ikke, hvem det var", "Tænker du på at tage dit eget liv?"}},
    };
    for (const Asked& one : asked) {
        INFO(one.id);
        const Article* article = find_article(shipped_content().knowledge, ArticleId{one.id});
        REQUIRE(article != nullptr);
        const std::string text = words_of(*article);
        for (const char* word : one.words) {
            INFO(word);
            CHECK(lower_case(text).find(lower_case(word)) != std::string::npos);
        }
    }
    const MeetingGuide& notification = *find_meeting(shipped_content().knowledge, MeetingId{"notification"});
    std::string points;
    for (const AgendaPoint& point : notification.agenda)
        points += point.when + " " + point.title + " " + point.text + " ";
    for (const std::string& line : notification.after) points += line + " ";
    for (const char* word : {"24 timer", "kvittering", "som regel at vide"}) {
        INFO(word);
        CHECK(lower_case(points).find(word) != std::string::npos);
    }
}

// Each of them by name, in one place, in order and none besides: "fem" in a title says nothing of which five.
TEST_CASE("What is said to have so many parts names each of them", "[content]") {
    struct Named {
        const char* article;
        std::vector<std::string> parts;
    };
    const std::vector<Named> all = {
        {"detection_process",
         {"Trivselsvurdering", "Undersøgelse", "Risikovurdering", "Faglig refleksion", "Beslutning"}},
        {"steps_of_support",
         {"1. Almenområdet", "2. Forebyggende indsatser", "3. Støtte i hjemmet", "4. Slægt og netværk",
          "5. Plejefamilie", "6. Institution"}},
        {"three_pathways", {"I jeres eget fag", "Sammen med andre fag", "Underretning"}},
        {"steps_of_certainty", {"Bekymring", "Mistanke", "Konkret viden"}},
        {"roskilde_model",
         {"Anerkendende tilgang", "Ressourceorienteret børnesyn", "Helhedsorienterede indsatser", "Børneperspektivet",
          "Løsningsorienteret tilgang"}},
        {"roskilde_model", {"En lineal", "En guide til samarbejde", "En videnssamling"}},
        {"topi", {"Trivselsvurdering", "Overgangsmodel", "Ekstern faglig sparring", "Dialogmodel"}},
        {"topi",
         {"Psykisk og emotionel trivsel", "Kognitiv trivsel", "Social trivsel", "Fysisk og sansemotorisk trivsel"}},
        {"hedensted_transition",
         {"Robusthed", "Automatisering", "Behovsudsættelse", "Gode omgangsformer", "Nysgerrighed",
          "Selvregulering og selvdisciplin", "Vedholdenhed"}},
        {"social_worker_in_house",
         {"Kompetencer", "Forældresamarbejde", "Børneinddragelse", "Kontinuerlige samarbejdsrelationer"}},
        {"signs_of_safety", {"Hvad er vi bekymrede for?", "Hvad virker godt?", "Hvad skal der ske?"}},
        {"child_protection_examination", {"Screening, § 18", "Afdækning, § 19", "Børnefaglig undersøgelse, § 20"}},
        {"after_notification", {"Inden 24 timer", "Inden seks hverdage", "Senere"}},
    };
    for (const Named& one : all) {
        INFO(one.article << ": " << one.parts.front());
        const Article* article = find_article(shipped_content().knowledge, ArticleId{one.article});
        REQUIRE(article != nullptr);
        bool is_named = false;
        for (const ArticleBlock& block : article->blocks) is_named = is_named || named_by(block) == one.parts;
        CHECK(is_named);
    }
}

// The first thing on its page, in a box of its own: its words were weighed (facts.md 11).
TEST_CASE("The duty to notify is said word for word", "[content]") {
    const Article* article = find_article(shipped_content().knowledge, ArticleId{"duty_to_notify"});
    REQUIRE(article != nullptr);
    REQUIRE_FALSE(article->blocks.empty());
    CHECK(article->blocks.front().kind == ArticleBlock::Kind::callout);
    CHECK(article->blocks.front().text ==
          "Får du kendskab til eller grund til at antage, at et barn kan have behov for særlig støtte eller har været "
          "udsat for overgreb, skal du underrette. Du skal ikke kunne bevise det. Hverken leder, møde eller en lav "
          "indikator fritager dig. Pligten gælder, også selv om I selv kan fortsætte støtten.");
}

TEST_CASE("Each figure that was asked for is there, of its kind, with its parts, and stands in an article",
          "[content]") {
    struct Asked {
        const char* id;
        FigureKind kind;
        std::vector<std::string> parts;
    };
    const std::vector<Asked> asked = {
        {"steps_of_support",
         FigureKind::stairs,
         {"Almenområdet", "Forebyggende indsatser", "Støtte i hjemmet", "Slægt og netværk", "Plejefamilie",
          "Institution"}},
        {"opsporing_process",
         FigureKind::cycle,
         {"Trivselsvurdering", "Undersøgelse", "Risikovurdering", "Faglig refleksion", "Beslutning"}},
        {"steps_of_certainty", FigureKind::stairs, {"Bekymring", "Mistanke", "Konkret viden"}},
        {"adbb_flow",
         FigureKind::flow,
         {"Besøg med ADBB", "Samtale med forældrene", "Ikke brug for mere lige nu", "Tværfagligt team", "Ny screening",
          "Underretning"}},
        {"six_components",
         FigureKind::radar,
         {"Viden og kompetencer", "Tidligt forældresamarbejde", "Dialog og sparring på tværs", "Sammenhæng i overgange",
          "Procedurer og handleveje", "Faglig ledelse"}},
        {"notifications_by_age", FigureKind::stacked_bar, {"0–5 år og ufødte", "6–13 år", "14–17 år"}},
        {"notifications_by_year",
         FigureKind::bars,
         {"Alle, 2016", "Alle, 2019", "0–5 år og ufødte, 2016", "0–5 år og ufødte, 2019"}},
        {"notifications_by_source",
         FigureKind::table,
         {"Sundhedsvæsenet", "Dagpleje og daginstitution",
          "Andre dele af kommunen, eller en kommune, familien er flyttet fra", "Sundhedsplejen"}},
        {"ruler",
         FigureKind::ruler,
         {"Trivsel", "Øget opmærksomhed", "Bekymring", "Stor bekymring", "Alvorlig bekymring"}},
    };
    const Knowledge& knowledge = shipped_content().knowledge;
    std::set<std::string> shown;
    for (const Article& article : knowledge.articles)
        for (const ArticleBlock& block : article.blocks) shown.insert(block.figure.value);
    for (const Asked& one : asked) {
        INFO(one.id);
        const Figure* figure = find_figure(knowledge, FigureId{one.id});
        REQUIRE(figure != nullptr);
        CHECK(figure->kind == one.kind);
        std::vector<std::string> parts;
        for (const FigurePart& part : figure->parts) parts.push_back(part.title);
        CHECK(parts == one.parts);
        CHECK(shown.count(one.id) == 1);
    }
}

// The nation's numbers, facts.md 1.7; of the sources the order only.
TEST_CASE("The figures of notifications say the numbers of their source", "[content]") {
    const auto values_of = [](const char* id) {
        const Figure* figure = find_figure(shipped_content().knowledge, FigureId{id});
        REQUIRE(figure != nullptr);
        std::vector<int> values;
        for (const FigurePart& part : figure->parts) values.push_back(part.value.value_or(-1));
        return values;
    };
    CHECK(values_of("notifications_by_age") == std::vector<int>{24, 44, 32});
    CHECK(values_of("notifications_by_year") == std::vector<int>{97000, 129000, 22000, 30000});
    CHECK(find_figure(shipped_content().knowledge, FigureId{"notifications_by_age"})->unit == "%");

    const Figure* sources = find_figure(shipped_content().knowledge, FigureId{"notifications_by_source"});
    REQUIRE(sources != nullptr);
    REQUIRE(sources->parts.size() >= 2);
    CHECK(sources->parts[0].body == "Flest.");
    CHECK(sources->parts[1].body == "Næstflest.");
    for (const FigurePart& part : sources->parts) CHECK_FALSE(part.value.has_value());
}

TEST_CASE("Articles are made of every kind of block", "[content]") {
    using Kind = ArticleBlock::Kind;
    std::set<Kind> used;
    for (const Article& article : shipped_content().knowledge.articles)
        for (const ArticleBlock& block : article.blocks) used.insert(block.kind);
    for (const Kind kind : {Kind::heading, Kind::paragraph, Kind::list, Kind::steps, Kind::callout, Kind::quote,
                            Kind::table, Kind::figure, Kind::link, Kind::source}) {
        INFO("kind " << static_cast<int>(kind));
        CHECK(used.count(kind) == 1);
    }
    CHECK(used.size() == 10);  // a new kind belongs in the list above
}

TEST_CASE("Nothing of the videnssamling calls itself checked by a professional", "[content]") {
    const Knowledge& knowledge = shipped_content().knowledge;
    for (const Article& article : knowledge.articles) CHECK(article.review.state != ReviewState::checked);
    for (const MeetingGuide& meeting : knowledge.meetings) CHECK(meeting.review.state != ReviewState::checked);
    for (const Term& term : knowledge.terms) CHECK(term.review.state != ReviewState::checked);
}

TEST_CASE("Each topic has articles", "[content]") {
    const Knowledge& knowledge = shipped_content().knowledge;
    std::set<std::string> used;
    for (const Article& article : knowledge.articles) used.insert(article.topic.value);
    REQUIRE_FALSE(knowledge.topics.empty());
    for (const Topic& topic : knowledge.topics) CHECK(used.count(topic.id.value) == 1);
}

TEST_CASE("LIX counts words, sentences and long words as Björnsson does", "[content]") {
    Article article;
    ArticleBlock block;
    block.text = "Barnet sover. Det er en almindelig eftermiddag, og klokken er 14!";  // 11 words, 2 sentences, 3 long
    article.blocks.push_back(block);
    const Readability readability = readability_of(article);
    CHECK(readability.words == 11);
    CHECK(readability.lix > 32.7);  // 11 / 2 + 100 * 3 / 11
    CHECK(readability.lix < 32.8);
    block.text = "Uden punktum";  // a heading is a sentence of its own
    article.blocks.push_back(block);
    CHECK(readability_of(article).words == 13);
    CHECK(readability_of(Article{}).words == 0);
}
