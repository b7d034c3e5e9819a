#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "server/tenants/tenants.h"

namespace emulator {

/// Server-sent events of a tenant's journal, from those after `since` on: one for each entry, whose
/// data is the entry as in `GET requests`, and a comment every 15 seconds, so that both ends see
/// when the other has gone. See AdminAnswer::more. `tenants` must outlive it.
std::function<std::optional<std::string>()> journal_events(Tenants& tenants, std::string tenant,
                                                           std::uint64_t since);

}  // namespace emulator
