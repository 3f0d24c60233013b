#include <set>
#include <string>

#include "content/check_parts.hpp"

namespace core {
namespace {

// What stands where, and where it points to.
class References {
public:
    References(const Content& content, Findings& findings) : findings_(findings) {
        for (const AgeGroup& age : content.ages) ages_.insert(age.id.value);
        for (const RoleGroup& group : content.role_groups) groups_.insert(group.id.value);
        for (const Role& role : content.roles) roles_.insert(role.id.value);
        for (const Dimension& dimension : content.dimensions) dimensions_.insert(dimension.id.value);
        for (const ConcernLevel& level : content.levels) levels_.insert(level.id.value);
        for (const Track& track : content.tracks) tracks_.insert(track.id.value);
        for (const Suspect& suspect : content.suspects) suspects_.insert(suspect.id.value);
        for (const Certainty& certainty : content.certainties) certainties_.insert(certainty.id.value);
        for (const Contact& contact : content.contacts) contacts_.insert(contact.id.value);
        for (const Source& source : content.sources) sources_.insert(source.key.value);
    }

    void check(const Content& content) {
        for (const Role& role : content.roles) {
            at("roles", role.id.value, "Rollen");
            each(role.groups, groups_, "groups", "rollegruppen");
            each(role.ages, ages_, "ages", "aldersgruppen");
        }
        for (const Sign& sign : content.signs) check(sign);
        for (const Circumstance& circumstance : content.circumstances) {
            at("circumstances", circumstance.id.value, "Forholdet");
            arena(circumstance.arena, content.circumstance_arenas, "arena");
            sources(circumstance.review);
        }
        for (const ProtectiveFactor& factor : content.protective_factors) {
            at("protective_factors", factor.id.value, "Den beskyttende faktor");
            arena(factor.arena, content.protective_arenas, "arena");
            each(factor.ages, ages_, "ages", "aldersgruppen");
            sources(factor.review);
        }
        for (const ReflectionQuestion& question : content.reflections) {
            at("reflections", question.id.value, "Spørgsmålet");
            arena(question.group, content.reflection_groups, "group");
            each(question.dimensions, dimensions_, "dimensions", "dimensionen");
            each(question.ages, ages_, "ages", "aldersgruppen");
            roles(question.for_roles);
            sources(question.review);
        }
        for (const Track& track : content.tracks) {
            at("tracks", track.id.value, "Sporet");
            sources(track.review);
        }
        for (const PathwayStep& step : content.steps) check(step);
        for (const Page& page : content.pages) {
            at("pages", page.id, "Siden");
            sources(page.review);
            for (const PageBlock& block : page.blocks) {
                if (!block.contact.empty()) one(block.contact.value, contacts_, "blocks", "kontakten");
            }
        }
        for (const RuleNote& note : content.rules.notes) {
            at("rules", note.id, "Reglen");
            sources(note.review);
        }
        check(content.knowledge);
    }

private:
    using Known = std::set<std::string>;

    void check(const Sign& sign) {
        at("signs", sign.id.value, "Tegnet");
        one(sign.age.value, ages_, "", "aldersgruppen");
        one(sign.dimension.value, dimensions_, "", "dimensionen");
        roles(sign.for_roles);
        sources(sign.review);
        if (!sign.alarm) return;
        one(sign.alarm->track.value, tracks_, "alarm", "sporet");
        one(sign.alarm->floor.value, levels_, "alarm", "niveauet");
        if (!sign.alarm->certainty.empty()) one(sign.alarm->certainty.value, certainties_, "alarm", "vishedstrinnet");
    }

