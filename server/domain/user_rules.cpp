#include "server/domain/user_rules.h"

#include "server/domain/fault.h"
#include "server/domain/login_rules.h"
#include "server/domain/role_rules.h"

namespace emulator {

using store::AssociateType;
using store::RoleType;

std::string_view name_of(AssociateType type) {
  switch (type) {
    case AssociateType::employee:
      return "InternalAssociate";
    case AssociateType::resource:
      return "ResourceAssociate";
    case AssociateType::external_person:
      return "ExternalAssociate";
    case AssociateType::anonymous:
      return "AnonymousAssociate";
    case AssociateType::system:
      return "SystemAssociate";
  }
  return "Unknown";
}

RoleType role_type_of(AssociateType type) {
  switch (type) {
    case AssociateType::external_person:
      return RoleType::external_user;
    case AssociateType::anonymous:
      return RoleType::anonymous;
    case AssociateType::system:
      return RoleType::system;
    case AssociateType::employee:
    case AssociateType::resource:
      break;
  }
  return RoleType::employee;
}

bool is_named(AssociateType type) {
  return type == AssociateType::employee || type == AssociateType::external_person;
}

std::string_view access_license(AssociateType type) {
  return type == AssociateType::anonymous ? "superoffice.anonymous-user-cal" : login_license(type);
}

void require_type_change(std::optional<AssociateType> from, std::optional<AssociateType> to,
                         bool is_deleted) {
  if (is_deleted) throw fault::user_type_is_fixed();
  for (const auto& type : {from, to}) {
    if (type != AssociateType::system && type != AssociateType::anonymous) {
      throw fault::user_type_not_system_or_anonymous();
    }
  }
}

void require_license_for(AssociateType type, const std::optional<store::ModuleLicense>& license) {
  if (!license || (!license->unrestricted && license->number == 0)) {
    throw fault::user_type_without_license(std::string(name_of(type)));
  }
}

void require_person_id(AssociateType type, int person_id, const std::string& argument) {
  if (is_named(type) && person_id == 0) throw fault::user_without_person(argument);
  if (!is_named(type) && person_id != 0) throw fault::user_is_no_person(argument);
}

void require_role_for(AssociateType type, const std::optional<store::Role>& role, int role_id,
                      const std::string& argument, bool is_its_own) {
  if (!role || (role->deleted && !is_its_own)) throw fault::role_does_not_exist(role_id, argument);
  const RoleType needed = role_type_of(type);
  if (role->type != needed) {
    throw fault::role_of_other_type(role_id, std::string(name_of(needed)), argument);
  }
}

void require_groups_for(AssociateType type, int group_id, bool has_others) {
  if (type == AssociateType::employee) {
    if (group_id == 0) throw fault::user_group_missing();
  } else if (group_id != 0 || has_others) {
    throw fault::user_group_of_no_employee();
  }
}

void require_group(const std::optional<store::UserGroup>& group, int group_id, bool is_its_own) {
  if (!group || (group->deleted && !is_its_own)) {
    throw fault::user_group_does_not_exist(group_id);
  }
}

}  // namespace emulator
