#pragma once

#include <string_view>

namespace emulator::testing {

struct RefusedSample {
  std::string_view operation;
  std::string_view caller;  ///< Log-in name; empty: nobody, without a ticket.
  std::string_view parameters;
};

/// A request of each operation of User.svc that is refused, on the rows that the samples are for:
/// by a rule of the operation's own where it has one, else for want of a right, else of a ticket.
inline constexpr RefusedSample refused_samples[] = {
    {"GetRole", "", "<RoleId>1</RoleId>"},
    {"GetAllRoles", "", ""},
    {"CreateDefaultRoleEntity", "", ""},
    {"CreateDefaultRoleEntityFromType", "", "<Type>Employee</Type>"},
    {"GetRoleEntity", "", "<RoleEntityId>4</RoleEntityId>"},
    {"SaveRoleEntity", "ADM0", "<RoleEntity><Name></Name></RoleEntity>"},
    {"DeleteRole", "ADM0",
     "<RoleIdToDelete>3</RoleIdToDelete><ReplacingRoleId>3</ReplacingRoleId>"},
    {"GetAllFunctionalRights", "", ""},
    {"GetFunctionalRights", "", "<RoleId>8</RoleId>"},
    {"SetFunctionalRights", "ADM0",
     "<RoleId>6</RoleId>"
     "<FunctionalRightIds xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">"
     "<a:int>9999</a:int></FunctionalRightIds>"},
    {"FindRolesWithFunctionalRight", "", "<FunctionalRightName>admin-users</FunctionalRightName>"},
    {"FindRolesWithFunctionalRights", "", ""},
    {"FindRolesWithoutFunctionalRights", "", ""},
    {"SetDataRight", "ADM0",
     "<RoleId>4</RoleId><TableName>nothing</TableName><RelationToOwner>MyOwn</RelationToOwner>"
     "<DataRightValue>CRUD</DataRightValue>"},
    {"GetDataRight", "ADM0",
     "<RoleId>4</RoleId><TableName>nothing</TableName><RelationToOwner>MyOwn</RelationToOwner>"},
    {"GetDataRights", "ADM0", "<RoleId>4</RoleId><TableName>nothing</TableName>"},
    {"GetUserGroup", "", "<UserGroupId>2</UserGroupId>"},
    {"GetUserGroupList", "", ""},
    {"GetAllUserGroups", "", ""},
    {"CreateUserGroup", "", ""},
    {"SaveUserGroup", "ADM0", "<UserGroup><Value></Value></UserGroup>"},
    {"DeleteUserGroup", "ADM0",
     "<UserGroupToDelete>2</UserGroupToDelete><UserGroupToMoveTo>2</UserGroupToMoveTo>"},
    {"CreateDefaultServiceAuth", "", ""},
    {"GetServiceAuth", "SAL1", "<ServiceAuthId>1001</ServiceAuthId>"},
    {"SaveServiceAuth", "ADM0", "<ServiceAuth><ServiceAuthId>99</ServiceAuthId></ServiceAuth>"},
    {"DeleteServiceAuth", "ADM0", "<ServiceAuthId>99</ServiceAuthId>"},
    {"AddOwnerContact", "ADM0", "<ContactId>99</ContactId>"},
    {"RemoveOwnerContact", "ADM0", "<ContactId>99</ContactId>"},
    {"GetUser", "", "<UserId>11</UserId>"},
    {"GetUserFromName", "", "<UserName>ADM0</UserName>"},
    {"GetUserInfo", "", "<UserInfoId>11</UserInfoId>"},
    {"GetUserInfoList", "", ""},
    {"IsUserNameValid", "", "<UserName>new</UserName>"},
    {"IsUserNameValidWithReason", "", "<UserName>new</UserName>"},
    {"GetValidUserName", "", "<UserName>ADM0</UserName>"},
    {"GetUserFromPersonId", "", "<PersonId>147</PersonId>"},
    {"GetUserFromEjUserId", "", "<EjUserId>1</EjUserId>"},
    {"DeleteUser", "ADM0", "<UserId>11</UserId>"},
    {"DeleteUserFromName", "ADM0", "<UserName>who</UserName>"},
    {"MakeRetired", "ADM0", "<AssociateId>99</AssociateId><Retired>true</Retired>"},
    {"RemoveLicenses", "ADM0", "<AssociateId>99</AssociateId>"},
    {"ResolveUserFromInfo", "ADM0",
     "<ContactId>99</ContactId><PersonName>Nina Dal</PersonName>"
     "<UserType>ExternalAssociate</UserType>"},
    {"GetUserCommands", "", "<User><AssociateId>101</AssociateId></User>"},
    {"ExecuteUserCommand", "",
     "<CommandName>SendWelcome</CommandName><CommandActionResult>Yes</CommandActionResult>"
     "<User><AssociateId>101</AssociateId></User>"},
    {"CanChangePassword", "", "<AssociateId>11</AssociateId>"},
    {"ChangePassword", "SAL1",
     "<AssociateId>11</AssociateId><OldPassword>adm0</OldPassword><NewPassword>x</NewPassword>"},
    {"ChangePasswordFromName", "SAL1",
     "<AssociateName>ADM0</AssociateName><OldPassword>adm0</OldPassword>"
     "<NewPassword>x</NewPassword>"},
    {"ChangeOwnPassword", "", "<OldPassword>adm0</OldPassword><NewPassword>x</NewPassword>"},
    {"SetPassword", "ADM0", "<AssociateId>99</AssociateId><Password>x</Password>"},
    {"SetPasswordFromName", "ADM0", "<AssociateName>who</AssociateName><Password>x</Password>"},
    {"SetGeneratedPassword", "ADM0", "<AssociateId>99</AssociateId>"},
    {"SetGeneratedPasswordFromName", "ADM0", "<AssociateName>who</AssociateName>"},
    {"IsPasswordValid", "", "<Password>x</Password>"},
    {"IsPasswordValidWithReason", "", "<Password>x</Password>"},
    {"SaveCredential", "ADM0",
     "<UserId>11</UserId><Credential><Type><Type>nothing</Type></Type><Value>x</Value>"
     "</Credential>"},
    {"DeleteCredential", "ADM0",
     "<UserId>99</UserId><CredentialType>ActiveDirectory</CredentialType>"},
    {"GetCredentialTypes", "", ""},
    {"GetCredentialTypesForUserType", "", "<UserType>InternalAssociate</UserType>"},
    {"FindCredentialsGroups", "", "<Type>ActiveDirectory</Type><SearchString>s</SearchString>"},
    {"FindCredentialUsers", "", "<Type>ActiveDirectory</Type><SearchString>liv</SearchString>"},
    {"GetCredentialUsersInGroup", "",
     "<Type>ActiveDirectory</Type><GroupName>EMULATOR\\Sales</GroupName>"},
    {"CreateDefaultUntrustedCredentials", "", ""},
    {"SaveUntrustedCredentials", "ADM0", "<Type>imap</Type>"},
    {"SaveUntrustedCredentialsForAssociate", "SAL1",
     "<AssociateId>11</AssociateId><Type>imap</Type><Credentials><SecretValue>x</SecretValue>"
     "<PublicValue>own</PublicValue></Credentials>"},
    {"GetUntrustedCredentials", "", "<Type>imap</Type>"},
    {"GetUntrustedCredentialsForAssociate", "SAL1",
     "<AssociateId>11</AssociateId><Type>imap</Type>"},
    {"RemoveUntrustedCredentials", "ADM0", "<Type>imap</Type><PublicValue>none</PublicValue>"},
    {"RemoveUntrustedCredentialsForAssociate", "SAL1",
     "<AssociateId>11</AssociateId><Type>imap</Type><PublicValue>own</PublicValue>"},
    {"CreateExternalUser", "ADM0",
     "<PersonId>511</PersonId><UserName>new</UserName><RoleId>10</RoleId>"
     "<IsActive>true</IsActive>"},
    {"DeleteExternalUser", "ADM0", "<AssociateId>12</AssociateId>"},
    {"SetExternalUserInfo", "ADM0",
     "<AssociateId>1001</AssociateId><UserName></UserName>"
     "<ExternalUserInfoModification>UserName</ExternalUserInfoModification>"},
    {"GenerateNewPasswordForExternalUser", "ADM0", "<AssociateName>SAL1</AssociateName>"},
    {"CreateDefaultUser", "", ""},
    {"CreateDefaultUserFromUserType", "", "<UserType>SystemAssociate</UserType>"},
    {"CreateDefaultUserFromUserTypeAndPersonId", "ADM0",
     "<UserType>ExternalAssociate</UserType><PersonId>99999</PersonId>"},
    {"CreateDefaultUserFromUserTypeAndCredential", "ADM0",
     "<UserType>InternalAssociate</UserType><ContactId>1</ContactId>"
     "<CredentialType>nothing</CredentialType><CredentialValue>x</CredentialValue>"},
    {"SaveUser", "ADM0",
     "<User><AssociateId>1001</AssociateId><Name>colleague</Name>"
     "<Role><Id>1</Id></Role><Person><PersonId>511</PersonId></Person>"
     "<Type>ExternalAssociate</Type><UserName>colleague@nordlys.example</UserName></User>"},
    {"SaveUserFromName", "ADM0",
     "<UserName>colleague@nordlys.example</UserName>"
     "<User><Name>colleague</Name><Role><Id>13</Id></Role><Person><PersonId>511</PersonId></Person>"
     "<Type>ExternalAssociate</Type><UserName>sal1</UserName></User>"},
    {"ChangeUserType", "ADM0",
     "<User><AssociateId>15</AssociateId></User><UserType>InternalAssociate</UserType>"},
};

}  // namespace emulator::testing
