#pragma once

#include "server/domain/user_draft.h"
#include "server/gate/call.h"

namespace emulator {

/// A new user of this type with everything that can be told beforehand (A-DEFAULT-USER): rank,
/// role, group, the access licence when one is free; and names and tooltip as the person has them.
/// Nothing is checked, nothing is stored.
UserDraft default_user(Call& call, store::AssociateType type, const store::Person& person = {});

}  // namespace emulator
