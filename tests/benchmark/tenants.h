#pragma once

#include <cstdint>

namespace emulator::benchmark {

/// Milliseconds of the first and of the second call of each of many new tenants.
struct TenantTimes {
  double first = 0;   ///< Median.
  double most = 0;    ///< The slowest first call.
  double second = 0;  ///< Median.
};

TenantTimes new_tenants(std::uint16_t port, int count);

/// Milliseconds that the default tenant took to begin anew over the admin API, after a log-in each
/// time. Throws when it does not.
struct ResetTimes {
  double median = 0;
  double most = 0;
};

ResetTimes resets(std::uint16_t port, int count);

}  // namespace emulator::benchmark
