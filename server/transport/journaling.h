#pragma once

#include <optional>

#include "server/gate/gate.h"
#include "server/tenants/journal.h"
#include "server/transport/http.h"

namespace emulator {

/// An exchange as the journal keeps it. With `--no-redact` nothing is blanked.
/// @param response what the client got: of ours, which `answer` tells of, or of the other server
JournalEntry journal_entry(Service service, const HttpRequest& request,
                           const HttpResponse& response, const GateAnswer& answer,
                           const std::optional<UpstreamOutcome>& upstream = std::nullopt);

}  // namespace emulator
