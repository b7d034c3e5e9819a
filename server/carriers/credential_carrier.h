#pragma once

#include "server/envelope/soap_context.h"
#include "store/store.h"

namespace emulator {

/// The ways in which an associate can prove who it is; tickets and secrets for other systems are
/// none. Values are never shown: NetServer keeps a hash of them only.
so__ArrayOfCredential* credentials_carrier(SoapContext& context, store::Store& store,
                                           int associate_id);

}  // namespace emulator
