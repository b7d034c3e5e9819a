#include "server/operations/install.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace emulator;

TEST_CASE("Operations: those that are there, and no others, each with its handler") {
  const std::set<std::string> expected{
      "SetExternalUserInfo",
      "CreateExternalUser",
      "DeleteExternalUser",
      "GenerateNewPasswordForExternalUser",
      "GetUser",
      "GetUserFromName",
      "GetUserInfo",
      "GetUserInfoList",
      "GetRole",
      "GetAllRoles",
      "CanChangePassword",
      "IsUserNameValid",
      "AuthenticateUsernamePassword",
      "AuthenticateGeneric",
      "AuthenticateImplicit",
      "AuthenticateWithAccessToken",
      "GetSystemInfo",
  };
  Operations operations;
  install_operations(operations);
  std::set<std::string> found;
  operations.for_each([&](const OperationInfo& info) {
    if (info.is_implemented) found.emplace(info.name);
  });
  for (const std::string& name : expected) {
    CAPTURE(name);
    CHECK(found.erase(name) == 1);
  }
  CHECK(found.empty());
#define OPERATION(Service, Name, Request, Response) \
  CHECK((operations.Name.handler != nullptr) == operations.Name.is_implemented);
#include "generated/operations.def"
#undef OPERATION
}
