// view.hpp -- what is offered now, for the eye and for the ear.
//
// One value, two readers: wasm/paint draws it, wasm/mirror writes it as native
// HTML. Order here is reading order and focus order. What is not in the View
// does not exist. Each interactive element carries the Action it stands for,
// so that interpret() needs no second list.
// Knows: all rooms above. Never: pixels, colours, ImGui, HTML.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/one_of.hpp"
#include "content/knowledge.hpp"
#include "figure/ruler_figure.hpp"
#include "flow/action.hpp"

namespace core {

// ---- Text ---------------------------------------------------------------
enum class RunKind { plain, strong, link };

// A stretch of text in one voice. A link's `target` is an address of ours
// ("#/om") or one outside, which is shown as a plain address to copy. A link of
// ours may name the `element` there that gets the focus; it is kept out of the
// address, which says nothing about a case.
struct Run {
    std::string text;
    RunKind kind = RunKind::plain;
    std::string target = {};
    std::string element = {};
};
using Rich = std::vector<Run>;

struct Heading {
    int level = 1;
    Rich text;
};  // 1 to 4, no level skipped
enum class ParagraphTone { body, lead, small, muted, small_muted, quote };
struct Paragraph {
    Rich text;
    ParagraphTone tone = ParagraphTone::body;
};
struct List {
    std::vector<Rich> items;
    bool ordered = false;
};
struct Tag {
    std::string text;
};  // da: mærkat, e.g. "i dag"

// ---- Containers (their content is Element::children) ----------------------
// plain: under each other. card: surface with border. row: side by side,
// wrapping. columns: two columns 3:2, under each other when narrow. doors:
// equal cards side by side. head: first child to the left, the others to the
// right end. notice, alarm, info: tinted box with a bar. section: landmark.
enum class GroupKind { plain, card, row, columns, doors, head, notice, alarm, info, section };
struct Group {
    GroupKind kind = GroupKind::plain;
    std::string label;
};  // label: required for section

// ---- Acting ---------------------------------------------------------------
enum class ButtonKind { primary, secondary, quiet };
struct Button {
    std::string label;
    ButtonKind kind = ButtonKind::secondary;
    Action action;
    std::optional<bool> pressed;   // a toggle
    std::optional<bool> expanded;  // a disclosure; `controls` is the id of what it unfolds
    std::string controls;
    bool disabled = false;
    std::string description;  // read after the label by ear, e.g. which sign it belongs to
};

// back: small, above the heading. nav: in the header. door: a whole card is the
// link; its label is the card's last line, `text` what stands above it.
enum class LinkKind { plain, back, nav, quiet, primary, door };
struct Link {
    std::string label;
    LinkKind kind = LinkKind::plain;
    std::string address;  // "#/vurder/alder"; a real address without case data
    Action action;
    bool current = false;
    std::string heading;      // door only
    std::string text;         // door only
    std::string description;  // read after the label by ear
};

// ---- Choosing ---------------------------------------------------------------
struct Option {
    std::string label;
    std::string hint;
    Action action;
};

// segments: joined cells beside each other, stacked when narrow. stack: joined
// cells, stacked when narrow. list: round buttons under each other.
enum class ChoicesKind { segments, stack, list };
struct Choices {
    Rich legend;
    ChoicesKind kind = ChoicesKind::list;
    std::vector<Option> options;
    std::optional<std::size_t> chosen;
    std::string hint;
    std::string error;
    bool quiet_legend = false;  // small muted legend (inside a card)
};

struct Checkbox {
    std::string label;
    std::string hint;
    bool checked = false;
    Action action;
};  // action: what a change means

// ---- The ruler: the signature. With `actions` a radio group of named levels,
// without a figure with the same drawing; what stands on it is the figure's.
struct Ruler : RulerFigure {
    std::string legend;
    std::vector<Action> actions;  // one for each level, or empty
    std::string error;
    std::string summary;  // the same in words; empty when nothing is set on it, nor can be: the legend names it then
};

// ---- A figure of content, with the marks somebody set on it. The table that says the same follows it.
struct Illustration {
    Figure figure;           // of a kind that is_arranged
    std::vector<int> marks;  // as for arrange()
    std::string summary;     // names it; what it shows stands around it, or here
};

// ---- Writing ------------------------------------------------------------------
// secret: a passphrase, shown as dots; new_secret: one that is being made.
enum class FieldKind { text, long_text, number, search, secret, new_secret };
constexpr bool is_secret(FieldKind kind) { return kind == FieldKind::secret || kind == FieldKind::new_secret; }
struct Field {
    std::string label;
    FieldKind kind = FieldKind::text;
    std::string value;
    std::string hint;
    std::string error;
    Action action;                      // its `text` is what was typed
    std::size_t max_characters = 4000;  // 0: nothing is cut
    bool quiet_label = false;
};

struct Select {
    std::string label;
    std::vector<Option> options;
    std::optional<std::size_t> chosen;
    std::string hint;
    std::string error;
};

// ---- Showing ------------------------------------------------------------------
struct Table {
    std::string caption;
    std::vector<std::string> columns;
    std::vector<std::vector<Rich>> rows;
};

// da: tjek dine svar; a list of term, what was said, and a link that leads back
struct SummaryRow {
    std::string id;
    std::string term;
    Rich said;
    std::string link_label;
    std::string link_description;
    std::string address;
    Action action;
};
struct Summary {
    std::vector<SummaryRow> rows;
};

struct Progress {
    std::string label;
    int done = 0;
    int of = 1;
};  // "Trin 3 af 6 · Tegn"
struct Brand {
    std::string label;
    std::string address;
    Action action;
};

using BodyKinds = std::variant<Heading, Paragraph, List, Tag, Group, Button, Link, Choices, Checkbox, Ruler,
                               Illustration, Field, Select, Table, Summary, Progress, Brand>;
using Body = OneOf<BodyKinds>;

// `id` is the DOM id and the test handle: explicit, stable, unique in the View,
// [a-z0-9_-], never made from a label.
struct Element {
    std::string id;
    Body body;
    std::vector<Element> children;  // Group only
};
using Elements = std::vector<Element>;

struct Announcement {
    std::uint32_t serial = 0;
    std::string text;
    bool urgent = false;
};
struct Focus {
    std::uint32_t serial = 0;
    std::string id;
};  // empty id: the h1

// Its first element is the heading that asks, and names it.
struct Dialog {
    std::string id;
    Elements elements;
};

struct View {
    std::string title;    // of the window; nothing about a case
    std::string address;  // "#/vurder/tegn/psykisk"
    std::string skip_label;
    Elements header;
    std::string navigation_label;
    bool wide = false;  // main is 1040 instead of 760 wide
    Elements main;
    Elements footer;
    std::optional<Dialog> dialog;
    Announcement announcement;
    Focus focus;
    Appearance appearance = Appearance::as_device;
    bool text_view = false;
    int text_percent = 100;
    bool hidden = false;            // da: skærmen er skjult
    std::uint32_t case_number = 0;  // another one: no field is the same, whatever it is called
};

}  // namespace core
