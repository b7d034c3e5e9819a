#pragma once

#include <boost/json/object.hpp>
#include <optional>

#include "server/tenants/fault_scripts.h"

namespace emulator {

/// The delay that a fault's JSON tells: `"delayMs":200`, or `"delay"` with a distribution and its
/// numbers, in milliseconds, by the names that WireMock has for them. None: it tells none. Throws
/// Problem.
std::optional<DelayRange> delay_of(const boost::json::object& body);

/// The reverse: adds the member that tells the delay, unless there is none.
void add_delay(boost::json::object& json, const DelayRange& delay);

}  // namespace emulator
