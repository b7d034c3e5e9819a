#include "server/domain/assumptions.h"

#include <iterator>

namespace emulator {
namespace {

constexpr Assumption table[] = {
    {"A-TICKET",
     "Credentials absent; a ticket that is unknown, altered, expired, of another installation, or "
     "of a user who may no longer log in",
     "SoSessionException, 'Authentication failed!'. The parameter Reason says missing, unknown, "
     "expired or inactive; --emulator-headers off leaves it out",
     "Type and text are documented for a failed authentication, not for a SOAP answer; Reason is "
     "ours",
     "GetUserInfo without Credentials, and with one letter of the ticket changed"},
    {"A-LOGIN", "Wrong name or password, or a user who may not log in",
     "Succeeded true, AuthenticationSucceeded false, Response and Credentials nil",
     "Clients are told to look at both ExceptionInfo and AuthenticationSucceeded",
     "AuthenticateUsernamePassword with a wrong password; keep the raw answer"},
    {"A-APPLICATION-TOKEN", "--mode online, and the ApplicationToken is absent or not known",
     "SoSessionException, 'Failed to validate tokens: ...', before the ticket is looked at",
     "That it is refused is documented, the text is known from another place",
     "Any call to an online installation with a wrong ApplicationToken"},
    {"A-ONLINE-RESTRICTED", "--mode online, and the application may not use the User agent",
     "SoIllegalOperationException, 'The User agent is not available to this application'; "
     "SoPrincipal works",
     "The restriction is documented, its answer is not",
     "GetUserInfo with the token of a partner application"},
    {"A-ERROR-FORM", "A call is refused",
     "HTTP 200, Succeeded false, ExceptionInfo with FriendlyText = Message, Source "
     "'SuperOffice.Services.Implementation', StackTrace and InnerException nil; in the body nil, 0 "
     "or false. With --wrap-exceptions false HTTP 500 and a SOAP fault with ExceptionDetail",
     "Follows from the setting WrapExceptions, the WSDL and what clients do; no real one was seen",
     "SetExternalUserInfo with AssociateId 99999; keep the raw answer"},
    {"A-ERROR-TEXT", "Texts of errors",
     "English texts, never resource keys such as [SR_INVALID_USERNAME]",
     "The REST service answers keys when no language is asked for; SOAP cannot ask",
     "CreateExternalUser with a name that is taken"},
    {"A-PLATFORM-FAULT",
     "A message that reaches no operation: wrong content type, no XML, unknown action, unreadable "
     "value",
     "Status, code and text of .NET's WCF; types of flags and enumerations are named "
     "'SuperOffice.CRM.Services.Util.' + name",
     "The services are built on WCF; only ExternalUserInfoModification's full name is documented",
     "GetUserInfo with an empty UserInfoId; keep the raw answer"},
    {"A-NOT-IMPLEMENTED", "An operation that the emulator does not have yet",
     "SoNotImplementedException that names the operation, for callers with a valid ticket",
     "The exception class exists; no real installation lacks an operation", "Nothing to check"},
    {"A-TIME-ZONE", "A request with the header TimeZone",
     "It is sent back as it came; no date is converted",
     "Clients have one in-out parameter for it; the conversion is documented for REST",
     "GetUser with TimeZone 261/NO: the header of the answer, and Lastlogin"},
    {"A-NULL-DATE", "A date that is not set", "0001-01-01T00:00:00",
     "It is .NET's default value, and dates are not nillable in the WSDL",
     "GetUser of a user who never logged in: Lastlogin"},
    {"A-WSDL", "GET with ?wsdl or ?singleWsdl", "The flat WSDL, always, with the caller's address",
     "Shipped servers have it off, and on they split ?wsdl in parts; clients want one document",
     "Both addresses in a browser"},
    {"A-ACCESS", "Rights of an operation that are not documented",
     "Reading needs any valid ticket. A password may be changed by its owner, by a system user, by "
     "employees with admin-all or admin-users, and by those who may manage that external user",
     "Documented are rights to manage users; nothing is known of reading them",
     "GetUserInfo and CanChangePassword with the ticket of an external user"},
    {"A-RIGHTS", "The caller may not manage external users, or not this one",
     "SoIllegalOperationException, 'The currently logged-on user is not permitted to perform this "
     "operation'. Allowed are system users, employees with admin-all, admin-users or the licence "
     "superoffice.admin-extern-user, and external users with that licence in their own company",
     "The rights are documented; that this is the text, and who else is refused, is inferred",
     "SetExternalUserInfo as a user of role User level 2"},
    {"A-CHECK-ORDER", "A call that is wrong in several ways",
     "One error, in this order: application token, ticket, rights, the user is there, company, the "
     "user is external, name, role (CreateExternalUser: the person is there, company, no user yet, "
     "name, role). Nothing is written before the last check",
     "Nothing is known; all or nothing is the least surprise",
     "SetExternalUserInfo with a taken name and RoleId 1"},
    {"A-ARGUMENT", "A value is not acceptable",
     "SoInvalidArgumentException, and the parameter Argument names it. The texts are those of the "
     "product for the user name (empty, too long, taken), the type of user and the person; those "
     "for the role are ours",
     "Class and texts exist in NetServer; which call raises which is inferred",
     "SetExternalUserInfo with RoleId 1; with AssociateId of an employee"},
    {"A-NOT-FOUND", "A changing operation names an associate that is not there",
     "SoNotFoundException, 'Associate id 99999 not found' or 'Associate name x not found'",
     "The REST service answers 'Contact id 99999 not found'", "DeleteExternalUser with 99999"},
    {"A-GET-UNKNOWN", "A reading operation names an id or name that is not there",
     "Success with Response nil or false; a list leaves it out, keeps the order of the request and "
     "has each once. Deleted rows are found",
     "SOAP has no 404; nothing is known", "GetUserInfo with 99999; GetUserInfoList with 11, 99999"},
    {"A-LISTS", "GetAllRoles",
     "Without a type those of employees; by rank; deleted ones left out. Type, IconHint, ExtraInfo "
     "and StyleHint are empty, ChildItems nil, FullName is Name",
     "A missing enumeration is its first value; lists for choosing hide what is deleted",
     "GetAllRoles with and without RoleType"},
    {"A-NO-FLAG", "SetExternalUserInfo without a flag, or with UndefinedValue16 alone",
     "Nothing changes and the call succeeds; caller and AssociateId are checked all the same",
     "0 is documented as the value before anything is set",
     "SetExternalUserInfo with an empty ExternalUserInfoModification, for 101 and for an employee"},
    {"A-ALL", "All five flags",
     "UserName, Password, Role and Active apply; UndefinedValue16 is "
     "passed over",
     "So a .NET client's All arrives; nothing is documented of the fifth",
     "SetExternalUserInfo with all of them"},
    {"A-NIL-NAME", "Flag UserName, and UserName is absent, nil or empty",
     "SoInvalidArgumentException, 'The user name can not be empty'; nothing changes",
     "The text exists in NetServer", "SetExternalUserInfo with flag UserName and no UserName"},
    {"A-NIL-PASSWORD", "Flag Password, and Password is absent, nil or empty",
     "The password becomes blank", "Blank passwords are legal at the log-in (seen)",
     "SetExternalUserInfo with flag Password and no Password, then log in with none"},
    {"A-ABSENT-VALUE", "Flag Role or Active, and RoleId or IsActive is absent",
     "RoleId is 0, which is refused (A-ARGUMENT); IsActive is false",
     "WCF gives a missing value its default", "SetExternalUserInfo with flag Active, no IsActive"},
    {"A-NAME", "Flag UserName",
     "associate.userName, associate.name and the name of the password's row change together; "
     "UserInfo.UserName, User.Name and User.UserName show it at once",
     "Only the log-in name is documented; users made by CreateExternalUser have one name",
     "SetExternalUserInfo with flag UserName, then GetUser: Name and UserName"},
    {"A-NAME-CASE", "Two user names that differ in case",
     "They are one name, by Unicode's case folding, at the log-in, in look-ups and as a new name. "
     "A user may change the case of its own",
     "A real answer shows Adm0 log in as ADM0; how letters beyond ASCII compare depends on the "
     "database",
     "Log in as ext1@ and EXT1@; CreateExternalUser with a name that differs in the case of a "
     "letter"},
    {"A-NAME-VALID", "IsUserNameValid",
     "True when the name is not empty, has at most 239 characters and is no other user's. Type and "
     "PersonId are not looked at; AssociateId 0 is a new user",
     "The length is documented, and that the web client sets no other limit",
     "IsUserNameValid with a blank, a slash, 240 letters"},
    {"A-ACTIVE", "IsActive",
     "Gives or takes the licence superoffice.extern-user-cal. CanLogon is: the licence that the "
     "type of user needs is held, and the user is not deleted. Tickets of a user who may not log "
     "in stop working; anonymous and resource users never log in",
     "The licence is documented as the right to log in; where IsActive is kept is not",
     "SetExternalUserInfo with flag Active, then GetUserInfo: CanLogon and GrantedLicenses"},
    {"A-PASSWORD-RULES", "A new password", "Any text is taken",
     "Rules exist in other clients of the product; none is documented for these operations",
     "SetExternalUserInfo with flag Password and one letter"},
    {"A-PASSWORD-TICKETS", "A password is changed", "Tickets issued before go on working",
     "A ticket stands for an identity, not for a password",
     "Log in, change that password, use the first ticket"},
    {"A-CREATE", "CreateExternalUser",
     "Name and UserName are the name given, Tooltip is the person's full name; a person who has a "
     "user already is refused: 'This contact is already defined as a user.'",
     "The text exists in NetServer", "CreateExternalUser twice for one person"},
    {"A-DELETE", "DeleteExternalUser",
     "The user, its password, licences and tickets are gone and its name is free; "
     "AssociateHistory has a copy; the person stays",
     "Documented are the deletion of the associate and the table AssociateHistory",
     "DeleteExternalUser, then GetUser and CreateExternalUser with the same name"},
    {"A-GENERATE", "GenerateNewPasswordForExternalUser",
     "12 letters and digits, none that look alike, with an upper case letter, a lower case letter "
     "and a digit",
     "Nothing is known", "Call it a few times"},
    {"A-PRINCIPAL", "SoPrincipalCarrier",
     "HomeCountryId is the person's country, EjAccessLevel 0, EjUserStatus StatusNone without a "
     "Service user, ProvidedCredentials empty; DatabaseContextIdentifier is Default, online the "
     "tenant",
     "HomeCountryId is a preference, and preferences are not kept; the others are not documented",
     "The answer of AuthenticateUsernamePassword"},
    {"A-SYSTEM-INFO", "GetSystemInfo",
     "Version 8.4, licences of the seed, names that say that this is an emulator",
     "8.4 R06 is the last product with Services86 as its newest", "GetSystemInfo"},
    {"A-CARRIER-RIGHTS", "TableRight and FieldProperties of any carrier", "nil",
     "Samples show them, no real answer was seen", "GetUser: TableRight"},
    {"A-CREDENTIAL-TYPE", "User.Credentials",
     "One entry of type CRM5/PASSWORD, its Value empty, its DisplayValue the user name",
     "That is the type in the table; the name over SOAP is not documented",
     "GetUser: Credentials/Credential/Type/Type"},
    {"A-SEED", "Ids and rights of roles 10 to 12, English names of groups",
     "10 External user, 11 Anonymous user, 12 System user; ext-* rights belong to external roles",
     "The names are documented; their ids are the gap in a documented list",
     "GetAllRoles for each RoleType on a fresh installation"},
};

}  // namespace

const std::vector<Assumption>& assumptions() {
  static const std::vector<Assumption> list(std::begin(table), std::end(table));
  return list;
}

}  // namespace emulator
