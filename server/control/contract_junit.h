#pragma once

#include <string>

#include "server/gate/contract_account.h"

namespace emulator {

/// The report as JUnit XML, as CI servers read it: a test suite for each operation of a tenant, in
/// it a test case that fails for each kind of breach, and one that passes when there were calls
/// without one.
std::string contract_junit(const ContractReport& report);

}  // namespace emulator
