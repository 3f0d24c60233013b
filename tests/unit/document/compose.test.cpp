#include "document/compose.hpp"

#include <openssl/sha.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "assessment/explain.hpp"
#include "document/document_style.hpp"
#include "document/write_document.hpp"
#include "support/shipped_content.hpp"

namespace {

using namespace core;

const Content& shipped() { return support::shipped_content(); }

Case kindergarten_case() {
    Case subject;
    subject.code_word = "Mælkebøtte";
    subject.age = AgeGroupId("age_3_5");
    subject.role = RoleId("kindergarten");
    Observation& withdraws = subject.observations[SignId("a3_social_withdraws_from_others")];
    withdraws.presence = Presence::seen;
    withdraws.scales[static_cast<std::size_t>(ScaleKind::frequency)] = 3;
    withdraws.scales[static_cast<std::size_t>(ScaleKind::severity)] = 2;
    withdraws.saw = "Mandag gik barnet for sig selv, da de andre byggede hule";
    withdraws.thought = "Måske er der sket noget hjemme <b>";
    subject.first_feeling = 1;
    subject.judgement = Judgement{3, "Det har varet for længe"};
    return subject;
}

Case with_alarm(SuspectId suspect) {
    Case subject = kindergarten_case();
    subject.observations[SignId("a3_abuse_says_something_worrying")].presence = Presence::seen;
    subject.suspect = std::move(suspect);
    return subject;
}

Document document_for(const Case& subject, Recipient recipient, bool with_indicator = false) {
    return compose(shipped(), subject, indicate(shipped(), subject), recipient, {with_indicator, "2026-11-22"});
}

bool has_section(const Document& document, const std::string& id) {
    return std::any_of(document.sections.begin(), document.sections.end(),
                       [&](const DocumentSection& section) { return section.id == id; });
}

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

constexpr Recipient everyone[] = {Recipient::notification, Recipient::focus_team, Recipient::parent_talk,
                                  Recipient::own_notes};

}  // namespace

TEST_CASE("A notification holds the own mark and the observations, and the indicator only by choice", "[document]") {
    const Document plain = document_for(kindergarten_case(), Recipient::notification, false);
    const Document chosen = document_for(kindergarten_case(), Recipient::notification, true);

    CHECK(plain.mark == "Stor bekymring");
    CHECK(has_section(plain, "observations"));
    CHECK_FALSE(has_section(plain, "indicator"));
    CHECK(has_section(chosen, "indicator"));
}

TEST_CASE("The first feeling stands in the own notes and nowhere else", "[document]") {
    const std::string feeling = "Min første fornemmelse";

    for (const Recipient recipient : everyone) {
        const Document document = document_for(kindergarten_case(), recipient, true);
        const std::string page = write_html(shipped(), document);
        CHECK(says(page, feeling) == (recipient == Recipient::own_notes));
    }
}

TEST_CASE("What was written to something that does not count now stands in the own notes and nowhere else",
          "[document]") {
    Case subject = kindergarten_case();
    subject.observations[SignId("a0_gone")].thought = "Til et tegn fra en anden udgave";
    Observation& no_longer = subject.observations[SignId("a3_mental_sad")];
    no_longer.presence = Presence::not_seen;
    no_longer.saw = "Set i går, ikke i dag";
    subject.reflections[ReflectionId("gone")] = "Til et spørgsmål fra en anden udgave";

    for (const Recipient recipient : everyone) {
        const std::string page = write_html(shipped(), document_for(subject, recipient));
        const bool is_own = recipient == Recipient::own_notes;
        CHECK(says(page, "Til et tegn fra en anden udgave") == is_own);
        CHECK(says(page, "Set i går, ikke i dag") == is_own);
        CHECK(says(page, "Til et spørgsmål fra en anden udgave") == is_own);
    }
    CHECK_FALSE(has_section(document_for(kindergarten_case(), Recipient::own_notes), "parked"));
}

TEST_CASE("The paper for the talk with parents holds no level, no thought and no degree of worry", "[document]") {
    const Document document = document_for(kindergarten_case(), Recipient::parent_talk);
    const std::string text = write_text(document);

    CHECK(document.mark.empty());
    CHECK_FALSE(document.ruler.has_value());
    for (const ConcernLevel& level : shipped().levels) CHECK_FALSE(says(text, level.name));
    CHECK_FALSE(says(text, "Måske er der sket noget hjemme"));
    CHECK_FALSE(says(text, "Hvor meget bekymrer det dig"));
    CHECK(says(text, "Mandag gik barnet for sig selv"));
    CHECK(says(text, "udleveres ikke"));
}

