#pragma once

#include <string_view>

namespace emulator::testing {

/// What a call writes: rows that it makes (`+`), changes, and takes away (`-`), sorted as text; of
/// a table with more than four alike their number alone (`-DataRight*88`).
struct WrittenRows {
  std::string_view operation;
  std::string_view rows;
};

/// What the samples (access_samples.h) write when ADM0 sends them, for each operation that writes.
/// Whether they are stamped is looked at for all of them, without a list.
inline constexpr WrittenRows written_rows[] = {
    // A log-in leaves a ticket, and lastlogin in the user's row, without a stamp (A-LAST-LOGIN).
    {"AuthenticateImplicit", ""},
    {"AuthenticateUsernamePassword", "+Credentials[1010] associate[11]"},
    {"AuthenticateGeneric", ""},
    {"AuthenticateWithAccessToken", ""},

    {"CreateExternalUser",
     "+Credentials[1010] +LicenseAssocLink[6,1002] +UserRoleLink[1002] +associate[1002]"},
    {"SetExternalUserInfo", "Credentials[1002] associate[1001]"},
    {"GenerateNewPasswordForExternalUser", "Credentials[1002]"},
    {"DeleteExternalUser",
     "+AssociateHistory[1001] -Credentials[1002] -LicenseAssocLink[6,1001] -UserRoleLink[1001] "
     "-associate[1001]"},

    {"DeleteUser",
     "+AssociateHistory[1001] -Credentials[1002] -LicenseAssocLink[6,1001] -UserRoleLink[1001] "
     "-associate[1001]"},
    {"DeleteUserFromName",
     "+AssociateHistory[1001] -Credentials[1002] -LicenseAssocLink[6,1001] -UserRoleLink[1001] "
     "-associate[1001]"},
    {"MakeRetired", "-LicenseAssocLink[6,1001] associate[1001] person[511]"},
    {"RemoveLicenses", "-LicenseAssocLink[6,1001]"},
    {"ExecuteUserCommand", ""},

    {"SaveUser", "UserRoleLink[1001] associate[1001]"},
    {"SaveUserFromName", "-LicenseAssocLink[6,1001] UserRoleLink[1001] associate[1001]"},
    {"ChangeUserType",
     "+LicenseAssocLink[7,15] -LicenseAssocLink[8,15] UserRoleLink[15] associate[15]"},

    {"SaveRoleEntity", "+Role[1001]"},
    {"DeleteRole", "-DataRight*88 -FunctionRightRoleLink*11 Role[3] UserRoleLink[12]"},
    {"SetFunctionalRights", "+FunctionRightRoleLink[6,15] -FunctionRightRoleLink[6,40]"},
    {"SetDataRight", "DataRight[4,5,0,0]"},

    {"SaveUserGroup", "UserGroup[2]"},
    {"DeleteUserGroup", "-UserGroup[2] associate[12]"},
    {"AddOwnerContact", "+OwnerContactLink[2]"},
    {"RemoveOwnerContact", "-OwnerContactLink[1]"},
    {"SaveServiceAuth", "+service_auth[1002]"},
    {"DeleteServiceAuth", "-service_auth[1001]"},

    {"ResolveUserFromInfo",
     "+Credentials[1010] +LicenseAssocLink[6,1002] +UserRoleLink[1002] +associate[1002] "
     "+person[1001]"},

    // The old password of the sample is wrong.
    {"ChangePassword", ""},
    {"ChangePasswordFromName", ""},
    {"ChangeOwnPassword", ""},
    {"SetPassword", "Credentials[1]"},
    {"SetPasswordFromName", "Credentials[1]"},
    {"SetGeneratedPassword", "Credentials[1]"},
    {"SetGeneratedPasswordFromName", "Credentials[1]"},

    {"SaveCredential", "Credentials[1]"},
    {"DeleteCredential", "-Credentials[1]"},
    {"SaveUntrustedCredentials", "Credentials[1003]"},
    {"SaveUntrustedCredentialsForAssociate", "Credentials[1003]"},
    {"RemoveUntrustedCredentials", "-Credentials[1003]"},
    {"RemoveUntrustedCredentialsForAssociate", "-Credentials[1003]"},
};

}  // namespace emulator::testing
