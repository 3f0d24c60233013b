// kept_drafts.hpp -- drafts as a released schema wrote them, kept for ever in tests/keeping/schema_N.
//
// `known.json` beside them holds the ids the content of that day knew; with them alone a draft can be read, whatever
// today's content is called. How a new folder is made: docs/tasks/change-the-case-schema.md.

#pragma once

#include <string>
#include <vector>

#include "content/content.hpp"
#include "session/session.hpp"

namespace support {

struct KeptDraft {
    std::string name;
    std::string bytes;
    std::string again;    // as this program writes it again; the same but for what the content of that day did not know
    std::string meaning;  // see meaning_of
};

struct KeptDrafts {
    core::Content known;  // ids only
    std::vector<KeptDraft> drafts;
};

// Fails the test when the folder cannot be read.
KeptDrafts read_kept_drafts(int schema);

// What the case says, in one number of 16 hexadecimal digits that knows nothing of how a case is written.
std::string meaning_of(const core::Content& known, const core::Case& subject);

// Writes the folder of the present schema, which must not be there yet.
void write_kept_drafts(int schema);

}  // namespace support
