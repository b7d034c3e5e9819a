#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/role_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

const std::string item = "Response/SelectableMDOListItem/";

std::string ids(const Reply& reply) { return all_of(reply, item + "Id"); }

std::string rights_of(GateFixture& emulator, int role) {
  return ids(emulator.call(emulator.login("SAL1", "sal1"), "GetFunctionalRights", role_id(role)));
}

Reply set_rights(GateFixture& emulator, int role, const std::vector<std::string>& right_ids) {
  return emulator.call(emulator.login("ADM0", "adm0"), "SetFunctionalRights",
                       role_id(role) + functional_right_ids(right_ids));
}

const char* const of_employees =
    "1 2 3 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 26 27 28 29 30 38 39 40 41 42 43 44 "
    "45 46 47 48 49";

}  // namespace

TEST_CASE("GetAllFunctionalRights: those that roles of the type can have, by id") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ext1@fjord.example", "ext1");
  struct Case {
    std::string type, ids;
  };
  for (const Case& c :
       {Case{"", of_employees}, Case{element("RoleType", "Employee"), of_employees},
        Case{element("RoleType", "ExternalUser"), "31 32 33 34 35 36 37"},
        Case{element("RoleType", "Anonymous"), ""}, Case{element("RoleType", "System"), ""}}) {
    CAPTURE(c.type);
    const Reply reply = emulator.call(ticket, "GetAllFunctionalRights", c.type);
    CHECK(ids(reply) == c.ids);
    CHECK(reply.result("Response") != "(nil)");
  }
}

TEST_CASE("GetAllFunctionalRights: an item has its text as Name and its code as ExtraInfo") {
  GateFixture emulator;
  const Reply reply = emulator.call(emulator.login("ADM0", "adm0"), "GetAllFunctionalRights", "");
  CHECK(reply.result(item + "Id") == "1");
  CHECK(reply.result(item + "Name") == "General Administrator");
  CHECK(reply.result(item + "ExtraInfo") == "admin-all");
  CHECK(reply.result(item + "Selected") == "false");
}

TEST_CASE("GetFunctionalRights: only what the role has, by id, and selected") {
  GateFixture emulator;
  CHECK(rights_of(emulator, 1) == of_employees);
  CHECK(rights_of(emulator, 6) == "24 40");
  CHECK(rights_of(emulator, 10) == "31 32 33 34 35 36 37");
  const Reply reply =
      emulator.call(emulator.login("ADM0", "adm0"), "GetFunctionalRights", role_id(6));
  CHECK(all_of(reply, item + "Selected") == "true true");
  CHECK(all_of(reply, item + "ExtraInfo") == "see-other-companies-associates syncadmin-user");
}

TEST_CASE("GetFunctionalRights: nil for a role that is not there, an empty list for no rights") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const std::string& role : {std::string(), role_id(0), role_id(99), role_id(-1)}) {
    const Reply reply = emulator.call(ticket, "GetFunctionalRights", role);
    CHECK(reply.succeeded() == "true");
    CHECK(reply.result("Response") == "(nil)");
  }
  for (const int role : {12, 14}) {
    CHECK(emulator.call(ticket, "GetFunctionalRights", role_id(role)).result("Response") == "");
  }
}

TEST_CASE("SetFunctionalRights: the role has just these, each once, whatever it had") {
  GateFixture emulator;
  const Reply reply = set_rights(emulator, 6, {"48", "9", "40", "48"});
  CHECK(outcome_of(reply) == "ok");
  CHECK(reply.text("Body/SetFunctionalRightsResponse") == "");
  CHECK(rights_of(emulator, 6) == "9 40 48");
  CHECK(rights_of(emulator, 1) == of_employees);
}

