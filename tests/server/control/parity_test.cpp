#include "server/control/parity.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <utility>

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

TEST_CASE("Parity: all 79 operations of User and all 5 of SoPrincipal are there") {
  const GateFixture emulator;
  const auto services = parity_of(emulator).at("services").as_object();
  CHECK(services.size() == 2);
  for (const auto& [service, total] : {std::pair{"User", 79}, std::pair{"SoPrincipal", 5}}) {
    CAPTURE(service);
    const auto& count = services.at(service).as_object();
    CHECK(count.at("total").as_int64() == total);
    CHECK(count.at("implemented").as_int64() == total);
    CHECK(count.at("missing").as_array().empty());
  }
}

TEST_CASE("Parity: an operation that is not implemented is missing by name") {
  GateFixture emulator;
  emulator.operations.SaveUser.is_implemented = false;
  emulator.operations.AuthenticateImplicit.is_implemented = false;
  const auto services = parity_of(emulator).at("services").as_object();
  const auto& user = services.at("User").as_object();
  CHECK(user.at("total").as_int64() == 79);
  CHECK(user.at("implemented").as_int64() == 78);
  CHECK(user.at("missing") == boost::json::array{"SaveUser"});
  const auto& principal = services.at("SoPrincipal").as_object();
  CHECK(principal.at("total").as_int64() == 5);
  CHECK(principal.at("implemented").as_int64() == 4);
  CHECK(principal.at("missing") == boost::json::array{"AuthenticateImplicit"});
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
