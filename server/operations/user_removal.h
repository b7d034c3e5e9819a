#pragma once

#include "server/gate/call.h"

namespace emulator {

/// A-DELETE: the user with all that hangs on it is gone, but for a row of AssociateHistory
/// (documented); the person stays. Nobody deletes itself: throws a Fault (A-ONESELF).
void remove_user(Call& call, const store::Associate& associate);

}  // namespace emulator
