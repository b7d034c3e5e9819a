#pragma once

#include <vector>

#include "tests/server/wrong_call.h"
#include "tests/support/messages.h"

namespace emulator::testing {

/// Every error that user groups, owner companies and service log-ins bring with them.
inline std::vector<WrongCall> wrong_user_group_calls() {
  const std::string argument = "SoInvalidArgumentException";
  const std::string not_found = "SoNotFoundException";
  return {
      {"user-group-name-taken", adm0, "SaveUserGroup",
       "<UserGroup><Value>sales</Value></UserGroup>", argument,
       "There is already a user group with the same name.", "Value"},
      {"user-group-cannot-replace", adm0, "DeleteUserGroup", element("UserGroupToDelete", "2"),
       argument,
       "The user group 0 cannot take the members of the deleted one: it must be another one that "
       "is not deleted",
       "UserGroupToMoveTo"},
      {"id-not-found", adm0, "AddOwnerContact", element("ContactId", "99999"), not_found,
       "Contact id 99999 not found"},
      {"id-not-found", adm0, "DeleteServiceAuth", element("ServiceAuthId", "99"), not_found,
       "ServiceAuth id 99 not found"},
  };
}

}  // namespace emulator::testing
