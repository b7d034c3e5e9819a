#include "server/domain/fault_catalogue.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <string>

namespace emulator {
namespace {

// What is known of a row. That a call of ours raises it is inferred wherever the row's id is named
// by an assumption.
constexpr std::string_view resource = "class and text exist in NetServer";
constexpr std::string_view rest = "text as of the REST service";
constexpr std::string_view own_text = "class exists in NetServer, text is ours";
constexpr std::string_view ours = "only the emulator has it";

constexpr FaultEntry table[] = {
    {"not-authenticated", "SoSessionException", "Authentication failed!", "", resource},
    {"application-token-refused", "SoSessionException", "Failed to validate tokens: {}", "",
     resource},
    {"agent-not-available", "SoIllegalOperationException",
     "The User agent is not available to this application", "", own_text},
    {"not-permitted", "SoIllegalOperationException",
     "The currently logged-on user is not permitted to perform this operation", "", resource},
    {"not-implemented", "SoNotImplementedException",
     "The operation {} is not implemented in this emulator", "", own_text},
    {"id-not-found", "SoNotFoundException", "{} id {} not found", "", rest},
    {"name-not-found", "SoNotFoundException", "{} name {} not found", "", rest},
    {"argument-missing", "SoInvalidArgumentException", "{} is missing", "{}", own_text},
    {"user-name-empty", "SoInvalidArgumentException", "The user name can not be empty", "{}",
     resource},
    {"user-name-invalid", "SoInvalidArgumentException", "Invalid user name", "{}", resource},
    {"user-name-taken", "SoInvalidArgumentException", "There is already a user with the same name.",
     "{}", resource},
    {"wrong-user-type", "SoInvalidArgumentException", "The user has the wrong user type", "{}",
     resource},
    {"person-not-found", "SoInvalidArgumentException", "The person does not exist.", "PersonId",
     resource},
    {"person-already-user", "SoInvalidArgumentException",
     "This contact is already defined as a user.", "PersonId", resource},
    {"role-does-not-exist", "SoInvalidArgumentException", "The role {} does not exist.", "{}",
     own_text},
    {"role-of-other-type", "SoInvalidArgumentException", "The role must be of type {}: {} is not.",
     "{}", own_text},
    {"user-type-missing", "SoInvalidArgumentException", "All associates/users must have a type",
     "{}", resource},
    {"user-without-person", "SoInvalidArgumentException",
     "An internal or external user has to be linked to a person.", "{}", resource},
    {"user-is-no-person", "SoInvalidArgumentException",
     "An anonymous or system user cannot be a contact", "{}", resource},
    {"person-of-no-owner", "SoInvalidArgumentException",
     "Only external associates can be persons belonging to companies that are not owner companies.",
     "PersonId", resource},
    {"person-of-user-changed", "SoInvalidArgumentException",
     "The person of a user can not be changed.", "PersonId", own_text},
    {"user-group-missing", "SoInvalidArgumentException",
     "All associates must belong to a user group", "UserGroup", resource},
    {"user-group-of-no-employee", "SoInvalidArgumentException",
     "Only internal users have user groups.", "UserGroup", resource},
    {"user-group-does-not-exist", "SoInvalidArgumentException", "The user group {} does not exist.",
     "UserGroup", own_text},
    {"user-type-without-license", "SoLicenseException",
     "There are no Client Access Licences for user type {}", "", resource},
    {"license-not-assignable", "SoLicenseException",
     "Cannot assign module licence {} ({}) to the user", "", resource},
    {"licenses-too-few-to-undelete", "SoLicenseException",
     "There are not enough '{}' licences available to undelete the user.", "", resource},
    {"user-type-not-managed", "SoIllegalOperationException",
     "The current user is not permitted to administrate users of type {}", "", resource},
    {"user-type-is-fixed", "SoIllegalOperationException",
     "It is not permitted to change user type. This also applies to users marked as deleted.", "",
     resource},
    {"user-type-not-system-or-anonymous", "SoIllegalOperationException",
     "You can only change the user type from system user to anonymous and vice versa", "",
     resource},
    {"user-retired", "SoIllegalOperationException",
     "This associate is marked as a former employee and cannot be modified.", "", resource},
    {"own-role", "SoIllegalOperationException",
     "You cannot change your own role; this might make it impossible to log in to SuperOffice "
     "Administration again.",
     "", resource},
    {"own-deletion", "SoIllegalOperationException", "The current user cannot delete him/herself",
     "", resource},
    {"user-group-name-taken", "SoInvalidArgumentException",
     "There is already a user group with the same name.", "Value", own_text},
    {"user-group-cannot-replace", "SoInvalidArgumentException",
     "The user group {} cannot take the members of the deleted one: it must be another one that is "
     "not deleted",
     "UserGroupToMoveTo", own_text},
    {"text-too-long", "SoInvalidArgumentException", "{} is too long: at most {} characters", "{}",
     own_text},
    {"role-not-deletable", "SoIllegalOperationException", "The role {} cannot be deleted", "",
     own_text},
    {"role-cannot-replace", "SoInvalidArgumentException",
     "The role {} cannot take over from the deleted one: it must be another one of its type",
     "ReplacingRoleId", own_text},
    {"functional-right-not-of-role", "SoInvalidArgumentException",
     "A role of type {} cannot have the functional right {}", "FunctionalRightIds", own_text},
    {"no-data-rights-of-table", "SoInvalidArgumentException",
     "There are no data rights for the table {}", "{}", own_text},
    {"no-data-rights-of-relation", "SoInvalidArgumentException",
     "A role of type {} has no data rights for the relation {}", "{}", own_text},
    {"data-right-unknown", "SoInvalidArgumentException",
     "{} is no data right: those are R, CR, CRU, CRUD and the empty text", "{}", own_text},
    {"data-rights-no-matrix", "SoInvalidArgumentException",
     "Rights does not have a row for each of RowsInfo and a cell for each of ColumnsInfo, once",
     "DataRights", own_text},
    {"own-password-only", "SoIllegalOperationException", "Can only set own password", "", resource},
    {"password-of-directory", "SoIllegalOperationException",
     "Active Directory (Windows) is responsible for user name and password.", "", resource},
    {"password-too-short", "SoInvalidPasswordException", "Password too short.", "", resource},
    {"password-lacks", "SoInvalidPasswordException", "The password has too few {}: at least {}", "",
     own_text},
    {"credential-type-refused", "SoInvalidArgumentException",
     "Credentials of type {} cannot be used here", "Type", own_text},
    {"credential-taken", "SoInvalidArgumentException", "These credentials are another user's",
     "Value", own_text},
    {"secret-lost", "SoException",
     "A stored secret cannot be opened: it was sealed with another key than .vault-key", "", ours},
    {"internal-error", "SoException", "The emulator failed to answer; its log says why", "", ours},
};

}  // namespace

const std::vector<FaultEntry>& fault_catalogue() {
  static const std::vector<FaultEntry> list(std::begin(table), std::end(table));
  return list;
}

const FaultEntry& fault_entry(std::string_view id) {
  const auto entry = std::ranges::find(fault_catalogue(), id, &FaultEntry::id);
  if (entry == fault_catalogue().end()) {
    throw std::logic_error("no error is called " + std::string(id));
  }
  return *entry;
}

}  // namespace emulator
