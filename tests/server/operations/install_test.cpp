#include "server/operations/install.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

using namespace emulator;

namespace {

struct Entry {
  Access access = Access::ticket;
  Effect effect = Effect::reads;
  bool operator==(const Entry&) const = default;
};

}  // namespace

TEST_CASE("Operations: those that are there, who may call them and which of them write") {
  const Entry reads;
  const Entry manages{Access::manage_external_users, Effect::writes};
  const std::map<std::string, Entry> expected{
      {"SetExternalUserInfo", manages},
      {"CreateExternalUser", manages},
      {"DeleteExternalUser", manages},
      {"GenerateNewPasswordForExternalUser", manages},
      {"GetUser", reads},
      {"GetUserFromName", reads},
      {"GetUserInfo", reads},
      {"GetUserInfoList", reads},
      {"GetRole", reads},
      {"GetAllRoles", reads},
      {"CanChangePassword", reads},
      {"IsUserNameValid", reads},
      {"AuthenticateUsernamePassword", {Access::anyone, Effect::writes}},
      {"GetSystemInfo", {Access::anyone, Effect::reads}},
  };
  Operations operations;
  install_operations(operations);
  std::map<std::string, Entry> found;
  operations.for_each([&](const OperationInfo& info) {
    if (info.is_implemented) found[std::string(info.name)] = {info.access, info.effect};
  });
  CHECK(found.size() == expected.size());
  for (const auto& entry : expected) {
    CAPTURE(entry.first);
    CHECK(found.contains(entry.first));
    CHECK(found[entry.first] == entry.second);
  }
}
