#pragma once

#include <filesystem>
#include <string>

namespace conformance {

struct Comparison {
  /// Where they differ, by operation, and what that says of the assumptions.
  std::string text;
  bool is_alike = true;
};

/// Compares two recordings, the emulator's first by custom. \throws std::runtime_error when one of
/// them cannot be read.
Comparison compare(const std::filesystem::path& first, const std::filesystem::path& second);

}  // namespace conformance
