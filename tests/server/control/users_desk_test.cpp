#include "server/control/users_desk.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "server/control/admin_route.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

boost::json::object user(GateFixture& emulator, int id) {
  const auto answer = boost::json::parse(users_json(emulator.tenant(), emulator.settings));
  for (const auto& one : answer.at("users").as_array()) {
    if (one.at("id").as_int64() == id) return one.as_object();
  }
  return {};
}

std::string state(GateFixture& emulator, int id) {
  return boost::json::value_to<std::string>(user(emulator, id).at("state"));
}

}  // namespace

TEST_CASE("Users desk: shows who a user is, in words") {
  GateFixture emulator;
  CHECK(boost::json::serialize(user(emulator, 101)) ==
        R"({"id":101,"name":"ext1@fjord.example","userName":"ext1@fjord.example",)"
        R"("type":"ExternalAssociate","role":"External user","person":"Kari Nord",)"
        R"("company":"Fjord Consulting","group":"","state":"active","lastLogin":null})");
  CHECK(user(emulator, 14).at("person").as_string().empty());
  CHECK(user(emulator, 11).at("group").as_string() == "Administration");
}

TEST_CASE("Users desk: the state says whether a user can log on") {
  GateFixture emulator;
  const std::string adm0 = emulator.login("ADM0", "adm0");
  CHECK(state(emulator, 101) == "active");
  CHECK(state(emulator, 102) == "inactive");
  CHECK(state(emulator, 15) == "type not allowed");  // Nobody is --anonymous-user.
  REQUIRE(
      emulator.call(adm0, "MakeRetired", element("AssociateId", "101") + element("Retired", "true"))
          .succeeded() == "true");
  CHECK(state(emulator, 101) == "retired");
}

TEST_CASE("Users desk: a log-in shows at once") {
  GateFixture emulator;
  emulator.login("SAL1", "sal1");
  CHECK(user(emulator, 12).at("lastLogin").as_string() == "2026-01-15T09:00:00Z");
}

TEST_CASE("Users desk: the route shows the users of its tenant") {
  GateFixture emulator;
  const auto match = find_admin_route("GET", {"__admin", "tenants", "cust1", "users"}).value();
  AdminRequest request{emulator.gate, match.tenant, match.names, {}, "", {}};
  emulator.tenants.of("cust1").store.associates.remove(103);
  const AdminAnswer answer = match.route->serve(request);
  CHECK(answer.body.find("ext1@fjord.example") != std::string::npos);
  CHECK(answer.body.find("ext3@nordlys.example") == std::string::npos);
  CHECK_FALSE(user(emulator, 103).empty());
}
