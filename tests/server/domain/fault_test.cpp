#include "server/domain/fault.h"

#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

#include "server/domain/fault_catalogue.h"
#include "tests/support/program.h"

using namespace emulator;

namespace {

struct Case {
  const char* constructor;
  Fault fault;
  const char* id;
  const char* type;  ///< Without `SuperOffice.Exceptions.`.
  const char* message;
  const char* argument = "";  ///< Value of the parameter `Argument`; empty: there is none.
};

std::vector<Case> argument_cases() {
  const char* const type = "SoInvalidArgumentException";
  return {
      {"user_name_empty", fault::user_name_empty(), "user-name-empty", type,
       "The user name can not be empty", "UserName"},
      {"user_name_invalid", fault::user_name_invalid(), "user-name-invalid", type,
       "Invalid user name", "UserName"},
      {"user_name_taken", fault::user_name_taken(), "user-name-taken", type,
       "There is already a user with the same name.", "UserName"},
      {"wrong_user_type", fault::wrong_user_type("AssociateId"), "wrong-user-type", type,
       "The user has the wrong user type", "AssociateId"},
      {"person_not_found", fault::person_not_found(), "person-not-found", type,
       "The person does not exist.", "PersonId"},
      {"person_already_user", fault::person_already_user(), "person-already-user", type,
       "This contact is already defined as a user.", "PersonId"},
      {"role_does_not_exist", fault::role_does_not_exist(-7), "role-does-not-exist", type,
       "The role -7 does not exist.", "RoleId"},
      {"role_of_other_type", fault::role_of_other_type(1, "ExternalUser"), "role-of-other-type",
       type, "The role must be of type ExternalUser: 1 is not.", "RoleId"},
      {"argument_missing", fault::argument_missing("User"), "argument-missing", type,
       "User is missing", "User"},
  };
}

std::vector<Case> user_argument_cases() {
  const char* const type = "SoInvalidArgumentException";
  return {
      {"user_type_missing", fault::user_type_missing("Type"), "user-type-missing", type,
       "All associates/users must have a type", "Type"},
      {"user_without_person", fault::user_without_person("Person"), "user-without-person", type,
       "An internal or external user has to be linked to a person.", "Person"},
      {"user_is_no_person", fault::user_is_no_person("ContactId"), "user-is-no-person", type,
       "An anonymous or system user cannot be a contact", "ContactId"},
      {"person_of_no_owner", fault::person_of_no_owner(), "person-of-no-owner", type,
       "Only external associates can be persons belonging to companies that are not owner "
       "companies.",
       "PersonId"},
      {"person_of_user_changed", fault::person_of_user_changed(), "person-of-user-changed", type,
       "The person of a user can not be changed.", "PersonId"},
      {"user_group_missing", fault::user_group_missing(), "user-group-missing", type,
       "All associates must belong to a user group", "UserGroup"},
      {"user_group_of_no_employee", fault::user_group_of_no_employee(), "user-group-of-no-employee",
       type, "Only internal users have user groups.", "UserGroup"},
      {"user_group_does_not_exist", fault::user_group_does_not_exist(7),
       "user-group-does-not-exist", type, "The user group 7 does not exist.", "UserGroup"},
  };
}

std::vector<Case> user_cases() {
  const char* const illegal = "SoIllegalOperationException";
  const char* const license = "SoLicenseException";
  return {
      {"user_type_without_license", fault::user_type_without_license("ResourceAssociate"),
       "user-type-without-license", license,
       "There are no Client Access Licences for user type ResourceAssociate"},
      {"license_not_assignable", fault::license_not_assignable("User", "superoffice.user"),
       "license-not-assignable", license,
       "Cannot assign module licence User (superoffice.user) to the user"},
      {"licenses_too_few_to_undelete", fault::licenses_too_few_to_undelete("User"),
       "licenses-too-few-to-undelete", license,
       "There are not enough 'User' licences available to undelete the user."},
      {"user_type_not_managed", fault::user_type_not_managed("SystemAssociate"),
       "user-type-not-managed", illegal,
       "The current user is not permitted to administrate users of type SystemAssociate"},
      {"user_type_is_fixed", fault::user_type_is_fixed(), "user-type-is-fixed", illegal,
       "It is not permitted to change user type. This also applies to users marked as deleted."},
      {"user_type_not_system_or_anonymous", fault::user_type_not_system_or_anonymous(),
       "user-type-not-system-or-anonymous", illegal,
       "You can only change the user type from system user to anonymous and vice versa"},
      {"user_retired", fault::user_retired(), "user-retired", illegal,
       "This associate is marked as a former employee and cannot be modified."},
      {"own_role", fault::own_role(), "own-role", illegal,
       "You cannot change your own role; this might make it impossible to log in to SuperOffice "
       "Administration again."},
      {"own_deletion", fault::own_deletion(), "own-deletion", illegal,
       "The current user cannot delete him/herself"},
  };
}

std::vector<Case> user_group_cases() {
  const char* const type = "SoInvalidArgumentException";
  return {
      {"user_group_name_taken", fault::user_group_name_taken(), "user-group-name-taken", type,
       "There is already a user group with the same name.", "Value"},
      {"user_group_cannot_replace", fault::user_group_cannot_replace(9),
       "user-group-cannot-replace", type,
       "The user group 9 cannot take the members of the deleted one: it must be another one that "
       "is not deleted",
       "UserGroupToMoveTo"},
  };
}

std::vector<Case> role_cases() {
  const char* const type = "SoInvalidArgumentException";
  const char* const illegal = "SoIllegalOperationException";
  return {
      {"text_too_long", fault::text_too_long("Tooltip", 254), "text-too-long", type,
       "Tooltip is too long: at most 254 characters", "Tooltip"},
      {"role_not_deletable", fault::role_not_deletable(1), "role-not-deletable", illegal,
       "The role 1 cannot be deleted"},
      {"role_cannot_replace", fault::role_cannot_replace(0), "role-cannot-replace", type,
       "The role 0 cannot take over from the deleted one: it must be another one of its type",
       "ReplacingRoleId"},
      {"functional_right_not_of_role", fault::functional_right_not_of_role("Employee", 31),
       "functional-right-not-of-role", type,
       "A role of type Employee cannot have the functional right 31", "FunctionalRightIds"},
      {"no_data_rights_of_table", fault::no_data_rights_of_table("kontact", "TableName"),
       "no-data-rights-of-table", type, "There are no data rights for the table kontact",
       "TableName"},
      {"no_data_rights_of_relation",
       fault::no_data_rights_of_relation("System", "SameProject", "RelationToOwner"),
       "no-data-rights-of-relation", type,
       "A role of type System has no data rights for the relation SameProject", "RelationToOwner"},
      {"data_right_unknown", fault::data_right_unknown("RW", "DataRightValue"),
       "data-right-unknown", type,
       "RW is no data right: those are R, CR, CRU, CRUD and the empty text", "DataRightValue"},
      {"data_rights_no_matrix", fault::data_rights_no_matrix(), "data-rights-no-matrix", type,
       "Rights does not have a row for each of RowsInfo and a cell for each of ColumnsInfo, once",
       "DataRights"},
  };
}

std::vector<Case> secret_cases() {
  const char* const argument = "SoInvalidArgumentException";
  const char* const illegal = "SoIllegalOperationException";
  const char* const password = "SoInvalidPasswordException";
  return {
      {"own_password_only", fault::own_password_only(), "own-password-only", illegal,
       "Can only set own password"},
      {"password_of_directory", fault::password_of_directory(), "password-of-directory", illegal,
       "Active Directory (Windows) is responsible for user name and password."},
      {"password_too_short", fault::password_too_short(), "password-too-short", password,
       "Password too short."},
      {"password_lacks", fault::password_lacks("digits", 2), "password-lacks", password,
       "The password has too few digits: at least 2"},
      {"credential_type_refused", fault::credential_type_refused("Ticket"),
       "credential-type-refused", argument, "Credentials of type Ticket cannot be used here",
       "Type"},
      {"credential_taken", fault::credential_taken(), "credential-taken", argument,
       "These credentials are another user's", "Value"},
      {"secret_lost", fault::secret_lost(), "secret-lost", "SoException",
       "A stored secret cannot be opened: it was sealed with another key than .vault-key"},
  };
}

std::vector<Case> cases() {
  std::vector<Case> all{
      {"not_authenticated", fault::not_authenticated("expired"), "not-authenticated",
       "SoSessionException", "Authentication failed!"},
      {"application_token_refused", fault::application_token_refused("no application token"),
       "application-token-refused", "SoSessionException",
       "Failed to validate tokens: no application token"},
      {"agent_not_available", fault::agent_not_available(), "agent-not-available",
       "SoIllegalOperationException", "The User agent is not available to this application"},
      {"not_permitted", fault::not_permitted(), "not-permitted", "SoIllegalOperationException",
       "The currently logged-on user is not permitted to perform this operation"},
      {"not_implemented", fault::not_implemented("SaveUser"), "not-implemented",
       "SoNotImplementedException", "The operation SaveUser is not implemented in this emulator"},
      {"not_found", fault::not_found("Associate", 99999), "id-not-found", "SoNotFoundException",
       "Associate id 99999 not found"},
      {"not_found", fault::not_found("Role", "nobody"), "name-not-found", "SoNotFoundException",
       "Role name nobody not found"},
      {"internal_error", fault::internal_error(), "internal-error", "SoException",
       "The emulator failed to answer; its log says why"},
  };
  for (Case& c : argument_cases()) all.push_back(std::move(c));
  for (Case& c : user_argument_cases()) all.push_back(std::move(c));
  for (Case& c : user_cases()) all.push_back(std::move(c));
  for (Case& c : user_group_cases()) all.push_back(std::move(c));
  for (Case& c : role_cases()) all.push_back(std::move(c));
  for (Case& c : secret_cases()) all.push_back(std::move(c));
  return all;
}

/// The named constructors in the header, as often as they are there.
std::multiset<std::string> declared() {
  const std::string header = testing::file_text(NSEMU_SOURCE_DIR "/server/domain/fault.h");
  const std::regex pattern(R"(\nFault (\w+)\()");
  std::multiset<std::string> names;
  for (std::sregex_iterator match(header.begin(), header.end(), pattern), end; match != end;
       ++match) {
    names.insert(match->str(1));
  }
  return names;
}

}  // namespace

