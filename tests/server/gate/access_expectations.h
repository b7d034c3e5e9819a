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

/// A user, and what it is as far as rights go.
struct Caller {
  std::string_view name;  ///< Empty: a call without Credentials, which runs as ANON.
  std::string_view is;
};

inline constexpr std::array<Caller, 8> callers_with_identity{{
    {"ADM0", "administrator: all rights"},
    {"USR8", "user administrator: admin-users"},
    {"SAL1", "plain employee"},
    {"ext3@nordlys.example", "external user with the licence admin-extern-user"},
    {"ext1@fjord.example", "external user"},
    {"", "anonymous"},
    {"SYS0", "system user, who bypasses all rights"},
    {"ROL9", "role administrator: admin-role"},  // Not in the seed: the test makes it.
}};

// A list of its own, written from what is documented and from the rules laid down where nothing
// is, not from the code: so that a slip in server/domain/access_table.cpp is a difference here.
// An operation that may be about oneself or about another admits who has an identity of one's own;
// whom it may be about is the handler's to say.
inline constexpr AccessExpectation access_expectations[] = {
    // Log-ins ask for no ticket: documented.
    {"AuthenticateImplicit", "yyyyyyyy"},
    {"AuthenticateUsernamePassword", "yyyyyyyy"},
    {"AuthenticateGeneric", "yyyyyyyy"},
    {"AuthenticateWithAccessToken", "yyyyyyyy"},
    {"GetSystemInfo", "yyyyyyyy"},

    // Reading, blank carriers and checks that store nothing: any identity.
    {"CreateDefaultServiceAuth", "yyyyyyyy"},
    {"CreateDefaultRoleEntity", "yyyyyyyy"},
    {"CreateDefaultRoleEntityFromType", "yyyyyyyy"},
    {"CreateDefaultUntrustedCredentials", "yyyyyyyy"},
    {"CreateDefaultUser", "yyyyyyyy"},
    {"CreateDefaultUserFromUserType", "yyyyyyyy"},
    {"CreateDefaultUserFromUserTypeAndPersonId", "yyyyyyyy"},
    {"CreateDefaultUserFromUserTypeAndCredential", "yyyyyyyy"},
    {"CreateUserGroup", "yyyyyyyy"},  // a blank one, stored by SaveUserGroup
    {"GetUserCommands", "yyyyyyyy"},
    {"FindCredentialsGroups", "yyyyyyyy"},
    {"FindCredentialUsers", "yyyyyyyy"},
    {"GetCredentialUsersInGroup", "yyyyyyyy"},
    {"GetCredentialTypes", "yyyyyyyy"},
    {"GetCredentialTypesForUserType", "yyyyyyyy"},
    {"GetRole", "yyyyyyyy"},
    {"GetRoleEntity", "yyyyyyyy"},
    {"GetAllRoles", "yyyyyyyy"},
    {"GetAllFunctionalRights", "yyyyyyyy"},
    {"GetFunctionalRights", "yyyyyyyy"},
    {"GetDataRight", "yyyyyyyy"},
    {"GetDataRights", "yyyyyyyy"},
    {"FindRolesWithFunctionalRight", "yyyyyyyy"},
    {"FindRolesWithFunctionalRights", "yyyyyyyy"},
    {"FindRolesWithoutFunctionalRights", "yyyyyyyy"},
    {"GetUser", "yyyyyyyy"},
    {"GetUserFromName", "yyyyyyyy"},
    {"GetUserFromPersonId", "yyyyyyyy"},
    {"GetUserFromEjUserId", "yyyyyyyy"},
    {"GetUserInfo", "yyyyyyyy"},
    {"GetUserInfoList", "yyyyyyyy"},
    {"GetUserGroup", "yyyyyyyy"},
    {"GetAllUserGroups", "yyyyyyyy"},
    {"GetUserGroupList", "yyyyyyyy"},
    {"CanChangePassword", "yyyyyyyy"},
    {"IsUserNameValid", "yyyyyyyy"},
    {"IsUserNameValidWithReason", "yyyyyyyy"},
    {"IsPasswordValid", "yyyyyyyy"},
    {"IsPasswordValidWithReason", "yyyyyyyy"},
    {"GetValidUserName", "yyyyyyyy"},

    // Own password, own secrets: oneself, which the anonymous user, shared by all, is not.
    {"ChangeOwnPassword", "yyyyy-yy"},
    {"SaveUntrustedCredentials", "yyyyy-yy"},
    {"GetUntrustedCredentials", "yyyyy-yy"},
    {"RemoveUntrustedCredentials", "yyyyy-yy"},

    // One's own or another's.
    {"ChangePassword", "yyyyy-yy"},
    {"ChangePasswordFromName", "yyyyy-yy"},
    {"SetPassword", "yyyyy-yy"},
    {"SetPasswordFromName", "yyyyy-yy"},
    {"SetGeneratedPassword", "yyyyy-yy"},
    {"SetGeneratedPasswordFromName", "yyyyy-yy"},
    {"GetUntrustedCredentialsForAssociate", "yyyyy-yy"},
    {"SaveUntrustedCredentialsForAssociate", "yyyyy-yy"},
    {"RemoveUntrustedCredentialsForAssociate", "yyyyy-yy"},
    {"SaveCredential", "yyyyy-yy"},
    {"DeleteCredential", "yyyyy-yy"},

    // Groups, and what concerns no external user (only system and anonymous users may change their
    // type): admin-users, which is documented as the right to create, modify and delete users.
    {"ChangeUserType", "yy----y-"},
    {"ExecuteUserCommand", "yy----y-"},
    {"SaveUserGroup", "yy----y-"},
    {"DeleteUserGroup", "yy----y-"},

    // External users: also who has the licence, an external one in its own company only.
    {"CreateExternalUser", "yy-y--y-"},
    {"DeleteExternalUser", "yy-y--y-"},
    {"SetExternalUserInfo", "yy-y--y-"},
    {"GenerateNewPasswordForExternalUser", "yy-y--y-"},

    // Users of any type, so that it may be about an external one.
    {"SaveUser", "yy-y--y-"},
    {"SaveUserFromName", "yy-y--y-"},
    {"DeleteUser", "yy-y--y-"},
    {"DeleteUserFromName", "yy-y--y-"},
    {"RemoveLicenses", "yy-y--y-"},
    {"MakeRetired", "yy-y--y-"},
    {"ResolveUserFromInfo", "yy-y--y-"},  // makes the person and the user it does not find

    // Roles and the rights of them: admin-role.
    {"SaveRoleEntity", "y-----yy"},
    {"DeleteRole", "y-----yy"},
    {"SetFunctionalRights", "y-----yy"},
    {"SetDataRight", "y-----yy"},

    // Mail services, whose passwords are read in clear, and owner companies: admin-all.
    {"GetServiceAuth", "y-----y-"},
    {"SaveServiceAuth", "y-----y-"},
    {"DeleteServiceAuth", "y-----y-"},
    {"AddOwnerContact", "y-----y-"},
    {"RemoveOwnerContact", "y-----y-"},
};

}  // namespace emulator::testing
