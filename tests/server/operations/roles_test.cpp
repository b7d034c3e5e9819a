#include <doctest/doctest.h>

#include <boost/algorithm/string/join.hpp>

#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("GetRole: id, name and tooltip; deleted ones are found as well") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ext1@fjord.example", "ext1");
  struct Case {
    std::string id, name, tooltip;
  };
  for (const Case& c :
       {Case{"1", "User level 0", "Administrator: all data and all of the administration"},
        Case{"10", "External user", "Consultant or partner: sees what is published"},
        Case{"14", "Retired partner", "No longer given to anybody"}}) {
    const Reply reply = emulator.call(ticket, "GetRole", element("RoleId", c.id));
    CHECK(reply.result("Response/Id") == c.id);
    CHECK(reply.result("Response/Value") == c.name);
    CHECK(reply.result("Response/Tooltip") == c.tooltip);
  }
}

TEST_CASE("GetRole: an unknown role is a success with nil") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const std::string& id : {element("RoleId", "0"), element("RoleId", "99"), std::string()}) {
    const Reply reply = emulator.call(ticket, "GetRole", id);
    CHECK(reply.succeeded() == "true");
    CHECK(reply.result("Response") == "(nil)");
  }
}

TEST_CASE("GetAllRoles: those of the type, of employees without one, and no deleted ones") {
  GateFixture emulator;
  const std::string ticket = emulator.login("SAL1", "sal1");
  struct Case {
    std::string type, ids;
  };
  for (const Case& c :
       {Case{"", "1 2 3 4 5 6 7 8 9"}, Case{element("RoleType", "Employee"), "1 2 3 4 5 6 7 8 9"},
        Case{element("RoleType", "ExternalUser"), "10 13"},
        Case{element("RoleType", "Anonymous"), "11"}, Case{element("RoleType", "System"), "12"}}) {
    CAPTURE(c.type);
    const Reply reply = emulator.call(ticket, "GetAllRoles", c.type);
    CHECK(boost::algorithm::join(reply.texts("Body/*/Response/SelectableMDOListItem/Id"), " ") ==
          c.ids);
  }
}

TEST_CASE("GetAllRoles: an item of the list") {
  GateFixture emulator;
  const Reply reply =
      emulator.call(emulator.login("ADM0", "adm0"), "GetAllRoles", element("RoleType", "System"));
  const std::string item = "Response/SelectableMDOListItem/";
  CHECK(reply.result(item + "Id") == "12");
  CHECK(reply.result(item + "Name") == "System user");
  CHECK(reply.result(item + "ToolTip") == "Integrations: no right is checked");
  CHECK(reply.result(item + "Rank") == "12");
  CHECK(reply.result(item + "Deleted") == "false");
  CHECK(reply.result(item + "Selected") == "false");
  CHECK(reply.result(item + "ChildItems") == "(nil)");
}
