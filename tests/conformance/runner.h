#pragma once

#include <functional>

#include "tests/conformance/recording.h"
#include "tests/conformance/results.h"
#include "tests/conformance/session.h"

namespace conformance {

/// Sees each result as it comes; `done` of `total` cases.
using Progress = std::function<void(const Result& result, int done, int total)>;

/// Runs the wanted cases one after another. Ends early, after the case at hand, once `is_stopped`
/// says so or the target does not answer any more.
Run run_cases(Session& session, Recording* recording, const Progress& progress,
              const std::function<bool()>& is_stopped);

}  // namespace conformance
