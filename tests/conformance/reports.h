#pragma once

#include <filesystem>
#include <string>

#include "tests/conformance/results.h"

namespace conformance {

/// An unexpected result in words: the case, the reason, its source and tags.
std::string line_of(const Result& result);
/// What a person reads at the end of a run: counts, and each unexpected result with its reason.
std::string summary_of(const Run& run);
/// A row an operation, then what failed, then what became of each assumption.
std::string markdown_of(const Run& run);
/// A test suite an operation, as CI servers read it.
std::string junit_of(const Run& run);

}  // namespace conformance