TEST_CASE("The paper for the talk with parents is not made while they are or may be suspected", "[document]") {
    const struct {
        const char* suspect;
        bool offered;
    } rows[] = {{"parent_or_home", false}, {"unknown", false},    {"", false},
                {"staff", true},           {"other_adult", true}, {"other_child", true}};

    for (const auto& row : rows) {
        const Case subject = with_alarm(SuspectId(row.suspect));
        INFO(row.suspect);
        CHECK(is_offered(shipped(), subject, indicate(shipped(), subject), Recipient::parent_talk) == row.offered);
        const Document document = document_for(subject, Recipient::parent_talk);
        CHECK(document.sections.empty() == !row.offered);
    }
}

TEST_CASE("With an alarm the ruler shows no span, and the alarm sign is named", "[document]") {
    const Document document = document_for(with_alarm(SuspectId("unknown")), Recipient::focus_team);

    CHECK(has_section(document, "alarms"));
    REQUIRE(document.ruler.has_value());
    CHECK_FALSE(document.ruler->span.has_value());
    CHECK(document.ruler->mark.has_value());
}

TEST_CASE("What the ruler of a document shows, its text form says in words", "[document]") {
    const Case subject = kindergarten_case();
    const std::string notes = write_text(document_for(subject, Recipient::own_notes));
    const Document without_span = document_for(subject, Recipient::notification, false);

    const std::string mark = "Egen vurdering på linealen: stor bekymring.";
    const std::string span = plain(explain_span(shipped(), indicate(shipped(), subject)));
    CHECK(says(notes, mark + " " + span + ". Min første fornemmelse: øget opmærksomhed."));
    CHECK(without_span.ruler_summary == mark);
    CHECK(says(write_text(without_span), mark));
}

TEST_CASE("Every document says that what matters belongs in the municipality's own system", "[document]") {
    for (const Recipient recipient : everyone) {
        CHECK(says(write_text(document_for(kindergarten_case(), recipient)), "i jeres fagsystem, før kladden slettes"));
    }
}

TEST_CASE("What the user wrote cannot become markup", "[document]") {
    const std::string page = write_html(shipped(), document_for(kindergarten_case(), Recipient::own_notes));

    CHECK(says(page, "noget hjemme &lt;b&gt;"));
    CHECK_FALSE(says(page, "hjemme <b>"));
    CHECK_FALSE(says(page, "<script"));
}

TEST_CASE("The document's own policy allows its one style and nothing else", "[document]") {
    const std::string style(document_style);
    unsigned char digest[SHA256_DIGEST_LENGTH];
    SHA256(reinterpret_cast<const unsigned char*>(style.data()), style.size(), digest);
    static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string encoded;
    for (int i = 0; i < SHA256_DIGEST_LENGTH; i += 3) {
        const bool two = i + 1 < SHA256_DIGEST_LENGTH;
        const bool three = i + 2 < SHA256_DIGEST_LENGTH;
        const unsigned group = static_cast<unsigned>(digest[i]) << 16U |
                               (two ? static_cast<unsigned>(digest[i + 1]) << 8U : 0U) | (three ? digest[i + 2] : 0U);
        encoded += letters[group >> 18U & 63U];
        encoded += letters[group >> 12U & 63U];
        encoded += two ? letters[group >> 6U & 63U] : '=';
        encoded += three ? letters[group & 63U] : '=';
    }

    CHECK(encoded == document_style_hash);
    CHECK(says(write_html(shipped(), document_for(kindergarten_case(), Recipient::own_notes)),
               "default-src 'none'; style-src 'sha256-" + encoded + "'"));
}

TEST_CASE("Web page, text and JSON hold the same words", "[document]") {
    const Document document = document_for(kindergarten_case(), Recipient::focus_team);
    const std::string page = write_html(shipped(), document);
    const std::string text = write_text(document);
    const std::string json = write_json(document);

    for (const DocumentSection& section : document.sections) {
        INFO(section.id);
        CHECK(says(page, section.heading));
        CHECK(says(text, section.heading));
        CHECK(says(json, section.heading));
        CHECK(says(text, write_section_text(section)));
    }
    CHECK(says(text, "Min vurdering: Stor bekymring"));
    CHECK(says(json, "\"own_mark\": \"Stor bekymring\""));
}
