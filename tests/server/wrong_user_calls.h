#pragma once

#include <filesystem>
#include <vector>

#include "server/domain/secrets.h"
#include "store/seed.h"
#include "store/store.h"
#include "tests/server/operations/user_calls.h"
#include "tests/server/wrong_call.h"

namespace emulator::testing {

/// The rows of a tenant, all passwords being `adm0`: SAL1 has been deleted, and all licences
/// for employees are given away.
inline void make_crowded_tenant(const std::filesystem::path& file) {
  store::Store store(file.string());
  start_secrets();
  const std::string hash = hash_password("adm0", HashCost::min);
  store::seed(store, store::Seed::small, [&](std::string_view) { return hash; }, {});
  auto associate = store.associates.find(12).value();
  associate.deleted = true;
  store.associates.save(associate, {});
  store.licenses.withdraw_all(12);
  auto license = store.licenses.find_by_name("superoffice.user").value();
  license.number = 2;
  store.licenses.save(license, {});
}

/// `change` is done to the user before it is sent.
template <class Change>
std::string changed(SentUser user, Change change) {
  change(user);
  return user.xml();
}

inline std::vector<WrongCall> wrong_new_user_calls() {
  const std::string argument = "SoInvalidArgumentException";
  const std::string license = "SoLicenseException";
  const std::string save = "SaveUser";
  const auto new_user = [](auto change) { return changed(SentUser{}, change); };
  return {
      {"argument-missing", adm0, save, "", argument, "User is missing", "User"},
      {"user-type-missing", adm0, save, new_user([](auto& user) { user.type = ""; }), argument,
       "All associates/users must have a type", "Type"},
      {"user-without-person", adm0, save, new_user([](auto& user) { user.person_id = 0; }),
       argument, "An internal or external user has to be linked to a person.", "PersonId"},
      {"user-is-no-person", adm0, "CreateDefaultUserFromUserTypeAndPersonId",
       element("UserType", "SystemAssociate") + element("PersonId", "504"), argument,
       "An anonymous or system user cannot be a contact", "PersonId"},
      {"person-of-no-owner", adm0, save, employee(504).xml(), argument,
       "Only external associates can be persons belonging to companies that are not owner "
       "companies.",
       "PersonId"},
      {"user-group-of-no-employee", adm0, save, new_user([](auto& user) { user.group_id = 1; }),
       argument, "Only internal users have user groups.", "UserGroup"},
      {"user-type-without-license", adm0, "CreateDefaultUserFromUserType",
       element("UserType", "ResourceAssociate"), license,
       "There are no Client Access Licences for user type ResourceAssociate"},
      {"license-not-assignable", adm0, save,
       new_user([](auto& user) { user.licenses = {"superoffice.user"}; }), license,
       "Cannot assign module licence User (superoffice.user) to the user"},
      {"user-type-not-system-or-anonymous", adm0, "ChangeUserType",
       SentUser{}.xml() + element("UserType", "SystemAssociate"), "SoIllegalOperationException",
       "You can only change the user type from system user to anonymous and vice versa"},
  };
}

/// `crowded`: the tenant above, as in a path.
inline std::vector<WrongCall> wrong_user_change_calls(const std::string& crowded) {
  const std::string argument = "SoInvalidArgumentException";
  const std::string illegal = "SoIllegalOperationException";
  const std::string save = "SaveUser";
  const auto of_sal1 = [](auto change) { return changed(seeded_sal1(), change); };
  SentUser retired = seeded_sal1();
  retired.deleted = true;
  const SentUser own_role{11, "InternalAssociate", "ADM0", "ADM0", 147, 2, 1};
  SentUser own_deletion = own_role;
  own_deletion.deleted = true;
  own_deletion.role_id = 1;
  return {
      {"person-of-user-changed", adm0, save, of_sal1([](auto& user) { user.person_id = 149; }),
       argument, "The person of a user can not be changed.", "PersonId"},
      {"user-group-missing", adm0, save, of_sal1([](auto& user) { user.group_id = 0; }), argument,
       "All associates must belong to a user group", "UserGroup"},
      {"user-group-does-not-exist", adm0, save, of_sal1([](auto& user) { user.group_id = 77; }),
       argument, "The user group 77 does not exist.", "UserGroup"},
      {"role-of-other-type", adm0, save, of_sal1([](auto& user) { user.role_id = 10; }), argument,
       "The role must be of type Employee: 10 is not.", "Role"},
      {"licenses-too-few-to-undelete", adm0, save, seeded_sal1().xml(), "SoLicenseException",
       "There are not enough 'User' licences available to undelete the user.", "(none)", crowded},
      {"user-retired", adm0, save, retired.xml(), illegal,
       "This associate is marked as a former employee and cannot be modified.", "(none)", crowded},
      {"user-type-not-managed",
       {"ext3@nordlys.example", "ext3"},
       save,
       seeded_sal1().xml(),
       illegal,
       "The current user is not permitted to administrate users of type InternalAssociate"},
      {"user-type-is-fixed", adm0, save, of_sal1([](auto& user) { user.type = "SystemAssociate"; }),
       illegal,
       "It is not permitted to change user type. This also applies to users marked as deleted."},
      {"own-role", adm0, save, own_role.xml(), illegal,
       "You cannot change your own role; this might make it impossible to log in to SuperOffice "
       "Administration again."},
      {"own-deletion", adm0, save, own_deletion.xml(), illegal,
       "The current user cannot delete him/herself"},
  };
}

/// Every error that saving users brings with it.
inline std::vector<WrongCall> wrong_user_calls(const std::string& crowded) {
  std::vector<WrongCall> calls = wrong_new_user_calls();
  for (WrongCall& call : wrong_user_change_calls(crowded)) calls.push_back(std::move(call));
  return calls;
}

}  // namespace emulator::testing