TEST_CASE("Fault: every one has the id, the type and the text that were promised") {
  std::multiset<std::string> constructors;
  for (const Case& c : cases()) {
    CAPTURE(c.id);
    CHECK(c.fault.id == c.id);
    CHECK(c.fault.type == std::string("SuperOffice.Exceptions.") + c.type);
    CHECK(c.fault.message == c.message);
    CHECK(std::string(c.fault.what()) == c.message);
    constructors.insert(c.constructor);
  }
  // Those that a test asks for are of any row, or of none.
  for (const char* any : {"of_catalogue", "of_type"}) constructors.emplace(any);
  CHECK(constructors == declared());
}

TEST_CASE("Fault: each constructor has a row of the catalogue, and each row a constructor") {
  std::set<std::string> made;
  for (const Case& c : cases()) made.insert(c.fault.id);
  std::set<std::string> listed;
  for (const FaultEntry& entry : fault_catalogue()) listed.emplace(entry.id);
  CHECK(made == listed);
  CHECK(made.size() == cases().size());
}

TEST_CASE("Fault: those of an argument name it in their parameters, the others have none") {
  for (const Case& c : cases()) {
    CAPTURE(c.id);
    const Fault::Parameters expected{{"Argument", c.argument}};
    CHECK(c.fault.parameters == (*c.argument == '\0' ? Fault::Parameters{} : expected));
  }
}

