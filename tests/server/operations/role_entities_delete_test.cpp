#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/role_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

std::string outcome(GateFixture& emulator, const std::string& parameters) {
  return outcome_of(emulator.call(emulator.login("ADM0", "adm0"), "DeleteRole", parameters));
}

/// A role of the type without holders and rights; its id.
int add_role(GateFixture& emulator, store::RoleType type) {
  store::Role role{.name = "New", .type = type};
  emulator.store().roles.save(role, {});
  return role.id;
}

}  // namespace

TEST_CASE("DeleteRole: its users get the other role, and it stays, marked as deleted") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const Reply reply = emulator.call(ticket, "DeleteRole", deletion(10, 13));
  CHECK(outcome_of(reply) == "ok");
  CHECK(reply.text("Body/DeleteRoleResponse") == "");
  for (const char* const id : {"101", "102", "103"}) {
    CHECK(emulator.call(ticket, "GetUserInfo", element("UserInfoId", id))
              .result("Response/RoleName") == "Partner");
  }
  const Reply role = emulator.call(ticket, "GetRoleEntity", element("RoleEntityId", "10"));
  CHECK(role.result("Response/Name") == "External user");
  CHECK(role.result("Response/Deleted") == "1");
  CHECK(role.result("Response/UpdatedBy/Name") == "ADM0");
  CHECK(emulator.call(ticket, "GetRole", role_id(10)).result("Response/Id") == "10");
  CHECK(all_of(emulator.call(ticket, "GetAllRoles", element("RoleType", "ExternalUser")),
               "Response/SelectableMDOListItem/Id") == "13");
}

TEST_CASE("DeleteRole: its rights go with it, those of the other role stay") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  CHECK(outcome(emulator, deletion(8, 3)) == "ok");
  CHECK(emulator.call(ticket, "GetFunctionalRights", role_id(8)).result("Response") == "");
  CHECK(emulator.call(ticket, "GetDataRight", position(8, "contact", "MyOwn")).result("Response") ==
        "");
  CHECK(emulator.store().data_rights.list(8).empty());
  CHECK(emulator.call(ticket, "GetDataRight", position(3, "contact", "MyOwn")).result("Response") ==
        "CRUD");
  CHECK(emulator.store().roles.right_names(3).size() > 5);
}

TEST_CASE("DeleteRole: changes the role, who had it and its rights, and nothing else") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  emulator.call(ticket, "GetRole", "");
  const Cells before = Cells::of(emulator.store());
  emulator.call(ticket, "DeleteRole", deletion(8, 3));
  std::set<std::string> rows = before.rows_changed_to(Cells::of(emulator.store()));
  std::erase_if(rows, [](const std::string& row) {
    return row.starts_with("DataRight[8,") || row.starts_with("FunctionRightRoleLink[8,");
  });
  CHECK(listed(rows) == "Role[8] UserRoleLink[13]");
}

TEST_CASE("DeleteRole: counts at the next call of those who had the role") {
  GateFixture emulator;
  const std::string ticket = emulator.login("USR8", "usr8");
  const auto may_manage_users = [&] {
    return outcome_of(emulator.call(ticket, "SetExternalUserInfo", element("AssociateId", "101")));
  };
  CHECK(may_manage_users() == "ok");
  CHECK(outcome(emulator, deletion(8, 3)) == "ok");
  CHECK(may_manage_users() == "SoIllegalOperationException");
}

TEST_CASE("DeleteRole: who nobody has needs no other role") {
  for (const std::string& parameters :
       {deletion(2, 0), element("RoleIdToDelete", "2"), deletion(2, 9)}) {
    GateFixture emulator;
    CAPTURE(parameters);
    CHECK(outcome(emulator, parameters) == "ok");
    CHECK(emulator.store().roles.find(2)->deleted);
  }
}

TEST_CASE("DeleteRole: the replacing role is another one of its type that is not deleted") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  struct Case {
    int role, replacing;
  };
  for (const Case& c : {Case{3, 0}, Case{3, 3}, Case{3, 99}, Case{3, -1}, Case{3, 10}, Case{3, 11},
                        Case{3, 12}, Case{13, 14}, Case{13, 3}, Case{13, 0},
                        // Nobody has this one, but a replacing role that is given must be right.
                        Case{2, 2}, Case{2, 99}, Case{2, 10}}) {
    CAPTURE(c.role);
    CAPTURE(c.replacing);
    const Cells before = Cells::of(emulator.store());
    const Reply reply = emulator.call(ticket, "DeleteRole", deletion(c.role, c.replacing));
    CHECK(outcome_of(reply) == "SoInvalidArgumentException ReplacingRoleId");
    CHECK(reply.message() ==
          "The role " + std::to_string(c.replacing) +
              " cannot take over from the deleted one: it must be another one of its type");
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}

TEST_CASE("DeleteRole: a role that is not there, or deleted already") {
  GateFixture emulator;
  for (const std::string& parameters :
       {std::string(), deletion(0, 3), deletion(99, 3), deletion(-1, 3), deletion(14, 13)}) {
    CAPTURE(parameters);
    CHECK(outcome(emulator, parameters) == "SoNotFoundException");
  }
  CHECK(outcome(emulator, deletion(2, 0)) == "ok");
  CHECK(outcome(emulator, deletion(2, 0)) == "SoNotFoundException");
}

TEST_CASE("DeleteRole: nobody deletes the own role") {
  GateFixture emulator;
  const std::string text =
      "You cannot change your own role; this might make it impossible to log in to SuperOffice "
      "Administration again.";
  for (const auto& [user, password, role] :
       {std::tuple{"ADM0", "adm0", 1}, std::tuple{"SYS0", "sys0", 12}}) {
    const Reply reply =
        emulator.call(emulator.login(user, password), "DeleteRole", deletion(role, 3));
    CHECK(outcome_of(reply) == "SoIllegalOperationException");
    CHECK(reply.message() == text);
    CHECK_FALSE(emulator.store().roles.find(role)->deleted);
  }
}

TEST_CASE("DeleteRole: administrators, anonymous and system users keep their roles") {
  GateFixture emulator;
  const int anonymous = add_role(emulator, store::RoleType::anonymous);
  const int system = add_role(emulator, store::RoleType::system);
  const std::string sys0 = emulator.login("SYS0", "sys0");
  const std::string adm0 = emulator.login("ADM0", "adm0");
  struct Case {
    std::string ticket;
    int role, replacing;
  };
  for (const Case& c : {Case{sys0, 1, 2}, Case{adm0, 11, anonymous}, Case{adm0, anonymous, 11},
                        Case{adm0, 12, system}, Case{adm0, system, 12}}) {
    CAPTURE(c.role);
    const Reply reply = emulator.call(c.ticket, "DeleteRole", deletion(c.role, c.replacing));
    CHECK(outcome_of(reply) == "SoIllegalOperationException");
    CHECK(reply.message() == "The role " + std::to_string(c.role) + " cannot be deleted");
  }
}

TEST_CASE("DeleteRole: the last role of a type stays, whether somebody has it or not") {
  GateFixture emulator;
  CHECK(outcome(emulator, deletion(10, 13)) == "ok");
  CHECK(outcome(emulator, deletion(13, 0)) == "SoIllegalOperationException");
  for (const int id : {101, 102, 103}) emulator.store().associates.remove(id);
  CHECK(outcome(emulator, deletion(13, 0)) == "SoIllegalOperationException");
  add_role(emulator, store::RoleType::external_user);
  CHECK(outcome(emulator, deletion(13, 0)) == "ok");
}
