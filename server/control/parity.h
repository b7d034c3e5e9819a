#pragma once

#include <string>

#include "server/gate/gate.h"

namespace emulator {

/// How much of the contract is there, from the slots themselves:
/// `{"services":{"User":{"total":79,"implemented":n,"missing":[names]},"SoPrincipal":{...}},
///   "notImplementedCalls":{name:count}}`, the last since the start of the server.
std::string parity_json(const Gate& gate);

}  // namespace emulator