TEST_CASE("SetFunctionalRights: a right that stays keeps its stamp, and nothing else changes") {
  GateFixture emulator;
  const Cells before = Cells::of(emulator.store());
  const std::string ticket = emulator.login("ADM0", "adm0");
  emulator.call(ticket, "SetFunctionalRights", role_id(6) + functional_right_ids({"40", "9"}));
  std::set<std::string> rows = before.rows_changed_to(Cells::of(emulator.store()));
  std::erase_if(rows, [](const std::string& row) {
    return !row.starts_with("Role") && !row.starts_with("Function") && !row.starts_with("Data");
  });
  CHECK(listed(rows) == "FunctionRightRoleLink[6,24] FunctionRightRoleLink[6,9]");
  CHECK(Cells::of(emulator.store()).at("FunctionRightRoleLink[6,9].registered_associate_id") ==
        "11");
}

TEST_CASE("SetFunctionalRights: an empty list, nil and none at all clear the set") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const std::string list :
       {"", "<FunctionalRightIds/>", "<FunctionalRightIds i:nil=\"true\"/>",
        // What a known PHP client sends: its items are in the wrong namespace and do not count.
        "<FunctionalRightIds><int>9</int></FunctionalRightIds>"}) {
    CAPTURE(list);
    set_rights(emulator, 6, {"9"});
    CHECK(outcome_of(emulator.call(ticket, "SetFunctionalRights", role_id(6) + list)) == "ok");
    CHECK(rights_of(emulator, 6) == "");
  }
}

TEST_CASE("SetFunctionalRights: a role or right that is not there, or not for the type") {
  GateFixture emulator;
  struct Case {
    int role;
    std::vector<std::string> rights;
    std::string outcome, message;
  };
  const std::string argument = "SoInvalidArgumentException FunctionalRightIds";
  const std::string cannot_have = " cannot have the functional right ";
  for (const Case& c : {
           Case{0, {"9"}, "SoNotFoundException", "Role id 0 not found"},
           Case{99, {}, "SoNotFoundException", "Role id 99 not found"},
           Case{14, {}, "SoNotFoundException", "Role id 14 not found"},
           Case{6, {"9", "4"}, argument, "A role of type Employee" + cannot_have + "4"},
           Case{6, {"0"}, argument, "A role of type Employee" + cannot_have + "0"},
           Case{6, {"-1"}, argument, "A role of type Employee" + cannot_have + "-1"},
           Case{6, {"31"}, argument, "A role of type Employee" + cannot_have + "31"},
           Case{10, {"31", "1"}, argument, "A role of type ExternalUser" + cannot_have + "1"},
           Case{12, {"1"}, argument, "A role of type System" + cannot_have + "1"},
       }) {
    CAPTURE(c.message);
    const std::string ticket = emulator.login("ADM0", "adm0");
    const Cells before = Cells::of(emulator.store());
    const Reply reply = emulator.call(ticket, "SetFunctionalRights",
                                      role_id(c.role) + functional_right_ids(c.rights));
    CHECK(outcome_of(reply) == c.outcome);
    CHECK(reply.message() == c.message);
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}

TEST_CASE("SetFunctionalRights: counts at the next call of those who have the role") {
  GateFixture emulator;
  const std::string ticket = emulator.login("USR8", "usr8");
  const auto may_manage_users = [&] {
    return outcome_of(emulator.call(ticket, "SetExternalUserInfo", element("AssociateId", "101")));
  };
  CHECK(may_manage_users() == "ok");
  set_rights(emulator, 8, {});
  CHECK(may_manage_users() == "SoIllegalOperationException");
  set_rights(emulator, 8, {"3"});
  CHECK(may_manage_users() == "ok");
}

TEST_CASE("SetFunctionalRights: one may take the right to do it from one's own role") {
  GateFixture emulator;
  const std::string ticket = emulator.login("USR8", "usr8");
  const auto set_own = [&] {
    return outcome_of(
        emulator.call(ticket, "SetFunctionalRights", role_id(8) + functional_right_ids({"3"})));
  };
  CHECK(set_own() == "SoIllegalOperationException");
  set_rights(emulator, 8, {"3", "43"});
  CHECK(set_own() == "ok");
  CHECK(set_own() == "SoIllegalOperationException");
}
