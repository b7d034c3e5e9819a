#pragma once

#include "server/envelope/soap_context.h"
#include "store/records.h"

namespace emulator {

so__UserGroup* user_group_carrier(SoapContext& context, const store::UserGroup& group);

/// What the client says, with any `Deleted` but 0 as deleted.
store::UserGroup user_group_of_wire(const so__UserGroup& wire);

}  // namespace emulator
