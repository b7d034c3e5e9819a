#pragma once

#include <string>

#include "server/gate/operation.h"

namespace emulator {

/// Who may call what, from the slots themselves: `{"operations":[{"service":"User",
/// "operation":"GetUser","access":"ticket","effect":"reads","implemented":true},...]}`, in the
/// order of the WSDLs.
std::string operations_json(const Operations& operations);

/// Every error that an operation can answer: `{"errors":[{"id":"user-name-taken",
/// "exceptionType":...,"message":...,"evidence":...},...]}`.
std::string errors_json();

/// Every answer that nothing public confirms: `{"assumptions":[{"id":"A-TICKET","when":...,
/// "answer":...,"reason":...,"check":...},...]}`.
std::string assumptions_json();

}  // namespace emulator
