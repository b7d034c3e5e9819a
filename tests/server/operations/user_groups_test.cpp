#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/external_user_calls.h"
#include "tests/server/operations/role_calls.h"
#include "tests/server/operations/user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

/// Parameters of SaveUserGroup: `members` is XML in the carrier's order.
std::string group_with(const std::string& members) {
  return "<UserGroup>" + members + "</UserGroup>";
}

std::string group(const std::string& name, const std::string& tooltip, int id, int rank,
                  int deleted) {
  return group_with(element("Value", name) + element("Tooltip", tooltip) +
                    element("Id", std::to_string(id)) + element("Rank", std::to_string(rank)) +
                    element("Deleted", std::to_string(deleted)));
}

/// `id name, tooltip, rank, deleted`, as an answer has it below `path`.
std::string shown(const Reply& reply, const std::string& path = "Response") {
  return reply.result(path + "/Id") + " " + reply.result(path + "/Value") + ", " +
         reply.result(path + "/Tooltip") + ", " + reply.result(path + "/Rank") + ", " +
         reply.result(path + "/Deleted");
}

std::string get(GateFixture& emulator, const std::string& ticket, int id) {
  return shown(emulator.call(ticket, "GetUserGroup", element("UserGroupId", std::to_string(id))));
}

std::string ids(const std::vector<std::string>& numbers) {
  return array("UserGroupIds", "int", numbers);
}

}  // namespace

TEST_CASE("GetUserGroup: id, name, tooltip and rank; deleted ones are found as well") {
  GateFixture emulator;
  const std::string anyone = emulator.login("ext1@fjord.example", "ext1");
  CHECK(get(emulator, anyone, 2) == "2 Sales, Sells, 2, 0");
  emulator.call(emulator.login("ADM0", "adm0"), "SaveUserGroup", group("Sales", "", 2, 9, 1));
  CHECK(get(emulator, anyone, 2) == "2 Sales, , 9, 1");
}

TEST_CASE("GetUserGroup: an unknown group is a success with nil") {
  GateFixture emulator;
  const std::string ticket = emulator.login("SAL1", "sal1");
  for (const std::string& id :
       {element("UserGroupId", "0"), element("UserGroupId", "99"), std::string()}) {
    const Reply reply = emulator.call(ticket, "GetUserGroup", id);
    CHECK(reply.succeeded() == "true");
    CHECK(reply.result("Response") == "(nil)");
  }
}

TEST_CASE("GetUserGroupList: in the order of the request, each once, unknown ones left out") {
  GateFixture emulator;
  const std::string ticket = emulator.login("SAL1", "sal1");
  emulator.call(emulator.login("ADM0", "adm0"), "SaveUserGroup", group("Hidden", "", 3, 3, 1));
  const Reply reply =
      emulator.call(ticket, "GetUserGroupList", ids({"4", "99", "2", "4", "0", "3"}));
  CHECK(all_of(reply, "Response/UserGroup/Id") == "4 2 3");
  CHECK(shown(reply, "Response/UserGroup") == "4 Services, Carries out projects, 4, 0");
  for (const std::string& none :
       {ids({}), std::string(), ids({"99"}), std::string("<UserGroupIds i:nil=\"true\"/>")}) {
    const Reply empty = emulator.call(ticket, "GetUserGroupList", none);
    CHECK(empty.succeeded() == "true");
    CHECK(empty.result("Response") == "");
  }
}

TEST_CASE("GetAllUserGroups: by rank, then id; deleted ones when they are asked for") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  emulator.call(admin, "SaveUserGroup", group("Administration", "", 1, 4, 0));
  emulator.call(admin, "SaveUserGroup", group("Sales", "", 2, 9, 1));
  struct Case {
    std::string parameters, ids;
  };
  for (const Case& c : {Case{"", "3 1 4 5"}, Case{element("IncludeDeleted", "false"), "3 1 4 5"},
                        Case{element("IncludeDeleted", "true"), "3 1 4 5 2"}}) {
    CHECK(all_of(emulator.call(admin, "GetAllUserGroups", c.parameters), "Response/UserGroup/Id") ==
          c.ids);
  }
}

TEST_CASE("CreateUserGroup: a blank group, ranked last, is stored only when it is saved") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const Cells before = Cells::of(emulator.store());
  const Reply blank = emulator.call(admin, "CreateUserGroup", "");
  CHECK(shown(blank) == "0 , , 6, 0");
  CHECK(before.changed_to(Cells::of(emulator.store())).empty());
  emulator.call(admin, "SaveUserGroup", group("Hidden", "", 3, 20, 1));
  CHECK(emulator.call(admin, "CreateUserGroup", "").result("Response/Rank") == "21");
}

