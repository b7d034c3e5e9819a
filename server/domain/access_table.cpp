#include "server/domain/access_table.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <string>

namespace emulator {

namespace {

using enum Access;
using enum Effect;

constexpr AccessRow rows[] = {
    {"CreateDefaultServiceAuth", ticket, reads},
    {"SaveServiceAuth", administer_installation, writes},
    {"DeleteServiceAuth", administer_installation, writes},
    {"CreateDefaultRoleEntity", ticket, reads},
    {"SaveRoleEntity", administer_roles, writes},
    {"CreateDefaultUntrustedCredentials", ticket, reads},
    {"CreateDefaultUser", ticket, reads},
    {"SaveUser", manage_users, writes},
    {"GetUserCommands", ticket, reads},
    {"ExecuteUserCommand", administer_users, writes},
    {"DeleteUser", manage_users, writes},
    {"SaveCredential", oneself_or_manager, writes},
    {"DeleteCredential", oneself_or_manager, writes},
    {"FindCredentialsGroups", ticket, reads},
    {"FindCredentialUsers", ticket, reads},
    {"GetCredentialUsersInGroup", ticket, reads},
    {"GetServiceAuth", administer_installation, reads},
    {"GetRole", ticket, reads},
    {"GetRoleEntity", ticket, reads},
    {"DeleteRole", administer_roles, writes},
    {"GetAllRoles", ticket, reads},
    {"GetAllFunctionalRights", ticket, reads},
    {"GetFunctionalRights", ticket, reads},
    {"SetFunctionalRights", administer_roles, writes},
    {"SetDataRight", administer_roles, writes},
    {"GetDataRight", ticket, reads},
    {"GetDataRights", ticket, reads},
    {"CreateDefaultRoleEntityFromType", ticket, reads},
    {"FindRolesWithFunctionalRight", ticket, reads},
    {"FindRolesWithFunctionalRights", ticket, reads},
    {"FindRolesWithoutFunctionalRights", ticket, reads},
    {"GetUser", ticket, reads},
    {"GetUserFromName", ticket, reads},
    {"SaveUserFromName", manage_users, writes},
    {"DeleteUserFromName", manage_users, writes},
    {"GetCredentialTypes", ticket, reads},
    {"GetCredentialTypesForUserType", ticket, reads},
    {"SaveUntrustedCredentials", oneself, writes},
    {"GetUntrustedCredentials", oneself, reads},
    {"GetUntrustedCredentialsForAssociate", oneself_or_manager, reads},
    {"SaveUntrustedCredentialsForAssociate", oneself_or_manager, writes},
    {"RemoveUntrustedCredentials", oneself, writes},
    {"RemoveUntrustedCredentialsForAssociate", oneself_or_manager, writes},
    {"CreateExternalUser", manage_external_users, writes},
    {"DeleteExternalUser", manage_external_users, writes},
    {"SetExternalUserInfo", manage_external_users, writes},
    {"GenerateNewPasswordForExternalUser", manage_external_users, writes},
    {"CanChangePassword", ticket, reads},
    {"ChangePassword", oneself_or_manager, writes},
    {"GetUserFromPersonId", ticket, reads},
    {"CreateDefaultUserFromUserTypeAndPersonId", ticket, reads},
    {"CreateDefaultUserFromUserType", ticket, reads},
    {"GetUserFromEjUserId", ticket, reads},
    {"SetPasswordFromName", oneself_or_manager, writes},
    {"SetPassword", oneself_or_manager, writes},
    {"ChangeOwnPassword", oneself, writes},
    {"ChangePasswordFromName", oneself_or_manager, writes},
    {"IsUserNameValid", ticket, reads},
    {"IsPasswordValid", ticket, reads},
    {"SetGeneratedPassword", oneself_or_manager, writes},
    {"SetGeneratedPasswordFromName", oneself_or_manager, writes},
    {"IsPasswordValidWithReason", ticket, reads},
    {"IsUserNameValidWithReason", ticket, reads},
    // Only system and anonymous users may change their type: nothing for who manages external
    // ones.
    {"ChangeUserType", administer_users, writes},
    {"CreateDefaultUserFromUserTypeAndCredential", ticket, reads},
    {"GetValidUserName", ticket, reads},
    {"RemoveLicenses", manage_users, writes},
    {"MakeRetired", manage_users, writes},
    {"AddOwnerContact", administer_installation, writes},
    {"RemoveOwnerContact", administer_installation, writes},
    {"ResolveUserFromInfo", manage_users, writes},
    {"GetUserGroup", ticket, reads},
    {"SaveUserGroup", administer_users, writes},
    {"GetAllUserGroups", ticket, reads},
    {"CreateUserGroup", ticket, reads},
    {"DeleteUserGroup", administer_users, writes},
    {"GetUserGroupList", ticket, reads},
    {"GetUserInfo", ticket, reads},
    {"GetUserInfoList", ticket, reads},
    {"GetSystemInfo", anyone, reads},
    {"AuthenticateImplicit", anyone, writes},
    {"AuthenticateUsernamePassword", anyone, writes},
    {"AuthenticateGeneric", anyone, writes},
    {"AuthenticateWithAccessToken", anyone, writes},
};

}  // namespace

const std::vector<AccessRow>& access_table() {
  static const std::vector<AccessRow> table(std::begin(rows), std::end(rows));
  return table;
}

const AccessRow& access_of(std::string_view operation) {
  const auto row = std::ranges::find(access_table(), operation, &AccessRow::operation);
  if (row == access_table().end()) {
    throw std::logic_error("no access is set for " + std::string(operation));
  }
  return *row;
}

}  // namespace emulator
