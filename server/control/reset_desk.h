#pragma once

#include <string>
#include <string_view>

#include "server/gate/gate.h"

namespace emulator {

/// `POST reset`: a tenant is in these things as when it was made, in one step between two calls.
/// `scopes` are words parted by commas: data, journal, faults, clock, tickets, random, snapshots.
/// The answer is `{"reset":["data","journal"],"milliseconds":0.4}`. Throws Problem or NoSuchTenant.
std::string reset_json(Gate& gate, std::string_view tenant, std::string_view scopes);

}  // namespace emulator
