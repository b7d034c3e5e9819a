#include "server/carriers/user_command_carrier.h"

#include <doctest/doctest.h>

#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("UserCommandCarrier: a command shows all that its row says, for the types it is for") {
  GateFixture emulator;
  SoapContext context;
  const auto* commands =
      user_commands_carrier(context, emulator.store(), store::AssociateType::employee);
  REQUIRE(!commands->CustomCommand.empty());
  const so__CustomCommand& first = *commands->CustomCommand.front();
  CHECK(*first.Name == "SendWelcome");
  CHECK(*first.DisplayName == "Send welcome message");
  CHECK(*first.Description == "Tells a user how to log in");
  CHECK(*first.ToolTip == "Sends an e-mail to the user");
  CHECK(first.Actions == so__CommandAction::YesNo);
  CHECK(*first.ActionData == "Send a welcome message to this user?");
}

TEST_CASE("UserCommandCarrier: without any command the list is there, and empty") {
  GateFixture emulator({}, "empty");
  SoapContext context;
  CHECK(user_commands_carrier(context, emulator.store(), std::nullopt)->CustomCommand.empty());
}
