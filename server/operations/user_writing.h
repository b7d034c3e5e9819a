#pragma once

#include "server/domain/license_rules.h"
#include "server/domain/user_draft.h"
#include "server/gate/call.h"

namespace emulator {

/// Stores a user, a new one for id 0, and returns it as it is then. Everything is checked before
/// the first write: that it is there, that the caller may manage it, and what a user may be
/// (A-USER-RULES, A-USER-CHECK-ORDER). Only what differs is written. Throws a Fault.
store::Associate save_user(Call& call, UserDraft draft);

/// All licences, with who holds them; 0: nobody in particular.
std::vector<LicenseState> license_states(store::Store& store, int associate_id);

void change_licenses(Call& call, int associate_id, const LicenseChange& change);

}  // namespace emulator
