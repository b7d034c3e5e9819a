#include "server/domain/access_rules.h"

namespace emulator {
namespace {

using store::AssociateType;

bool administers_users(const Principal& caller) {
  return caller.type == AssociateType::employee &&
         (caller.functional_rights.contains("admin-all") ||
          caller.functional_rights.contains("admin-users"));
}

bool administers_external_users(const Principal& caller) {
  return caller.licenses.contains("superoffice.admin-extern-user");
}

}  // namespace

bool is_admitted(const Principal& caller, Access access) {
  return access != Access::manage_external_users || may_manage_external_users(caller);
}

bool may_manage_external_users(const Principal& caller) {
  if (caller.type == AssociateType::system || administers_users(caller)) return true;
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

bool may_change_password_of(const Principal& caller, int associate_id, AssociateType type,
                            int contact_id) {
  if (caller.associate_id == associate_id) return true;
  if (caller.type == AssociateType::system || administers_users(caller)) return true;
  return type == AssociateType::external_person && may_manage_external_users_of(caller, contact_id);
}

}  // namespace emulator
