#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/records.h"

namespace emulator {

/// The WSDL's name of a type of users, such as InternalAssociate.
std::string_view name_of(store::AssociateType type);

/// The type of role that users of this type have (the types' names say so, inferred).
store::RoleType role_type_of(store::AssociateType type);

/// Only employees and external users are persons: `Only named users can be linked to a person`.
bool is_named(store::AssociateType type);

/// The Client Access Licence of users of this type: the one that they log in by, and that of
/// anonymous users, who do not. Empty: there is none (resources).
std::string_view access_license(store::AssociateType type);

/// Only system users become anonymous and the other way round, unless they are deleted: NetServer's
/// texts say so. None: a type that is none. Throws a Fault (A-USER-TYPE).
void require_type_change(std::optional<store::AssociateType> from,
                         std::optional<store::AssociateType> to, bool is_deleted);

// What a user may be (A-USER-RULES), each with a text of NetServer's own. They throw a Fault.

/// Whether there are licences for users of this type: `license` is the type's access licence.
void require_license_for(store::AssociateType type,
                         const std::optional<store::ModuleLicense>& license);

/// Named users have a person, the others have none. `argument` is what the call names it.
void require_person_id(store::AssociateType type, int person_id, const std::string& argument);

/// The role that the call names by `role_id`, in `argument`; none: there is no such one. One that
/// the user has already may be deleted.
void require_role_for(store::AssociateType type, const std::optional<store::Role>& role,
                      int role_id, const std::string& argument, bool is_its_own = false);

/// Employees have a primary group, others have neither that nor further ones.
void require_groups_for(store::AssociateType type, int group_id, bool has_others);

/// A group that the call names by `group_id`. One that the user is a member of may be deleted.
void require_group(const std::optional<store::UserGroup>& group, int group_id, bool is_its_own);

}  // namespace emulator
