// golden.hpp -- approved text, compared to the letter.
//
// `LINEALEN_RENEW_GOLDEN=1 build/native/unit_tests` writes what is made now;
// read the diff before it is committed.

#pragma once

#include <string>

namespace support {

// `name` is a path below tests/golden/. Fails the test when the texts differ.
void check_golden(const std::string& name, const std::string& made);

}  // namespace support
