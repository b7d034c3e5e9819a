#include <doctest/doctest.h>

#include "tests/support/gate_fixture.h"

using namespace emulator::testing;

TEST_CASE("SetExternalUserInfo: a new user name is shown at once") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const Reply reply =
      emulator.call(ticket, "SetExternalUserInfo",
                    element("AssociateId", "101") + element("UserName", "kari@fjord.example") +
                        element("ExternalUserInfoModification", "UserName"));
  CHECK(reply.succeeded() == "true");
  CHECK(emulator.call(ticket, "GetUserInfo", element("UserInfoId", "101"))
            .result("Response/UserName") == "kari@fjord.example");
}
