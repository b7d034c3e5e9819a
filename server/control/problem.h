#pragma once

#include <string>

namespace emulator {

/// A request to the admin API that cannot be served. Thrown; the admin endpoint answers it as
/// application/problem+json (RFC 9457).
struct Problem {
  int status = 400;
  std::string field;  ///< Which member of the body is wrong; empty: none in particular.
  std::string detail;
};

}  // namespace emulator
