#pragma once

#include <string_view>

#include "store/records.h"

namespace emulator {

/// The WSDL's name of a type of roles, such as ExternalUser.
std::string_view name_of(store::RoleType type);

/// The name is there, name and tooltip are not longer than their columns, String(239) and
/// String(254) (documented). Names need not differ: their column has no unique index (documented).
/// Throws a Fault (A-ARGUMENT).
void require_role_texts(const store::Role& role);

/// Documented of the product's administration: the role for anonymous users and that of
/// administrators, User level 0, cannot be deleted, and that of system users cannot be seen there.
/// A-ROLE-DELETE: so it is here.
bool is_deletable(const store::Role& role);

/// Whether users may get the one in place of the other, when that is deleted (A-ROLE-DELETE).
bool can_replace(const store::Role& replacing, const store::Role& deleted);

}  // namespace emulator
