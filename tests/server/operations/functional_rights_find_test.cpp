#include <doctest/doctest.h>

#include "tests/server/operations/role_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

const char* const all_roles = "1 2 3 4 5 6 7 8 9 10 11 12 13";

/// Of FindRolesWithFunctionalRights or FindRolesWithoutFunctionalRights.
std::string found(GateFixture& emulator, const std::string& which, const std::string& names) {
  const Reply reply = emulator.call(emulator.login("SAL1", "sal1"),
                                    "FindRoles" + which + "FunctionalRights", names);
  CHECK(reply.succeeded() == "true");
  CHECK(reply.result("Response") != "(nil)");
  return all_of(reply, "Response/int");
}

std::string with(GateFixture& emulator, const std::vector<std::string>& names) {
  return found(emulator, "With", functional_right_names(names));
}
std::string without(GateFixture& emulator, const std::vector<std::string>& names) {
  return found(emulator, "Without", functional_right_names(names));
}

Reply with_one(GateFixture& emulator, const std::string& parameters) {
  return emulator.call(emulator.login("SAL1", "sal1"), "FindRolesWithFunctionalRight", parameters);
}

}  // namespace

TEST_CASE("FindRolesWithFunctionalRight: the roles as items of a list, by rank") {
  GateFixture emulator;
  const std::string item = "Response/MDOListItem/";
  Reply reply = with_one(emulator, element("FunctionalRightName", "admin-users"));
  CHECK(all_of(reply, item + "Id") == "1 8");
  CHECK(reply.texts("Body/*/" + item + "Name") ==
        std::vector<std::string>{"User level 0", "User Administrator"});
  CHECK(reply.result(item + "ToolTip") == "Administrator: all data and all of the administration");
  CHECK(all_of(reply, item + "Rank") == "1 8");
  CHECK(reply.result(item + "ChildItems") == "(nil)");
  reply = with_one(emulator, element("FunctionalRightName", "ext-see-event-projects"));
  CHECK(all_of(reply, item + "Id") == "10 13");
}

TEST_CASE("FindRolesWithFunctionalRight: no role for a name that is unknown, empty or not there") {
  GateFixture emulator;
  for (const std::string parameters :
       {"", "<FunctionalRightName/>", "<FunctionalRightName i:nil=\"true\"/>",
        "<FunctionalRightName>no-such-right</FunctionalRightName>",
        "<FunctionalRightName>ADMIN-USERS</FunctionalRightName>"}) {
    CAPTURE(parameters);
    const Reply reply = with_one(emulator, parameters);
    CHECK(reply.succeeded() == "true");
    CHECK(reply.result("Response") == "");
  }
}

TEST_CASE("FindRolesWithFunctionalRights: the roles that have one or more of them, each once") {
  GateFixture emulator;
  CHECK(with(emulator, {"admin-users"}) == "1 8");
  CHECK(with(emulator, {"admin-users", "admin-lists", "admin-all"}) == "1 7 8");
  CHECK(with(emulator, {"admin-lists", "no-such-right", "ext-see-event-projects"}) == "1 7 10 13");
  CHECK(with(emulator, {"no-such-right", ""}) == "");
}

TEST_CASE("FindRolesWithoutFunctionalRights: the roles that have none of them") {
  GateFixture emulator;
  CHECK(without(emulator, {"admin-users"}) == "2 3 4 5 6 7 9 10 11 12 13");
  CHECK(without(emulator, {"admin-users", "syncadmin-user"}) == "10 11 12 13");
  CHECK(without(emulator, {"no-such-right", ""}) == all_roles);
}

TEST_CASE("FindRoles: without a name there is no role with it, and every role without") {
  GateFixture emulator;
  for (const std::string names :
       {"", "<FunctionalRightNames/>", "<FunctionalRightNames i:nil=\"true\"/>"}) {
    CAPTURE(names);
    CHECK(found(emulator, "With", names) == "");
    CHECK(found(emulator, "Without", names) == all_roles);
  }
}

TEST_CASE("FindRoles: deleted roles are left out") {
  GateFixture emulator;
  store::Role lists = emulator.store().roles.find(7).value();
  lists.deleted = true;
  emulator.store().roles.save(lists, {});
  CHECK(with(emulator, {"admin-lists"}) == "1");
  CHECK(without(emulator, {"ext-see-event-projects"}) == "1 2 3 4 5 6 8 9 11 12");
  const Reply reply = with_one(emulator, element("FunctionalRightName", "admin-lists"));
  CHECK(all_of(reply, "Response/MDOListItem/Id") == "1");
}

TEST_CASE("FindRoles: what SetFunctionalRights has set is found") {
  GateFixture emulator;
  emulator.call(emulator.login("ADM0", "adm0"), "SetFunctionalRights",
                role_id(5) + functional_right_ids({"3"}));
  CHECK(with(emulator, {"admin-users"}) == "1 5 8");
  CHECK(without(emulator, {"syncadmin-user"}) == "5 10 11 12 13");
}
