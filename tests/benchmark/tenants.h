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

}  // namespace emulator::benchmark
