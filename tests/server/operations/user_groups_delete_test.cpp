#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/external_user_calls.h"
#include "tests/server/operations/role_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

std::string move_from(int group, int to) {
  return element("UserGroupToDelete", std::to_string(group)) +
         element("UserGroupToMoveTo", std::to_string(to));
}

std::string delete_group(GateFixture& emulator, const std::string& ticket, int group, int to) {
  return outcome_of(emulator.call(ticket, "DeleteUserGroup", move_from(group, to)));
}

/// Primary group, then the others.
std::string groups_of(GateFixture& emulator, const std::string& ticket, int associate) {
  const Reply reply =
      emulator.call(ticket, "GetUser", element("UserId", std::to_string(associate)));
  return reply.result("Response/UserGroup/Id") + ": " +
         all_of(reply, "Response/OtherGroups/UserGroup/Id");
}

void hide(GateFixture& emulator, int id) {
  auto group = emulator.store().user_groups.find(id).value();
  group.deleted = true;
  emulator.store().user_groups.save(group, {});
}

}  // namespace

TEST_CASE("DeleteUserGroup: its row is gone, and members of both kinds are in the other group") {
  GateFixture emulator;
  store::Associates& associates = emulator.store().associates;
  associates.set_secondary_groups(11, {2, 5}, {});
  associates.set_secondary_groups(12, {3, 4}, {});
  associates.set_secondary_groups(13, {2, 3}, {});
  const std::string admin = emulator.login("ADM0", "adm0");
  const Cells before = Cells::of(emulator.store());
  const Reply reply = emulator.call(admin, "DeleteUserGroup", move_from(2, 3));
  CHECK(outcome_of(reply) == "ok");
  CHECK(reply.texts("Body/DeleteUserGroupResponse/*").empty());
  CHECK(groups_of(emulator, admin, 11) == "1: 3 5");
  CHECK(groups_of(emulator, admin, 12) == "3: 4");
  CHECK(groups_of(emulator, admin, 13) == "1: 3");
  const Cells after = Cells::of(emulator.store());
  CHECK(listed(before.rows_changed_to(after)) ==
        "UserGroupLink[11,2] UserGroupLink[11,3] UserGroupLink[12,3] UserGroupLink[13,2] "
        "UserGroup[2] associate[12]");
  CHECK(after.at("associate[12].updated_associate_id") == "11");
  CHECK(after.at("associate[12].updatedCount") == "1");
  CHECK(after.at("UserGroup[2].name") == "(none)");
}

TEST_CASE("DeleteUserGroup: the group is unknown from now on, and its name is free") {
  GateFixture emulator;
  const std::string admin = emulator.login("USR8", "usr8");
  CHECK(delete_group(emulator, admin, 2, 3) == "ok");
  CHECK(emulator.call(admin, "GetUserGroup", element("UserGroupId", "2")).result("Response") ==
        "(nil)");
  const Reply all = emulator.call(admin, "GetAllUserGroups", element("IncludeDeleted", "true"));
  CHECK(all_of(all, "Response/UserGroup/Id") == "1 3 4 5");
  CHECK(delete_group(emulator, admin, 2, 3) == "SoNotFoundException");
  const Reply again =
      emulator.call(admin, "SaveUserGroup", "<UserGroup><Value>Sales</Value></UserGroup>");
  CHECK(again.result("Response/Id") == "1001");
}

TEST_CASE("DeleteUserGroup: one's own group may go; it counts from the next call on") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  CHECK(delete_group(emulator, admin, 1, 5) == "ok");
  CHECK(user_info(emulator, admin, 11, "UserGroupName") == "Marketing");
  CHECK(user_info(emulator, admin, 13, "UserGroupName") == "Marketing");
}

TEST_CASE("DeleteUserGroup: without members it needs no other group, and may have one") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  hide(emulator, 3);
  CHECK(delete_group(emulator, admin, 3, 0) == "ok");
  CHECK(outcome_of(emulator.call(admin, "DeleteUserGroup", element("UserGroupToDelete", "4"))) ==
        "ok");
  CHECK(delete_group(emulator, admin, 5, 1) == "ok");
}

TEST_CASE("DeleteUserGroup: members need another group, which is there and not deleted") {
  GateFixture emulator;
  emulator.store().associates.set_secondary_groups(11, {4}, {});
  hide(emulator, 5);
  const std::string admin = emulator.login("ADM0", "adm0");
  const std::string refused = "SoInvalidArgumentException UserGroupToMoveTo";
  struct Case {
    int group, to;
    std::string outcome;
  };
  const Cells before = Cells::of(emulator.store());
  for (const Case& c : {
           Case{2, 0, refused},
           Case{4, 0, refused},  // A secondary member.
           Case{2, 2, refused},
           Case{2, 5, refused},
           Case{2, 99, refused},
           Case{3, 3, refused},  // Nobody is in 3: what is named has to be good all the same.
           Case{3, 5, refused},
           Case{3, 99, refused},
           Case{99, 3, "SoNotFoundException"},
           Case{99, 99, "SoNotFoundException"},
           Case{0, 0, "SoNotFoundException"},
       }) {
    CAPTURE(c.group);
    CAPTURE(c.to);
    CHECK(delete_group(emulator, admin, c.group, c.to) == c.outcome);
  }
  CHECK(outcome_of(emulator.call(admin, "DeleteUserGroup", "")) == "SoNotFoundException");
  CHECK(before.changed_to(Cells::of(emulator.store())).empty());
  const Reply reply = emulator.call(admin, "DeleteUserGroup", move_from(2, 5));
  CHECK(reply.message() ==
        "The user group 5 cannot take the members of the deleted one: it must be another one that "
        "is not deleted");
}

TEST_CASE("DeleteUserGroup: a retired user is a member as well") {
  GateFixture emulator;
  auto retired = emulator.store().associates.find(12).value();
  retired.deleted = true;
  emulator.store().associates.save(retired, {});
  const std::string admin = emulator.login("ADM0", "adm0");
  CHECK(delete_group(emulator, admin, 2, 0) == "SoInvalidArgumentException UserGroupToMoveTo");
  CHECK(delete_group(emulator, admin, 2, 1) == "ok");
  CHECK(user_info(emulator, admin, 12, "UserGroupId") == "1");
}
