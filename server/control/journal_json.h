#pragma once

#include <boost/json/object.hpp>
#include <string_view>

#include "server/tenants/journal.h"

namespace emulator {

/// An entry without headers and bodies, as in a list: id, time, who called what, how it ended,
/// parameters and breaches; with another server beside ours, `upstream`: its status (0: it did not
/// answer) and the differences.
boost::json::object entry_json(const JournalEntry& entry);

/// An entry with `request` and `response`: headers, body and bodySize (of the whole body).
boost::json::object exchange_json(const JournalEntry& entry);

}  // namespace emulator
