// Documents and case files: what is handed to the world, and what comes back.
//
// File names say nothing about a case. A file that cannot be read leaves the
// open case untouched.

#include "assessment/indicate.hpp"
#include "document/write_document.hpp"
#include "document/write_page.hpp"
#include "document/write_self_page.hpp"
#include "flow/route.hpp"
#include "flow/turn.hpp"
#include "guide/choose_pathways.hpp"
#include "session/session_codec.hpp"

namespace core {

namespace {

Document compose_now(Turn& turn, Recipient recipient) {
    const Session& session = turn.session;
    const Indication indication = indicate(turn.content, session.subject);
    return compose(turn.content, session.subject, indication, recipient,
                   DocumentChoices{session.indicator_in_notification, session.today});
}

bool may_be_made(Turn& turn, Recipient recipient) {
    const Case& subject = turn.session.subject;
    return is_offered(turn.content, subject, indicate(turn.content, subject), recipient);
}

// Reads the bytes; says why not when they are no case.
std::optional<OpenedCase> read_opened(Turn& turn, const std::string& bytes) {
    std::variant<OpenedCase, CaseFault> read = read_case(turn.content, bytes);
    if (const CaseFault* fault = std::get_if<CaseFault>(&read)) {
        say(turn, NoticeKind::failed, fault->text, fault->detail);
        return std::nullopt;
    }
    return std::move(*std::get_if<OpenedCase>(&read));
}

void forget_chooser(Session& session) {
    for (auto at = session.tickets.begin(); at != session.tickets.end();) {
        at = at->second.order == Order::choose_file ? session.tickets.erase(at) : std::next(at);
    }
}

struct Outcome {
    NoticeKind kind;
    Text text;
};

Outcome outcome_of(Order order, TicketCode code) {
    const bool good = code == TicketCode::ok;
    switch (order) {
        case Order::save_case:
            return good ? Outcome{NoticeKind::saved, Text::case_saved_notice}
                        : Outcome{NoticeKind::failed, Text::save_failed};
        case Order::choose_file: return Outcome{NoticeKind::failed, Text::file_not_read};
        case Order::download_document:
            return good ? Outcome{NoticeKind::downloaded, Text::document_downloaded}
                        : Outcome{NoticeKind::failed, Text::save_failed};
        case Order::copy_section:
            return good ? Outcome{NoticeKind::copied, Text::section_copied}
                        : Outcome{NoticeKind::failed, Text::copy_failed};
        case Order::print_document: break;
    }
    return good ? Outcome{NoticeKind::none, Text::app_name} : Outcome{NoticeKind::failed, Text::print_failed};
}

void discard_case(Turn& turn) {
    const Keeper& keeper = turn.session.kept.keeper;
    const bool is_elsewhere = keeper.state == KeptState::taken_over;
    const DraftId draft = keeper.draft;
    clear_case(turn);
    // Another tab works on it: here it is closed, and not taken from under that tab.
    if (is_elsewhere) return say(turn, NoticeKind::information, Text::case_closed_here);
    if (!draft.empty()) return remove_draft(turn, draft);
    say(turn, NoticeKind::information, Text::case_discarded);
}

void open_file(Turn& turn, const std::string& bytes) {
    std::optional<OpenedCase> opened = read_opened(turn, bytes);
    if (!opened) return;
    open_case(turn, std::move(*opened));
    begin_keeping(turn);
}

void download_document(Turn& turn, Recipient recipient, DocumentFormat format) {
    const Document document = compose_now(turn, recipient);
    DownloadFile order;
    const std::string name = slug_of(recipient);
    switch (format) {
        case DocumentFormat::html:
            order.name = file_name(turn, name, ".html");
            order.type = "text/html;charset=utf-8";
            order.bytes = write_html(turn.content, document);
            break;
        case DocumentFormat::text:
            order.name = file_name(turn, name, ".txt");
            order.type = "text/plain;charset=utf-8";
            order.bytes = write_text(document);
            break;
        case DocumentFormat::json:
            order.name = file_name(turn, name, ".json");
            order.type = "application/json";
            order.bytes = write_json(document);
            break;
    }
    order.ticket = take_ticket(turn, Order::download_document, "document-actions");
    turn.effects.push_back(std::move(order));
}

std::optional<std::string> write_place(const Turn& turn, const Place& place, const std::string& address) {
    const Session& session = turn.session;
    if (place.screen != Screen::self_assessment) {
        const ParentContact parents = parent_contact(turn.content, session.subject);
        return write_page(turn.content, place, PageChoices{parents, session.ways_age, session.today, address});
    }
    const std::optional<SelfAssessment>& self = session.subject.self_assessment;
    if (!self || self->figure.value != place.part) return std::nullopt;
    const Figure* figure = find_figure(turn.content.knowledge, self->figure);
    if (figure == nullptr) return std::nullopt;
    return write_self_page(turn.content, *figure, session.subject.code_word, *self, session.today, address);
}

// The page on the screen, which stands at that address.
void download_page(Turn& turn, const std::string& address) {
    const Place& place = turn.session.place;
    std::optional<std::string> page = write_place(turn, place, address);
    if (!page) return;
    DownloadFile order;
    order.name = "linealen-" + (place.part.empty() ? "numre" : place.part) + ".html";  // only the numbers have no part
    order.type = "text/html;charset=utf-8";
    order.bytes = std::move(*page);
    order.ticket = take_ticket(turn, Order::download_document, "paper");
    turn.effects.push_back(std::move(order));
}

// What was asked for of the screen, before it was asked whether everybody may read it.
void download_wanted(Turn& turn) {
    const Session& session = turn.session;
    const std::optional<Recipient> recipient = find_recipient(session.place.part);
    if (session.place.screen == Screen::self_assessment)
        download_page(turn, session.wanted_address);
    else if (session.place.screen == Screen::document && recipient)
        download_document(turn, *recipient, static_cast<DocumentFormat>(session.wanted_format));
}

// Yes was answered.
void settle(Turn& turn, Question question, const DraftId& draft, const std::string& bytes) {
    switch (question) {
        case Question::none: return;
        case Question::discard_case: return discard_case(turn);
        case Question::open_over_case:
            if (draft.empty()) return open_file(turn, bytes);
            clear_case(turn);
            return load_draft(turn, draft, LoadFor::writing);
        case Question::remove_draft:
            // The open one goes from the screen too, before anything of it is saved again.
            return draft == turn.session.kept.keeper.draft ? discard_case(turn) : remove_draft(turn, draft);
        case Question::take_over: return load_draft(turn, draft, LoadFor::take_over);
        case Question::wipe: return wipe_store(turn);
        case Question::unprotected: turn.session.knows_unprotected = true; return download_wanted(turn);
    }
}

}  // namespace

std::string file_name(Turn& turn, const std::string& what, const char* ending) {
    std::string name = "linealen-" + what;
    if (!turn.session.today.empty()) name += "-" + turn.session.today;
    return name + ending;
}

void open_case(Turn& turn, OpenedCase opened) {
    Session& session = turn.session;
    forget_draft(turn);
    session.subject = std::move(opened.subject);
    ++session.case_number;
    session.has_unsaved_work = false;
    for (auto& [number, ticket] : session.tickets) ticket.overtaken = true;
    const auto typed = [](const std::optional<int>& number) {
        return number ? std::to_string(*number) : std::string{};
    };
    session.months_typed = typed(session.subject.months);
    session.weeks_typed = typed(session.subject.weeks_early);
    session.unfolded.clear();
    session.sought.clear();
    session.trail.clear();
    session.returns_to.reset();
    session.indicator_in_notification = false;
    session.answer_shown = 0;
    session.place = Place{};
    go(turn, open_place(session.subject));
    session.trail.clear();
    const Text text = opened.unknown > 0     ? Text::case_opened_without_some
                      : opened.other_version ? Text::case_opened_other_version
                                             : Text::case_opened;
    say(turn, NoticeKind::opened, text, std::to_string(opened.unknown));
}

void clear_case(Turn& turn) {
    Session& session = turn.session;
    forget_draft(turn);
    session.subject = Case{};
    ++session.case_number;
    session.has_unsaved_work = false;
    session.months_typed.clear();
    session.weeks_typed.clear();
    session.unfolded.clear();
    session.sought.clear();  // it may tell of the child
    session.indicator_in_notification = false;
    for (auto& [number, ticket] : session.tickets) ticket.overtaken = true;
    go(turn, Place{});
    session.trail.clear();
    session.returns_to.reset();
}

void on(Turn& turn, const IndicatorIncluded& happened) { turn.session.indicator_in_notification = happened.included; }

void on(Turn& turn, const DocumentDownloaded& happened) {
    if (!may_be_made(turn, happened.recipient)) return;
    if (!turn.session.knows_unprotected) {
        turn.session.question = Question::unprotected;
        turn.session.wanted_format = static_cast<std::size_t>(happened.format);
        return;
    }
    download_document(turn, happened.recipient, happened.format);
}

void on(Turn& turn, const DocumentPrinted& happened) {
    if (!may_be_made(turn, happened.recipient)) return;
    const std::uint32_t ticket = take_ticket(turn, Order::print_document, "document-actions");
    turn.effects.push_back(PrintDocument{ticket});
}

void on(Turn& turn, const PagePrinted&) {
    turn.effects.push_back(PrintDocument{take_ticket(turn, Order::print_document, "paper")});
}

void on(Turn& turn, const PageDownloaded& happened) {
    const bool holds_own_words = turn.session.place.screen == Screen::self_assessment;
    if (holds_own_words && !turn.session.knows_unprotected) {
        turn.session.question = Question::unprotected;
        turn.session.wanted_address = happened.address;
        return;
    }
    download_page(turn, happened.address);
}

void on(Turn& turn, const SectionCopied& happened) {
    if (!may_be_made(turn, happened.recipient)) return;
    const Document document = compose_now(turn, happened.recipient);
    if (happened.section >= document.sections.size()) return;
    const DocumentSection& section = document.sections[happened.section];
    const std::uint32_t ticket = take_ticket(turn, Order::copy_section, "copy-" + section.id);
    turn.effects.push_back(CopyText{ticket, write_section_text(section)});
}

void on(Turn& turn, const CaseFileSaved&) {
    if (is_empty(turn.session.subject)) return;
    std::optional<std::string> bytes = write_checked_case(turn.content, turn.session.subject);
    if (!bytes) return say(turn, NoticeKind::failed, Text::case_unreadable, {}, "actions");
    if (bytes->size() > longest_case_file) return say(turn, NoticeKind::failed, Text::case_too_large, {}, "actions");
    if (turn.session.kept.seals_file) return seal_case(turn, std::move(*bytes));
    DownloadFile order;
    order.name = file_name(turn, "kladde", ".json");
    order.type = "application/json";
    order.bytes = std::move(*bytes);
    order.ticket = take_ticket(turn, Order::save_case, "actions");
    turn.effects.push_back(std::move(order));
}

void on(Turn& turn, const CaseFileWanted&) {
    turn.effects.push_back(ChooseFile{take_ticket(turn, Order::choose_file, "open-file")});
}

void take_case_file(Turn& turn, const std::string& bytes) {
    Session& session = turn.session;
    if (is_empty(session.subject)) return open_file(turn, bytes);
    if (!read_opened(turn, bytes)) return;
    session.opened_file = bytes;
    session.question = Question::open_over_case;
}

void on(Turn& turn, const CaseFileRead& happened) {
    forget_chooser(turn.session);
    // Without the start pack no answer could be told from a misspelt one.
    if (!has_pack(turn.content, start_pack)) return say(turn, NoticeKind::failed, Text::case_file_too_early);
    const bool is_sealed = happened.bytes.starts_with("LIN1");
    if (is_sealed)
        take_sealed_file(turn, happened.bytes);
    else
        take_case_file(turn, happened.bytes);
}

void on(Turn& turn, const CaseDiscarded&) {
    if (!is_empty(turn.session.subject)) turn.session.question = Question::discard_case;
}

void on(Turn& turn, const QuestionAnswered& happened) {
    Session& session = turn.session;
    session.opened_term = {};  // what lies over the page is a question or a term, never both
    const Question question = session.question;
    const std::string bytes = std::move(session.opened_file);
    const DraftId draft = std::exchange(session.kept.asked_about, {});
    session.question = Question::none;
    session.opened_file.clear();
    if (happened.yes) settle(turn, question, draft, bytes);
}

void on(Turn& turn, const TicketAnswered& happened) {
    Session& session = turn.session;
    const auto found = session.tickets.find(happened.ticket);
    if (found == session.tickets.end()) return;  // answered before: a ticket comes back once
    const Ticket ticket = found->second;
    session.tickets.erase(found);
    if (happened.code == TicketCode::refused) return;  // the user closed it: nothing went wrong
    if (ticket.order == Order::choose_file && happened.code == TicketCode::ok) return;
    const Outcome outcome = outcome_of(ticket.order, happened.code);
    const bool saved = ticket.order == Order::save_case && happened.code == TicketCode::ok;
    if (saved && !ticket.overtaken) {
        session.has_unsaved_work = false;
        session.kept.is_taken_along = true;
    }
    if (outcome.kind != NoticeKind::none) say(turn, outcome.kind, outcome.text, {}, ticket.at);
}

}  // namespace core
