#pragma once

#include "server/envelope/soap_context.h"

namespace emulator {

/// Fills TableRight and FieldProperties of every carrier that was made in this call, for its
/// caller: one pass at the end, so that no carrier can be forgotten (A-CARRIER-RIGHTS).
void give_rights(SoapContext& context);

}  // namespace emulator