    void check(const PathwayStep& step) {
        at("steps", step.id.value, "Trinnet");
        each(step.contacts, contacts_, "contacts", "kontakten");
        each(step.levels, levels_, "levels", "niveauet");
        each(step.ages, ages_, "ages", "aldersgruppen");
        roles(step.for_roles);
        each(step.tracks, tracks_, "tracks", "sporet");
        each(step.suspects, suspects_, "suspects", "svaret");
        each(step.certainties, certainties_, "certainties", "vishedstrinnet");
        each(step.dimensions, dimensions_, "dimensions", "dimensionen");
        sources(step.review);
    }

    void check(const Knowledge& knowledge) {
        for (const Article& article : knowledge.articles) {
            at("articles", article.id.value, "Artiklen");
            sources(article.review);
            for (const ArticleBlock& block : article.blocks) one(block.source.value, sources_, "blocks", "kilden");
        }
        for (const MeetingGuide& meeting : knowledge.meetings) {
            at("meetings", meeting.id.value, "Mødet");
            each(meeting.contacts, contacts_, "contacts", "kontakten");
            sources(meeting.review);
        }
        for (const Term& term : knowledge.terms) {
            at("terms", term.id.value, "Fagordet");
            sources(term.review);
        }
        for (const Figure& figure : knowledge.figures) {
            at("figures", figure.id.value, "Figuren");
            sources(figure.review);
        }
    }

    void at(std::string_view list, const std::string& id, std::string_view called) {
        list_ = list;
        id_ = id;
        called_ = called;
    }

    void one(const std::string& wanted, const Known& known, std::string_view field, std::string_view called) {
        if (wanted.empty() || known.count(wanted) > 0) return;  // empty: already told by the reader
        findings_.error(list_, id_, field,
                        std::string(called_) + " " + in_quotes(id_) + " peger på " + std::string(called) + " " +
                            in_quotes(wanted) + ", som ikke findes.",
                        "Ret id'et, eller tilføj det, der mangler.");
    }

    template <class Ids>
    void each(const Ids& ids, const Known& known, std::string_view field, std::string_view called) {
        for (const auto& id : ids) one(id.value, known, field, called);
    }

    void roles(const std::vector<std::string>& for_roles) {
        for (const std::string& wanted : for_roles) {
            if (groups_.count(wanted) == 0) one(wanted, roles_, "for_roles", "rollen eller rollegruppen");
        }
    }

    void arena(const std::string& wanted, const std::vector<Arena>& arenas, std::string_view field) {
        Known known;
        for (const Arena& arena : arenas) known.insert(arena.id);
        one(wanted, known, field, "overskriften");
    }

    void sources(const Review& review) { each(review.sources, sources_, "sources", "kilden"); }

    Findings& findings_;
    Known ages_, groups_, roles_, dimensions_, levels_, tracks_, suspects_, certainties_, contacts_, sources_;
    std::string_view list_;
    std::string id_;
    std::string_view called_;
};

// A group that is declared nowhere, and an arena that holds nothing.
template <class Things>
void report_empty_headings(const std::vector<Arena>& arenas, const Things& things, std::string_view list,
                           Findings& findings) {
    for (const Arena& arena : arenas) {
        bool used = false;
        for (const auto& thing : things) used = used || thing.arena == arena.id;
        if (used) continue;
        findings.error(list, arena.id, "", "Overskriften " + in_quotes(arena.name) + " har intet under sig.",
                       "Skriv noget under den, eller slet den.");
    }
}

}  // namespace

void check_references(const Content& content, Findings& findings) {
    References(content, findings).check(content);
    report_empty_headings(content.circumstance_arenas, content.circumstances, "circumstance_arenas", findings);
    report_empty_headings(content.protective_arenas, content.protective_factors, "protective_arenas", findings);
    for (const Arena& group : content.reflection_groups) {
        bool used = false;
        for (const ReflectionQuestion& question : content.reflections) used = used || question.group == group.id;
        if (used) continue;
        findings.error("reflection_groups", group.id, "",
                       "Overskriften " + in_quotes(group.name) + " har intet under sig.",
                       "Skriv noget under den, eller slet den.");
    }
}

}  // namespace core
