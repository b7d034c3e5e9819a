#include <doctest/doctest.h>

#include "tests/server/operations/password_calls.h"

using namespace emulator;
using namespace emulator::testing;
using namespace emulator::testing::seeded;

namespace {

/// `true`, or `false: ` and the reason; both operations must agree.
std::string verdict(GateFixture& emulator, const std::string& ticket,
                    const std::string& parameters) {
  const Reply reply = emulator.call(ticket, "IsPasswordValidWithReason", parameters);
  CHECK(outcome_of(reply) == "ok");
  const std::string result = reply.result("Response/Result");
  const std::string reason = reply.result("Response/Reason");
  CHECK(emulator.call(ticket, "IsPasswordValid", parameters).result("Response") == result);
  if (result == "true") CHECK(reason == "");
  return result == "true" ? result : result + ": " + reason;
}

}  // namespace

TEST_CASE("IsPasswordValid: without rules every password is") {
  GateFixture emulator;
  const std::string ticket = login(emulator, ext1);
  for (const std::string& parameters :
       {std::string(), std::string("<Password i:nil=\"true\"/>"), element("Password", ""),
        element("Password", "x"), associate_id(99999) + element("Password", "x")}) {
    CHECK(verdict(emulator, ticket, parameters) == "true");
  }
}

TEST_CASE("IsPasswordValid: by the rules that a change would be refused by, with its text") {
  GateFixture emulator;
  set_rules(emulator);
  const std::string ticket = login(emulator, ext1);
  CHECK(verdict(emulator, ticket, element("Password", "long enough 1")) == "true");
  CHECK(verdict(emulator, ticket, "") == "false: Password too short.");
  CHECK(verdict(emulator, ticket, element("Password", "short1")) == "false: Password too short.");
  CHECK(verdict(emulator, ticket, element("Password", "long enough")) ==
        "false: The password has too few digits: at least 1");
}

TEST_CASE("IsPasswordValid: whose it is to be does not matter") {
  GateFixture emulator;
  set_rules(emulator);
  const std::string ticket = login(emulator, ext1);
  for (const std::string& whose :
       {associate_id(0), associate_id(11), associate_id(99999),
        element("Type", "AnonymousAssociate"), element("Type", "Unknown"),
        associate_id(15) + element("Type", "SystemAssociate") + element("PersonId", "-1")}) {
    CAPTURE(whose);
    CHECK(verdict(emulator, ticket, whose + element("Password", "short1")) ==
          "false: Password too short.");
    CHECK(verdict(emulator, ticket, whose + element("Password", "long enough 1")) == "true");
  }
}
