#pragma once

#include <string>
#include <vector>

#include "server/tenants/journal.h"

namespace emulator {

/// The messages as they went over the wire: before each exchange a line `### id time operation`,
/// then the request and the response, each with an empty line behind it. Content-Length is that of
/// the body here, which may have been blanked or cut (`X-Emulator-Body-Size` says how long it was).
std::string http_export(const std::vector<Journal::Entry>& entries);

/// The same as an HTTP Archive (HAR 1.2), which browsers and proxies open.
std::string har_export(const std::vector<Journal::Entry>& entries);

}  // namespace emulator
