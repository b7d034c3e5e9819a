#pragma once

#include <string>

#include "server/gate/call.h"

namespace emulator {

/// The company of an associate's person; 0: it has none.
int contact_of(store::Store& store, const store::Associate& associate);

/// Throws a Fault unless the caller may manage users of this type whose person is of this company.
void require_may_manage(const Call& call, store::AssociateType type, int contact_id);

/// A user of any type that the caller may manage; that it is there is checked first. Throws a
/// Fault.
store::Associate managed_user(Call& call, int associate_id);
store::Associate managed_user(Call& call, const std::string& name);

/// An external user that the caller may manage. Checked in this order: the caller's rights, that
/// the associate exists, that it is external (A-CHECK-ORDER). A caller may name itself (A-ONESELF).
/// Throws a Fault.
store::Associate managed_external_user(Call& call, int associate_id);
store::Associate managed_external_user(Call& call, const std::string& name);

/// Whether somebody other than this associate has the name (0: anybody at all).
bool is_name_taken(store::Store& store, const std::string& name, int associate_id);

/// The role for an external user. A-ARGUMENT when it is not there, deleted or of another type.
void require_external_role(store::Store& store, int role_id);

}  // namespace emulator
