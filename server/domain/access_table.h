#pragma once

#include <string_view>
#include <vector>

#include "server/domain/access_rules.h"

namespace emulator {

/// Whether an operation changes rows, and so runs in a transaction.
enum class Effect { reads, writes };

/// Who may call an operation.
struct AccessRow {
  std::string_view operation;
  Access access;
  Effect effect;
};

/// One row for each operation of both services, in the order of the WSDLs.
const std::vector<AccessRow>& access_table();

/// Throws std::logic_error for a name that is not in the table.
const AccessRow& access_of(std::string_view operation);

}  // namespace emulator
