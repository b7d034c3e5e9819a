#pragma once

#include <string>

#include "server/gate/operation.h"

namespace emulator {

/// Who may call what, from the slots themselves: `{"operations":[{"service":"User",
/// "operation":"GetUser","access":"ticket","effect":"reads","implemented":true},...]}`, in the
/// order of the WSDLs. What is not implemented has access `ticket` or `anyone` until it is.
std::string operations_json(const Operations& operations);

/// Every answer that nothing public confirms: `{"assumptions":[{"id":"A-TICKET","when":...,
/// "answer":...,"reason":...,"check":...},...]}`.
std::string assumptions_json();

}  // namespace emulator