TEST_CASE("Fault: the reason of a refused ticket is a hint, which the real server lacks") {
  for (const Case& c : cases()) {
    CAPTURE(c.id);
    const bool is_of_ticket = c.fault.id == "not-authenticated";
    CHECK(c.fault.hints ==
          (is_of_ticket ? Fault::Parameters{{"Reason", "expired"}} : Fault::Parameters{}));
  }
}

TEST_CASE("Fault: all but an internal error and a lost key are the caller's mistake") {
  for (const Case& c : cases()) {
    CAPTURE(c.id);
    const std::string id = c.id;
    const bool is_ours = id == "internal-error" || id == "secret-lost";
    CHECK(c.fault.blame == (is_ours ? Fault::Blame::service : Fault::Blame::caller));
  }
}

TEST_CASE("Fault: what a caller sends is put into the text as it is, and not for ever") {
  CHECK(fault::not_found("Associate", "{} <&>").message == "Associate name {} <&> not found");
  CHECK(fault::not_found("{}", "x").message == "{} name x not found");
  CHECK(fault::not_found("Associate", std::string(100'000, 'x')).message.size() < 1000);
}

TEST_CASE("Fault: any row of the catalogue can be had by its id, as its constructor makes it") {
  for (const Case& c : cases()) {
    CAPTURE(c.id);
    const FaultEntry& entry = fault_entry(c.id);
    const Fault asked = fault::of_catalogue(c.id, "");
    CHECK(asked.id == c.fault.id);
    CHECK(asked.type == c.fault.type);
    CHECK(asked.blame == c.fault.blame);
    CHECK(asked.message == entry.message);
    CHECK(asked.parameters.size() == c.fault.parameters.size());
    CHECK(asked.hints.empty());
    CHECK(fault::of_catalogue(c.id, "Of my own").message == "Of my own");
  }
  CHECK_THROWS_AS(fault::of_catalogue("none-such", ""), std::logic_error);
}

TEST_CASE("Fault: one that the catalogue does not have is of any type, and has no id") {
  const Fault asked = fault::of_type("Contoso.Broken", "It broke");
  CHECK(asked.id.empty());
  CHECK(asked.type == "Contoso.Broken");
  CHECK(asked.message == "It broke");
  CHECK(asked.parameters.empty());
}
