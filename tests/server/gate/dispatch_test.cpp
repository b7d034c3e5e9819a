#include "server/gate/dispatch.h"

#include <doctest/doctest.h>

#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("Dispatch: each operation's answer has its own element, log-ins share one") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  emulator.operations.for_each([&](const OperationInfo& info) {
    CAPTURE(info.name);
    const std::string name(info.name);
    const Reply reply = emulator.send(
        info.service, name,
        envelope(info.service == Service::user ? credentials(ticket) : "", wrapper(name, "")));
    CHECK(reply.status() == 200);
    const std::string element =
        (name.starts_with("Authenticate") ? "Authenticate" : name) + "Response";
    CHECK(reply.text("Body/" + element) != "(none)");
    CHECK(reply.texts("Body/*").size() == 1);
  });
}

TEST_CASE("Dispatch: parameters reach the handler, and what it answers reaches the caller") {
  GateFixture emulator;
  emulator.operations.GetValidUserName.serve_with(
      [](Call& call, const _so__GetValidUserName& request, _so__GetValidUserNameResponse& answer) {
        answer.Response = soap_new_std__string(call.context.get());
        *answer.Response = *request.UserName + std::to_string(request.AssociateId) +
                           std::to_string(request.PersonId);
      });
  const std::string ticket = emulator.login("ADM0", "adm0");
  const Reply reply =
      emulator.call(ticket, "GetValidUserName",
                    element("AssociateId", "7") + element("Type", "ExternalAssociate") +
                        element("PersonId", "-9") + element("UserName", "<é>"));
  CHECK(reply.result("Response") == "<é>7-9");
}

TEST_CASE("Dispatch: a large answer arrives whole") {
  GateFixture emulator;
  emulator.operations.GetValidUserName.serve_with(
      [](Call& call, const _so__GetValidUserName&, _so__GetValidUserNameResponse& answer) {
        answer.Response = soap_new_std__string(call.context.get());
        answer.Response->assign(1'000'000, '&');
      });
  const Reply reply = emulator.call(emulator.login("ADM0", "adm0"), "GetValidUserName", "");
  CHECK(reply.result("Response") == std::string(1'000'000, '&'));
}
