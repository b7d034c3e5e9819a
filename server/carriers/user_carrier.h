#pragma once

#include "server/envelope/soap_context.h"
#include "store/store.h"

namespace emulator {

/// The whole User of an associate; what the user does not have is as in A-CARRIER-VALUES.
so__User* user_carrier(SoapContext& context, store::Store& store,
                       const store::Associate& associate);

/// The short form. UserName is the initials or login name, `associate.name` (documented).
so__UserInfo* user_info_carrier(SoapContext& context, store::Store& store,
                                const store::Associate& associate);

}  // namespace emulator
