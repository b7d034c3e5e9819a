#pragma once

#include <boost/json/object.hpp>
#include <string_view>

#include "server/gate/operation.h"
#include "server/tenants/fault_scripts.h"

namespace emulator {

/// Reads a fault as `POST faults` takes it; README.md has its members. Throws Problem: for each
/// member that is not known, or not of the kind, or not in its range.
FaultScript fault_script_of(std::string_view body, const Operations& operations);

/// The same the other way round, with id and counts. Without `operation`: it is for every one.
boost::json::object fault_json(const FaultScript& script);

}  // namespace emulator
