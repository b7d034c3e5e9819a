#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace emulator::testing {

/// CreateExternalUser: the user 1001 of company 3, whom all that manage external users may manage.
/// Made by make_rows_for_samples, in sample_rows.h.
inline constexpr std::string_view colleague =
    "<PersonId>511</PersonId><UserName>colleague@nordlys.example</UserName><RoleId>10</RoleId>"
    "<IsActive>true</IsActive>";

struct Sample {
  std::string_view operation, parameters;
};

/// Parameters, as XML, with which every caller that is admitted to the operation succeeds on fresh
/// rows, one for each operation. `{id}` and `{name}` stand for those of the caller,
/// see sample_for.
inline constexpr Sample samples[] = {
    {"GetSystemInfo", ""},
    {"AuthenticateImplicit", ""},
    {"AuthenticateUsernamePassword", "<UserName>ADM0</UserName><Password>adm0</Password>"},
    {"AuthenticateGeneric",
     "<AuthenticationData><AuthenticationGenericDataKeyValuePair><Key>Ticket</Key>"
     "<Value>none</Value></AuthenticationGenericDataKeyValuePair></AuthenticationData>"},
    {"AuthenticateWithAccessToken", "<AccessToken>none</AccessToken>"},
    {"GetRole", "<RoleId>1</RoleId>"},
    {"GetAllRoles", "<RoleType>Employee</RoleType>"},
    {"CreateDefaultRoleEntity", ""},
    {"CreateDefaultRoleEntityFromType", "<Type>ExternalUser</Type>"},
    {"GetRoleEntity", "<RoleEntityId>4</RoleEntityId>"},
    {"SaveRoleEntity", "<RoleEntity><Name>Guest</Name></RoleEntity>"},
    {"DeleteRole", "<RoleIdToDelete>3</RoleIdToDelete><ReplacingRoleId>4</ReplacingRoleId>"},
    {"GetAllFunctionalRights", "<RoleType>Employee</RoleType>"},
    {"GetFunctionalRights", "<RoleId>8</RoleId>"},
    {"SetFunctionalRights",
     "<RoleId>6</RoleId>"
     "<FunctionalRightIds xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">"
     "<a:int>24</a:int><a:int>15</a:int></FunctionalRightIds>"},
    {"FindRolesWithFunctionalRight", "<FunctionalRightName>admin-users</FunctionalRightName>"},
    {"FindRolesWithFunctionalRights",
     "<FunctionalRightNames "
     "xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">"
     "<a:string>admin-users</a:string><a:string>admin-lists</a:string></FunctionalRightNames>"},
    {"FindRolesWithoutFunctionalRights",
     "<FunctionalRightNames "
     "xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">"
     "<a:string>admin-users</a:string></FunctionalRightNames>"},
    {"SetDataRight",
     "<RoleId>4</RoleId><TableName>contact</TableName><RelationToOwner>MyOwn</RelationToOwner>"
     "<DataRightValue>CRUD</DataRightValue>"},
    {"GetDataRight",
     "<RoleId>4</RoleId><TableName>contact</TableName><RelationToOwner>MyOwn</RelationToOwner>"},
    {"GetDataRights", "<RoleId>4</RoleId><TableName>contact</TableName>"},
    {"GetUserGroup", "<UserGroupId>2</UserGroupId>"},
    {"GetUserGroupList", ""},
    {"GetAllUserGroups", "<IncludeDeleted>true</IncludeDeleted>"},
    {"CreateUserGroup", ""},
    {"SaveUserGroup", "<UserGroup><Value>Sales team</Value><Id>2</Id></UserGroup>"},
    {"DeleteUserGroup",
     "<UserGroupToDelete>2</UserGroupToDelete><UserGroupToMoveTo>3</UserGroupToMoveTo>"},
    {"CreateDefaultServiceAuth", ""},
    {"GetServiceAuth", "<ServiceAuthId>1001</ServiceAuthId>"},
    {"SaveServiceAuth", "<ServiceAuth><Server>mail.example</Server></ServiceAuth>"},
    {"DeleteServiceAuth", "<ServiceAuthId>1001</ServiceAuthId>"},
    {"AddOwnerContact", "<ContactId>2</ContactId>"},
    {"RemoveOwnerContact", "<ContactId>1</ContactId>"},
    {"GetUser", "<UserId>11</UserId>"},
    {"GetUserFromName", "<UserName>ADM0</UserName>"},
    {"GetUserInfo", "<UserInfoId>11</UserInfoId>"},
    {"GetUserInfoList", ""},
    {"IsUserNameValid", "<UserName>new</UserName>"},
    {"IsUserNameValidWithReason", "<UserName>new</UserName>"},
    {"GetValidUserName", "<UserName>ADM0</UserName>"},
    {"GetUserFromPersonId", "<PersonId>147</PersonId>"},
    {"GetUserFromEjUserId", "<EjUserId>1</EjUserId>"},
    {"DeleteUser", "<UserId>1001</UserId>"},
    {"DeleteUserFromName", "<UserName>colleague@nordlys.example</UserName>"},
    {"MakeRetired", "<AssociateId>1001</AssociateId><Retired>true</Retired>"},
    {"RemoveLicenses", "<AssociateId>1001</AssociateId>"},
    {"ResolveUserFromInfo",
     "<ContactId>3</ContactId><PersonName>Nina Dal</PersonName>"
     "<UserType>ExternalAssociate</UserType><Credential><Type><Type>CRM5/PASSWORD</Type></Type>"
     "<Value>first</Value></Credential>"},
    {"GetUserCommands", "<User><AssociateId>101</AssociateId></User>"},
    {"ExecuteUserCommand",
     "<CommandName>SendWelcome</CommandName><CommandActionResult>Yes</CommandActionResult>"
     "<User><AssociateId>101</AssociateId></User>"},
    {"CanChangePassword", "<AssociateId>11</AssociateId>"},
    {"ChangePassword",
     "<AssociateId>{id}</AssociateId><OldPassword>x</OldPassword><NewPassword>x</NewPassword>"},
    {"ChangePasswordFromName",
     "<AssociateName>{name}</AssociateName><OldPassword>x</OldPassword>"
     "<NewPassword>x</NewPassword>"},
    {"ChangeOwnPassword", "<OldPassword>x</OldPassword><NewPassword>x</NewPassword>"},
    {"SetPassword", "<AssociateId>{id}</AssociateId><Password>x</Password>"},
    {"SetPasswordFromName", "<AssociateName>{name}</AssociateName><Password>x</Password>"},
    {"SetGeneratedPassword", "<AssociateId>{id}</AssociateId>"},
    {"SetGeneratedPasswordFromName", "<AssociateName>{name}</AssociateName>"},
    {"IsPasswordValid", "<Password>x</Password>"},
    {"IsPasswordValidWithReason", "<Password>x</Password>"},
    {"SaveCredential",
     "<UserId>{id}</UserId><Credential><Type><Type>CRM5/PASSWORD</Type></Type><Value>x</Value>"
     "</Credential>"},
    {"DeleteCredential", "<UserId>{id}</UserId><CredentialType>CRM5/PASSWORD</CredentialType>"},
    {"GetCredentialTypes", ""},
    {"GetCredentialTypesForUserType", "<UserType>InternalAssociate</UserType>"},
    {"FindCredentialsGroups", "<Type>ActiveDirectory</Type><SearchString>s</SearchString>"},
    {"FindCredentialUsers", "<Type>ActiveDirectory</Type><SearchString>liv</SearchString>"},
    {"GetCredentialUsersInGroup",
     "<Type>ActiveDirectory</Type><GroupName>EMULATOR\\Sales</GroupName>"},
    {"CreateDefaultUntrustedCredentials", ""},
    {"SaveUntrustedCredentials",
     "<Type>imap</Type><Credentials><SecretValue>x</SecretValue><PublicValue>own</PublicValue>"
     "</Credentials>"},
    {"SaveUntrustedCredentialsForAssociate",
     "<AssociateId>{id}</AssociateId><Type>imap</Type><Credentials><SecretValue>x</SecretValue>"
     "<PublicValue>own</PublicValue></Credentials>"},
    {"GetUntrustedCredentials", "<Type>imap</Type>"},
    {"GetUntrustedCredentialsForAssociate", "<AssociateId>{id}</AssociateId><Type>imap</Type>"},
    {"RemoveUntrustedCredentials", "<Type>imap</Type><PublicValue>own</PublicValue>"},
    {"RemoveUntrustedCredentialsForAssociate",
     "<AssociateId>{id}</AssociateId><Type>imap</Type><PublicValue>own</PublicValue>"},
    {"CreateExternalUser",
     "<PersonId>512</PersonId><UserName>new</UserName><RoleId>10</RoleId>"
     "<IsActive>true</IsActive>"},
    {"DeleteExternalUser", "<AssociateId>1001</AssociateId>"},
    {"SetExternalUserInfo",
     "<AssociateId>1001</AssociateId><UserName>new</UserName>"
     "<ExternalUserInfoModification>UserName</ExternalUserInfoModification>"},
    {"GenerateNewPasswordForExternalUser",
     "<AssociateName>colleague@nordlys.example</AssociateName>"},
    {"CreateDefaultUser", ""},
    {"CreateDefaultUserFromUserType", "<UserType>SystemAssociate</UserType>"},
    {"CreateDefaultUserFromUserTypeAndPersonId",
     "<UserType>ExternalAssociate</UserType><PersonId>512</PersonId>"},
    {"CreateDefaultUserFromUserTypeAndCredential",
     "<UserType>InternalAssociate</UserType><ContactId>1</ContactId>"
     "<CredentialType>ActiveDirectory</CredentialType>"
     "<CredentialValue>S-1-5-21-1004336348-1177238915-682003330-1104</CredentialValue>"
     "<CredentialDisplayValue>EMULATOR\\liv.haug</CredentialDisplayValue>"},
    {"SaveUser",
     "<User><AssociateId>1001</AssociateId><Name>colleague</Name>"
     "<LicenseOwners><LicenseOwner><UnrestrictedModuleLicenses><ModuleLicenseLink>"
     "<Assigned>true</Assigned><Name>superoffice.extern-user-cal</Name>"
     "</ModuleLicenseLink></UnrestrictedModuleLicenses></LicenseOwner></LicenseOwners>"
     "<Role><Id>13</Id></Role><Person><PersonId>511</PersonId></Person>"
     "<Type>ExternalAssociate</Type><UserName>colleague@nordlys.example</UserName></User>"},
    {"SaveUserFromName",
     "<UserName>colleague@nordlys.example</UserName>"
     "<User><Name>colleague</Name><Role><Id>13</Id></Role><Person><PersonId>511</PersonId></Person>"
     "<Type>ExternalAssociate</Type><UserName>colleague@nordlys.example</UserName></User>"},
    {"ChangeUserType",
     "<User><AssociateId>15</AssociateId></User><UserType>SystemAssociate</UserType>"},
};

/// None: the list has none.
inline std::optional<std::string> sample_of(std::string_view operation) {
  for (const Sample& one : samples) {
    if (one.operation == operation) return std::string(one.parameters);
  }
  return std::nullopt;
}

}  // namespace emulator::testing
