#pragma once

#include <vector>

#include "server/option_table.h"

namespace emulator {

/// What makes the server a test double: the admin API, the journal, the time.
void add_control_options(std::vector<OptionSpec>& table);

}  // namespace emulator
