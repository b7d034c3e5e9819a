#pragma once

#include "server/gate/gate.h"
#include "server/tenants/journal.h"
#include "server/transport/http.h"

namespace emulator {

/// An exchange as the journal keeps it. With `--no-redact` nothing is blanked.
JournalEntry journal_entry(Service service, const HttpRequest& request,
                           const HttpResponse& response, const GateAnswer& answer);

}  // namespace emulator
