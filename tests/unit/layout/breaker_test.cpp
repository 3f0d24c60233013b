#include <catch2/catch_test_macros.hpp>

#include "layout/breaker.hpp"
#include "support/sample_view.hpp"
#include "support/test_faces.hpp"

namespace {

using support::rich;

const shell::TextLook body{18, 27, shell::Weight::regular};

std::string text_of(const shell::Line& line) {
    std::string text;
    for (const shell::Piece& piece : line.pieces) text += piece.text;
    return text;
}

std::vector<std::string> broken(const core::Rich& text, float width, shell::Spaces spaces = shell::Spaces::collapse) {
    const support::TestFaces faces;
    std::vector<std::string> lines;
    for (const shell::Line& line : shell::break_lines(text, body, faces.measure(), width, spaces)) {
        CHECK(line.width <= width + 0.02F + (spaces == shell::Spaces::keep ? 10.0F : 0.0F));
        lines.push_back(text_of(line));
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("A text that fits is one line", "[layout]") {
    CHECK(broken(rich("Børnehøjde på blødt grønt græs"), 1000) == Lines{"Børnehøjde på blødt grønt græs"});
}

TEST_CASE("An empty text has one empty line", "[layout]") {
    CHECK(broken({}, 100) == Lines{""});
    CHECK(broken(rich(""), 100) == Lines{""});
}

TEST_CASE("Lines break at spaces, and the space goes", "[layout]") {
    CHECK(broken(rich("Øget opmærksomhed"), 130) == Lines{"Øget", "opmærksomhed"});
}

TEST_CASE("Many spaces count as one, and none at the ends", "[layout]") {
    CHECK(broken(rich("  Små   børn  "), 1000) == Lines{"Små børn"});
}

TEST_CASE("Lines break after hyphen, slash and dash inside a word", "[layout]") {
    CHECK(broken(rich("børnehave-vuggestue"), 120) == Lines{"børnehave-", "vuggestue"});
    CHECK(broken(rich("pædagog/medhjælper"), 110) == Lines{"pædagog/", "medhjælper"});
    CHECK(broken(rich("mandag–onsdag"), 80) == Lines{"mandag–", "onsdag"});
}

TEST_CASE("A hyphen that begins a word does not end a line", "[layout]") {
    CHECK(broken(rich("far eller -mor"), 92) == Lines{"far eller", "-mor"});
}

TEST_CASE("A break inside a word is told, one at a space is not", "[layout]") {
    const support::TestFaces faces;

    const auto joint = shell::break_lines(rich("børnehave-vuggestue her"), body, faces.measure(), 120);

    REQUIRE(joint.size() == 2);
    CHECK(joint[0].ends_in_word);
    CHECK_FALSE(joint[1].ends_in_word);
}

TEST_CASE("An over-long word breaks anywhere and loses no letter", "[layout]") {
    const std::string word = "socialpædagogiskefamiliebehandlingsafdelingsæøåÆØÅ";
    std::string joined;
    const Lines lines = broken(rich(word), 90);
    for (const std::string& line : lines) joined += line;
    CHECK(lines.size() > 4);
    CHECK(joined == word);
}

TEST_CASE("A line before a word that is cut says so: the part of it might fit there", "[layout]") {
    const support::TestFaces faces;
    const auto lines =
        shell::break_lines(rich("en socialpædagogiskefamiliebehandlingsafdeling"), body, faces.measure(), 90);
    REQUIRE(lines.size() > 3);
    CHECK(lines[0].before_cut);
    for (std::size_t at = 1; at < lines.size(); ++at) CHECK_FALSE(lines[at].before_cut);
}

TEST_CASE("A letter wider than the line still gets one", "[layout]") {
    const support::TestFaces faces;
    CHECK(shell::break_lines(rich("må"), body, faces.measure(), 1).size() == 2);
}

TEST_CASE("The text's own line breaks are kept and told", "[layout]") {
    const support::TestFaces faces;

    const auto lines = shell::break_lines(rich("Ned: hvis\nOp: hvis"), body, faces.measure(), 1000);

    REQUIRE(lines.size() == 2);
    CHECK(lines[0].forced);
    CHECK(text_of(lines[1]) == "Op: hvis");
}

TEST_CASE("A field keeps every space and empty line", "[layout]") {
    CHECK(broken(rich("a  b\n\nc\n"), 1000, shell::Spaces::keep) == Lines{"a  b", "", "c", ""});
}

TEST_CASE("A no-break space holds a paragraph sign and its number together", "[layout]") {
    CHECK(broken(rich("Barnets lov §\xC2\xA0"
                      "133"),
                 110) == Lines{"Barnets lov",
                               "§\xC2\xA0"
                               "133"});
}

TEST_CASE("Strong words keep their weight across lines, with their spaces", "[layout]") {
    const support::TestFaces faces;
    const core::Rich text = rich("Vurdering: ", "stor bekymring", ". Tal med nogen.");

    const auto lines = shell::break_lines(text, body, faces.measure(), 150);

    REQUIRE(lines.size() >= 2);
    CHECK(lines[0].pieces[0].text == "Vurdering: ");
    CHECK(lines[0].pieces[1].kind == core::RunKind::strong);
    CHECK(lines[0].pieces[1].x == lines[0].pieces[0].width);
    CHECK(lines[1].pieces[0].kind == core::RunKind::strong);
}

TEST_CASE("Strong letters are measured strong", "[layout]") {
    const support::TestFaces faces;
    const shell::TextLook strong{18, 27, shell::Weight::strong};
    CHECK(shell::unbroken_width(rich("Bekymring"), strong, faces.measure()) >
          shell::unbroken_width(rich("Bekymring"), body, faces.measure()));
}

TEST_CASE("A text with a character outside the face is left to the page", "[layout]") {
    const support::TestFaces faces;

    const auto outside = shell::break_lines(rich("Zoë 😀"), body, faces.measure(), 500);
    const auto inside = shell::break_lines(rich("Zoë Ærø"), body, faces.measure(), 500);

    CHECK(outside[0].pieces[0].outside_face);
    CHECK_FALSE(inside[0].pieces[0].outside_face);
}

TEST_CASE("Bytes that are no text become one replacement each", "[layout]") {
    std::string_view rest =
        "\xC3"
        "A\xFF";
    CHECK(shell::take_character(rest) == 0xFFFD);
    CHECK(shell::take_character(rest) == U'A');
    CHECK(shell::take_character(rest) == 0xFFFD);
    CHECK(rest.empty());
}

TEST_CASE("Widths grow in proportion to the size", "[layout]") {
    const support::TestFaces faces;
    const float one = faces.measure().width("Tilgængelighed", 18, shell::Weight::regular);
    const float two = faces.measure().width("Tilgængelighed", 36, shell::Weight::regular);
    CHECK(one > 80);
    CHECK(two == 2 * one);
}
