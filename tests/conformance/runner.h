#pragma once

#include <functional>

#include "tests/conformance/recording.h"
#include "tests/conformance/results.h"
#include "tests/conformance/session.h"

namespace conformance {

/// Sees each result as it comes; `done` of `total` cases.
using Progress = std::function<void(const Result& result, int done, int total)>;

/// Runs the wanted cases one after another. \throws Unreachable when the target goes away;
/// what the case at hand has made is then left behind. Ends early, after the case at hand, once
/// `is_stopped` says so.
Run run_cases(Session& session, Recording* recording, const Progress& progress,
              const std::function<bool()>& is_stopped);

}  // namespace conformance
