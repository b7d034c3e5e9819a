#pragma once

#include "server/options.h"

namespace emulator {

/// The verb replay: sends options.replay_file, tells every difference and the sum on stdout. Ends
/// fine when there is none, failed when there are some or nothing was compared.
ExitCode replay_recording(const Options& options);

}  // namespace emulator
