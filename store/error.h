#pragma once

#include <stdexcept>
#include <string>

namespace emulator::store {

/// The only exception that leaves the store: SQLite's own words, with what was being done.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message, int code = 0)
      : std::runtime_error(message), code_(code) {}

  /// SQLite's extended result code; 0 where the store itself objects.
  int code() const noexcept { return code_; }

 private:
  int code_;
};

}  // namespace emulator::store
