#pragma once

#include <string>

#include "server/domain/fault.h"
#include "server/gate/call.h"

namespace emulator {

/// Whose password, credentials or secrets a call is about: the caller itself, or a user that it may
/// manage (A-ACCESS). In this order: the user is there; the caller may, else `refusal`. Throws a
/// Fault.
store::Associate secrets_owner(Call& call, int associate_id,
                               const Fault& refusal = fault::not_permitted());
store::Associate secrets_owner(Call& call, const std::string& name,
                               const Fault& refusal = fault::not_permitted());

/// Whether it is such a one.
bool may_change_secrets_of(Call& call, const store::Associate& associate);

}  // namespace emulator
