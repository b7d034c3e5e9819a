#pragma once

#include <boost/json/object.hpp>

#include "server/tenants/journal.h"

namespace emulator {

/// What happened in an exchange, and what the writer of a client can do about it: `text` in
/// lines for people, `findings` the same for programs: `kind` (breach, exception, platform-fault,
/// log-in, fault or note), and where there are any `id`, `path`, `found`, `expected`, `text`,
/// `fix`.
boost::json::object explanation_json(const JournalEntry& entry);

}  // namespace emulator
