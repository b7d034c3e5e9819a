#pragma once

#include <string_view>

#include "server/envelope/soap_context.h"
#include "store/store.h"

namespace emulator {

/// Who has logged in. `database` is `Default` on site (seen), the customer's name online.
/// A-PRINCIPAL.
so__SoPrincipalCarrier* principal_carrier(SoapContext& context, store::Store& store,
                                          const store::Associate& associate,
                                          std::string_view database);

}  // namespace emulator
