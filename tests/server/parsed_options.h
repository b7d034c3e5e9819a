#pragma once

#include <string>
#include <vector>

#include "server/options.h"

namespace emulator::testing {

/// What parse_options makes of these arguments behind the program's name.
inline Options parse(std::vector<const char*> arguments, const Environment& environment = {}) {
  arguments.insert(arguments.begin(), "nsemu");
  return parse_options(static_cast<int>(arguments.size()), arguments.data(), environment);
}

/// Why they are refused; `no error` when they are not.
inline std::string usage_error(const std::vector<const char*>& arguments,
                               const Environment& environment = {}) {
  try {
    parse(arguments, environment);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace emulator::testing
