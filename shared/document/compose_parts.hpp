// compose_parts.hpp -- the sections a document is put together from.
//
// A section without blocks has nothing to say and is left out by compose().
// Knows: all rooms above. Never: who the recipient is.

#pragma once

#include <string>
#include <vector>

#include "assessment/indicate.hpp"
#include "document/document.hpp"

namespace core {

class PartMaker {
public:
    PartMaker(const Content& content, const Case& subject, const Indication& indication)
        : content_(content), subject_(subject), indication_(indication) {}

    [[nodiscard]] DocumentSection alarms() const;
    [[nodiscard]] DocumentSection indicator() const;
    // Without concern: what was seen, and neither how much it worries nor what
    // the user thinks.
    [[nodiscard]] DocumentSection observations(bool with_concern) const;
    [[nodiscard]] DocumentSection circumstances() const;
    [[nodiscard]] DocumentSection protective() const;
    [[nodiscard]] DocumentSection reflections() const;
    // What the user wrote and that stands nowhere above: to signs not seen, of another age or role, and to what this
    // content does not know.
    [[nodiscard]] DocumentSection parked() const;
    [[nodiscard]] DocumentSection next_steps() const;
    [[nodiscard]] DocumentSection not_known() const;
    [[nodiscard]] DocumentSection to_fill_in() const;
    [[nodiscard]] DocumentSection for_the_meeting() const;
    [[nodiscard]] DocumentSection before_the_talk() const;
    [[nodiscard]] DocumentSection agenda() const;
    [[nodiscard]] DocumentSection about() const;

private:
    [[nodiscard]] DocumentSection section(const char* id, Text heading) const;
    [[nodiscard]] DocumentSection list_section(const char* id, Text heading, Text lines) const;
    [[nodiscard]] const std::string& words(Text key) const { return content_.texts[key]; }
    void add_observation(const Sign& sign, const Observation& seen, bool with_concern, DocumentSection& to) const;

    const Content& content_;
    const Case& subject_;
    const Indication& indication_;
};

}  // namespace core
