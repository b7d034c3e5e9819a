#pragma once

#include <string>

#include "server/options.h"

namespace emulator {

/// Asks a server whether it is ready, for as long as 3 seconds: an image has no curl, and the
/// program knows its own port. `url` is an http URL without a path of its own. Returns fine, failed
/// (it answers, but is not ready) or target_unreachable; what is wrong is told on stderr.
ExitCode healthcheck(const std::string& url);

}  // namespace emulator