TEST_CASE("SaveUserGroup: id 0 makes a group, which is answered as it was stored") {
  GateFixture emulator;
  const std::string admin = emulator.login("USR8", "usr8");
  const Cells before = Cells::of(emulator.store());
  const Reply saved = emulator.call(admin, "SaveUserGroup", group("Kj\u00F8p", "Buys", 0, 7, 0));
  CHECK(shown(saved) == "1001 Kj\u00F8p, Buys, 7, 0");
  const Cells after = Cells::of(emulator.store());
  CHECK(listed(before.rows_changed_to(after)) == "UserGroup[1001] sequence[UserGroup]");
  CHECK(after.at("UserGroup[1001].registered") == "2026-01-15T09:00:00");
  CHECK(after.at("UserGroup[1001].registered_associate_id") == "13");
  CHECK(get(emulator, admin, 1001) == shown(saved));
  CHECK(all_of(emulator.call(admin, "GetAllUserGroups", ""), "Response/UserGroup/Id") ==
        "1 2 3 4 5 1001");
}

TEST_CASE("SaveUserGroup: a stored group is changed as a whole, and nothing else is") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const Cells before = Cells::of(emulator.store());
  CHECK(shown(emulator.call(admin, "SaveUserGroup", group("SALES", "New", 2, -3, 0))) ==
        "2 SALES, New, -3, 0");
  const Cells after = Cells::of(emulator.store());
  CHECK(listed(before.changed_to(after)) ==
        "UserGroup[2].name UserGroup[2].rank UserGroup[2].tooltip UserGroup[2].updated "
        "UserGroup[2].updatedCount UserGroup[2].updated_associate_id");
  CHECK(user_info(emulator, admin, 12, "UserGroupName") == "SALES");
  // Documented: what is left out becomes blank.
  emulator.call(admin, "SaveUserGroup", group_with(element("Value", "Sales") + element("Id", "2")));
  CHECK(get(emulator, admin, 2) == "2 Sales, , 0, 0");
}

TEST_CASE("SaveUserGroup: a hidden group keeps its members, gets no new ones, can be shown again") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  CHECK(shown(emulator.call(admin, "SaveUserGroup", group("Sales", "", 2, 2, -5))) ==
        "2 Sales, , 2, 1");
  CHECK(user_info(emulator, admin, 12, "UserGroupId") == "2");
  CHECK(emulator.login("SAL1", "sal1") != "");
  const SentUser new_one = employee(new_colleague(emulator));
  CHECK(outcome_of(save(emulator, admin, new_one)) == "SoInvalidArgumentException UserGroup");
  emulator.call(admin, "SaveUserGroup", group("Sales", "", 2, 2, 0));
  CHECK(outcome_of(save(emulator, admin, new_one)) == "ok");
  CHECK(all_of(emulator.call(admin, "GetAllUserGroups", ""), "Response/UserGroup/Id") ==
        "1 2 3 4 5");
}

TEST_CASE("SaveUserGroup: what cannot be saved is refused, and nothing changes") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  emulator.call(admin, "SaveUserGroup", group("Gone", "", 5, 5, 1));
  const std::string missing = "SoInvalidArgumentException UserGroup";
  const std::string name = "SoInvalidArgumentException Value";
  struct Case {
    std::string parameters, outcome, message;
  };
  const Cells before = Cells::of(emulator.store());
  for (const Case& c : {
           Case{"", missing, "UserGroup is missing"},
           Case{"<UserGroup i:nil=\"true\"/>", missing, "UserGroup is missing"},
           Case{group_with(""), name, "Value is missing"},
           Case{group_with("<Value i:nil=\"true\"/>"), name, "Value is missing"},
           Case{group("", "", 2, 2, 0), name, "Value is missing"},
           Case{group("", "", 99, 2, 0), "SoNotFoundException", "UserGroup id 99 not found"},
           Case{group("New", "", -1, 2, 0), "SoNotFoundException", "UserGroup id -1 not found"},
           Case{group(std::string(240, 'x'), "", 0, 0, 0), name,
                "Value is too long: at most 239 characters"},
           Case{group("New", std::string(255, 'x'), 0, 0, 0), "SoInvalidArgumentException Tooltip",
                "Tooltip is too long: at most 254 characters"},
           Case{group("service", "", 2, 2, 0), name,
                "There is already a user group with the same name."},
           Case{group("gone", "", 0, 0, 0), name,
                "There is already a user group with the same name."},
       }) {
    const Reply reply = emulator.call(admin, "SaveUserGroup", c.parameters);
    CHECK(outcome_of(reply) == c.outcome);
    CHECK(reply.message() == c.message);
    CHECK(reply.result("Response") == "(nil)");
  }
  CHECK(before.changed_to(Cells::of(emulator.store())).empty());
}
