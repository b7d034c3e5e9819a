#pragma once

#include <functional>

#include "server/options.h"

namespace emulator {

/// The verb diff: serves until it is stopped, with options.diff beside, and tells in the log, at
/// any level, how often the two answered alike. Ends fine when they always did, failed when not.
/// @param serve returns when the server has ended
ExitCode diff(const Options& options, const std::function<void(Upstream&)>& serve);

}  // namespace emulator
