#pragma once

#include <optional>
#include <string>

#include "server/domain/fault.h"
#include "server/gate/call.h"

namespace emulator {

/// The user. Throws fault::not_found.
store::Associate required_user(Call& call, int associate_id);
store::Associate required_user(Call& call, const std::string& name);

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

/// What keeps a user (0: a new one) from having the name, its form or somebody else; none: it may.
/// `argument` is what the call names the name.
std::optional<Fault> user_name_problem(store::Store& store, const std::string& name,
                                       int associate_id, const std::string& argument = "UserName");
/// Throws it.
void require_free_user_name(store::Store& store, const std::string& name, int associate_id,
                            const std::string& argument = "UserName");

/// The first of free_user_name (domain) that nobody else than this user has.
std::string unused_user_name(store::Store& store, const std::string& wanted, int associate_id);

/// The role for an external user. A-ARGUMENT when it is not there, deleted or of another type.
void require_external_role(store::Store& store, int role_id);

}  // namespace emulator
