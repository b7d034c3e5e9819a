#include "server/envelope/contract.h"

#include <doctest/doctest.h>

#include "tests/support/messages.h"

namespace emulator::testing {

TEST_CASE("Contract: an operation is found by its name and by its whole action only") {
  const Contract& user = Contract::of(Service::user);
  const ContractOperation* get_user = user.operation("GetUser");
  REQUIRE(get_user != nullptr);
  CHECK(get_user->name == "GetUser");
  CHECK(get_user->action == action("User", "GetUser"));
  CHECK(user.operation_of_action(action("User", "GetUser")) == get_user);
  for (const std::string stranger : {"", "/", "GetUser", "getuser", "/GetUser", "urn:x/GetUser"}) {
    CAPTURE(stranger);
    CHECK(user.operation_of_action(stranger) == nullptr);
  }
  CHECK(user.operation_of_action(action("SoPrincipal", "GetUser")) == nullptr);
  CHECK(user.operation_of_action(action("User", "GetUser") + "/") == nullptr);
  CHECK(user.operation("getuser") == nullptr);
  CHECK(user.operation("GetSystemInfo") == nullptr);
  CHECK(Contract::of(Service::so_principal).operation("GetUser") == nullptr);
}

TEST_CASE("Contract: each service has its own headers, of requests alone") {
  const Contract& user = Contract::of(Service::user);
  const Contract& so_principal = Contract::of(Service::so_principal);
  for (const std::string name : {"ApplicationToken", "Credentials", "TimeZone"}) {
    CAPTURE(name);
    REQUIRE(user.header(name) != nullptr);
    CHECK(user.header(name)->name == name);
    CHECK(user.header(name)->namespace_uri == services_uri);
    CHECK((so_principal.header(name) != nullptr) == (name == "ApplicationToken"));
  }
  for (const std::string name :
       {"", "credentials", "SoCredentials", "ExceptionInfo", "Succeeded"}) {
    CHECK(user.header(name) == nullptr);
  }
}

TEST_CASE("Contract: it is read once") {
  CHECK(&Contract::of(Service::user) == &Contract::of(Service::user));
  CHECK(&Contract::of(Service::user) != &Contract::of(Service::so_principal));
}

}  // namespace emulator::testing
