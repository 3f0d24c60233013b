#include "view/describe.hpp"

#include <algorithm>

#include "flow/route.hpp"
#include "view/address.hpp"
#include "view/offline.hpp"
#include "view/screens/screens.hpp"

namespace core {

namespace {

Element nav_link(const Scene& scene, std::string id, Text label, const Place& place, bool current) {
    Element element = link(std::move(id), scene.say(label), LinkKind::nav, place);
    std::get_if<Link>(&element.body)->current = current;
    return element;
}

Elements describe_header(const Scene& scene) {
    const Screen here = scene.session.place.screen;
    Elements header;
    const Place start{};
    header.push_back(Element{"brand", Brand{scene.say(Text::app_name), address_of(start), PlaceOpened{start}}, {}});
    const bool current = is_in_lineal(here) && here != Screen::overview;
    header.push_back(nav_link(scene, "nav-assess", Text::nav_assess, Place{Screen::age, {}}, current));
    const bool looks_up = here >= Screen::look_up;
    header.push_back(nav_link(scene, "nav-look-up", Text::look_up_title, Place{Screen::look_up, {}}, looks_up));
    header.push_back(
        nav_link(scene, "nav-overview", Text::overview_title, Place{Screen::overview, {}}, here == Screen::overview));
    header.push_back(nav_link(scene, "nav-help", Text::help_title, Place{Screen::help, {}}, here == Screen::help));
    header.push_back(button("hide", scene.say(Text::hide_screen), ButtonKind::quiet, ScreenHidden{true}));
    return header;
}

Elements describe_footer(const Scene& scene) {
    const auto to = [&scene](const char* id, Screen screen, Text label) {
        Element element = link(id, scene.say(label), LinkKind::quiet, Place{screen, {}});
        std::get_if<Link>(&element.body)->current = scene.session.place.screen == screen;
        return element;
    };
    Elements links;
    links.push_back(to("footer-about", Screen::about, Text::about_title));
    links.push_back(to("footer-keeping", Screen::keeping, Text::keep_title));
    links.push_back(to("footer-kept", Screen::kept, Text::kept_title));
    links.push_back(to("footer-accessibility", Screen::accessibility, Text::accessibility_title));
    Element text_view = button("footer-text-view", scene.say(Text::text_view), ButtonKind::quiet,
                               TextViewChosen{!scene.session.text_view});
    std::get_if<Button>(&text_view.body)->pressed = scene.session.text_view;
    links.push_back(std::move(text_view));
    links.push_back(to("footer-appearance", Screen::appearance, Text::appearance_title));
    Elements footer;
    footer.push_back(group("footer-links", GroupKind::row, std::move(links)));
    footer.push_back(paragraph("footer-privacy", scene.say(Text::privacy_line), ParagraphTone::small_muted));
    describe_offline(scene, footer);
    return footer;
}

// The overview is the last step, but open from the first on.
bool shows_progress(const Scene& scene, const ScreenRow& row) {
    if (row.screen == Screen::overview) return scene.subject().judgement.has_value();
    return row.step > 0;
}

Element describe_progress(const Scene& scene, const ScreenRow& row) {
    constexpr Text names[step_count] = {Text::step_age,        Text::step_role,      Text::step_signs,
                                        Text::step_reflection, Text::step_judgement, Text::step_next};
    const std::string& name = scene.say(names[row.step - 1]);
    Progress progress;
    progress.label = scene.say(
        Text::step_label, {{"step", std::to_string(row.step)}, {"of", std::to_string(step_count)}, {"name", name}});
    progress.done = row.step;
    progress.of = step_count;
    return Element{"progress", std::move(progress), {}};
}

// "Tilbage" has the address of where it leads, and goes back on the trail.
Element describe_back(const Scene& scene) {
    const Session& session = scene.session;
    const Place target = session.trail.empty() ? place_before(scene.content, session) : session.trail.back();
    Element element = link("back", scene.say(Text::back), LinkKind::back, target);
    std::get_if<Link>(&element.body)->action = WentBack{};
    return element;
}

std::string notice_words(const Scene& scene) {
    const Notice& notice = scene.session.notice;
    return scene.say(notice.text, {{"detail", notice.detail}});
}

Element describe_notice(const Scene& scene) {
    const bool bad = scene.session.notice.kind == NoticeKind::failed;
    Elements children;
    children.push_back(paragraph("notice-text", notice_words(scene)));
    return group("notice", bad ? GroupKind::notice : GroupKind::info, std::move(children));
}

// Puts `element` after the one called `id`, wherever that stands.
bool insert_after(Elements& among, const std::string& id, Element& element) {
    for (std::size_t at = 0; at < among.size(); ++at) {
        if (among[at].id == id) {
            among.insert(among.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(element));
            return true;
        }
        if (insert_after(among[at].children, id, element)) return true;
    }
    return false;
}

void place_notice(const Scene& scene, Elements& main) {
    const Notice& notice = scene.session.notice;
    // Its words may be on their way in the start pack; a box with nothing in it is no notice.
    if (notice.kind == NoticeKind::none || scene.say(notice.text).empty()) return;
    Element element = describe_notice(scene);
    if (!notice.at.empty() && insert_after(main, notice.at, element)) return;
    insert_after(main, "title", element);
}

bool holds(const Elements& among, const std::string& id) {
    return std::any_of(among.begin(), among.end(),
                       [&id](const Element& one) { return one.id == id || holds(one.children, id); });
}

// What is wrong, with a link to each field.
struct Fault {
    const char* field;
    const char* element;
    Text text;
};

constexpr Fault faults[] = {
    {"age", "age", Text::age_fault},
    {"months", "months", Text::months_fault},
    {"weeks", "weeks", Text::weeks_fault},
    {"role", "role-first", Text::role_fault},
    {"judgement", "ruler", Text::judgement_fault},
    {"key-wrong", "passphrase", Text::passphrase_wrong},
    {"key-now-wrong", "passphrase-now", Text::passphrase_wrong},
    {"key-judged", "passphrase", Text::passphrase_fault},
    {"key-again", "passphrase-again", Text::passphrase_not_the_same},
};

// Only of fields that stand here: an answer can come when its screen has been left.
void place_fault_summary(const Scene& scene, Elements& main) {
    Elements children;
    for (const Fault& fault : faults) {
        if (scene.session.faults_shown.count(fault.field) == 0 || !holds(main, fault.element)) continue;
        Link body;
        body.label = scene.say(fault.text);
        body.address = address_of(scene.session.place);
        body.action = ElementPointedOut{fault.element};
        children.push_back(Element{std::string{"fault-"} + fault.field, std::move(body), {}});
    }
    if (children.empty()) return;
    children.insert(children.begin(), heading("fault-title", 2, scene.say(Text::fault_summary)));
    Element summary = group("fault-summary", GroupKind::notice, std::move(children), scene.say(Text::fault_summary));
    insert_after(main, "title", summary);
}

// A pack that is not here yet, or that could not be fetched. True when the
// screen itself has to wait.
bool describe_waiting(const Scene& scene, Elements& main) {
    const std::vector<std::string> packs = packs_needed(scene.content, scene.session);
    if (packs.empty()) return false;
    for (const std::string& pack : packs) {
        if (scene.session.packs_failed.count(pack) == 0) continue;
        Elements children;
        const bool damaged = scene.session.packs_damaged.count(pack) != 0;
        children.push_back(paragraph("pack-failed-text", scene.say(damaged ? Text::pack_damaged : Text::pack_failed)));
        children.push_back(button("pack-again", scene.say(Text::try_again), ButtonKind::secondary, PackWanted{pack}));
        main.push_back(group("pack-failed", GroupKind::notice, std::move(children)));
        main.push_back(describe_emergency(scene));
        return true;
    }
    main.push_back(paragraph("pack-waiting", scene.say(Text::pack_waiting), ParagraphTone::muted));
    return true;
}

Elements describe_main(const Scene& scene, const ScreenRow& row) {
    Elements main;
    if (shows_progress(scene, row)) main.push_back(describe_progress(scene, row));
    if (row.screen != Screen::start) main.push_back(describe_back(scene));
    // Whoever writes sees where it is kept; whoever has written sees it on every screen.
    const bool is_written_here = is_in_lineal(row.screen) || open_place(scene.subject()) == scene.session.place;
    const bool is_written = scene.session.has_unsaved_work || !scene.session.kept.keeper.draft.empty();
    if (is_written_here || is_written) main.push_back(describe_kept_state(scene));
    const bool waits = !packs_needed(scene.content, scene.session).empty();
    const bool own_heading = row.heading != nullptr && !waits;
    main.push_back(heading("title", 1, own_heading ? row.heading(scene) : scene.say(row.title)));
    if (!describe_waiting(scene, main)) row.describe(scene, main);
    place_fault_summary(scene, main);
    place_notice(scene, main);
    return main;
}

struct QuestionWords {
    Text title, body, no, yes;
};

QuestionWords words_of(Question question) {
    switch (question) {
        case Question::none:
        case Question::discard_case: break;
        case Question::open_over_case:
            return {Text::open_over_question, Text::open_over_body, Text::open_over_no, Text::open_over_yes};
        case Question::remove_draft:
            return {Text::discard_question, Text::remove_body, Text::discard_no, Text::discard_yes};
        case Question::take_over:
            return {Text::take_over_question, Text::take_over_body, Text::take_over_no, Text::take_over_yes};
        case Question::unprotected:
            return {Text::unprotected_question, Text::unprotected_body, Text::unprotected_no, Text::unprotected_yes};
        case Question::wipe: return {Text::wipe_question, Text::wipe_question_body, Text::discard_no, Text::wipe_yes};
    }
    return {Text::discard_question, Text::discard_body, Text::discard_no, Text::discard_yes};
}

Dialog describe_question(const Scene& scene) {
    QuestionWords said = words_of(scene.session.question);
    const bool is_self = scene.session.question == Question::discard_case && scene.subject().self_assessment;
    if (is_self) said.body = Text::self_discard_body;
    const bool is_self_file =
        scene.session.question == Question::unprotected && scene.session.place.screen == Screen::self_assessment;
    if (is_self_file) said.body = Text::self_unprotected_body;
    Elements elements;
    elements.push_back(heading("question-title", 2, scene.say(said.title)));
    elements.push_back(paragraph("question-text", scene.say(said.body)));
    Elements row;
    // What loses nothing stands first and takes the focus.
    row.push_back(button("question-no", scene.say(said.no), ButtonKind::primary, QuestionAnswered{false}));
    row.push_back(button("question-yes", scene.say(said.yes), ButtonKind::secondary, QuestionAnswered{true}));
    elements.push_back(group("question-actions", GroupKind::row, std::move(row)));
    return Dialog{"question", std::move(elements)};
}

// Nothing of a case, for the eye or the ear, and a title that says nothing.
View describe_hidden(const Scene& scene) {
    const Session& session = scene.session;
    View view;
    view.hidden = true;
    view.title = scene.say(Text::hidden_window);
    view.address = address_of(session.place);
    view.skip_label = scene.say(Text::skip_to_content);
    view.navigation_label = scene.say(Text::navigation);
    view.main.push_back(heading("title", 1, scene.say(Text::hidden_title)));
    view.main.push_back(paragraph("hidden-text", scene.say(Text::hidden_body)));
    if (session.kept.is_lock_refused)
        view.main.push_back(paragraph("not-locked", scene.say(why_not_locked(session.kept.keeper.state))));
    Elements row;
    row.push_back(button("show", scene.say(Text::show_screen), ButtonKind::primary, ScreenHidden{false}));
    if (session.kept.mode == KeepMode::passphrase && session.kept.store == StoreState::open)
        row.push_back(button("lock", scene.say(Text::lock), ButtonKind::secondary, LockWanted{}));
    view.main.push_back(group("actions", GroupKind::row, std::move(row)));
    return view;
}

// Of a search: what stands above its hits, for the ear too.
std::string describe_heard(const Elements& main) {
    std::string heard;
    for (const Element& element : main) {
        const bool is_heard =
            element.id == sign_hits_id || element.id == found_title_id || element.id == found_unknown_id;
        if (!is_heard) continue;
        const auto* title = std::get_if<Heading>(&element.body);
        const auto* line = std::get_if<Paragraph>(&element.body);
        if (title == nullptr && line == nullptr) continue;
        if (!heard.empty()) heard += ' ';
        for (const Run& run : title != nullptr ? title->text : line->text) heard += run.text;
    }
    return heard;
}

Announcement describe_announcement(const Scene& scene, const Elements& main) {
    const Session& session = scene.session;
    Announcement announcement;
    announcement.serial = session.notice_serial;
    announcement.urgent = session.notice.kind == NoticeKind::failed;
    if (session.notice.text != Text::app_name) announcement.text = notice_words(scene);
    if (announcement.text.empty()) announcement.text = describe_heard(main);
    return announcement;
}

View describe_shown(const Scene& scene) {
    const Session& session = scene.session;
    const ScreenRow& row = row_of(session.place.screen);
    View view;
    const bool start = row.screen == Screen::start;
    view.title =
        start ? scene.say(Text::window_title_start) : scene.say(Text::window_title, {{"screen", scene.say(row.title)}});
    view.address = address_of(session.place);
    view.skip_label = scene.say(Text::skip_to_content);
    view.navigation_label = scene.say(Text::navigation);
    view.wide = row.wide;
    view.header = describe_header(scene);
    view.main = describe_main(scene, row);
    view.footer = describe_footer(scene);
    if (session.question != Question::none)
        view.dialog = describe_question(scene);
    else if (find_term(scene.content.knowledge, session.opened_term) != nullptr)
        view.dialog = describe_opened_term(scene);
    view.announcement = describe_announcement(scene, view.main);
    return view;
}

}  // namespace

View describe(const Content& content, const Session& session) {
    const Scene scene{content, session};
    View view = session.is_screen_hidden ? describe_hidden(scene) : describe_shown(scene);
    view.focus = Focus{session.focus_serial, session.focus_id};
    view.appearance = session.appearance;
    view.text_view = session.text_view;
    view.text_percent = session.text_percent;
    view.case_number = session.case_number;
    return view;
}

}  // namespace core
