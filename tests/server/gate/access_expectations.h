#pragma once

#include <array>
#include <string_view>

namespace emulator::testing {

/// Whether the gate lets the callers of `callers_with_identity` call an operation: a letter each,
/// in their order; `y` admitted, `-` refused.
struct AccessExpectation {
  std::string_view operation;
  std::string_view admitted;
};

/// What a caller is, as far as rights go.
struct Caller {
  std::string_view name;  ///< Empty: a call without Credentials, which runs as ANON.
  std::string_view password;
  std::string_view is;
};

inline constexpr std::array<Caller, 7> callers_with_identity{{
    {"ADM0", "adm0", "administrator: all rights"},
    {"USR8", "usr8", "user administrator: admin-users"},
    {"SAL1", "sal1", "plain employee"},
    {"ext3@nordlys.example", "ext3", "external user with the licence admin-extern-user"},
    {"ext1@fjord.example", "ext1", "external user"},
    {"", "", "anonymous"},
    {"SYS0", "sys0", "system user, who bypasses all rights"},
}};

// A list of its own, written from what is documented and from the rules laid down where nothing
// is, not from the code: so that a slip in server/domain/access_table.cpp is a difference here.
// An operation that may be about oneself or about another admits who has an identity of one's own;
// whom it may be about is the handler's to say.
inline constexpr AccessExpectation access_expectations[] = {
    // Log-ins ask for no ticket: documented.
    {"AuthenticateImplicit", "yyyyyyy"},
    {"AuthenticateUsernamePassword", "yyyyyyy"},
    {"AuthenticateGeneric", "yyyyyyy"},
    {"AuthenticateWithAccessToken", "yyyyyyy"},
    {"GetSystemInfo", "yyyyyyy"},

    // Reading, blank carriers and checks that store nothing: any identity.
    {"CreateDefaultServiceAuth", "yyyyyyy"},
    {"CreateDefaultRoleEntity", "yyyyyyy"},
    {"CreateDefaultRoleEntityFromType", "yyyyyyy"},
    {"CreateDefaultUntrustedCredentials", "yyyyyyy"},
    {"CreateDefaultUser", "yyyyyyy"},
    {"CreateDefaultUserFromUserType", "yyyyyyy"},
    {"CreateDefaultUserFromUserTypeAndPersonId", "yyyyyyy"},
    {"CreateDefaultUserFromUserTypeAndCredential", "yyyyyyy"},
    {"CreateUserGroup", "yyyyyyy"},  // a blank one, stored by SaveUserGroup
    {"GetUserCommands", "yyyyyyy"},
    {"FindCredentialsGroups", "yyyyyyy"},
    {"FindCredentialUsers", "yyyyyyy"},
    {"GetCredentialUsersInGroup", "yyyyyyy"},
    {"GetCredentialTypes", "yyyyyyy"},
    {"GetCredentialTypesForUserType", "yyyyyyy"},
    {"GetRole", "yyyyyyy"},
    {"GetRoleEntity", "yyyyyyy"},
    {"GetAllRoles", "yyyyyyy"},
    {"GetAllFunctionalRights", "yyyyyyy"},
    {"GetFunctionalRights", "yyyyyyy"},
    {"GetDataRight", "yyyyyyy"},
    {"GetDataRights", "yyyyyyy"},
    {"FindRolesWithFunctionalRight", "yyyyyyy"},
    {"FindRolesWithFunctionalRights", "yyyyyyy"},
    {"FindRolesWithoutFunctionalRights", "yyyyyyy"},
    {"GetUser", "yyyyyyy"},
    {"GetUserFromName", "yyyyyyy"},
    {"GetUserFromPersonId", "yyyyyyy"},
    {"GetUserFromEjUserId", "yyyyyyy"},
    {"GetUserInfo", "yyyyyyy"},
    {"GetUserInfoList", "yyyyyyy"},
    {"GetUserGroup", "yyyyyyy"},
    {"GetAllUserGroups", "yyyyyyy"},
    {"GetUserGroupList", "yyyyyyy"},
    {"CanChangePassword", "yyyyyyy"},
    {"IsUserNameValid", "yyyyyyy"},
    {"IsUserNameValidWithReason", "yyyyyyy"},
    {"IsPasswordValid", "yyyyyyy"},
    {"IsPasswordValidWithReason", "yyyyyyy"},
    {"GetValidUserName", "yyyyyyy"},

    // Own password, own secrets: oneself, which the anonymous user, shared by all, is not.
    {"ChangeOwnPassword", "yyyyy-y"},
    {"SaveUntrustedCredentials", "yyyyy-y"},
    {"GetUntrustedCredentials", "yyyyy-y"},
    {"RemoveUntrustedCredentials", "yyyyy-y"},

    // One's own or another's.
    {"ChangePassword", "yyyyy-y"},
    {"ChangePasswordFromName", "yyyyy-y"},
    {"SetPassword", "yyyyy-y"},
    {"SetPasswordFromName", "yyyyy-y"},
    {"SetGeneratedPassword", "yyyyy-y"},
    {"SetGeneratedPasswordFromName", "yyyyy-y"},
    {"GetUntrustedCredentialsForAssociate", "yyyyy-y"},
    {"SaveUntrustedCredentialsForAssociate", "yyyyy-y"},
    {"RemoveUntrustedCredentialsForAssociate", "yyyyy-y"},
    {"SaveCredential", "yyyyy-y"},
    {"DeleteCredential", "yyyyy-y"},

    // Groups, and what concerns no external user (only system and anonymous users may change their
    // type): admin-users, which is documented as the right to create, modify and delete users.
    {"ChangeUserType", "yy----y"},
    {"ExecuteUserCommand", "yy----y"},
    {"SaveUserGroup", "yy----y"},
    {"DeleteUserGroup", "yy----y"},

    // External users: also who has the licence, an external one in its own company only.
    {"CreateExternalUser", "yy-y--y"},
    {"DeleteExternalUser", "yy-y--y"},
    {"SetExternalUserInfo", "yy-y--y"},
    {"GenerateNewPasswordForExternalUser", "yy-y--y"},

    // Users of any type, so that it may be about an external one.
    {"SaveUser", "yy-y--y"},
    {"SaveUserFromName", "yy-y--y"},
    {"DeleteUser", "yy-y--y"},
    {"DeleteUserFromName", "yy-y--y"},
    {"RemoveLicenses", "yy-y--y"},
    {"MakeRetired", "yy-y--y"},
    {"ResolveUserFromInfo", "yy-y--y"},  // makes the person and the user it does not find

    // Roles and the rights of them: admin-role.
    {"SaveRoleEntity", "y-----y"},
    {"DeleteRole", "y-----y"},
    {"SetFunctionalRights", "y-----y"},
    {"SetDataRight", "y-----y"},

    // Mail services, whose passwords are read in clear, and owner companies: admin-all.
    {"GetServiceAuth", "y-----y"},
    {"SaveServiceAuth", "y-----y"},
    {"DeleteServiceAuth", "y-----y"},
    {"AddOwnerContact", "y-----y"},
    {"RemoveOwnerContact", "y-----y"},
};

}  // namespace emulator::testing
