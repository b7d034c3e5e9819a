#pragma once

#include "store/records.h"

namespace emulator {

/// The texts of a service log-in fit their columns, String(255) (documented). `auth` has the
/// password in clear: how long a sealed one may be is not the client's business. Any text is good,
/// none among them (A-SAVE-SERVICE-AUTH). Throws a Fault (A-ARGUMENT).
void require_service_auth_texts(const store::ServiceAuth& auth);

}  // namespace emulator
