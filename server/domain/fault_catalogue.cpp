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
    {"user-name-empty", "SoInvalidArgumentException", "The user name can not be empty", "UserName",
     resource},
    {"user-name-too-long", "SoInvalidArgumentException", "Invalid user name", "UserName", resource},
    {"user-name-taken", "SoInvalidArgumentException", "There is already a user with the same name.",
     "UserName", resource},
    {"wrong-user-type", "SoInvalidArgumentException", "The user has the wrong user type", "{}",
     resource},
    {"person-not-found", "SoInvalidArgumentException", "The person does not exist.", "PersonId",
     resource},
    {"person-already-user", "SoInvalidArgumentException",
     "This contact is already defined as a user.", "PersonId", resource},
    {"role-does-not-exist", "SoInvalidArgumentException", "The role {} does not exist.", "RoleId",
     own_text},
    {"role-not-external", "SoInvalidArgumentException",
     "The role must be of type ExternalUser: {} is not.", "RoleId", own_text},
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
