#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "server/tenants/journal.h"

namespace emulator {

/// One thing about an exchange. Texts that are empty are not there.
struct Finding {
  std::string kind;  ///< breach, exception, platform-fault, log-in, fault, note, difference.
  std::string id, path, found, expected, text, fix;
};

/// For people, such as `W-FLAG at /s:Envelope/...: found 't:Role', expected 'Role'. Fix: ...`.
std::string line_of(const Finding& finding);
/// For programs: its members by their names.
boost::json::object finding_json(const Finding& finding);

/// What happened in an exchange, and what the writer of a client can do about it: `text` in
/// lines for people, `findings` the same for programs.
boost::json::object explanation_json(const JournalEntry& entry);

}  // namespace emulator
