#pragma once

#include "server/gate/call.h"

namespace emulator {

/// A role that may be changed: a deleted one is not there any more. Throws fault::not_found.
store::Role changeable_role(Call& call, int role_id);

/// Writes the cell if it says anything new: a position without a cell holds no right.
void save_data_right(Call& call, store::DataRight cell);

}  // namespace emulator
