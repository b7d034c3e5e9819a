#include "server/domain/access_rules.h"

namespace emulator {
namespace {

using store::AssociateType;

// `admin-all` covers everything (documented). Rights of roles of another type count for nothing.
bool has_right(const Principal& caller, const char* right) {
  if (caller.type == AssociateType::system) return true;
  return caller.type == AssociateType::employee &&
         (caller.functional_rights.contains("admin-all") ||
          caller.functional_rights.contains(right));
}

bool administers_external_users(const Principal& caller) {
  return caller.licenses.contains("superoffice.admin-extern-user");
}

}  // namespace

std::string_view name_of(Access access) {
  switch (access) {
    case Access::anyone:
      return "anyone";
    case Access::ticket:
      return "ticket";
    case Access::oneself:
      return "oneself";
    case Access::oneself_or_manager:
      return "oneself-or-manager";
    case Access::manage_external_users:
      return "manage-external-users";
    case Access::manage_users:
      return "manage-users";
    case Access::administer_users:
      return "administer-users";
    case Access::administer_roles:
      return "administer-roles";
    case Access::administer_installation:
      return "administer-installation";
  }
  return {};
}

bool is_admitted(const Principal& caller, Access access) {
  switch (access) {
    case Access::anyone:
    case Access::ticket:
      return true;
    case Access::oneself:
    case Access::oneself_or_manager:
      return caller.type != AssociateType::anonymous;
    case Access::manage_external_users:
    case Access::manage_users:
      return may_manage_external_users(caller);
    case Access::administer_users:
      return has_right(caller, "admin-users");
    case Access::administer_roles:
      return has_right(caller, "admin-role");
    case Access::administer_installation:
      return has_right(caller, "admin-all");
  }
  return false;
}

bool may_manage_external_users(const Principal& caller) {
  if (has_right(caller, "admin-users")) return true;
  return (caller.type == AssociateType::employee ||
          caller.type == AssociateType::external_person) &&
         administers_external_users(caller);
}

bool may_manage_external_users_of(const Principal& caller, int contact_id) {
  if (!may_manage_external_users(caller)) return false;
  if (caller.type != AssociateType::external_person) return true;
  // Persons without a company are nobody's colleagues.
  return contact_id != 0 && contact_id == caller.contact_id;
}

bool may_manage(const Principal& caller, AssociateType type, int contact_id) {
  return type == AssociateType::external_person ? may_manage_external_users_of(caller, contact_id)
                                                : has_right(caller, "admin-users");
}

bool may_change_password_of(const Principal& caller, int associate_id, AssociateType type,
                            int contact_id) {
  if (caller.type == AssociateType::anonymous) return false;
  return caller.associate_id == associate_id || may_manage(caller, type, contact_id);
}

}  // namespace emulator
