#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/external_user_calls.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("CreateExternalUser: ids from 1001, and only the rows of the new user") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const Cells before = Cells::of(emulator.store());
  NewUser user;
  CHECK(emulator.call(ticket, "CreateExternalUser", user.xml()).result("Response") == "1001");
  const Cells after = Cells::of(emulator.store());
  CHECK(listed(before.rows_changed_to(after)) ==
        "Credentials[1002] LicenseAssocLink[6,1001] UserRoleLink[1001] associate[1001] "
        "sequence[Credentials] sequence[associate]");
  CHECK(after.at("associate[1001].name") == "new@fjord.example");
  CHECK(after.at("associate[1001].userName") == "new@fjord.example");
  CHECK(after.at("associate[1001].type") == "4");
  CHECK(after.at("associate[1001].person_id") == "504");
  CHECK(after.at("associate[1001].group_idx") == "NULL");
  CHECK(after.at("associate[1001].deleted") == "0");
  CHECK(after.at("associate[1001].registered") == "2026-01-15T09:00:00");
  CHECK(after.at("associate[1001].registered_associate_id") == "11");
  CHECK(after.at("associate[1001].updatedCount") == "0");
  CHECK(after.at("UserRoleLink[1001].role_id") == "10");
  CHECK(after.at("Credentials[1002].credentialType") == "CRM5/PASSWORD");
  CHECK(after.at("Credentials[1002].searchName") == "new@fjord.example");
  CHECK(after.at("Credentials[1002].isActive") == "1");
  CHECK(after.at("Credentials[1002].displayType") == "Password");
  CHECK(after.at("Credentials[1002].displayName") == "new@fjord.example");
  CHECK(after.at("Credentials[1002].validFrom") == "2026-01-15T09:00:00");
  user.person_id = 505;
  user.user_name = "Second";
  CHECK(emulator.call(ticket, "CreateExternalUser", user.xml()).result("Response") == "1002");
  CHECK(emulator.login("new@fjord.example", "secret") != "");
  CHECK(emulator.login("second", "secret") != "");
  CHECK(user_info(emulator, ticket, 1002, "UserType") == "ExternalAssociate");
  CHECK(user_info(emulator, ticket, 1002, "CanLogon") == "true");
  CHECK(user_info(emulator, ticket, 1002, "PersonId") == "505");
  CHECK(user_info(emulator, ticket, 1002, "Tooltip") == "Free Person 505");
}

TEST_CASE("CreateExternalUser: one that is not active cannot log in until it is") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  NewUser user;
  user.is_active = false;
  CHECK(emulator.call(ticket, "CreateExternalUser", user.xml()).result("Response") == "1001");
  CHECK(emulator.login(user.user_name, user.password) == "");
  CHECK(user_info(emulator, ticket, 1001, "CanLogon") == "false");
  emulator.call(ticket, "SetExternalUserInfo", set_active(1001, true));
  CHECK(emulator.login(user.user_name, user.password) != "");
}

TEST_CASE("CreateExternalUser: without IsActive the user is not active") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const std::string xml =
      element("PersonId", "504") + element("UserName", "new") + element("RoleId", "10");
  CHECK(emulator.call(ticket, "CreateExternalUser", xml).result("Response") == "1001");
  CHECK(user_info(emulator, ticket, 1001, "CanLogon") == "false");
}

TEST_CASE("CreateExternalUser: a password that is empty, nil or absent is a blank one") {
  for (const std::string& password :
       {std::string(), element("Password", ""), std::string("<Password i:nil=\"true\"/>")}) {
    CAPTURE(password);
    GateFixture emulator;
    const std::string xml = element("PersonId", "504") + element("UserName", "new") + password +
                            element("RoleId", "10") + element("IsActive", "true");
    CHECK(emulator.call(emulator.login("ADM0", "adm0"), "CreateExternalUser", xml)
              .result("Response") == "1001");
    CHECK(emulator.login("new", "") != "");
    CHECK(emulator.login("new", "x") == "");
  }
}

TEST_CASE("CreateExternalUser: what is refused, in the order of the checks, leaves no row") {
  struct Case {
    std::string what;
    NewUser user;
    std::string outcome, message;
  };
  const std::string invalid = "SoInvalidArgumentException ";
  const std::string taken = "There is already a user with the same name.";
  const std::string already = "This contact is already defined as a user.";
  const std::string type = "The role must be of type ExternalUser: ";
  for (const Case& c : {
           Case{"person 0", {0}, invalid + "PersonId", "The person does not exist."},
           Case{"person unknown, and all else bad",
                {9999, "ADM0", "", 1},
                invalid + "PersonId",
                "The person does not exist."},
           Case{"person is an external user", {501, "ADM0", "", 1}, invalid + "PersonId", already},
           Case{"person is an inactive user", {502}, invalid + "PersonId", already},
           Case{"person is an employee", {147}, invalid + "PersonId", already},
           Case{"name empty",
                {504, "", "", 1},
                invalid + "UserName",
                "The user name can not be empty"},
           Case{"name too long", {504, times(240, "ø")}, invalid + "UserName", "Invalid user name"},
           Case{"name taken", {504, "EXT1@fjord.example", "", 1}, invalid + "UserName", taken},
           Case{"name of an employee", {504, "sal1"}, invalid + "UserName", taken},
           Case{"role 0", {504, "new", "", 0}, invalid + "RoleId", "The role 0 does not exist."},
           Case{"role unknown",
                {504, "new", "", 99},
                invalid + "RoleId",
                "The role 99 does not exist."},
           Case{"role deleted",
                {504, "new", "", 14},
                invalid + "RoleId",
                "The role 14 does not exist."},
           Case{"role of employees", {504, "new", "", 1}, invalid + "RoleId", type + "1 is not."},
           Case{"role of system users",
                {504, "new", "", 12},
                invalid + "RoleId",
                type + "12 is not."},
       }) {
    CAPTURE(c.what);
    GateFixture emulator;
    const std::string ticket = emulator.login("ADM0", "adm0");
    const Cells before = Cells::of(emulator.store());
    const Reply reply = emulator.call(ticket, "CreateExternalUser", c.user.xml());
    CHECK(outcome_of(reply) == c.outcome);
    CHECK(reply.message() == c.message);
    CHECK(reply.result("Response") == "0");
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}

TEST_CASE("CreateExternalUser: a person who is retired becomes no user, as in SaveUser") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  emulator.call(ticket, "MakeRetired", element("AssociateId", "102") + element("Retired", "true"));
  REQUIRE(outcome_of(emulator.call(ticket, "DeleteExternalUser", element("AssociateId", "102"))) ==
          "ok");
  const Cells before = Cells::of(emulator.store());
  const Reply reply = emulator.call(ticket, "CreateExternalUser", NewUser{502}.xml());
  CHECK(outcome_of(reply) == "SoIllegalOperationException");
  CHECK(reply.message() == "This associate is marked as a former employee and cannot be modified.");
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
}

TEST_CASE("CreateExternalUser: an external administrator creates users of its own company only") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ext3@nordlys.example", "ext3");
  NewUser user;
  CHECK(outcome_of(emulator.call(ticket, "CreateExternalUser", user.xml())) ==
        "SoIllegalOperationException");
  // It does not learn who is a user elsewhere.
  user.person_id = 501;
  CHECK(outcome_of(emulator.call(ticket, "CreateExternalUser", user.xml())) ==
        "SoIllegalOperationException");
  user.person_id = 511;
  CHECK(outcome_of(emulator.call(ticket, "CreateExternalUser", user.xml())) == "ok");
  CHECK(emulator.login(user.user_name, user.password) != "");
}
