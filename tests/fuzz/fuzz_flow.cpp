// Bytes as a visit: four bytes are one thing that happens. What must be true after each is in parts/visit.hpp.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/require.hpp"
#include "fuzz/parts/visit.hpp"
#include "keeping/envelope.hpp"
#include "session/session_codec.hpp"
#include "support/view_text.hpp"
#include "view/address.hpp"

namespace {

using namespace core;
using fuzz::Visit;

// One thing that happens: what, and three bytes to say how.
struct Happening {
    std::uint8_t what;
    std::uint8_t one;
    std::uint8_t two;
    std::uint8_t three;
};

constexpr const char* drafts[] = {"00112233445566778899aabbccddeeff", "aaaaaaaa", "bbbbbbbb", "", "æ <b>"};
constexpr const char* days[] = {"2026-11-22", "2026-12-24", "2027-12-27", "1970-01-01", "9999-12-31", "", "never"};

std::string text_of(std::uint8_t which, std::uint8_t more) {
    switch (which % 12) {
        case 0: return {};
        case 1: return "Min mormor bagte altid klejner";
        case 2: return "Mælkebøtte";
        case 3: return std::to_string(more);
        case 4: return "set hos 010115-7654";
        case 5: return std::string(std::size_t{more} * 40, 'a');
        case 6: return "\xF0\x9F\x98\x80 \"citat\" \\ <b>&amp;</b>\n";
        case 7: return std::string("\0\x01\x7F\xC3\xED\xA0\x80", 7);
        case 8: return {static_cast<char>(more)};
        case 9: return "noget";
        default: return std::string(std::size_t{more} % 7 * 701, '\xC3') + "\xA6";
    }
}

std::string case_file(const Visit& visit, std::uint8_t which, std::uint8_t at) {
    constexpr const char* head = "{\"kind\":\"linealen-case\",\"schema\":1";
    constexpr const char* filled =
        ",\"code_word\":\"B\",\"age\":\"age_small\",\"months\":14,\"role\":\"nursery\",\"observations\":[{\"sign\":"
        "\"title\",\"presence\":\"seen\",\"frequency\":\"daily\",\"saw\":\"x\"},{\"sign\":\"gone\",\"presence\":"
        "\"unsure\"}],\"reflections\":[],\"judgement\":{\"level\":\"gone\",\"reason\":\"y\"},\"suspect\":\"gone\"}";
    constexpr const char* self =
        "{\"kind\":\"linealen-self-assessment\",\"schema\":1,\"figure\":\"web\",\"answers\":[{\"a\":4},{\"a\":1}]}";
    std::string bytes = which % 4 == 0 ? std::string(head) + "}" : std::string(head) + filled;
    if (which % 4 == 0 && at % 2 == 1) bytes = self;
    if (which % 4 == 1) bytes = write_case(visit.content(), visit.session().subject);
    if (which % 4 == 2) bytes.replace(bytes.find("\"schema\":1") + 9, 1, "2");
    if (which / 4 % 4 == 1 && !bytes.empty()) bytes[at % bytes.size()] = static_cast<char>(at);
    if (which / 16 % 4 != 1) return bytes;
    const Unsealed unsealed = wrap_file(which / 64 % 2 + 1, bytes);
    std::string file = unsealed.header + unsealed.plain + std::string(48, 's');
    file.replace(80, 4, std::string("\x40\x42\x0F\x00", 4));
    return file;
}

StoreAnswer answer_of(Visit& visit, const Happening& happening) {
    StoreAnswer answer{happening.three,
                       static_cast<StoreCode>(happening.two % 15),
                       happening.three % 5U,
                       {},
                       {},
                       static_cast<VaultState>(happening.three / 5 % 4),
                       {},
                       {},
                       happening.two / 14 % 4 == 3 ? std::string{} : visit.throw_dice()};
    if (happening.two >= 128) answer.code = StoreCode::ok;
    answer.bytes = case_file(visit, happening.three, happening.two);
    answer.days = {days[happening.three % 7], days[happening.two % 7]};
    for (std::size_t at = 0; at < happening.three % 4U; ++at)
        answer.drafts.push_back({drafts[(happening.two + at) % 5], at + 1, days[(happening.three + at) % 7]});
    answer.kinds = {{"snap", happening.two, happening.three}};
    return answer;
}

// The order's own next answer, as a sound store gives it.
StoreAnswer sound_answer(Visit& visit, const Happening& happening) {
    StoreAnswer answer = answer_of(visit, {0, 0, static_cast<std::uint8_t>(happening.two % 2 * 14), happening.three});
    answer.code = StoreCode::ok;
    const StoreOrder* order = visit.store_order(happening.one);
    if (order == nullptr) return answer;
    if (const auto* save = std::get_if<SaveDraft>(order)) answer.generation = save->after + 1;
    if (std::holds_alternative<LoadDraft>(*order)) answer.generation = 1 + happening.three % 3U;
    return answer;
}

// Something is done to an element that is there, as its kind allows.
void use_element(Visit& visit, const Happening& happening) {
    const auto all = support::all_elements(visit.view());
    const Element& element = *all[(happening.one + happening.three / 128 * 256U) % all.size()];
    UserEvent event{UserEventKind::used, element.id, happening.two % 16U, happening.two % 2 == 0, {}};
    if (std::holds_alternative<Field>(element.body)) {
        event.kind = UserEventKind::typed;
        event.text = text_of(happening.two, happening.three);
    }
    const bool is_choice = std::holds_alternative<Choices>(element.body) ||
                           std::holds_alternative<Ruler>(element.body) || std::holds_alternative<Select>(element.body);
    if (is_choice) event.kind = UserEventKind::chosen;
    if (std::holds_alternative<Checkbox>(element.body)) event.kind = UserEventKind::toggled;
    visit.use(event);
}

void use_anything(Visit& visit, const Happening& happening) {
    UserEvent event;
    event.kind = static_cast<UserEventKind>(happening.one % 8);
    event.part = happening.two;
    event.on = happening.three % 2 == 0;
    const auto all = support::all_elements(visit.view());
    event.element = all[happening.three % all.size()]->id;
    event.text = text_of(happening.two, happening.three);
    if (event.kind == UserEventKind::address) {
        constexpr const char* parts[] = {"", "mental", "abuse", "notification", "parent_talk", "gone", "web"};
        const auto screen = static_cast<Screen>(happening.two % screen_count);
        event.text = address_of(Place{screen, parts[happening.three % 7]});
    }
    visit.use(event);
}

void pass_time(Visit& visit, const Happening& happening) {
    const std::int64_t passed = (std::int64_t{1} << (happening.one % 30)) - 1;
    visit.happen(TimePassed{passed, days[happening.two % 7], "14.03", happening.three % 2 == 0});
}

void tell(Visit& visit, const Happening& happening) {
    switch (happening.one % 10) {
        case 0: return visit.happen(DayStamped{days[happening.two % 7]});
        case 1: return visit.happen(PageHidden{happening.two % 2 == 0});
        case 2: return visit.happen(DraftTakenOver{drafts[happening.two % 5]});
        case 3: return visit.happen(DraftTakenOver{visit.session().kept.keeper.draft});
        case 4: return visit.happen(StoreLost{});
        case 5: return visit.happen(PictureLost{});
        case 6: return visit.happen(OfflineTold{static_cast<OfflineState>(happening.two % 5)});
        case 7:
            if (happening.three % 2 == 0) return visit.happen(ReadingsRecalled{"article " + text_of(happening.two, 7)});
            return visit.happen(AppearanceRecalled{text_of(happening.two, happening.three) + " dark 150"});
        case 8: return visit.happen(ScreenHidden{happening.two % 2 == 0});
        default: return visit.happen(CaseFileRead{case_file(visit, happening.two, happening.three)});
    }
}

void happen(Visit& visit, const Happening& happening) {
    switch (happening.what % 16) {
        case 0: return visit.answer_store(happening.one, answer_of(visit, happening));
        case 1:
        case 2: return visit.answer_store(happening.one, sound_answer(visit, happening));
        case 3: {
            StoreAnswer answer = answer_of(visit, happening);
            if (happening.three % 2 == 0) answer.code = StoreCode::ok;
            return visit.answer_vault(happening.one, std::move(answer));
        }
        case 4: return visit.end_wait(happening.one);
        case 5: return visit.answer_ticket(happening.one, static_cast<TicketCode>(happening.two % 3));
        case 6: return visit.bring_pack(happening.one, happening.two % 8 != 0);
        case 7: return tell(visit, happening);
        case 8: return pass_time(visit, happening);
        case 9: return use_anything(visit, happening);
        case 10: return visit.happen_late(happening.one);
        case 11: return visit.answer_nobody(answer_of(visit, happening));
        default: return use_element(visit, happening);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t most = 400;  // happenings; a longer visit finds nothing a shorter one does not
    Visit visit;
    for (std::size_t at = 0; at + 4 <= size && at < most * 4; at += 4)
        happen(visit, {data[at], data[at + 1], data[at + 2], data[at + 3]});
    return 0;
}
