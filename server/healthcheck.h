#pragma once

#include <string>

#include "server/options.h"

namespace emulator {

/// Asks a server whether it is ready, for as long as 3 seconds: an image has no curl, and the
/// program knows its own port. `url` is an http URL without a path of its own. Returns fine, failed
/// (it answers, but is not ready) or target_unreachable; what is wrong is told on stderr.
ExitCode healthcheck(const std::string& url);

/// Asks a server how its clients kept to the contract (`GET /__admin/contract/report`), for a CI
/// job, and prints the report on stdout. `token` is its --admin-token, empty: it has none. Returns
/// fine, failed (there is a breach, or what answers is no emulator), usage (the server does not let
/// itself be asked) or target_unreachable; what is wrong is told on stderr.
ExitCode contract_check(const std::string& url, const std::string& token);

}  // namespace emulator
