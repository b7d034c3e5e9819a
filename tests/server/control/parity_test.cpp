#include "server/control/parity.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <set>

#include "tests/support/gate_fixture.h"

using namespace emulator;
using testing::element;
using testing::GateFixture;

namespace {

boost::json::object parity_of(const GateFixture& emulator) {
  return boost::json::parse(parity_json(emulator.gate)).as_object();
}

/// How often the operation was called that is not there; -1: it is not listed.
std::int64_t calls_of(const GateFixture& emulator, const std::string& operation) {
  const auto parity = parity_of(emulator);
  const auto* count = parity.at("notImplementedCalls").as_object().if_contains(operation);
  return count == nullptr ? -1 : count->as_int64();
}

}  // namespace

TEST_CASE("Parity: every operation of both services is either implemented or missing by name") {
  struct Case {
    const char* service;
    std::int64_t total;
    const char* implemented;
    const char* missing;
  };
  GateFixture emulator;
  // So that the test outlives the last operation that is missing.
  emulator.operations.SaveUser.is_implemented = false;
  emulator.operations.AuthenticateImplicit.is_implemented = false;
  const auto services = parity_of(emulator).at("services").as_object();
  CHECK(services.size() == 2);
  for (const Case& c :
       {Case{"User", 79, "SetExternalUserInfo", "SaveUser"},
        Case{"SoPrincipal", 5, "AuthenticateUsernamePassword", "AuthenticateImplicit"}}) {
    CAPTURE(c.service);
    const auto& count = services.at(c.service).as_object();
    const auto& missing = count.at("missing").as_array();
    std::set<std::string> names;
    for (const auto& name : missing) names.insert(std::string(name.as_string()));
    CHECK(names.size() == missing.size());
    CHECK(count.at("total").as_int64() == c.total);
    CHECK(count.at("implemented").as_int64() + static_cast<std::int64_t>(names.size()) == c.total);
    CHECK(names.contains(c.missing));
    CHECK_FALSE(names.contains(c.implemented));
  }
}

TEST_CASE("Parity: an operation that is added is counted") {
  GateFixture emulator;
  const auto implemented = [&] {
    return parity_of(emulator).at("services").at("User").at("implemented").as_int64();
  };
  emulator.operations.SaveUser.is_implemented = false;
  const auto before = implemented();
  emulator.operations.SaveUser.is_implemented = true;
  CHECK(implemented() == before + 1);
}

TEST_CASE("Parity: calls of what is not implemented are counted by name, others are not") {
  GateFixture emulator;
  emulator.operations.SaveUser.is_implemented = false;
  emulator.operations.AuthenticateImplicit.is_implemented = false;
  CHECK(parity_of(emulator).at("notImplementedCalls").as_object().empty());
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const std::int64_t times : {1, 2, 3}) {
    emulator.call(ticket, "SaveUser", "");
    CHECK(calls_of(emulator, "SaveUser") == times);
  }
  emulator.call_principal("AuthenticateImplicit", "");
  CHECK(calls_of(emulator, "AuthenticateImplicit") == 1);
  CHECK(calls_of(emulator, "SaveUser") == 3);
  emulator.call(ticket, "GetUserInfo", element("UserInfoId", "101"));
  CHECK(parity_of(emulator).at("notImplementedCalls").as_object().size() == 2);
}

TEST_CASE("Parity: a call that the gate refuses does not count") {
  GateFixture emulator;
  emulator.operations.SaveUser.is_implemented = false;
  emulator.call("", "SaveUser", "");
  CHECK(calls_of(emulator, "SaveUser") == -1);
}
