#pragma once

#include "server/domain/principal.h"

namespace emulator {

/// What a caller needs before an operation is tried. Kept beside each operation as data, so that
/// it can be listed and tested.
enum class Access {
  anyone,                 ///< No ticket: the operations that hand tickets out.
  ticket,                 ///< Any valid ticket (A-ACCESS: reading).
  manage_external_users,  ///< See may_manage_external_users.
};

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

/// Whether the caller may set the password of another associate, or its own: an associate may
/// always set its own, `admin-users` that of everybody (A-ACCESS).
bool may_change_password_of(const Principal& caller, int associate_id, store::AssociateType type,
                            int contact_id);

}  // namespace emulator
