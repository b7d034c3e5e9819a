#pragma once

#include <string_view>

#include "server/domain/principal.h"

namespace emulator {

/// What a caller needs before an operation is tried. Which operation needs what stands in one
/// table, access_table.h. Documented are the rights to manage users; all else is A-ACCESS.
enum class Access {
  anyone,                   ///< No ticket: the operations that hand tickets out.
  ticket,                   ///< Any caller that is known, the anonymous user among them.
  oneself,                  ///< A person or program that is its own: not the anonymous user.
  oneself_or_manager,       ///< As oneself; the handler asks may_manage for the one it is about.
  manage_external_users,    ///< See may_manage_external_users.
  manage_users,             ///< The same at the gate; the handler asks may_manage.
  administer_users,         ///< `admin-users`, `admin-all` or a system user.
  administer_roles,         ///< `admin-role`, `admin-all` or a system user.
  administer_installation,  ///< `admin-all` or a system user.
};

/// Name for people and JSON: `manage-external-users`.
std::string_view name_of(Access access);

/// System users bypass every right (documented).
bool is_admitted(const Principal& caller, Access access);

/// Whether the caller may manage any external user at all. Documented: internal users who hold
/// the right to; `admin-all` covers everything, `admin-users` is for creating, changing and
/// deleting users, the licence `superoffice.admin-extern-user` for external users alone; external
/// users who hold it manage their own company. Everybody else may not (A-RIGHTS).
bool may_manage_external_users(const Principal& caller);

/// Whether the caller may manage the external users of this company. Only employees and system
/// users manage those of all companies (documented).
bool may_manage_external_users_of(const Principal& caller, int contact_id);

/// Whether the caller may manage users of this type whose person is of this company: external ones
/// as above, all others with `admin-users`, `admin-all` or as a system user.
bool may_manage(const Principal& caller, store::AssociateType type, int contact_id);

/// Whether the caller may change password, credentials and secrets of an associate: of itself,
/// unless it is the anonymous user, and of whom it may manage (A-ACCESS).
bool may_change_password_of(const Principal& caller, int associate_id, store::AssociateType type,
                            int contact_id);

}  // namespace emulator
